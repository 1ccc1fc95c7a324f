// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/map_state.hpp"
#include "core/ledger/fabric/gateway/sent_transaction.hpp"
#include "core/ledger/fabric/member/organisation_roots.hpp"
#include "core/ledger/fabric/mirror/channel_origin.hpp"

#include <filesystem>
#include <memory>

namespace keepwell::ledger::fabric {

/// What a wallet has seen of a channel, in one SQLite file of public data: every entry of the
/// contract in channel order, replayed, in the tree of the embedded ledger (index 0 stands for the
/// genesis block); per block who showed it; and what this wallet has sent.
///
/// A block is taken in only when it follows the one before by its hashes, the orderers in force
/// signed it, and each entry in it replays. What a peer alone says (which transactions are valid, the
/// commit hash) counts as proven once two organisations say it alike. Every row of the file is
/// hostile until replayed. One thread at a time, one process at a time (the wallet's lock).
///
/// Errors of all: Unavailable (disk), Tampered, Cancelled.
class ChainMirror
{
public:
    /// Opens or makes the file. Errors: InvalidInput when it is another kind of file, or the mirror
    /// of another network; Unsupported when a newer Keepwell made it; Tampered when its rows do not
    /// replay or do not lead to the pin: then forget() and read the channel anew, which shows
    /// whether the file was at fault or the channel.
    static Result<std::unique_ptr<ChainMirror>> open(const std::filesystem::path &file,
                                                     const ChannelOrigin &origin,
                                                     const MirrorOptions &options = {});
    /// Drops all entries and blocks of a file, whatever is wrong with them; what was sent is kept
    /// where it can be read.
    static Result<> forget(const std::filesystem::path &file);
    ~ChainMirror();

    const ChannelOrigin &origin() const;

    /// Takes in blocks nextBlock(), nextBlock() + 1, … (serialized, whole) as `msp` shows them;
    /// returns how many. One SQLite transaction, so give many at once.
    /// Errors: Tampered, naming the organisation and the block, when one is not what it should be:
    /// the blocks before it are taken in, and the conflict is kept. Unsupported: an entry made by a
    /// newer Keepwell; nothing is written after that.
    Result<std::size_t> append(std::span<const Bytes> blocks, std::string_view msp);
    std::uint64_t nextBlock() const; ///< Number of the first block that is not taken in yet.

    /// Holds a block, whole or header and metadata only, of another organisation against what was
    /// taken in. InvalidInput when it is not nextToConfirm(msp). Tampered when it differs, and the
    /// conflict is kept until the same organisation shows the block alike.
    Result<> confirm(std::span<const Bytes> blocks, std::string_view msp);
    /// The first block that `msp` has not shown alike yet; nextBlock() when there is none.
    std::uint64_t nextToConfirm(std::string_view msp) const;

    /// size 1 at first: entry 0 stands for the pinned genesis block and is always proven.
    Head head() const;
    std::vector<ChainConflict> conflicts() const;
    Result<std::vector<Entry>> entries(std::uint64_t from, std::size_t limit);
    /// Errors: InvalidInput, as Ledger's.
    Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index, std::uint64_t size) const;
    Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize, std::uint64_t size) const;

    /// The committed entry of an envelope, nullopt when no block taken in holds it as valid.
    Result<std::optional<Entry>> find(const contract::TxId &envelope);

    /// The public state after the newest entry. Index rows hold the channel tx id (32 bytes) as
    /// locator. Not to be written.
    contract::MapState &state();

    /// Who issues the certificates of the channel's organisations with peers, by the configuration
    /// in force; empty before block 0 was taken in.
    OrganisationRoots members() const;

    /// On disk when it returns. A newer transaction of the same envelope takes the older's place.
    Result<> remember(const SentTransaction &sent);
    /// append() settles it by itself when a block holds it. nullopt: never sent.
    Result<std::optional<SentTransaction>> sent(const contract::TxId &envelope);
    Result<> forgetSent(const contract::TxId &envelope);

private:
    class Impl;
    explicit ChainMirror(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace keepwell::ledger::fabric
