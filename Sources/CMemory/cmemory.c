#include "CMemory.h"

#include <malloc.h>

void cmemory_take_large_pieces(void) { mallopt(M_TOP_PAD, 16 << 20); }

void cmemory_give_back(void) { malloc_trim(0); }
