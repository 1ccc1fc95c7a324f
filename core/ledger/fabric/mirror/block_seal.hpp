// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/history.hpp"
#include "core/ledger/fabric/gateway/fabric_config.hpp"
#include "core/ledger/fabric/mirror/mirror_file.hpp"

#include <span>

namespace keepwell::ledger::fabric {

/// Shows that a row of the mirror's blocks is as this wallet wrote it: who showed the block, and what
/// came out of it (docs/decisions/0104-confirmations-are-sealed.md). Whoever may write the file does
/// not have the key. One thread at a time.
class BlockSeal
{
public:
    /// Without a key: what it seals holds as long as this lives, and no earlier seal does.
    BlockSeal(const MirrorKey *key, const contract::NetworkId &network)
        : m_key{key != nullptr ? key->duplicate() : MirrorKey::random()}, m_network{network}
    {
    }

    /// HMAC-SHA256 over network, number, hashes, validation, commit hash, places, leaves and times of
    /// the entries, and the organisations. `organisations`: MSP ids by the bits of `row.said`.
    /// `entries`: those of the block, by index. Precondition: they are in the history.
    Bytes of(const MirrorBlockRow &row, std::span<const std::string> organisations,
             const History &history, std::span<const std::uint64_t> entries) const;

    /// Is row.seal what of() gives?
    bool holds(const MirrorBlockRow &row, std::span<const std::string> organisations,
               const History &history, std::span<const std::uint64_t> entries) const;

private:
    MirrorKey m_key;
    contract::NetworkId m_network;
};

/// The entries from `first` to before `end`.
std::vector<std::uint64_t> indicesBetween(std::uint64_t first, std::uint64_t end);

/// A row that another wrote than this wallet.
inline std::unexpected<Error> notSealed(std::uint64_t block)
{
    return fail(ErrorCode::Tampered,
                "edited: the mirror of the channel: what it says of block " + std::to_string(block)
                    + " was not written by this wallet");
}

} // namespace keepwell::ledger::fabric
