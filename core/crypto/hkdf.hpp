// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/crypto/secret.hpp"

#include <initializer_list>

namespace keepwell::crypto {

/// HKDF (RFC 5869). `info` parts are taken one after the other. Safe from any thread.
/// Precondition of every expansion: output of at most 255 hashes (else std::length_error).
PseudoRandomKey hkdfSha256Extract(ByteView salt, ByteView inputKey);
void hkdfSha256Expand(ByteView pseudoRandomKey, std::initializer_list<ByteView> info,
                      std::span<std::byte> output);

void hkdfSha512Expand(ByteView pseudoRandomKey, std::initializer_list<ByteView> info,
                      std::span<std::byte> output);

/// A secret of its own type: HKDF-Expand(key, info).
template <class Wanted>
Wanted deriveSecret(ByteView pseudoRandomKey, std::initializer_list<ByteView> info)
{
    return Wanted::make(
        [&](std::span<std::byte> output) { hkdfSha256Expand(pseudoRandomKey, info, output); });
}

} // namespace keepwell::crypto
