// SPDX-License-Identifier: Apache-2.0
#include "core/contract/commitments.hpp"

#include "core/crypto/hash.hpp"

namespace keepwell::contract {
namespace {

Commitment commit(std::string_view field, const NetworkId &network, ByteView id,
                  std::uint32_t epoch, std::initializer_list<ByteView> value)
{
    const Bytes whole = concat(value);
    return Commitment{
        crypto::sha256({bytesOf("keepwell/1/"), bytesOf(field), bytesOf(std::string_view{"\0", 1}),
                        network.view(), id, bigEndian32(epoch), whole})};
}

} // namespace

Commitment releaseCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                             const crypto::ReleasePart &release)
{
    return releaseCommitment(network, grant, epoch, ByteView{release.expose()});
}

Commitment releaseCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                             ByteView release)
{
    return commit("release", network, grant.view(), epoch, {release});
}

Commitment noticeCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                            ByteView sealedNotice)
{
    return commit("notice", network, grant.view(), epoch, {sealedNotice});
}

Commitment noticeCommitment(const NetworkId &network, const DeliveryId &delivery,
                            ByteView sealedNotice)
{
    return commit("notice", network, delivery.view(), 0, {sealedNotice});
}

Commitment manifestCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                              const Bytes32 &blind, const Bytes32 &headHash)
{
    return commit("manifest", network, grant.view(), epoch, {blind, headHash});
}

Commitment reasonCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                            ByteView sealedReason)
{
    return commit("reason", network, grant.view(), epoch, {sealedReason});
}

} // namespace keepwell::contract
