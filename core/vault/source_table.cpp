// SPDX-License-Identifier: Apache-2.0
#include "core/vault/source_table.hpp"

#include "core/vault/compressed_piece.hpp"

#include <algorithm>

namespace keepwell::vault {
namespace {

constexpr std::uint64_t kPieceBytes = 64 * 1024;
constexpr int kPieceBits = 24;

std::int64_t pieceId(SourceId source, std::uint64_t number)
{
    return (source.value << kPieceBits) | static_cast<std::int64_t>(number);
}

} // namespace

Result<SourceId> SourceTable::add(std::string_view name, std::string_view format,
                                  const Bytes32 &sha256, std::string_view bytes, Instant now)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(m_database));
    KEEPWELL_CHECK(m_database.run(
        "INSERT INTO source (sha256, name, format, size, added_at, whole) VALUES (?1, ?2, ?3, ?4, "
        "?5, 1)",
        ByteView{sha256}, name, format, bytes.size(), now));
    const SourceId id{m_database.lastInsertId()};
    KEEPWELL_TRY(Statement insert,
                 m_database.prepare("INSERT INTO source_piece (id, data) VALUES (?1, ?2)"));
    PieceCompressor compressor;
    for (std::uint64_t at = 0; at < bytes.size(); at += kPieceBytes) {
        KEEPWELL_TRY(const ByteView packed, compressor.compress(bytes.substr(at, kPieceBytes)));
        KEEPWELL_CHECK(insert.bind(pieceId(id, at / kPieceBytes), packed).run());
    }
    KEEPWELL_CHECK(transaction.commit());
    return id;
}

Result<std::optional<SourceId>> SourceTable::withHash(const Bytes32 &sha256)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT id FROM source WHERE sha256 = ?1 AND whole = 1"));
    return statement.bind(ByteView{sha256}).first([](Statement &row) {
        return SourceId{row.integerAt(0)};
    });
}

Result<Source> SourceTable::find(SourceId id)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT id, sha256, name, format, size, added_at, whole FROM "
                                    "source WHERE id = ?1"));
    KEEPWELL_TRY(const auto found, statement.bind(id.value).first([](Statement &row) {
        return Source{SourceId{row.integerAt(0)}, row.bytes32At(1), row.textAt(2), row.textAt(3),
                      row.unsignedAt(4),          row.timeAt(5),    row.boolAt(6)};
    }));
    if (!found) {
        return fail(ErrorCode::NotFound, "the wallet has no such source file");
    }
    return *found;
}

Result<const std::string *> SourceTable::piece(SourceId id, std::uint64_t number)
{
    const std::int64_t wanted = pieceId(id, number);
    if (const auto found = m_recent.find(wanted); found != m_recent.end()) {
        return &found->second;
    }
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT data FROM source_piece WHERE id = ?1"));
    KEEPWELL_TRY(auto unpacked, statement.bind(wanted).first([](Statement &row) {
        return decompressPiece(row.blobViewAt(0), kPieceBytes);
    }));
    if (!unpacked) {
        return fail(ErrorCode::NotFound, "the wallet has no such part of a source file");
    }
    KEEPWELL_TRY(std::string bytes, std::move(*unpacked));
    constexpr std::size_t kRecent = 64;
    if (m_recent.size() >= kRecent) {
        m_recent.clear();
    }
    return &m_recent.insert_or_assign(wanted, std::move(bytes)).first->second;
}

Result<std::string> SourceTable::read(SourceId id, std::uint64_t offset, std::uint64_t length)
{
    std::string bytes;
    bytes.reserve(length);
    while (bytes.size() < length) {
        const std::uint64_t at = offset + bytes.size();
        KEEPWELL_TRY(const std::string *part, piece(id, at / kPieceBytes));
        const std::uint64_t within = at % kPieceBytes;
        if (within >= part->size()) {
            return fail(ErrorCode::Tampered, "a source file is shorter than its records say");
        }
        bytes.append(*part, within, length - bytes.size());
    }
    return bytes;
}

Result<> SourceTable::readAll(SourceId id,
                              const std::function<Result<>(std::string_view piece)> &take)
{
    KEEPWELL_TRY(const Source source, find(id));
    for (std::uint64_t at = 0; at < source.size; at += kPieceBytes) {
        KEEPWELL_TRY(const std::string part, read(id, at, std::min(kPieceBytes, source.size - at)));
        KEEPWELL_CHECK(take(part));
    }
    return {};
}

Result<> SourceTable::blank(SourceId id, std::uint64_t offset, std::uint64_t length)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(m_database));
    PieceCompressor compressor;
    const std::uint64_t end = offset + length;
    for (std::uint64_t at = offset; at < end;) {
        const std::uint64_t number = at / kPieceBytes;
        const std::uint64_t within = at % kPieceBytes;
        const std::uint64_t count = std::min(kPieceBytes - within, end - at);
        KEEPWELL_TRY(const std::string *part, piece(id, number));
        std::string changed = *part;
        changed.replace(within, count, count, ' ');
        KEEPWELL_TRY(const ByteView packed, compressor.compress(changed));
        KEEPWELL_CHECK(m_database.run("UPDATE source_piece SET data = ?2 WHERE id = ?1",
                                      pieceId(id, number), packed));
        at += count;
    }
    m_recent.clear();
    KEEPWELL_CHECK(m_database.run("UPDATE source SET whole = 0 WHERE id = ?1", id.value));
    return transaction.commit();
}

Result<> SourceTable::removeUnused(SourceId id)
{
    KEEPWELL_TRY(Statement used,
                 m_database.prepare("SELECT EXISTS (SELECT 1 FROM record_body WHERE source = ?1) "
                                    "OR EXISTS (SELECT 1 FROM record_provenance WHERE source = "
                                    "?1)"));
    KEEPWELL_TRY(const auto isUsed,
                 used.bind(id.value).first([](Statement &row) { return row.boolAt(0); }));
    if (isUsed.value_or(true)) {
        return {};
    }
    m_recent.clear();
    KEEPWELL_CHECK(m_database.run("DELETE FROM source_piece WHERE id >= ?1 AND id < ?2",
                                  pieceId(id, 0), pieceId(SourceId{id.value + 1}, 0)));
    return m_database.run("DELETE FROM source WHERE id = ?1", id.value);
}

} // namespace keepwell::vault
