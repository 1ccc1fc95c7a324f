// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/contract/ids.hpp"
#include "core/crypto/secret.hpp"

#include <cstdint>

/// H(field, id, epoch, value) = SHA-256("keepwell/1/" || field || 0x00 || network id || id ||
/// u32(epoch) || value). Pure functions; safe from any thread.
namespace keepwell::contract {

/// "release": of r, for one epoch of a grant.
Commitment releaseCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                             const crypto::ReleasePart &release);
/// The same over bytes in hand; for the custodian, who gets `r` as a deposit.
Commitment releaseCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                             ByteView release);

/// "notice": of the sealed bytes, for one epoch of a grant.
Commitment noticeCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                            ByteView sealedNotice);
/// "notice" of a delivery (epoch 0).
Commitment noticeCommitment(const NetworkId &network, const DeliveryId &delivery,
                            ByteView sealedNotice);

/// "manifest": of blind || SHA-256(head).
Commitment manifestCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                              const Bytes32 &blind, const Bytes32 &headHash);

/// "reason": of the sealed reason of an opening. No reason is the all-zero commitment.
Commitment reasonCommitment(const NetworkId &network, const GrantId &grant, std::uint32_t epoch,
                            ByteView sealedReason);

} // namespace keepwell::contract
