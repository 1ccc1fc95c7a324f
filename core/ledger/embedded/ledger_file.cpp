// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/ledger_file.hpp"

#include "core/base/descriptor.hpp"
#include "core/ledger/embedded/file_form.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>

namespace keepwell::ledger {
namespace {

constexpr std::int64_t kApplicationId = 0x4B574C47; // "KWLG"
constexpr std::int64_t kFormatVersion = 1;
constexpr std::size_t kMostPayloadBytes = 64UL * 1024;

// The pad pushes a private value out of the B-tree page into overflow pages of its own: those are
// never copied when rows move, and freed pages are zeroed by secure_delete (docs/spec/ledger-file.md).
constexpr std::array<std::string_view, 3> kSchema{
    "CREATE TABLE entry (idx INTEGER PRIMARY KEY, t INTEGER NOT NULL, outcome INTEGER NOT NULL, "
    "payload BLOB NOT NULL, signature BLOB NOT NULL) STRICT",
    "CREATE TABLE private_value (name TEXT PRIMARY KEY, ends INTEGER NOT NULL, "
    "pad BLOB NOT NULL, value BLOB NOT NULL) STRICT",
    "CREATE INDEX private_value_ends ON private_value (ends)",
};

constexpr FileForm kForm{.name = "ledger file",
                         .stranger = "not a Keepwell ledger",
                         .applicationId = kApplicationId,
                         .version = kFormatVersion,
                         .schema = kSchema};

std::unexpected<Error> notALedger(std::string_view why)
{
    return fail(ErrorCode::InvalidInput, std::string{kForm.stranger} + ": " + std::string{why});
}

/// Before SQLite touches it: a regular file that begins like a database.
Result<> looksLikeADatabase(const std::filesystem::path &file)
{
    struct stat status = {};
    if (::stat(file.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return fail(ErrorCode::NotFound, "there is no ledger file " + file.string());
        }
        return fail(ErrorCode::Unavailable, "the ledger file cannot be read: " + file.string());
    }
    if (!S_ISREG(status.st_mode)) {
        return notALedger("not a plain file");
    }
    std::array<char, 20> begin{};
    std::ifstream stream{file, std::ios::binary};
    if (!stream) {
        return fail(ErrorCode::Unavailable, "the ledger file cannot be read: " + file.string());
    }
    stream.read(begin.data(), begin.size());
    // Behind the name and the size of a page: who may write and read it (1, or 2 with a -wal).
    const auto isKnown = [](char version) { return version == 1 || version == 2; };
    if (std::string_view{begin.data(), 16} != std::string_view{"SQLite format 3\0", 16}
        || !isKnown(begin[18]) || !isKnown(begin[19])) {
        return notALedger("it does not begin like a database");
    }
    return {};
}

/// The new file under a name of its own, closed and complete.
Result<> writeNewNetwork(const std::filesystem::path &file, Instant now)
{
    KEEPWELL_TRY(const auto connection, Sqlite::open(file, Sqlite::Mode::Create));
    KEEPWELL_CHECK(connection->execute("PRAGMA journal_mode = WAL"));
    std::string script = "BEGIN IMMEDIATE;";
    for (const std::string_view table : kSchema) {
        script += std::string{table} + ";";
    }
    script += "PRAGMA application_id = " + std::to_string(kApplicationId)
        + ";PRAGMA user_version = " + std::to_string(kFormatVersion) + ";";
    KEEPWELL_CHECK(connection->execute(script.c_str()));
    std::array<std::byte, 32> random{};
    randombytes_buf(random.data(), random.size());
    KEEPWELL_TRY(Cursor cursor,
                 connection->prepare("INSERT INTO entry (idx, t, outcome, payload, "
                                     "signature) VALUES (0, ?1, 0, ?2, x'')"));
    cursor.bind(1, now.time_since_epoch().count()).bind(2, ByteView{random});
    KEEPWELL_CHECK(cursor.run());
    return connection->execute("COMMIT");
}

void syncFile(const std::filesystem::path &file)
{
    const Descriptor opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    (void)::fsync(opened.number());
}

void removeDatabase(const std::filesystem::path &file)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
        ::unlink((file.string() + suffix).c_str());
    }
}

/// Never replaces: of two processes that start a network at once, one wins. errno tells why not.
bool renameIfFree(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    // Some file systems cannot promise that of a rename, but all of a link.
    return errno == EINVAL && ::link(from.c_str(), to.c_str()) == 0;
}

} // namespace

Result<> LedgerFile::create(const std::filesystem::path &file, Instant now)
{
    std::array<std::byte, 8> random{};
    randombytes_buf(random.data(), random.size());
    const std::filesystem::path draft = file.string() + ".new-" + toHex(random);
    if (!Descriptor{::open(draft.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600)}
             .isOpen()) {
        return fail(ErrorCode::Unavailable,
                    "a ledger file cannot be made in " + file.parent_path().string());
    }
    if (auto written = writeNewNetwork(draft, now); !written) {
        removeDatabase(draft);
        return written;
    }
    syncFile(draft);
    const bool won = renameIfFree(draft, file);
    const bool lost = !won && errno == EEXIST;
    removeDatabase(draft);
    if (!won && !lost) {
        return fail(ErrorCode::Unavailable, "the ledger file cannot be made: " + file.string());
    }
    syncFile(file.parent_path());
    return {};
}

