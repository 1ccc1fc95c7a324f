// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/history.hpp"
#include "core/ledger/fabric/chain/config_trail.hpp"
#include "core/ledger/fabric/chain/entry_reader.hpp"
#include "core/ledger/fabric/mirror/block_seal.hpp"

#include <set>
#include <span>

namespace keepwell::ledger::fabric {

/// A block, serialized, as a source shows it.
struct ShownBlock
{
    std::uint64_t number = 0;
    Bytes bytes;
    std::set<Bytes32> wanted{}; ///< The channel tx ids of what is to be taken out of it.
};

/// The light way to see a channel: of all entries only those that concern the followed keys, out of
/// single blocks (docs/decisions/0103-the-light-way.md). The file is the mirror's, the places and the
/// tree are this wallet's own: 0 stands for the genesis block, 1, 2, … in the order of the channel.
///
/// A block is believed when the orderers of its configuration signed it, and the configurations lead
/// to the pinned block 0. It is not shown to follow the block before it, and an entry that every
/// organisation leaves out is missed before its key signs again. What one organisation alone says
/// counts as proven once two say it alike. One thread at a time, one process at a time.
///
/// Errors of all: Unavailable (disk), Tampered, Cancelled.
class OwnEntries
{
public:
    /// What is kept beyond the pin is dropped and read anew. Errors: those of ChainMirror::open().
    static Result<std::unique_ptr<OwnEntries>> open(const std::filesystem::path &file,
                                                    const ChannelOrigin &origin,
                                                    const MirrorOptions &options = {});

    const ChannelOrigin &origin() const { return m_origin; }

    /// True when one of them was not followed before.
    bool follow(const std::vector<contract::PublicKey> &keys);
    const std::set<contract::PublicKey> &followed() const { return m_followed; }

    /// The newest configuration block known; nullopt: block 0 is to be taken first.
    std::optional<std::uint64_t> newestConfig() const { return m_trail.newest(); }
    Result<> takeConfig(ByteView block, std::string_view msp);
    /// Did the orderers sign it? Of block 0: is it the pinned one?
    Result<> checkSigned(const Block &block) { return m_trail.check(block); }

    /// Is there nothing more to learn from a transaction? It was taken in, or concerns nobody followed.
    bool isKnown(const Bytes32 &channelTx) const
    {
        return m_known.contains(channelTx) || m_passedOver.contains(channelTx);
    }
    /// Takes what is wanted out of whole blocks, as `msp` shows them, those before a bad one in any
    /// case. One SQLite transaction, so give many at once. Precondition: blocks come in rising order.
    /// Errors: Tampered, naming the organisation, when a block or an entry is not what it should be; the
    /// conflict is kept until it shows it rightly. Unavailable: a newer configuration is to be taken first.
    Result<> take(std::span<const ShownBlock> blocks, std::string_view msp);

    /// The blocks taken in that `msp` has not shown alike.
    std::vector<std::uint64_t> unconfirmed(std::string_view msp) const;
    /// Holds header and metadata of blocks out of unconfirmed() against what was taken in, up to the first
    /// that differs. Errors: as take().
    Result<> confirm(std::span<const ShownBlock> blocks, std::string_view msp);

    Head head() const;
    const std::vector<ChainConflict> &conflicts() const { return m_conflicts; }
    std::vector<Entry> entries(std::uint64_t from, std::size_t limit) const;
    std::optional<Entry> find(const contract::TxId &envelope) const;
    const History &history() const { return m_history; }
    contract::MapState &state()
    {
        return m_history.state();
    } ///< Of what was seen. Not to be written.
    OrganisationRoots members() const;

    // What was sent: as ChainMirror's.
    Result<> remember(const SentTransaction &sent) { return m_file.putSent(sent); }
    Result<std::optional<SentTransaction>> sent(const contract::TxId &act);
    Result<> forgetSent(const contract::TxId &act) { return m_file.dropSent(act.bytes()); }

private:
    OwnEntries(MirrorFile file, ChannelOrigin origin, const MirrorKey *key);
    Result<> load(const std::optional<Pin> &pin);
    Result<> loadEntries(const std::optional<Pin> &pin);
    Result<> checkSeals() const;
    Bytes sealOf(const MirrorBlockRow &row) const;
    Result<> admit(const CheckedRow &row, const Bytes32 &channelTx, Instant t, std::uint64_t block);
    struct Read
    {
        Block block;
        std::vector<Submission> submissions;
        std::uint64_t first = 0; ///< Entries from this one on came out of it.
    };
    Result<Read> read(const ShownBlock &shown);
    Result<std::optional<CheckedRow>> check(const Submission &one);
    Result<> store(const Read &read, std::string_view msp);
    Result<bool> concerns(const contract::Transaction &transaction);
    Result<std::size_t> numberOf(std::string_view msp);
    Result<> keepConflict(ChainConflict conflict);
    Result<> dropConflict(std::string_view msp, std::uint64_t block);
    std::uint64_t firstEntryOf(std::uint64_t block) const;
    Result<> keepBlock(const Read &read, std::uint64_t said);

    ChannelOrigin m_origin;
    MirrorFile m_file;
    BlockSeal m_seal;
    ConfigTrail m_trail;
    History m_history;
    std::vector<Entry> m_entries; ///< By index; 0 is the genesis.
    std::vector<std::uint64_t> m_blockOf;
    std::map<std::uint64_t, std::vector<std::uint64_t>> m_entriesOf; ///< By block, rising.
    std::vector<Bytes32> m_channelTx;
    std::map<contract::TxId, std::uint64_t> m_byId;
    std::map<std::uint64_t, MirrorBlockRow> m_blocks;
    std::vector<std::string> m_organisations; ///< By the bit of `said`.
    std::vector<ChainConflict> m_conflicts;
    std::set<Bytes32> m_known;      ///< Channel tx ids of m_entries.
    std::set<Bytes32> m_passedOver; ///< Of those that concern nobody followed.
    std::set<contract::PublicKey> m_followed;
    std::optional<Error> m_fault; ///< Memory and file may differ: nothing more is done.
};

} // namespace keepwell::ledger::fabric
