// SPDX-License-Identifier: Apache-2.0
#include "core/vault/record_table.hpp"

#include "core/crypto/hash.hpp"
#include "core/vault/record_key.hpp"
#include "core/vault/record_query.hpp"

#include <algorithm>
#include <functional>

namespace keepwell::vault {
namespace {

constexpr auto kRowColumns = "SELECT r.id, r.kind, r.title, r.date, r.source, r.person, r.sender, "
                             "r.batch, r.private ";

RecordRow readRow(Statement &row)
{
    RecordRow record;
    record.id = RecordId{row.integerAt(0)};
    record.kind = static_cast<RecordKind>(std::clamp<std::int64_t>(row.integerAt(1), 0, 15));
    record.title = row.textAt(2);
    record.date = row.textAt(3);
    record.source = row.textAt(4);
    record.person = row.integerAt(5);
    record.from = row.textAt(6);
    record.isPrivate = row.integerAt(8) != 0;
    return record;
}

} // namespace

Result<std::int64_t> RecordTable::nextSequence()
{
    constexpr std::int64_t kBlock = 4096;
    if (m_nextSequence == m_endSequence) {
        KEEPWELL_TRY(
            Statement statement,
            m_database.prepare("UPDATE record_counter SET next = next + ?1 RETURNING next"));
        KEEPWELL_TRY(const auto end,
                     statement.bind(kBlock).first([](Statement &row) { return row.integerAt(0); }));
        m_endSequence = end.value_or(kBlock);
        m_nextSequence = m_endSequence - kBlock;
    }
    return m_nextSequence++;
}

/// A free id for this date. Only after 16 million inserts, or a rolled back one, is one taken.
Result<RecordId> RecordTable::freeId(const RecordDate &date)
{
    KEEPWELL_TRY(Statement taken, m_database.prepare("SELECT 1 FROM record WHERE id = ?1"));
    while (true) {
        KEEPWELL_TRY(const std::int64_t sequence, nextSequence());
        const RecordId id = makeRecordId(date, sequence);
        KEEPWELL_TRY(
            const auto row,
            taken.bind(static_cast<std::int64_t>(id)).first([](Statement &) { return true; }));
        if (!row) {
            return id;
        }
    }
}

Result<RecordId> RecordTable::insert(const NewRecord &record, Instant now)
{
    KEEPWELL_TRY(const RecordId id, freeId(record.date));
    const auto key = static_cast<std::int64_t>(id);
    const bool dated = !record.date.text.empty();
    KEEPWELL_CHECK(m_database.run(
        "INSERT INTO record (id, kind, person, last, wall, batch, date, title, source, sender, "
        "private) VALUES (?1, ?2, ?3, ?4, ?5, NULL, ?6, ?7, ?8, ?9, ?10)",
        key, record.kind, record.person.value,
        dated ? std::optional{record.date.last} : std::nullopt, record.date.wallClock ? 1 : 0,
        record.date.text, record.title, record.source, record.from, record.isPrivate ? 1 : 0));
    KEEPWELL_CHECK(m_database.run(
        "INSERT INTO record_body (id, source, start, length, added_at, place, type, logical_id, "
        "practitioner, sha256, canonical, salt) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
        "?11, ?12)",
        key, record.sourceId.value, record.offset, record.length, now, record.place, record.type,
        record.logicalId, record.practitioner, ByteView{record.sha256}, ByteView{record.canonical},
        ByteView{record.salt}));
    KEEPWELL_CHECK(m_database.run("INSERT INTO record_words (rowid, words) VALUES (?1, ?2)", key,
                                  record.words));
    return id;
}

Result<std::optional<RecordId>> RecordTable::withCanonical(const Bytes32 &canonical)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT id FROM record_body WHERE canonical = ?1"));
    return statement.bind(ByteView{canonical}).first([](Statement &row) {
        return RecordId{row.integerAt(0)};
    });
}

Result<> RecordTable::addProvenance(RecordId id, SourceId source, std::string_view place,
                                    Instant now)
{
    return m_database.run("INSERT OR IGNORE INTO record_provenance (record, source, place, "
                          "added_at) VALUES (?1, ?2, ?3, ?4)",
                          static_cast<std::int64_t>(id), source.value, place, now);
}

