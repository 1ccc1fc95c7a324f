// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/terms.hpp"
#include "core/crypto/hpke.hpp"
#include "core/crypto/secret.hpp"

/// A share's key cut in two (docs/spec/notice.md): the recipient part travels in the notice, the
/// release part `r` lies with the custodian, and neither opens anything alone.
namespace keepwell::sharing {

/// What both halves are bound to.
struct KeyContext
{
    contract::NetworkId network;
    contract::GrantId grant;
    std::uint32_t epoch = 1;
    contract::PublicKey grantor;   ///< The owner's pair key.
    contract::PublicKey recipient; ///< The grantee's pair key.
    contract::Terms terms;
};

/// HPKE to the recipient of `manifest XOR HKDF-Expand(r, "keepwell/1/release" || gid || epoch)`.
/// Errors: InvalidInput when the recipient's sealing key is of low order.
Result<Bytes> sealRecipientPart(const KeyContext &context, const crypto::ObjectKey &manifest,
                                const crypto::ReleasePart &release,
                                const crypto::SealingPublicKey &to);

/// The manifest's key again, from both halves.
/// Errors: WrongKey when the recipient part was not made for this key and context.
Result<crypto::ObjectKey> joinParts(const KeyContext &context, ByteView recipientPart,
                                    const crypto::ReleasePart &release,
                                    const crypto::SealingKey &recipient);

} // namespace keepwell::sharing
