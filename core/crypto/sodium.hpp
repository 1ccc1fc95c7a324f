// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace keepwell::crypto {

/// Readies libsodium: picks the fastest code for this CPU. Runs before main() by itself and again
/// at no cost. Ends the program if it cannot: nothing here is safe without it.
void initialise();

/// sodium_malloc(): locked memory between guard pages, wiped by sodium_free(). Throws bad_alloc.
/// The one door to it, so that whoever holds a secret has this file, and its readying, linked in.
void *allocateLocked(std::size_t size);

} // namespace keepwell::crypto