Result<RecordTable::Names> RecordTable::names()
{
    Names names;
    KEEPWELL_TRY(Statement people, m_database.prepare("SELECT id, name FROM person"));
    KEEPWELL_CHECK(people.all([&](Statement &row) {
        return names.people.emplace(row.integerAt(0), row.textAt(1)).second;
    }));
    KEEPWELL_TRY(Statement proven,
                 m_database.prepare("SELECT id FROM anchor_batch WHERE state = 2"));
    KEEPWELL_CHECK(
        proven.all([&](Statement &row) { return names.proven.insert(row.integerAt(0)).second; }));
    return names;
}

RecordRow RecordTable::namedRow(Statement &statement, const Names &names)
{
    RecordRow row = readRow(statement);
    if (const auto person = names.people.find(row.person); person != names.people.end()) {
        row.personName = person->second;
    }
    row.verified = !statement.isNullAt(7) && names.proven.contains(statement.integerAt(7));
    return row;
}

Result<std::vector<RecordRow>> RecordTable::list(const RecordFilter &filter,
                                                 std::optional<RecordId> after)
{
    KEEPWELL_TRY(const RecordQuery query, RecordQuery::of(filter, after));
    KEEPWELL_TRY(const Names known, names());
    const bool bySearch = query.fromWhere().starts_with("FROM record_words");
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare(kRowColumns + query.fromWhere() + " ORDER BY "
                                    + (bySearch ? "w.rowid" : "r.id")
                                    + " DESC LIMIT ?90 OFFSET ?91"));
    query.bind(statement);
    statement.bindAt(90, filter.limit > 0 ? filter.limit : std::int64_t{-1});
    statement.bindAt(91, filter.offset);
    return statement.all([&](Statement &row) { return namedRow(row, known); });
}

Result<std::vector<RecordId>> RecordTable::ids(const RecordFilter &filter)
{
    KEEPWELL_TRY(const RecordQuery query, RecordQuery::of(filter));
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT r.id " + query.fromWhere() + " ORDER BY r.id DESC"));
    query.bind(statement);
    return statement.all([](Statement &row) { return RecordId{row.integerAt(0)}; });
}

Result<RecordCounts> RecordTable::counts(const RecordFilter &filter)
{
    if (filter.isPrivate == false) { // few are marked: two indexes answer, and no row is read
        RecordFilter other = filter;
        other.isPrivate.reset();
        KEEPWELL_TRY(RecordCounts counts, this->counts(other));
        other.isPrivate = true;
        KEEPWELL_TRY(const RecordCounts marked, this->counts(other));
        counts.total -= marked.total;
        std::ranges::transform(counts.byKind, marked.byKind, counts.byKind.begin(), std::minus{});
        return counts;
    }
    KEEPWELL_TRY(const RecordQuery query, RecordQuery::of(filter));
    KEEPWELL_TRY(
        Statement statement,
        m_database.prepare("SELECT r.kind, count(*) " + query.fromWhere() + " GROUP BY r.kind"));
    query.bind(statement);
    RecordCounts counts;
    KEEPWELL_CHECK(statement.all([&](Statement &row) {
        const auto kind
            = static_cast<std::size_t>(std::clamp<std::int64_t>(row.integerAt(0), 0, 15));
        counts.byKind.at(kind) += row.integerAt(1);
        counts.total += row.integerAt(1);
        return true;
    }));
    return counts;
}

