// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/ledger_file.hpp"
#include "core/ledger/fabric/gateway/sent_transaction.hpp"
#include "core/ledger/fabric/mirror/channel_origin.hpp"

#include <functional>

namespace keepwell::ledger::fabric {

/// An entry as it stands in the file; nothing about it is checked but its types and sizes.
struct MirrorEntryRow
{
    LedgerRow entry;
    Bytes32 id{};        ///< Of the envelope.
    Bytes32 channelTx{}; ///< Fabric's id of the transaction that carries it.
};

/// More a mirror cannot tell apart: each is a bit of MirrorBlockRow::said.
constexpr std::size_t kMostOrganisations = 62;

/// A block as it stands in the file. The previous hash is the row's before.
struct MirrorBlockRow
{
    std::uint64_t number = 0;
    Bytes32 dataHash{};
    Bytes32 hash{};
    std::uint64_t firstEntry = 0;
    Bytes validation;
    Bytes commitHash;
    std::uint64_t said = 0;
    Bytes seal; ///< BlockSeal::of() the others and the entries of the block.
};

/// Where an entry of the light way stands on the channel.
struct MirrorPlaceRow
{
    std::uint64_t index = 0;
    std::uint64_t block = 0;
    std::int64_t t = 0; ///< Effective, whole seconds.
};

/// What vouches for all blocks before it, and where the entries end.
struct MirrorTip
{
    Bytes signatures;
    std::uint64_t entries = 0;
};

/// The mirror's SQLite file: format and rows, without any rule (docs/spec/fabric-mirror.md). One
/// thread at a time. Errors of all: those of Sqlite; Tampered for a row of another form.
class MirrorFile
{
public:
    /// Makes the file when there is none; of an older format only what was sent stays. Errors: InvalidInput for another kind of file or another
    /// network's; Unsupported for a newer format; Tampered when the database is damaged.
    static Result<MirrorFile> open(const std::filesystem::path &file, const ChannelOrigin &origin);

    /// Drops what was read of the channel and keeps what was sent; a file that allows not even that
    /// is removed.
    static Result<> forget(const std::filesystem::path &file);

    template <class Work>
    auto writing(Work work) -> decltype(work())
    {
        return inTransaction(*m_connection, "BEGIN IMMEDIATE", work);
    }

    /// At most `limit` rows from `from` on, in order; entry 0 is in no row.
    Result<std::vector<MirrorEntryRow>> entries(std::uint64_t from, std::size_t limit);
    Result<> append(const MirrorEntryRow &row);
    /// The index of the entry of an envelope.
    Result<std::optional<std::uint64_t>> indexOf(const Bytes32 &envelope);

    Result<> eachBlock(const std::function<Result<>(const MirrorBlockRow &)> &visit);
    /// At most `limit` rows from `from` on, in order.
    Result<std::vector<MirrorBlockRow>> blocks(std::uint64_t from, std::size_t limit);
    Result<> append(const MirrorBlockRow &row);
    /// Who showed a block that is there, and its seal.
    Result<> putSaid(const MirrorBlockRow &row);

    Result<std::optional<Bytes>> config(std::uint64_t block); ///< The whole block, serialized.
    Result<std::vector<std::uint64_t>> configBlocks();        ///< Their numbers, rising.
    Result<> putConfig(std::uint64_t block, ByteView bytes);
    Result<std::optional<MirrorTip>> tip();
    Result<> putTip(const MirrorTip &tip);

    // The light way: not every entry is here, and blocks are not one after the other.
    Result<std::vector<MirrorPlaceRow>> places(); ///< In the order of the entries.
    Result<> append(const MirrorPlaceRow &row);
    /// Drops the entries from `size` on, and blocks that none is left of.
    Result<> cutTo(std::uint64_t size);

    Result<std::vector<std::string>> organisations(); ///< In the order of their bits.
    Result<> putOrganisation(std::size_t number, std::string_view msp);
    Result<std::vector<ChainConflict>> conflicts();
    Result<> putConflict(const ChainConflict &conflict); ///< One an organisation.
    Result<> dropConflict(std::string_view msp);

    Result<> putSent(const SentTransaction &sent);
    Result<std::optional<SentTransaction>> sent(const Bytes32 &envelope);
    Result<> dropSent(const Bytes32 &envelope);
    Result<bool> hasUnsettled();
    /// Only one that is Unknown: the first block that holds a transaction decides.
    Result<> settle(const Bytes32 &channelTx, SentState state);

private:
    explicit MirrorFile(std::unique_ptr<Sqlite> connection);
    Result<> create(const ChannelOrigin &origin);
    Result<> upgrade();
    Result<> checkOrigin(const ChannelOrigin &origin);

    std::unique_ptr<Sqlite> m_connection;
};

} // namespace keepwell::ledger::fabric
