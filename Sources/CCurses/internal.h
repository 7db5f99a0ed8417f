// Shared by the .c files of this target; not visible outside.
#pragma once

#include "CCurses.h"

#include <stddef.h>
#include <termios.h>

// ---- guard.c: signals, and the terminal after a crash ----

// Remembers the terminal as it is now (before curses touches it) and the bytes that undo what the
// program does to it, opens the log and takes over stderr.
void guard_begin(int input, int output, const char *log_path, const char *crash_message);

// The bytes are taken from terminfo, which is known only after newterm().
void guard_set_restore_bytes(const char *bytes);

// Catches what ends or stops a program. After newterm(), because that installs handlers of its own.
void guard_catch_signals(void);

// Signals and stderr as they were.
void guard_end(void);

// SIGTSTP with its default meaning, to the whole process group, as ^Z would do.
void guard_stop(void);

// Writes all of it, or as much as can be written.
void guard_write_all(int file, const char *bytes, size_t count);

// Starts the keeper, which knows what guard_begin() and guard_set_restore_bytes() were told.
void guard_start_keeper(const char *path);

// ---- keeper.c: the terminal after SIGKILL ----

enum { KEEPER_BYTES = 512 };  // that give the terminal back, at most

typedef enum {
    KEEPER_ON_SCREEN = 'a',  // the terminal is the program's
    KEEPER_IDLE = 'i',       // it is the shell's, while the program is stopped
    KEEPER_DONE = 'q',       // it was given back for good
} KeeperNews;

// path: the program itself. Once; where it fails there is none.
void keeper_start(const char *path, int output, const struct termios *before, const char *bytes, size_t length);
void keeper_tell(KeeperNews news);  // safe in signal handlers
void keeper_end(void);

// ---- keys.c ----

void keys_define(void);
uint32_t keys_translate(int code);