Result<StoredRecord> RecordTable::find(RecordId id)
{
    KEEPWELL_TRY(const Names known, names());
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare(std::string{kRowColumns}
                                    + ", b.source, b.start, b.length, b.added_at, b.place, b.type, "
                                      "b.logical_id, b.practitioner, b.sha256, b.canonical, b.salt "
                                      "FROM record r JOIN record_body b ON b.id = r.id "
                                      "WHERE r.id = ?1"));
    KEEPWELL_TRY(auto found,
                 statement.bind(static_cast<std::int64_t>(id)).first([&](Statement &row) {
                     StoredRecord record;
                     record.row = namedRow(row, known);
                     if (!row.isNullAt(7)) {
                         record.anchorBatch = AnchorBatchId{row.integerAt(7)};
                     }
                     record.source = SourceId{row.integerAt(9)};
                     record.offset = row.unsignedAt(10);
                     record.length = row.unsignedAt(11);
                     record.addedAt = row.timeAt(12);
                     record.place = row.textAt(13);
                     record.type = row.textAt(14);
                     record.logicalId = row.textAt(15);
                     record.practitioner = row.textAt(16);
                     record.sha256 = row.bytes32At(17);
                     record.canonical = row.bytes32At(18);
                     record.salt = row.bytes32At(19);
                     return record;
                 }));
    if (!found) {
        return fail(ErrorCode::NotFound, "there is no such record in this wallet");
    }
    return *std::move(found);
}

Result<std::string> RecordTable::bytes(RecordId id)
{
    struct Range
    {
        SourceId source;
        std::uint64_t offset;
        std::uint64_t length;
        Bytes32 sha256;
    };
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT source, start, length, sha256 FROM record_body WHERE "
                                    "id = ?1"));
    KEEPWELL_TRY(const auto range,
                 statement.bind(static_cast<std::int64_t>(id)).first([](Statement &row) {
                     return Range{SourceId{row.integerAt(0)}, row.unsignedAt(1), row.unsignedAt(2),
                                  row.bytes32At(3)};
                 }));
    if (!range) {
        return fail(ErrorCode::NotFound, "there is no such record in this wallet");
    }
    KEEPWELL_TRY(std::string slice, m_sources.read(range->source, range->offset, range->length));
    if (crypto::sha256(bytesOf(slice)) != range->sha256) {
        return fail(ErrorCode::Tampered, "a record's stored bytes do not match their hash");
    }
    return slice;
}

Result<std::vector<Provenance>> RecordTable::provenance(RecordId id)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare(
                     "SELECT p.source, s.name, p.place, p.added_at, p.first FROM ("
                     "SELECT source, place, added_at, 0 AS first FROM record_body WHERE id = ?1 "
                     "UNION ALL SELECT source, place, added_at, 1 FROM record_provenance "
                     "WHERE record = ?1) p JOIN source s ON s.id = p.source "
                     "ORDER BY p.first, p.added_at, p.source, p.place"));
    return statement.bind(static_cast<std::int64_t>(id)).all([](Statement &row) {
        return Provenance{SourceId{row.integerAt(0)}, row.textAt(1), row.textAt(2), row.timeAt(3)};
    });
}

Result<> RecordTable::markPrivate(RecordId id, bool isPrivate)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("UPDATE record SET private = ?2 WHERE id = ?1 RETURNING id"));
    KEEPWELL_TRY(
        const auto found,
        statement.bind(static_cast<std::int64_t>(id), isPrivate ? 1 : 0).first([](Statement &) {
            return true;
        }));
    if (!found) {
        return fail(ErrorCode::NotFound, "there is no such record in this wallet");
    }
    return {};
}

Result<> RecordTable::remove(RecordId id)
{
    const auto key = static_cast<std::int64_t>(id);
    KEEPWELL_TRY(const StoredRecord record, find(id));
    KEEPWELL_TRY(const std::vector<Provenance> origins, provenance(id));
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(m_database));
    KEEPWELL_CHECK(m_sources.blank(record.source, record.offset, record.length));
    for (const auto *sql :
         {"DELETE FROM record WHERE id = ?1", "DELETE FROM record_body WHERE id = ?1",
          "DELETE FROM attachment WHERE record = ?1",
          "DELETE FROM record_provenance WHERE record = ?1",
          "DELETE FROM record_words WHERE rowid = ?1"}) {
        KEEPWELL_CHECK(m_database.run(sql, key));
    }
    // Merging the index is what takes the words of the removed record out of it.
    KEEPWELL_CHECK(
        m_database.execute("INSERT INTO record_words (record_words) VALUES ('optimize')"));
    for (const Provenance &origin : origins) {
        KEEPWELL_CHECK(m_sources.removeUnused(origin.source));
    }
    return transaction.commit();
}

} // namespace keepwell::vault
