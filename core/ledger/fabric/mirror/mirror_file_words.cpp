// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/mirror/mirror_file.hpp"
#include "core/ledger/fabric/mirror/row_reader.hpp"

namespace keepwell::ledger::fabric {

Result<std::vector<std::string>> MirrorFile::organisations()
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT number, msp FROM organisation ORDER BY number"));
    std::vector<std::string> all;
    while (true) {
        KEEPWELL_TRY(const bool more, cursor.next());
        if (!more) {
            return all;
        }
        RowReader reader{cursor};
        const bool isNext = reader.count(0) == all.size();
        all.push_back(reader.text(1));
        if (!reader.isGood() || !isNext) {
            return otherForm();
        }
    }
}

Result<> MirrorFile::putOrganisation(std::size_t number, std::string_view msp)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("INSERT OR IGNORE INTO organisation VALUES (?1, ?2)"));
    cursor.bind(1, signedOf(number)).bind(2, msp);
    return cursor.run();
}

Result<std::vector<ChainConflict>> MirrorFile::conflicts()
{
    KEEPWELL_TRY(
        Cursor cursor,
        m_connection->prepare("SELECT msp, block, entry, what FROM conflict ORDER BY msp"));
    std::vector<ChainConflict> all;
    while (true) {
        KEEPWELL_TRY(const bool more, cursor.next());
        if (!more) {
            return all;
        }
        RowReader reader{cursor};
        all.push_back({.msp = reader.text(0),
                       .block = reader.count(1),
                       .entry = reader.count(2),
                       .what = reader.text(3)});
        if (!reader.isGood()) {
            return otherForm();
        }
    }
}

Result<> MirrorFile::putConflict(const ChainConflict &conflict)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("REPLACE INTO conflict VALUES (?1, ?2, ?3, ?4)"));
    cursor.bind(1, std::string_view{conflict.msp}).bind(2, signedOf(conflict.block));
    cursor.bind(3, signedOf(conflict.entry)).bind(4, std::string_view{conflict.what});
    return cursor.run();
}

Result<> MirrorFile::dropConflict(std::string_view msp)
{
    KEEPWELL_TRY(Cursor cursor, m_connection->prepare("DELETE FROM conflict WHERE msp = ?1"));
    cursor.bind(1, msp);
    return cursor.run();
}

Result<std::vector<MirrorPlaceRow>> MirrorFile::places()
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT idx, block, t FROM place ORDER BY idx"));
    std::vector<MirrorPlaceRow> all;
    while (true) {
        KEEPWELL_TRY(const bool more, cursor.next());
        if (!more) {
            return all;
        }
        RowReader reader{cursor};
        all.push_back({.index = reader.count(0), .block = reader.count(1), .t = reader.integer(2)});
        if (!reader.isGood()) {
            return otherForm();
        }
    }
}

Result<> MirrorFile::append(const MirrorPlaceRow &row)
{
    KEEPWELL_TRY(Cursor cursor, m_connection->prepare("INSERT INTO place VALUES (?1, ?2, ?3)"));
    cursor.bind(1, signedOf(row.index)).bind(2, signedOf(row.block)).bind(3, row.t);
    return cursor.run();
}

Result<> MirrorFile::cutTo(std::uint64_t size)
{
    for (const char *drop :
         {"DELETE FROM entry WHERE idx >= ?1", "DELETE FROM place WHERE idx >= ?1"}) {
        KEEPWELL_TRY(Cursor cursor, m_connection->prepare(drop));
        cursor.bind(1, signedOf(size));
        KEEPWELL_CHECK(cursor.run());
    }
    KEEPWELL_TRY(Cursor blocks,
                 m_connection->prepare("DELETE FROM block WHERE number NOT IN "
                                       "(SELECT block FROM place)"));
    return blocks.run();
}

Result<> MirrorFile::putSent(const SentTransaction &sent)
{
    KEEPWELL_TRY(const Bytes channelTx, fromHex(sent.channelTxId));
    KEEPWELL_TRY(Cursor cursor, m_connection->prepare("REPLACE INTO sent VALUES (?1, ?2, ?3, ?4)"));
    cursor.bind(1, sent.envelope.view()).bind(2, ByteView{channelTx});
    cursor.bind(3, ByteView{sent.transaction}).bind(4, static_cast<std::int64_t>(sent.state));
    return cursor.run();
}

Result<std::optional<SentTransaction>> MirrorFile::sent(const Bytes32 &envelope)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT channel_tx, bytes, state FROM sent "
                                       "WHERE envelope = ?1"));
    cursor.bind(1, ByteView{envelope});
    KEEPWELL_TRY(const bool found, cursor.next());
    if (!found) {
        return std::nullopt;
    }
    const auto channelTx = cursor.blobAt(0);
    const auto bytes = cursor.blobAt(1);
    const auto state = cursor.integerAt(2);
    if (!channelTx || !bytes || !state || *state < 0
        || *state > static_cast<std::int64_t>(SentState::Invalid)) {
        return otherForm();
    }
    return SentTransaction{.envelope = contract::TxId{envelope},
                           .channelTxId = toHex(*channelTx),
                           .transaction = copyOf(*bytes),
                           .state = static_cast<SentState>(*state)};
}

Result<> MirrorFile::dropSent(const Bytes32 &envelope)
{
    KEEPWELL_TRY(Cursor cursor, m_connection->prepare("DELETE FROM sent WHERE envelope = ?1"));
    cursor.bind(1, ByteView{envelope});
    return cursor.run();
}

Result<bool> MirrorFile::hasUnsettled()
{
    KEEPWELL_TRY(const std::int64_t count,
                 m_connection->number("SELECT count(*) FROM sent WHERE state = 0"));
    return count > 0;
}

Result<> MirrorFile::settle(const Bytes32 &channelTx, SentState state)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("UPDATE sent SET state = ?2 "
                                       "WHERE channel_tx = ?1 AND state = 0"));
    cursor.bind(1, ByteView{channelTx}).bind(2, static_cast<std::int64_t>(state));
    return cursor.run();
}

} // namespace keepwell::ledger::fabric
