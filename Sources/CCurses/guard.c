// Signals, the self-pipe, and the promise that the terminal is left as it was found.
//
// What asks the program to end or to stop only puts a byte into a pipe: the main loop saves first.
// What kills it (a Swift trap is SIGILL or SIGTRAP) cannot wait: the handler writes bytes that were
// prepared when the screen was opened, on a stack of its own, and raises the signal again.
//
// SIGWINCH is not ours. If anybody installs a handler for it, curses never reports KEY_RESIZE.

#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int deadly[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGQUIT};
static const int asking[] = {SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT};
enum { DEADLY = sizeof deadly / sizeof *deadly, ASKING = sizeof asking / sizeof *asking };

static struct {
    volatile sig_atomic_t is_active;
    int input;
    int output;  // Not the same: standard input may have been opened for reading only.
    struct termios modes;
    char restore[KEEPER_BYTES];
    size_t restore_length;
    char message[1024];
    size_t message_length;
    int log;
    int saved_stderr;
    int pipe[2];
    void *stack;
    size_t stack_size;
    struct sigaction old_deadly[DEADLY];
    struct sigaction old_asking[ASKING];
    sigset_t old_mask;
} guard = {.log = -1, .saved_stderr = -1, .pipe = {-1, -1}};

void guard_write_all(int file, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(file, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

// ---- After a crash -------------------------------------------------------------------------------

static void restore_terminal(void) {
    guard_write_all(guard.output, guard.restore, guard.restore_length);
    tcsetattr(guard.output, TCSANOW, &guard.modes);
}

static void on_deadly(int signal) {
    if (guard.is_active) {
        guard.is_active = 0;
        restore_terminal();
        keeper_tell(KEEPER_DONE);
        guard_write_all(guard.output, guard.message, guard.message_length);
        if (guard.log >= 0) {
            void *frames[64];
            int count = backtrace(frames, 64);
            const char *name = sigdescr_np(signal);
            if (name == NULL) name = "signal";
            guard_write_all(guard.log, name, strlen(name));
            guard_write_all(guard.log, "\n", 1);
            backtrace_symbols_fd(frames, count, guard.log);
        }
    }
    // SA_RESETHAND gave the signal its default meaning back: this ends the process, with a core where
    // those are wanted.
    raise(signal);
}

// ---- The self-pipe -------------------------------------------------------------------------------

static void put_byte(char byte) {
    int saved = errno;
    ssize_t ignored = write(guard.pipe[1], &byte, 1);  // A full pipe wakes as well.
    (void)ignored;
    errno = saved;
}

static void on_asking(int signal) { put_byte((char)signal); }

void screen_wake(void) { put_byte(0); }

static int take_bytes(void) {
    int bits = 0;
    char bytes[64];
    ssize_t count;
    while ((count = read(guard.pipe[0], bytes, sizeof bytes)) > 0) {
        for (ssize_t i = 0; i < count; i++) {
            switch (bytes[i]) {
            case 0: bits |= SCREEN_WAS_WOKEN; break;
            case SIGTERM: case SIGINT: bits |= SCREEN_SHOULD_END; break;
            case SIGHUP: bits |= SCREEN_HUNG_UP; break;
            case SIGTSTP: bits |= SCREEN_SHOULD_STOP; break;
            case SIGCONT: bits |= SCREEN_CONTINUED; break;
            }
        }
    }
    return bits;
}

int screen_wait(int timeout) {
    struct pollfd files[2] = {
        {.fd = guard.input, .events = POLLIN},
        {.fd = guard.pipe[0], .events = POLLIN},
    };
    struct timespec limit = {.tv_sec = timeout / 1000, .tv_nsec = (long)(timeout % 1000) * 1000000};
    // SIGWINCH is blocked except while we sleep here, so that it cannot fall between the last look at
    // the keys and the sleep and be noticed only with the next key.
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    sigdelset(&mask, SIGWINCH);
    int ready = ppoll(files, 2, timeout < 0 ? NULL : &limit, &mask);
    if (ready < 0) {
        return take_bytes() | SCREEN_INTERRUPTED;
    }
    int bits = 0;
    if (files[0].revents & POLLIN) bits |= SCREEN_HAS_INPUT;
    if (files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) bits |= SCREEN_HUNG_UP;
    if (files[1].revents & POLLIN) bits |= take_bytes();
    return bits;
}

// ---- Taking over and giving back -----------------------------------------------------------------

void guard_begin(int input, int output, const char *log_path, const char *crash_message) {
    guard.input = input;
    guard.output = output;
    tcgetattr(output, &guard.modes);
    if (guard.pipe[0] < 0 && pipe2(guard.pipe, O_NONBLOCK | O_CLOEXEC) != 0) abort();

    if (log_path) guard.log = open(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    bool has_log = guard.log >= 0;
    if (!has_log) guard.log = open("/dev/null", O_WRONLY | O_CLOEXEC);
    // Libraries write warnings to stderr; on the screen they would be dirt, in the log they help.
    guard.saved_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (guard.log >= 0) dup2(guard.log, STDERR_FILENO);

    guard.message_length = 0;
    const char *parts[] = {crash_message ? crash_message : "", has_log ? log_path : "-", "\n"};
    for (int i = 0; i < 3; i++) {
        size_t length = strlen(parts[i]);
        if (guard.message_length + length > sizeof guard.message) break;
        memcpy(guard.message + guard.message_length, parts[i], length);
        guard.message_length += length;
    }
    // The first call loads a library, which a signal handler must not do.
    void *frame[1];
    backtrace(frame, 1);
}

void guard_set_restore_bytes(const char *bytes) {
    size_t length = strlen(bytes);
    if (length > sizeof guard.restore) length = sizeof guard.restore;
    memcpy(guard.restore, bytes, length);
    guard.restore_length = length;
}

void guard_start_keeper(const char *path) {
    keeper_start(path, guard.output, &guard.modes, guard.restore, guard.restore_length);
}

void guard_catch_signals(void) {
    // A stack overflow has no stack left to run a handler on. One page below it stays unreadable.
    guard.stack_size = 256 * 1024;
    guard.stack = mmap(NULL, guard.stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (guard.stack == MAP_FAILED) guard.stack = NULL;
    if (guard.stack) {
        stack_t stack = {.ss_sp = guard.stack, .ss_size = guard.stack_size};
        sigaltstack(&stack, NULL);
    }
    struct sigaction action = {.sa_handler = on_deadly, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &action, &guard.old_deadly[i]);

    action = (struct sigaction){.sa_handler = on_asking, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < ASKING; i++) sigaction(asking[i], &action, &guard.old_asking[i]);

    sigset_t window;
    sigemptyset(&window);
    sigaddset(&window, SIGWINCH);
    pthread_sigmask(SIG_BLOCK, &window, &guard.old_mask);
    guard.is_active = 1;
}

static void release_signals(void) {
    guard.is_active = 0;
    for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &guard.old_deadly[i], NULL);
    for (int i = 0; i < ASKING; i++) sigaction(asking[i], &guard.old_asking[i], NULL);
    pthread_sigmask(SIG_SETMASK, &guard.old_mask, NULL);
    if (guard.stack) {
        stack_t none = {.ss_flags = SS_DISABLE};
        sigaltstack(&none, NULL);
        munmap(guard.stack, guard.stack_size);
        guard.stack = NULL;
    }
}

void guard_end(void) {
    if (guard.is_active) release_signals();
    tcsetattr(guard.output, TCSADRAIN, &guard.modes);
    keeper_end();
    if (guard.saved_stderr >= 0) {
        dup2(guard.saved_stderr, STDERR_FILENO);
        close(guard.saved_stderr);
        guard.saved_stderr = -1;
    }
    if (guard.log >= 0) close(guard.log);
    guard.log = -1;
}

void guard_stop(void) {
    struct sigaction normal = {.sa_handler = SIG_DFL}, ours;
    sigemptyset(&normal.sa_mask);
    sigaction(SIGTSTP, &normal, &ours);
    kill(0, SIGTSTP);
    // Stopped here, until the shell says fg.
    sigaction(SIGTSTP, &ours, NULL);
    take_bytes();  // The SIGCONT that woke us is no news.
}
