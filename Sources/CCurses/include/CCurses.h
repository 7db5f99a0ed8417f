// A flat API over wide ncurses. No curses header is visible from here: stdscr, LINES and the macros of
// curses.h cannot be used from Swift 6, and nothing else in the program should wish to.
//
// One screen per process. All functions belong to the thread that owns the terminal, except
// screen_wake(), which any thread and any signal handler may call.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// ---- Opening and closing -------------------------------------------------------------------------

typedef enum {
    SCREEN_OPENED = 0,
    SCREEN_NO_TERMINAL = 1,   // standard output is not a terminal, or there is no /dev/tty
    SCREEN_UNKNOWN_TERM = 2,  // terminfo has no entry for TERM and none that resembles it
    SCREEN_TOO_PLAIN = 3,     // the terminal cannot place its cursor
} ScreenResult;

typedef struct {
    bool mouse;
    // Milliseconds to wait whether an ESC begins a longer sequence.
    int escape_delay;
    // Use this terminfo entry instead of $TERM; NULL for $TERM.
    const char *term;
    // Where stderr goes while the screen is open, and where a crash leaves its trace; NULL: nowhere.
    const char *log_path;
    // One line for the terminal after a crash, in front of the path of the log. UTF-8.
    const char *crash_message;
} ScreenOptions;

typedef struct {
    int width;
    int height;
    // What terminfo promises; 0 without colour.
    int colours;
    // Colours are 0xRRGGBB and not an index.
    bool is_direct;
    // The terminfo entry in use; valid while the screen is open.
    const char *term;
} ScreenInfo;

// Makes LC_CTYPE a UTF-8 locale, whatever the environment says. Returns whether it is one now.
bool screen_force_utf8(void);

// What screen_open() would find, without touching the terminal. width and height are 0; term is valid until
// the next call.
ScreenResult screen_describe(const char *term, ScreenInfo *info, bool *has_mouse);

ScreenResult screen_open(const ScreenOptions *options, ScreenInfo *info);
void screen_close(void);

// Gives the terminal back to the shell, stops the process group, and takes the terminal again when it
// is continued. All must be drawn anew then.
void screen_suspend(void);

// Takes the terminal again after somebody else stopped us (SCREEN_CONTINUED).
void screen_resume(void);

// Starts the program at `path`, which is this one, once more as the keeper: it gives the terminal back where
// this process is killed without being asked. Known by its name, which is its first argument.
#define SCREEN_KEEPER "term-keeper"
void screen_start_keeper(const char *path);

// What the keeper does; returns when the program has ended.
int screen_keep(void);

// ---- Drawing -------------------------------------------------------------------------------------

enum {
    SCREEN_BOLD = 1,
    SCREEN_UNDERLINE = 2,
    SCREEN_REVERSE = 4,
    SCREEN_DIM = 8,
};

// Puts characters in one style. ink and ground: -1 for the terminal's own.
void screen_put(int x, int y, const uint32_t *scalars, int count, int ink, int ground, int flags);

// Sends what changed, and leaves the cursor there.
void screen_show(int cursor_x, int cursor_y, bool is_cursor_shown);

// The next screen_show() sends everything.
void screen_forget(void);

// What a terminal does whose sequences are those of ECMA-48.
typedef struct {
    bool erases;            // erases characters without moving what is behind them
    bool erases_in_colour;  // what is erased takes the ground in use
    bool dims;
} ScreenCodes;

// Whether the terminal takes the sequences of ECMA-48 as they are, so that frames may be written without
// curses. Never both ways: screen_put() and screen_show() know nothing of what is written.
bool screen_codes(ScreenCodes *codes);

// The numbers between ESC [ and m that choose a colour, as text; returns their length, 0 if there are none.
int screen_colour(int colour, bool is_ground, char *numbers, int size);

// Shows or hides the cursor, at once.
void screen_show_cursor(bool is_shown);

void screen_size(int *width, int *height);

// While it listens, the terminal cannot be used to select and copy text without Shift.
void screen_listen_to_mouse(bool on);

// Asks the terminal how wide an ambiguous character is, by printing one and two Chinese ones where nobody sees
// them and asking where the cursor went. The answer comes as a key, or never: INPUT_AMBIGUOUS plus the cells, or
// INPUT_AMBIGUOUS alone where it is no width that these can have, as on a terminal that does not take bytes for
// UTF-8. What stood at the start of the second row must be sent again: screen_show() does so, whoever writes frames
// must do it himself.
void screen_ask_width(void);

// Rings the bell.
void screen_beep(void);

// Whether the terminal is one of the many that follow xterm, and ignores what it does not know.
bool screen_is_xterm(void);

// Sends bytes that curses knows nothing of (a title, the clipboard), after what was drawn.
void screen_send(const char *bytes, int count);

// ---- Waiting and reading -------------------------------------------------------------------------

// Bits of screen_wait().
enum {
    SCREEN_HAS_INPUT = 1,
    SCREEN_WAS_WOKEN = 2,
    SCREEN_SHOULD_END = 4,     // SIGTERM, SIGINT
    SCREEN_HUNG_UP = 8,        // SIGHUP, or the terminal is gone
    SCREEN_SHOULD_STOP = 16,   // SIGTSTP
    SCREEN_CONTINUED = 32,     // SIGCONT after a stop that nobody asked us about
    SCREEN_INTERRUPTED = 64,   // some signal, perhaps a new size: worth a look at the keys
};

// Sleeps until there is something, at most timeout milliseconds; -1: without end. Returns bits, or 0.
int screen_wait(int timeout);

// Ends screen_wait() early. Safe from any thread and in signal handlers.
void screen_wake(void);

typedef enum {
    INPUT_NONE = 0,
    INPUT_BYTE,     // value: a byte of text in UTF-8, or a control character
    INPUT_KEY,      // value: one of the numbers below
    INPUT_MOUSE,    // value: one of the MOUSE numbers; x, y
    INPUT_RESIZED,  // x, y: the new width and height
} InputKind;

enum {
    INPUT_UP = 1, INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT,
    INPUT_HOME, INPUT_END, INPUT_PAGE_UP, INPUT_PAGE_DOWN,
    INPUT_INSERT, INPUT_DELETE, INPUT_BACKSPACE, INPUT_ENTER, INPUT_BACK_TAB,
    INPUT_PASTE_BEGIN, INPUT_PASTE_END,
    INPUT_SHIFT = 0x100, INPUT_CONTROL = 0x200, INPUT_ALT = 0x400,  // added to the above
    INPUT_FUNCTION = 0x1000,  // + number
    INPUT_UNKNOWN = 0x2000,
    INPUT_AMBIGUOUS = 0x4000,  // + cells; 0: no UTF-8
};

enum { MOUSE_CLICK = 1, MOUSE_RIGHT_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN, MOUSE_RELEASE };

typedef struct {
    InputKind kind;
    uint32_t value;
    int x;
    int y;
} ScreenInput;

// The next thing typed; INPUT_NONE if there is none just now. Never blocks longer than the escape delay.
ScreenInput screen_read(void);
