// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/mirror/mirror_file.hpp"

#include "core/ledger/embedded/file_form.hpp"
#include "core/ledger/fabric/mirror/row_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::int64_t kApplicationId = 0x4B574D52; // "KWMR"
constexpr std::int64_t kFormatVersion = 3;
constexpr std::int64_t kUnsealedVersion = 2;
constexpr std::size_t kMostPayloadBytes = 64UL * 1024;

constexpr std::array<std::string_view, 9> kSchema{
    "CREATE TABLE network (one INTEGER PRIMARY KEY, genesis BLOB NOT NULL, channel TEXT NOT NULL, "
    "contract TEXT NOT NULL) STRICT",
    "CREATE TABLE entry (idx INTEGER PRIMARY KEY, t INTEGER NOT NULL, outcome INTEGER NOT NULL, "
    "payload BLOB NOT NULL, signature BLOB NOT NULL, id BLOB NOT NULL UNIQUE, "
    "channel_tx BLOB NOT NULL UNIQUE) STRICT",
    "CREATE TABLE config (block INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
    "CREATE TABLE tip (one INTEGER PRIMARY KEY, signatures BLOB NOT NULL, "
    "entries INTEGER NOT NULL) STRICT",
    "CREATE TABLE organisation (number INTEGER PRIMARY KEY, msp TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE conflict (msp TEXT PRIMARY KEY, block INTEGER NOT NULL, entry INTEGER NOT NULL, "
    "what TEXT NOT NULL) STRICT",
    "CREATE TABLE sent (envelope BLOB PRIMARY KEY, channel_tx BLOB NOT NULL UNIQUE, "
    "bytes BLOB NOT NULL, state INTEGER NOT NULL) STRICT",
    "CREATE TABLE place (idx INTEGER PRIMARY KEY, block INTEGER NOT NULL, t INTEGER NOT NULL) "
    "STRICT",
    "CREATE TABLE block (number INTEGER PRIMARY KEY, data_hash BLOB NOT NULL, hash BLOB NOT NULL, "
    "first_entry INTEGER NOT NULL, validation BLOB NOT NULL, commit_hash BLOB NOT NULL, "
    "said INTEGER NOT NULL, seal BLOB NOT NULL) STRICT",
};

constexpr FileForm kForm{.name = "mirror of the channel",
                         .stranger = "not a Keepwell mirror of a channel",
                         .applicationId = kApplicationId,
                         .version = kFormatVersion,
                         .schema = kSchema};

Result<std::optional<MirrorBlockRow>> blockAt(Cursor &cursor)
{
    KEEPWELL_TRY(const bool found, cursor.next());
    if (!found) {
        return std::nullopt;
    }
    RowReader reader{cursor};
    MirrorBlockRow row{.number = reader.count(0),
                       .dataHash = reader.hash(1),
                       .hash = reader.hash(2),
                       .firstEntry = reader.count(3),
                       .validation = reader.blob(4),
                       .commitHash = reader.blob(5),
                       .said = reader.count(6),
                       .seal = reader.blob(7)};
    return reader.isGood() ? Result<std::optional<MirrorBlockRow>>{std::move(row)} : otherForm();
}

/// A file of ours only, before SQLite touches it.
Result<> makePlainFile(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return errno == EEXIST
            ? Result<>{}
            : fail(ErrorCode::Unavailable, "the mirror of the channel cannot be made");
    }
    ::close(descriptor);
    return {};
}

} // namespace

MirrorFile::MirrorFile(std::unique_ptr<Sqlite> connection) : m_connection{std::move(connection)} {}

Result<MirrorFile> MirrorFile::open(const std::filesystem::path &file, const ChannelOrigin &origin)
{
    KEEPWELL_CHECK(makePlainFile(file));
    KEEPWELL_TRY(auto connection, Sqlite::open(file, Sqlite::Mode::ReadWrite));
    MirrorFile mirror{std::move(connection)};
    KEEPWELL_TRY(const std::int64_t tables,
                 mirror.m_connection->number("SELECT count(*) FROM sqlite_schema"));
    if (tables == 0) {
        KEEPWELL_CHECK(mirror.create(origin));
    }
    KEEPWELL_CHECK(mirror.upgrade());
    KEEPWELL_CHECK(checkForm(*mirror.m_connection, kForm));
    KEEPWELL_CHECK(mirror.checkOrigin(origin));
    return mirror;
}

