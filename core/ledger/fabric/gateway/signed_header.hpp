// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/ledger/fabric/member/client_identity.hpp"

#include <fabric/common.pb.h>

#include <array>
#include <string>

namespace keepwell::ledger::fabric {

/// 24 random bytes: what makes every message another one.
using Nonce = std::array<std::byte, 24>;

/// Errors: Failed, when OpenSSL has no random bytes.
Result<Nonce> randomNonce();

/// wire::SignatureHeader.
std::string encodeSignatureHeader(const ClientIdentity &identity, ByteView nonce);

/// A channel header with type, channel and time.
wire::ChannelHeader channelHeader(wire::HeaderType type, const std::string &channel, Instant time);

} // namespace keepwell::ledger::fabric
