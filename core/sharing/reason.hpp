// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/crypto/hpke.hpp"

#include <string>
#include <string_view>

namespace keepwell::sharing {

/// Why somebody opens a share, for its owner alone (docs/spec/notice.md): HPKE to the owner's pair
/// key, info = "keepwell/1/reason" || network id || gid || u32(epoch) || the request's key.
struct ReasonContext
{
    contract::NetworkId network;
    contract::GrantId grant;
    std::uint32_t epoch = 1;
    contract::PublicKey requester;
};

/// Errors: InvalidInput when it is longer than 300 bytes or not UTF-8.
Result<Bytes> sealReason(const ReasonContext &context, std::string_view reason,
                         const crypto::SealingPublicKey &owner);

/// Errors: WrongKey; InvalidInput when what it says is not text.
Result<std::string> openReason(const ReasonContext &context, ByteView sealed,
                               const crypto::SealingKey &owner);

} // namespace keepwell::sharing