Result<> MirrorFile::create(const ChannelOrigin &origin)
{
    KEEPWELL_CHECK(m_connection->execute("PRAGMA journal_mode = WAL"));
    return writing([&]() -> Result<> {
        std::string script;
        for (const std::string_view table : kSchema) {
            script += std::string{table} + ";";
        }
        script += "PRAGMA application_id = " + std::to_string(kApplicationId)
            + ";PRAGMA user_version = " + std::to_string(kFormatVersion) + ";";
        KEEPWELL_CHECK(m_connection->execute(script.c_str()));
        KEEPWELL_TRY(Cursor cursor,
                     m_connection->prepare("INSERT INTO network VALUES (1, ?1, ?2, ?3)"));
        cursor.bind(1, ByteView{origin.genesisBlock});
        cursor.bind(2, std::string_view{origin.channel});
        cursor.bind(3, std::string_view{origin.contract});
        return cursor.run();
    });
}

/// Nothing in a file of version 2 shows who wrote it, so the channel is read anew.
Result<> MirrorFile::upgrade()
{
    KEEPWELL_TRY(const std::int64_t application, m_connection->number("PRAGMA application_id"));
    KEEPWELL_TRY(const std::int64_t version, m_connection->number("PRAGMA user_version"));
    if (application != kApplicationId || version != kUnsealedVersion) {
        return {};
    }
    const std::string script = "BEGIN IMMEDIATE; DROP TABLE block; DELETE FROM entry; "
                               "DELETE FROM config; DELETE FROM tip; DELETE FROM conflict; "
                               "DELETE FROM organisation; DELETE FROM place; "
        + std::string{kSchema.back()} + "; PRAGMA user_version = " + std::to_string(kFormatVersion)
        + "; COMMIT";
    return m_connection->execute(script.c_str());
}

Result<> MirrorFile::checkOrigin(const ChannelOrigin &origin)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT genesis, channel, contract FROM network "
                                       "WHERE one = 1"));
    KEEPWELL_TRY(const bool found, cursor.next());
    if (!found) {
        return otherForm();
    }
    RowReader reader{cursor};
    const ChannelOrigin kept{
        .genesisBlock = reader.hash(0), .channel = reader.text(1), .contract = reader.text(2)};
    if (!reader.isGood()) {
        return otherForm();
    }
    return kept == origin
        ? Result<>{}
        : fail(ErrorCode::InvalidInput, "the mirror is that of another channel or network");
}

Result<std::vector<MirrorEntryRow>> MirrorFile::entries(std::uint64_t from, std::size_t limit)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT idx, t, outcome, payload, signature, id, channel_tx "
                                       "FROM entry WHERE idx >= ?1 ORDER BY idx LIMIT ?2"));
    cursor.bind(1, signedOf(from)).bind(2, signedOf(limit));
    std::vector<MirrorEntryRow> rows;
    while (true) {
        KEEPWELL_TRY(const bool more, cursor.next());
        if (!more) {
            return rows;
        }
        RowReader reader{cursor};
        rows.push_back({.entry = {.index = reader.integer(0),
                                  .time = reader.integer(1),
                                  .outcome = reader.integer(2),
                                  .payload = reader.blob(3, kMostPayloadBytes),
                                  .signature = reader.blob(4, sizeof(crypto::Signature))},
                        .id = reader.hash(5),
                        .channelTx = reader.hash(6)});
        if (!reader.isGood()) {
            return otherForm();
        }
    }
}

Result<> MirrorFile::append(const MirrorEntryRow &row)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("INSERT INTO entry (idx, t, outcome, payload, signature, "
                                       "id, channel_tx) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    cursor.bind(1, row.entry.index).bind(2, row.entry.time).bind(3, row.entry.outcome);
    cursor.bind(4, ByteView{row.entry.payload}).bind(5, ByteView{row.entry.signature});
    cursor.bind(6, ByteView{row.id}).bind(7, ByteView{row.channelTx});
    return cursor.run();
}

Result<std::optional<std::uint64_t>> MirrorFile::indexOf(const Bytes32 &envelope)
{
    KEEPWELL_TRY(Cursor cursor, m_connection->prepare("SELECT idx FROM entry WHERE id = ?1"));
    cursor.bind(1, ByteView{envelope});
    KEEPWELL_TRY(const bool found, cursor.next());
    if (!found) {
        return std::nullopt;
    }
    RowReader reader{cursor};
    const std::uint64_t index = reader.count(0);
    return reader.isGood() ? Result<std::optional<std::uint64_t>>{index} : otherForm();
}

Result<> MirrorFile::eachBlock(const std::function<Result<>(const MirrorBlockRow &)> &visit)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT number, data_hash, hash, first_entry, validation, "
                                       "commit_hash, said, seal FROM block ORDER BY number"));
    while (true) {
        KEEPWELL_TRY(const auto row, blockAt(cursor));
        if (!row) {
            return {};
        }
        KEEPWELL_CHECK(visit(*row));
    }
}

