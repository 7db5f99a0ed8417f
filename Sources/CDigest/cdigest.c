#include "CDigest.h"

#include <nettle/sha2.h>

void cdigest_sha256(const uint8_t *first, size_t firstCount, const uint8_t *second, size_t secondCount,
                    uint8_t *digest) {
    struct sha256_ctx context;
    sha256_init(&context);
    if (firstCount > 0) sha256_update(&context, firstCount, first);
    if (secondCount > 0) sha256_update(&context, secondCount, second);
    sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}
