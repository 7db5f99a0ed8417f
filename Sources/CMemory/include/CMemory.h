#ifndef CMEMORY_H
#define CMEMORY_H

/// Asks at once for all pages of the program's own variables, which a start would otherwise ask for one by one: the types
/// of Swift lie scattered over them, and `guatu add` touches nearly every page, first reading, then writing.
void cmemory_touch_variables(void);

/// Takes memory from the system in large pieces from now on, for a program that is about to hold tens of thousands of
/// values: page by page, asking for it would be a third of the time to its first screen. What is not touched costs
/// nothing but the rest of a large page (2 MB).
void cmemory_take_large_pieces(void);

/// The same for the heap of the thread that calls it; does nothing before ``cmemory_take_large_pieces``.
void cmemory_take_large_pieces_here(void);

/// Gives memory that is not used any more back to the system. Without it a process that reads a growing file again and
/// again keeps what the largest reading took.
void cmemory_give_back(void);

#endif
