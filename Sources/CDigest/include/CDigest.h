#pragma once
#include <stddef.h>
#include <stdint.h>

/// SHA-256 of the bytes of `first` followed by those of `second`, into `digest` (32 bytes).
/// Either part may be empty. Never fails.
void cdigest_sha256(const uint8_t *first, size_t firstCount, const uint8_t *second, size_t secondCount,
                    uint8_t *digest);