LedgerFile::LedgerFile(std::unique_ptr<Sqlite> connection) : m_connection{std::move(connection)} {}

Result<LedgerFile> LedgerFile::open(const std::filesystem::path &file, Sqlite::Mode mode)
{
    KEEPWELL_CHECK(looksLikeADatabase(file));
    KEEPWELL_TRY(auto connection, Sqlite::open(file, mode));
    LedgerFile ledger{std::move(connection)};
    KEEPWELL_CHECK(checkForm(*ledger.m_connection, kForm));
    return ledger;
}

Result<std::uint64_t> LedgerFile::size()
{
    KEEPWELL_TRY(const std::int64_t first,
                 m_connection->number("SELECT coalesce(min(idx), 0) FROM entry"));
    KEEPWELL_TRY(const std::int64_t size,
                 m_connection->number("SELECT coalesce(max(idx) + 1, 0) FROM entry"));
    if (first < 0 || size < 0) {
        return fail(ErrorCode::Tampered,
                    "edited: the ledger file has an entry of a number no "
                    "entry can have");
    }
    return static_cast<std::uint64_t>(size);
}

Result<std::vector<LedgerRow>> LedgerFile::rows(std::uint64_t from, std::size_t limit)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT idx, t, outcome, payload, signature FROM entry "
                                       "WHERE idx >= ?1 ORDER BY idx LIMIT ?2"));
    cursor.bind(1, static_cast<std::int64_t>(from)).bind(2, static_cast<std::int64_t>(limit));
    std::vector<LedgerRow> rows;
    while (true) {
        KEEPWELL_TRY(const bool more, cursor.next());
        if (!more) {
            return rows;
        }
        const auto index = cursor.integerAt(0);
        const auto time = cursor.integerAt(1);
        const auto outcome = cursor.integerAt(2);
        const auto payload = cursor.blobAt(3);
        const auto signature = cursor.blobAt(4);
        if (!index || !time || !outcome || !payload || !signature
            || payload->size() > kMostPayloadBytes
            || signature->size() > sizeof(crypto::Signature)) {
            return fail(ErrorCode::Tampered, "edited: a row of the ledger file has another form");
        }
        rows.push_back({.index = *index,
                        .time = *time,
                        .outcome = *outcome,
                        .payload = copyOf(*payload),
                        .signature = copyOf(*signature)});
    }
}

Result<> LedgerFile::append(const LedgerRow &row)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("INSERT INTO entry (idx, t, outcome, payload, "
                                       "signature) VALUES (?1, ?2, ?3, ?4, ?5)"));
    cursor.bind(1, row.index).bind(2, row.time).bind(3, row.outcome);
    cursor.bind(4, ByteView{row.payload}).bind(5, ByteView{row.signature});
    return cursor.run();
}

Result<std::optional<Bytes>> LedgerFile::privateValue(const std::string &name)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("SELECT value FROM private_value WHERE name = ?1"));
    cursor.bind(1, name);
    KEEPWELL_TRY(const bool found, cursor.next());
    const auto value = found ? cursor.blobAt(0) : std::nullopt;
    return value ? std::optional{copyOf(*value)} : std::nullopt;
}

Result<> LedgerFile::putPrivate(const std::string &name, ByteView value, Instant ends)
{
    KEEPWELL_TRY(
        Cursor cursor,
        m_connection->prepare("INSERT INTO private_value (name, ends, pad, value) "
                              "VALUES (?1, ?2, zeroblob(4096), ?3) ON CONFLICT (name) "
                              "DO UPDATE SET ends = excluded.ends, value = excluded.value"));
    cursor.bind(1, name).bind(2, ends.time_since_epoch().count()).bind(3, value);
    return cursor.run();
}

Result<> LedgerFile::setEnds(const std::string &name, Instant ends)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("UPDATE private_value SET ends = ?2 WHERE name = ?1"));
    cursor.bind(1, name).bind(2, ends.time_since_epoch().count());
    return cursor.run();
}

Result<bool> LedgerFile::purge(const std::string &name)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("DELETE FROM private_value WHERE name = ?1 RETURNING 1"));
    cursor.bind(1, name);
    KEEPWELL_TRY(const bool found, cursor.next());
    if (found) {
        KEEPWELL_CHECK(cursor.run());
    }
    return found;
}

Result<bool> LedgerFile::sweep(Instant now)
{
    KEEPWELL_TRY(Cursor cursor,
                 m_connection->prepare("DELETE FROM private_value WHERE ends <= ?1 RETURNING 1"));
    cursor.bind(1, now.time_since_epoch().count());
    KEEPWELL_TRY(const bool found, cursor.next());
    if (found) {
        KEEPWELL_CHECK(cursor.run());
    }
    return found;
}

} // namespace keepwell::ledger
