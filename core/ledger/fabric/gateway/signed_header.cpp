// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/signed_header.hpp"

#include <openssl/rand.h>

namespace keepwell::ledger::fabric {

Result<Nonce> randomNonce()
{
    Nonce nonce{};
    if (RAND_bytes(reinterpret_cast<unsigned char *>(nonce.data()), static_cast<int>(nonce.size()))
        != 1) {
        return fail(ErrorCode::Failed, "OpenSSL has no random bytes to give");
    }
    return nonce;
}

std::string encodeSignatureHeader(const ClientIdentity &identity, ByteView nonce)
{
    wire::SignatureHeader header;
    header.set_creator(identity.creator());
    header.set_nonce(nonce.data(), nonce.size());
    return header.SerializeAsString();
}

wire::ChannelHeader channelHeader(wire::HeaderType type, const std::string &channel, Instant time)
{
    wire::ChannelHeader header;
    header.set_type(type);
    header.mutable_timestamp()->set_seconds(time.time_since_epoch().count());
    header.set_channel_id(channel);
    return header;
}

} // namespace keepwell::ledger::fabric
