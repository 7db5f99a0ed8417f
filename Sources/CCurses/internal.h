// Shared by the .c files of this target; not visible outside.
#pragma once

#include "CCurses.h"

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

// ---- keys.c ----

void keys_define(void);
uint32_t keys_translate(int code);
