// Key sequences: what terminfo leaves out, and one numbering for what curses reports.

#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE
#include "internal.h"

#include <curses.h>
#include <string.h>

// Codes for sequences that curses has no number for. Above KEY_MAX and above what it hands out itself
// for extended terminfo names (those start at KEY_MAX + 1), so they cannot meet.
enum { OWN = KEY_MAX + 2000 };

typedef struct {
    const char *sequence;
    uint32_t key;
} Known;

// Terminals send arrows as ESC O A or ESC [ A, whatever terminfo says about the other; with modifiers
// they all follow xterm: 2 Shift, 3 Alt, 5 Ctrl.
static const Known known[] = {
    {"\033[A", INPUT_UP}, {"\033[B", INPUT_DOWN}, {"\033[C", INPUT_RIGHT}, {"\033[D", INPUT_LEFT},
    {"\033OA", INPUT_UP}, {"\033OB", INPUT_DOWN}, {"\033OC", INPUT_RIGHT}, {"\033OD", INPUT_LEFT},
    {"\033[H", INPUT_HOME}, {"\033[F", INPUT_END}, {"\033OH", INPUT_HOME}, {"\033OF", INPUT_END},
    {"\033[1~", INPUT_HOME}, {"\033[4~", INPUT_END}, {"\033[7~", INPUT_HOME}, {"\033[8~", INPUT_END},
    {"\033[2~", INPUT_INSERT}, {"\033[3~", INPUT_DELETE},
    {"\033[5~", INPUT_PAGE_UP}, {"\033[6~", INPUT_PAGE_DOWN},
    {"\033[Z", INPUT_BACK_TAB},
    {"\033[1;2A", INPUT_UP | INPUT_SHIFT}, {"\033[1;2B", INPUT_DOWN | INPUT_SHIFT},
    {"\033[1;2C", INPUT_RIGHT | INPUT_SHIFT}, {"\033[1;2D", INPUT_LEFT | INPUT_SHIFT},
    {"\033[1;3A", INPUT_UP | INPUT_ALT}, {"\033[1;3B", INPUT_DOWN | INPUT_ALT},
    {"\033[1;3C", INPUT_RIGHT | INPUT_ALT}, {"\033[1;3D", INPUT_LEFT | INPUT_ALT},
    {"\033[1;5A", INPUT_UP | INPUT_CONTROL}, {"\033[1;5B", INPUT_DOWN | INPUT_CONTROL},
    {"\033[1;5C", INPUT_RIGHT | INPUT_CONTROL}, {"\033[1;5D", INPUT_LEFT | INPUT_CONTROL},
    {"\033[1;5H", INPUT_HOME | INPUT_CONTROL}, {"\033[1;5F", INPUT_END | INPUT_CONTROL},
    {"\033OM", INPUT_ENTER},
    {"\033OP", INPUT_FUNCTION + 1}, {"\033OQ", INPUT_FUNCTION + 2},
    {"\033OR", INPUT_FUNCTION + 3}, {"\033OS", INPUT_FUNCTION + 4},
    {"\033[11~", INPUT_FUNCTION + 1}, {"\033[12~", INPUT_FUNCTION + 2},
    {"\033[13~", INPUT_FUNCTION + 3}, {"\033[14~", INPUT_FUNCTION + 4},
    {"\033[15~", INPUT_FUNCTION + 5}, {"\033[17~", INPUT_FUNCTION + 6},
    {"\033[18~", INPUT_FUNCTION + 7}, {"\033[19~", INPUT_FUNCTION + 8},
    {"\033[20~", INPUT_FUNCTION + 9}, {"\033[21~", INPUT_FUNCTION + 10},
    {"\033[23~", INPUT_FUNCTION + 11}, {"\033[24~", INPUT_FUNCTION + 12},
    // The answers to screen_ask_width(). In the second row: of the first they would be Shift+F3.
    {"\033[2;6R", INPUT_AMBIGUOUS + 1}, {"\033[2;7R", INPUT_AMBIGUOUS + 2},
    {"\033[2;1R", INPUT_AMBIGUOUS}, {"\033[2;2R", INPUT_AMBIGUOUS}, {"\033[2;3R", INPUT_AMBIGUOUS},
    {"\033[2;4R", INPUT_AMBIGUOUS}, {"\033[2;5R", INPUT_AMBIGUOUS}, {"\033[2;8R", INPUT_AMBIGUOUS},
    {"\033[2;9R", INPUT_AMBIGUOUS}, {"\033[2;10R", INPUT_AMBIGUOUS}, {"\033[2;11R", INPUT_AMBIGUOUS},
    {"\033[2;12R", INPUT_AMBIGUOUS}, {"\033[2;13R", INPUT_AMBIGUOUS},
    {"\033[200~", INPUT_PASTE_BEGIN}, {"\033[201~", INPUT_PASTE_END},
};
enum { KNOWN = sizeof known / sizeof *known };

void keys_define(void) {
    for (int i = 0; i < KNOWN; i++) {
        // What terminfo knows stays as it is: on other terminals a sequence may mean something else.
        if (key_defined(known[i].sequence) == 0) define_key(known[i].sequence, OWN + i);
    }
}

uint32_t keys_translate(int code) {
    if (code >= OWN && code < OWN + KNOWN) return known[code - OWN].key;
    if (code >= KEY_F(1) && code <= KEY_F(24)) return INPUT_FUNCTION + (uint32_t)(code - KEY_F0);
    switch (code) {
    case KEY_UP: return INPUT_UP;
    case KEY_DOWN: return INPUT_DOWN;
    case KEY_LEFT: return INPUT_LEFT;
    case KEY_RIGHT: return INPUT_RIGHT;
    case KEY_SR: return INPUT_UP | INPUT_SHIFT;
    case KEY_SF: return INPUT_DOWN | INPUT_SHIFT;
    case KEY_SLEFT: return INPUT_LEFT | INPUT_SHIFT;
    case KEY_SRIGHT: return INPUT_RIGHT | INPUT_SHIFT;
    case KEY_HOME: case KEY_A1: return INPUT_HOME;
    case KEY_END: case KEY_C1: return INPUT_END;
    case KEY_PPAGE: case KEY_A3: return INPUT_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return INPUT_PAGE_DOWN;
    case KEY_IC: return INPUT_INSERT;
    case KEY_DC: return INPUT_DELETE;
    case KEY_BACKSPACE: return INPUT_BACKSPACE;
    case KEY_ENTER: return INPUT_ENTER;
    case KEY_BTAB: return INPUT_BACK_TAB;
    }
    // Keys with modifiers have only names, by the extension of terminfo: kUP5 is Ctrl+Up.
    static const struct { const char *name; uint32_t key; } named[] = {
        {"kUP", INPUT_UP}, {"kDN", INPUT_DOWN}, {"kLFT", INPUT_LEFT}, {"kRIT", INPUT_RIGHT},
        {"kHOM", INPUT_HOME}, {"kEND", INPUT_END}, {"kPRV", INPUT_PAGE_UP}, {"kNXT", INPUT_PAGE_DOWN},
        {"kIC", INPUT_INSERT}, {"kDC", INPUT_DELETE},
    };
    const char *name = keyname(code);
    for (size_t i = 0; name && i < sizeof named / sizeof *named; i++) {
        size_t length = strlen(named[i].name);
        if (strncmp(name, named[i].name, length) != 0) continue;
        switch (name[length]) {
        case '\0': case '2': return named[i].key | INPUT_SHIFT;
        case '3': return named[i].key | INPUT_ALT;
        case '5': return named[i].key | INPUT_CONTROL;
        }
    }
    return INPUT_UNKNOWN;
}
