// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/crypto/signature.hpp"
#include "core/identity/role.hpp"

#include <cstddef>
#include <string>

namespace keepwell::identity {

inline constexpr std::size_t kMostHelloBytes = 2048;

/// The answer to an invite: who I am for this relation (docs/spec/invite.md). What parseHello()
/// gives was signed by `sign`, for this network and this invite. Plain value.
struct Hello
{
    contract::NetworkId network;
    contract::PublicKey invite; ///< The invite's signing key.
    std::string name;           ///< See display_name.hpp.
    Role role = Role::Patient;
    contract::PublicKey sign;
    contract::SealingPublicKey enc;

    friend bool operator==(const Hello &, const Hello &) = default;
};

/// The content of the hello's notice, signed. Precondition: hello.sign is `key`'s public key.
/// Errors: InvalidInput (the name).
Result<Bytes> signHello(const Hello &hello, const crypto::SigningKey &key);

/// Errors: InvalidInput, Unsupported (a newer version), Tampered (signature), Denied (for another
/// network or invite than these).
Result<Hello> parseHello(ByteView bytes, const contract::NetworkId &network,
                         const contract::PublicKey &invite);

} // namespace keepwell::identity
