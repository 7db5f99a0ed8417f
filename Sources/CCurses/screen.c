// The screen: curses opened, drawn to, read from and closed.

#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

// From <term.h>, which is not included: it defines names such as `lines` and `buttons` as macros.
extern char *tigetstr(const char *name);
extern int tigetflag(const char *name);
extern int tigetnum(const char *name);
extern int setupterm(const char *term, int file, int *error);

static struct {
    bool is_open;
    SCREEN *curses;
    // Keys are read through a pad: reading through a window would refresh it first, which after a change
    // of size sends the old picture once more.
    WINDOW *keys;
    FILE *in, *out;
    bool owns_in;
    bool has_colour;
    char term[64];
} screen;

// ---- Locale and terminfo -------------------------------------------------------------------------

bool screen_force_utf8(void) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    // LANG=C, no LANG, GB18030, or a locale that is not installed: C.UTF-8 is part of libc.
    return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

static bool has_entry(const char *term) {
    int error = 0;
    return term && *term && setupterm(term, STDOUT_FILENO, &error) == OK;
}

// A new terminal logged in to an old server is not in its terminfo, but nearly all of them are xterms.
static const char *usable_entry(const char *term) {
    if (has_entry(term)) return term;
    static const char *const like_xterm[] = {"xterm", "foot", "alacritty", "kitty", "wezterm", "ghostty", "rxvt", "vte"};
    static const char *const like_screen[] = {"screen", "tmux"};
    const char *wanted = term ? term : "";
    for (size_t i = 0; i < sizeof like_xterm / sizeof *like_xterm; i++)
        if (strncmp(wanted, like_xterm[i], strlen(like_xterm[i])) == 0 && has_entry("xterm-256color"))
            return "xterm-256color";
    for (size_t i = 0; i < sizeof like_screen / sizeof *like_screen; i++)
        if (strncmp(wanted, like_screen[i], strlen(like_screen[i])) == 0 && has_entry("screen-256color"))
            return "screen-256color";
    return NULL;
}

// ---- Modes that curses does not manage -----------------------------------------------------------

static bool understands_xterm_modes(void) {
    // vt100 and the Linux console would print parts of them.
    const char *mouse = tigetstr("kmous");
    return mouse != NULL && mouse != (char *)-1;
}

static void set_modes(bool on) {
    if (!understands_xterm_modes()) return;
    fputs(on ? "\033[?2004h" : "\033[?2004l", screen.out);
    fflush(screen.out);
}

// Adds a terminfo string without its padding marks ($<5>), which only tputs() understands.
static void append(char *bytes, size_t size, const char *more) {
    if (more == NULL || more == (char *)-1) return;
    size_t length = strlen(bytes);
    for (; *more && length + 1 < size; more++) {
        if (more[0] == '$' && more[1] == '<') {
            const char *end = strchr(more, '>');
            if (end) { more = end; continue; }
        }
        bytes[length++] = *more;
    }
    bytes[length] = '\0';
}

static void prepare_restore(void) {
    char bytes[KEEPER_BYTES] = "";
    append(bytes, sizeof bytes, tigetstr("sgr0"));
    append(bytes, sizeof bytes, tigetstr("op"));
    append(bytes, sizeof bytes, tigetstr("cnorm"));
    append(bytes, sizeof bytes, tigetstr("rmkx"));
    if (understands_xterm_modes()) {
        append(bytes, sizeof bytes, "\033[?1006l\033[?1002l\033[?1000l\033[?2004l");
    }
    append(bytes, sizeof bytes, tigetstr("rmcup"));
    guard_set_restore_bytes(bytes);
}

// ---- Opening and closing -------------------------------------------------------------------------

ScreenResult screen_describe(const char *wanted, ScreenInfo *info, bool *has_mouse) {
    static char name[64];
    *info = (ScreenInfo){.term = name};
    *has_mouse = false;
    const char *term = usable_entry(wanted ? wanted : getenv("TERM"));
    snprintf(name, sizeof name, "%s", term ? term : "");
    if (term == NULL) return SCREEN_UNKNOWN_TERM;
    int colours = tigetnum("colors");
    info->colours = colours > 0 ? colours : 0;
    info->is_direct = colours > 0 && tigetflag("RGB") > 0;
    *has_mouse = understands_xterm_modes();
    return tigetstr("cup") == NULL ? SCREEN_TOO_PLAIN : SCREEN_OPENED;
}