Result<std::vector<MirrorBlockRow>> MirrorFile::blocks(std::uint64_t from, std::size_t limit)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT number, data_hash, hash, first_entry, validation, "
                                       "commit_hash, said, seal FROM block WHERE number >= ?1 "
                                       "ORDER BY number LIMIT ?2"));
    cursor.bind(1, signedOf(from)).bind(2, signedOf(limit));
    std::vector<MirrorBlockRow> rows;
    while (true) {
        KEEPWELL_TRY(auto row, blockAt(cursor));
        if (!row) {
            return rows;
        }
        rows.push_back(*std::move(row));
    }
}

Result<> MirrorFile::append(const MirrorBlockRow &row)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("INSERT INTO block (number, data_hash, hash, first_entry, "
                                       "validation, commit_hash, said, seal) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    cursor.bind(1, signedOf(row.number)).bind(2, ByteView{row.dataHash});
    cursor.bind(3, ByteView{row.hash}).bind(4, signedOf(row.firstEntry));
    cursor.bind(5, ByteView{row.validation}).bind(6, ByteView{row.commitHash});
    cursor.bind(7, signedOf(row.said)).bind(8, ByteView{row.seal});
    return cursor.run();
}

Result<> MirrorFile::putSaid(const MirrorBlockRow &row)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("UPDATE block SET said = ?2, seal = ?3 WHERE number = ?1"));
    cursor.bind(1, signedOf(row.number)).bind(2, signedOf(row.said)).bind(3, ByteView{row.seal});
    return cursor.run();
}

Result<std::optional<Bytes>> MirrorFile::config(std::uint64_t block)
{
    KEEPWELL_TRY(Cursor cursor, m_connection->prepare("SELECT bytes FROM config WHERE block = ?1"));
    cursor.bind(1, signedOf(block));
    KEEPWELL_TRY(const bool found, cursor.next());
    if (!found) {
        return std::nullopt;
    }
    RowReader reader{cursor};
    Bytes bytes = reader.blob(0);
    return reader.isGood() ? Result<std::optional<Bytes>>{std::move(bytes)} : otherForm();
}

Result<std::vector<std::uint64_t>> MirrorFile::configBlocks()
{
    KEEPWELL_TRY(Cursor cursor, m_connection->prepare("SELECT block FROM config ORDER BY block"));
    std::vector<std::uint64_t> numbers;
    while (true) {
        KEEPWELL_TRY(const bool more, cursor.next());
        if (!more) {
            return numbers;
        }
        RowReader reader{cursor};
        numbers.push_back(reader.count(0));
        if (!reader.isGood()) {
            return otherForm();
        }
    }
}

Result<> MirrorFile::putConfig(std::uint64_t block, ByteView bytes)
{
    KEEPWELL_TRY(Cursor cursor, m_connection->prepare("INSERT INTO config VALUES (?1, ?2)"));
    cursor.bind(1, signedOf(block)).bind(2, bytes);
    return cursor.run();
}

Result<std::optional<MirrorTip>> MirrorFile::tip()
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT signatures, entries FROM tip WHERE one = 1"));
    KEEPWELL_TRY(const bool found, cursor.next());
    if (!found) {
        return std::nullopt;
    }
    RowReader reader{cursor};
    MirrorTip tip{.signatures = reader.blob(0), .entries = reader.count(1)};
    return reader.isGood() ? Result<std::optional<MirrorTip>>{std::move(tip)} : otherForm();
}

Result<> MirrorFile::putTip(const MirrorTip &tip)
{
    KEEPWELL_TRY(Cursor cursor, m_connection->prepare("REPLACE INTO tip VALUES (1, ?1, ?2)"));
    cursor.bind(1, ByteView{tip.signatures}).bind(2, signedOf(tip.entries));
    return cursor.run();
}

Result<> MirrorFile::forget(const std::filesystem::path &file)
{
    const auto clear = [&file]() -> Result<> {
        KEEPWELL_TRY(const auto connection, Sqlite::open(file, Sqlite::Mode::ReadWrite));
        KEEPWELL_TRY(const std::int64_t application, connection->number("PRAGMA application_id"));
        if (application != kApplicationId) {
            return fail(ErrorCode::InvalidInput, std::string{kForm.stranger});
        }
        return connection->execute("BEGIN IMMEDIATE; DELETE FROM entry; DELETE FROM block; "
                                   "DELETE FROM config; DELETE FROM tip; DELETE FROM conflict; "
                                   "DELETE FROM organisation; DELETE FROM place; COMMIT");
    };
    if (clear()) {
        return {};
    }
    for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
        if (::unlink((file.string() + suffix).c_str()) != 0 && errno != ENOENT) {
            return fail(ErrorCode::Unavailable, "the mirror of the channel cannot be removed");
        }
    }
    return {};
}

} // namespace keepwell::ledger::fabric
