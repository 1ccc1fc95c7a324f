// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"

#include <sodium.h>

#include <cstdlib>
#include <new>

namespace keepwell::crypto {

void initialise()
{
    if (sodium_init() < 0) {
        std::abort();
    }
}

namespace {
// Also run before main, so that no order of static objects or forgotten call can matter.
[[maybe_unused]] const bool kReady = (initialise(), true);
} // namespace

void *allocateLocked(std::size_t size)
{
    initialise(); // An object built before main() may get here first.
    void *memory = sodium_malloc(size);
    if (memory == nullptr) {
        throw std::bad_alloc{};
    }
    return memory;
}

} // namespace keepwell::crypto