static void close_at_exit(void) { screen_close(); }

ScreenResult screen_open(const ScreenOptions *options, ScreenInfo *info) {
    if (!isatty(STDOUT_FILENO)) return SCREEN_NO_TERMINAL;
    screen.out = stdout;
    screen.in = stdin;
    screen.owns_in = !isatty(STDIN_FILENO);
    if (screen.owns_in) {
        screen.in = fopen("/dev/tty", "r+e");
        if (screen.in == NULL) return SCREEN_NO_TERMINAL;
    }

    const char *term = usable_entry(options->term ? options->term : getenv("TERM"));
    ScreenResult failure = SCREEN_OPENED;
    if (term == NULL) failure = SCREEN_UNKNOWN_TERM;
    else if (tigetstr("cup") == NULL) failure = SCREEN_TOO_PLAIN;
    if (failure != SCREEN_OPENED) {
        if (screen.owns_in) fclose(screen.in);
        return failure;
    }
    snprintf(screen.term, sizeof screen.term, "%s", term);

    // They would pin the size that was right when the shell started.
    unsetenv("LINES");
    unsetenv("COLUMNS");

    guard_begin(fileno(screen.in), fileno(screen.out), options->log_path, options->crash_message);
    set_escdelay(options->escape_delay);
    screen.curses = newterm(screen.term, screen.out, screen.in);
    if (screen.curses == NULL) {
        guard_end();
        if (screen.owns_in) fclose(screen.in);
        return SCREEN_UNKNOWN_TERM;
    }
    prepare_restore();
    guard_catch_signals();

    raw();  // Not cbreak(): ^S would stop the output for good, and ^C and ^Z are ours to understand.
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    screen.keys = newpad(1, 1);
    keypad(screen.keys, TRUE);
    nodelay(screen.keys, TRUE);
    // Lets curses move single rows by the terminal's own insert and delete.
    idlok(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    keys_define();
    screen.has_colour = has_colors() && start_color() == OK;
    if (screen.has_colour) use_default_colors();
    mouseinterval(0);  // A click is a click: waiting for a second one would hold each back.
    screen_listen_to_mouse(options->mouse);
    set_modes(true);

    static bool is_registered = false;
    if (!is_registered) atexit(close_at_exit);
    is_registered = true;
    screen.is_open = true;

    refresh();  // Takes the screen, and clears it.
    screen_size(&info->width, &info->height);
    info->colours = screen.has_colour ? COLORS : 0;
    info->is_direct = screen.has_colour && tigetflag("RGB") > 0;
    info->term = screen.term;
    return SCREEN_OPENED;
}

void screen_close(void) {
    if (!screen.is_open) return;
    screen.is_open = false;
    set_modes(false);
    curs_set(1);
    endwin();
    guard_end();
    delwin(screen.keys);
    delscreen(screen.curses);
    screen.curses = NULL;
    if (screen.owns_in) fclose(screen.in);
}

void screen_start_keeper(const char *path) {
    if (screen.is_open) guard_start_keeper(path);
}

void screen_suspend(void) {
    if (!screen.is_open) return;
    set_modes(false);
    curs_set(1);
    def_prog_mode();
    endwin();
    keeper_tell(KEEPER_IDLE);
    guard_stop();
    screen_resume();
}

void screen_resume(void) {
    if (!screen.is_open) return;
    keeper_tell(KEEPER_ON_SCREEN);
    reset_prog_mode();
    set_modes(true);
    screen_forget();
    refresh();
}

// ---- Drawing -------------------------------------------------------------------------------------

void screen_put(int x, int y, const uint32_t *scalars, int count, int ink, int ground, int flags) {
    attr_t attributes = WA_NORMAL;
    if (flags & SCREEN_BOLD) attributes |= WA_BOLD;
    if (flags & SCREEN_UNDERLINE) attributes |= WA_UNDERLINE;
    if (flags & SCREEN_REVERSE) attributes |= WA_REVERSE;
    if (flags & SCREEN_DIM) attributes |= WA_DIM;
    int pair = 0;
    if (screen.has_colour && (ink >= 0 || ground >= 0)) {
        pair = alloc_pair(ink, ground);
        if (pair < 0) pair = 0;  // More colours than the terminal has pairs: the attributes must do.
    }
    // The pair goes by the pointer: packed into the attributes it would be cut to eight bits.
    wattr_set(stdscr, attributes, (short)0, &pair);
    mvwaddnwstr(stdscr, y, x, (const wchar_t *)scalars, count);
}

void screen_show(int cursor_x, int cursor_y, bool is_cursor_shown) {
    wmove(stdscr, cursor_y, cursor_x);
    curs_set(is_cursor_shown ? 1 : 0);
    wrefresh(stdscr);
}

void screen_show_cursor(bool is_shown) { curs_set(is_shown ? 1 : 0); }

void screen_forget(void) { clearok(curscr, TRUE); }

void screen_size(int *width, int *height) { getmaxyx(stdscr, *height, *width); }

void screen_listen_to_mouse(bool on) {
    // CLICKED is what curses calls a press and its release in one cell that arrive together. A release elsewhere
    // ends a drag; and where releases are not asked for, curses drops the press that came with one.
    mmask_t buttons = BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON1_CLICKED | BUTTON3_PRESSED | BUTTON3_RELEASED
                      | BUTTON3_CLICKED;
    mousemask(on ? buttons | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

void screen_beep(void) { beep(); }

void screen_ask_width(void) {
    if (!understands_xterm_modes()) return;
    // Saved cursor, second row, hidden, U+2500, two Chinese characters, where am I, restored cursor.
    static const char question[] = "\0337\033[2;1H\033[8m\xE2\x94\x80\xE6\x8C\x82\xE5\x9B\xBE\033[6n\0338";
    screen_send(question, sizeof question - 1);
    wredrawln(stdscr, 1, 1);
}

bool screen_is_xterm(void) { return understands_xterm_modes(); }

void screen_send(const char *bytes, int count) {
    fflush(screen.out);
    fwrite(bytes, 1, (size_t)count, screen.out);
    fflush(screen.out);
}

// ---- Reading -------------------------------------------------------------------------------------

// The release that came together with a press, to be read after it.
static ScreenInput release;

static ScreenInput read_mouse(void) {
    MEVENT event;
    // A press and a release that arrive together in different cells (an unsteady hand on a slow line) are
    // reported as one key with two events, the later first.
    while (getmouse(&event) == OK) {
        ScreenInput input = {.kind = INPUT_MOUSE, .x = event.x, .y = event.y};
        if (event.bstate & BUTTON4_PRESSED) input.value = MOUSE_WHEEL_UP;
        else if (event.bstate & BUTTON5_PRESSED) input.value = MOUSE_WHEEL_DOWN;
        else if (event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) input.value = MOUSE_CLICK;
        else if (event.bstate & (BUTTON3_PRESSED | BUTTON3_CLICKED)) input.value = MOUSE_RIGHT_CLICK;
        else if (event.bstate & BUTTON1_RELEASED) {
            release = input;
            release.value = MOUSE_RELEASE;
            continue;
        } else continue;
        return input;
    }
    ScreenInput input = release.value == MOUSE_RELEASE ? release : (ScreenInput){.kind = INPUT_KEY, .value = INPUT_UNKNOWN};
    release = (ScreenInput){.kind = INPUT_NONE};
    return input;
}

ScreenInput screen_read(void) {
    if (release.value == MOUSE_RELEASE) return read_mouse();
    // Not get_wch(): without delay it forgets the first half of a character when the second half is late,
    // and swallows or mangles what is not UTF-8. Bytes are put together by our own decoder.
    int value = wgetch(screen.keys);
    if (value == ERR) return (ScreenInput){.kind = INPUT_NONE};
    if (value <= 0xFF) return (ScreenInput){.kind = INPUT_BYTE, .value = (uint32_t)value};
    if (value == KEY_MOUSE) return read_mouse();
    if (value == KEY_RESIZE) {
        ScreenInput input = {.kind = INPUT_RESIZED};
        screen_size(&input.x, &input.y);
        return input;
    }
    return (ScreenInput){.kind = INPUT_KEY, .value = keys_translate(value)};
}
