// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"

#include <initializer_list>
#include <memory>

namespace keepwell::crypto {

/// SHA-256 of the parts one after the other (RFC 6234). OpenSSL EVP, which uses the CPU's SHA
/// instructions. Safe from any thread.
Bytes32 sha256(std::initializer_list<ByteView> parts);
inline Bytes32 sha256(ByteView bytes) { return sha256({bytes}); }

/// SHA-512 of the parts one after the other (RFC 6234).
std::array<std::byte, 64> sha512(std::initializer_list<ByteView> parts);

/// HMAC-SHA256 (RFC 2104) of the parts one after the other.
Bytes32 hmacSha256(ByteView key, std::initializer_list<ByteView> parts);

/// Compares without telling by time where they differ. False when the lengths differ.
bool equalConstantTime(ByteView a, ByteView b);

/// Running SHA-256 for what is read in pieces. One thread at a time; move only.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void update(ByteView bytes);
    Bytes32 finish(); ///< Ends the run; a further update() starts a new one.

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace keepwell::crypto
