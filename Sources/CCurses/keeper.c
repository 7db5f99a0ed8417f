// The keeper: a process that outlives the program and gives the terminal back where the program could not,
// because it was killed by SIGKILL (kill -9, a machine out of memory).
//
// It is this program started again, not a fork: that would copy each page of the ledger that changes. It
// sleeps in one read on a socket that only the program holds; what ends the program ends the read.

#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

// What must be done, and how the terminal looks as long as nobody has done it.
typedef struct {
    struct termios before;
    struct termios on_screen;
    size_t length;
    char bytes[KEEPER_BYTES];
} Will;

static int line = -1;
static pid_t keeper;

// ---- In the program ------------------------------------------------------------------------------

void keeper_start(const char *path, int output, const struct termios *before, const char *bytes, size_t length) {
    Will will = {.before = *before, .length = length};
    if (line >= 0 || length > sizeof will.bytes || tcgetattr(output, &will.on_screen) != 0) return;
    memcpy(will.bytes, bytes, length);
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    // A session of its own: what kills the program's whole group does not reach it.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
    char *words[] = {(char *)SCREEN_KEEPER, NULL};
    char *nothing[] = {NULL};
    pid_t child;
    int failure = posix_spawn(&child, path, &files, &attributes, words, nothing);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    close(ends[1]);
    if (failure != 0 || send(ends[0], &will, sizeof will, MSG_NOSIGNAL) != (ssize_t)sizeof will) {
        close(ends[0]);
        if (failure == 0) waitpid(child, NULL, 0);
        return;
    }
    line = ends[0];
    keeper = child;
}

void keeper_tell(KeeperNews news) {
    if (line < 0) return;
    int saved = errno;
    char byte = (char)news;
    send(line, &byte, 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    errno = saved;
}

void keeper_end(void) {
    keeper_tell(KEEPER_DONE);
    if (line < 0) return;
    close(line);
    line = -1;
    // One that ended before us, or is about to.
    waitpid(keeper, NULL, WNOHANG);
}

// ---- In the keeper -------------------------------------------------------------------------------

static bool read_all(void *into, size_t count) {
    for (char *next = into; count > 0;) {
        ssize_t found = read(STDIN_FILENO, next, count);
        if (found < 0 && errno == EINTR) continue;
        if (found <= 0) return false;
        next += found;
        count -= (size_t)found;
    }
    return true;
}

static bool is_same(const struct termios *left, const struct termios *right) {
    return left->c_iflag == right->c_iflag && left->c_oflag == right->c_oflag && left->c_lflag == right->c_lflag;
}

int screen_keep(void) {
    // Not meant for us, and the terminal is not ours to be stopped for.
    static const int others[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGTTOU, SIGPIPE};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) signal(others[i], SIG_IGN);
    prctl(PR_SET_NAME, SCREEN_KEEPER);
    Will will;
    if (!read_all(&will, sizeof will) || will.length > sizeof will.bytes) return 1;
    char news = KEEPER_ON_SCREEN, next;
    while (read_all(&next, 1)) news = next;
    if (news != KEEPER_ON_SCREEN) return 0;
    guard_write_all(STDOUT_FILENO, will.bytes, will.length);
    // A shell may have set its own modes already.
    struct termios now;
    if (tcgetattr(STDOUT_FILENO, &now) == 0 && is_same(&now, &will.on_screen)) {
        tcsetattr(STDOUT_FILENO, TCSANOW, &will.before);
    }
    return 0;
}
