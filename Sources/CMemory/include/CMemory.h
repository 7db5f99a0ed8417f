#ifndef CMEMORY_H
#define CMEMORY_H

/// Takes memory from the system in pieces of 16 MB from now on, for a program that is about to hold tens of thousands of
/// values: page by page, asking for it would be a fifth of the time to its first screen. What is not used costs nothing.
void cmemory_take_large_pieces(void);

/// Gives memory that is not used any more back to the system. Without it a process that reads a growing file again and
/// again keeps what the largest reading took.
void cmemory_give_back(void);

#endif
