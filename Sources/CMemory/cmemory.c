#include "CMemory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// Since Linux 5.14; an older kernel answers EINVAL, and the pages come one by one.
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

enum {
    MEGABYTE = 1 << 20,
    PIECE = 192 * MEGABYTE,
    // A page of the second size, which is asked for by one fault instead of 512.
    LARGE_PAGE = 2 * MEGABYTE,
    // glibc gives each thread but the first heaps of this size at multiples of it.
    THREAD_HEAP = 64 * MEGABYTE,
};

static int takes_large_pieces;

void cmemory_touch_variables(void) {
    extern char __bss_start[], _end[];
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t from = ((uintptr_t)__bss_start + page - 1) & ~(page - 1), to = (uintptr_t)_end & ~(page - 1);
    if (from < to) madvise((void *)from, to - from, MADV_POPULATE_WRITE);
}

// Where the system has no large pages, or only for those that it chooses, nothing changes.
static void ask_for_large_pages(uintptr_t from, uintptr_t to) {
    from = (from + LARGE_PAGE - 1) & ~(uintptr_t)(LARGE_PAGE - 1);
    if (from < to) madvise((void *)from, to - from, MADV_HUGEPAGE);
}

void cmemory_take_large_pieces(void) {
    mallopt(M_TOP_PAD, PIECE);
    // Large arrays come from the heap too: mapped on their own, each of their pages would be new each time.
    mallopt(M_MMAP_THRESHOLD, 16 * MEGABYTE);
    takes_large_pieces = 1;
    uintptr_t from = (uintptr_t)sbrk(0);
    // More than what is left at the end of the heap, so that it grows; volatile, for a compiler leaves out what is freed
    // unused.
    void *volatile piece = malloc(MEGABYTE);
    free(piece);
    ask_for_large_pages(from, (uintptr_t)sbrk(0));
}

void cmemory_take_large_pieces_here(void) {
    if (!takes_large_pieces) return;
    void *here = malloc(1);
    uintptr_t heap = (uintptr_t)here & ~(uintptr_t)(THREAD_HEAP - 1);
    ask_for_large_pages(heap, heap + THREAD_HEAP);
    free(here);
}

void cmemory_give_back(void) { malloc_trim(0); }
