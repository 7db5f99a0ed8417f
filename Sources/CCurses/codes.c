// What terminfo says about a terminal whose bytes are written without curses.

#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// From <term.h>, which is not included: it defines names such as `lines` and `buttons` as macros.
extern char *tigetstr(const char *name);
extern int tigetflag(const char *name);
extern int tigetnum(const char *name);
extern char *tparm(const char *format, ...);

static bool is(const char *name, const char *wanted) {
    const char *found = tigetstr(name);
    return found != NULL && found != (char *)-1 && strcmp(found, wanted) == 0;
}

bool screen_codes(ScreenCodes *codes) {
    int without_colours = tigetnum("ncv");
    // Exactly these: a padding mark or another spelling is for curses to deal with.
    bool is_ansi = is("cup", "\033[%i%p1%d;%p2%dH") && is("hpa", "\033[%i%p1%dG") && is("vpa", "\033[%i%p1%dd")
                   && is("cud1", "\n") && is("cub1", "\b")
                   && is("cuf", "\033[%p1%dC") && is("cub", "\033[%p1%dD") && is("cuu", "\033[%p1%dA")
                   && is("cud", "\033[%p1%dB") && is("el", "\033[K") && is("csr", "\033[%i%p1%d;%p2%dr")
                   && is("ri", "\033M")
                   && is("bold", "\033[1m") && is("smul", "\033[4m") && is("rmul", "\033[24m") && is("rev", "\033[7m")
                   && tigetflag("am") > 0 && tigetflag("xenl") > 0 && without_colours <= 0
                   && (tigetnum("colors") <= 0 || is("op", "\033[39;49m"));
    *codes = (ScreenCodes){
        .erases = is("ech", "\033[%p1%dX"),
        .erases_in_colour = tigetflag("bce") > 0,
        .dims = is("dim", "\033[2m"),
    };
    return is_ansi;
}

int screen_colour(int colour, bool is_ground, char *numbers, int size) {
    const char *form = tigetstr(is_ground ? "setab" : "setaf");
    if (form == NULL || form == (char *)-1) return 0;
    const char *sent = tparm(form, colour, 0, 0, 0, 0, 0, 0, 0, 0);
    size_t length = sent ? strlen(sent) : 0;
    if (length < 4 || length - 3 >= (size_t)size || strncmp(sent, "\033[", 2) != 0 || sent[length - 1] != 'm') return 0;
    memcpy(numbers, sent + 2, length - 3);
    numbers[length - 3] = '\0';
    return (int)length - 3;
}
