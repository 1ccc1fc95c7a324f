// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>

namespace keepwell::crypto {

/// For what OpenSSL cannot fail at while it has SHA-2, AES and memory for a few hundred bytes: without
/// them nothing can go on. For core/crypto/*.cpp only.
inline void require(bool done)
{
    if (!done) {
        std::abort();
    }
}

} // namespace keepwell::crypto
