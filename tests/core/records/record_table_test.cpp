// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/vault/person_table.hpp"
#include "core/vault/record_table.hpp"
#include "core/vault/source_table.hpp"
#include "record_vault.hpp"

#include <QtTest>

using namespace keepwell;
using namespace keepwell::vault;

namespace {

constexpr Instant kNow{std::chrono::seconds{1'795'000'000}};

/// A vault with one source whose bytes are "slice 0 slice 1 …" and records over them.
struct Filled
{
    test::RecordVault vault;
    PersonId me;
    SourceId source;
    std::string bytes;
    RecordTable table{vault.database()};

    Filled()
    {
        PersonTable people{vault.database()};
        me = *people.add("Ana", {}, {"ruiz", "ana", ""}, true);
        for (int i = 0; i < 30'000; ++i) {
            bytes += "slice " + std::to_string(i) + ' ';
        }
        source = *SourceTable{vault.database()}.add("one.json", "FHIR Bundle",
                                                    crypto::sha256(bytesOf(bytes)), bytes, kNow);
    }

    RecordId add(const char *title, const char *date, RecordKind kind, const char *words,
                 std::uint64_t offset = 0, std::uint64_t length = 7)
    {
        NewRecord record;
        record.person = me;
        record.kind = kind;
        record.title = title;
        record.date = parseRecordDate(date);
        record.sourceId = source;
        record.offset = offset;
        record.length = length;
        record.words = words;
        record.sha256 = crypto::sha256(bytesOf(bytes.substr(offset, length)));
        record.canonical = crypto::sha256(bytesOf(title));
        return *table.insert(record, kNow);
    }

    QStringList titles(const RecordFilter &filter)
    {
        QStringList found;
        const auto rows = table.list(filter);
        for (const RecordRow &row : *rows) {
            found += QString::fromStdString(row.title);
        }
        return found;
    }
};

} // namespace

class RecordTableTest : public QObject
{
    Q_OBJECT

private slots:
    void list_isNewestFirst();
    void list_pagesByKey();
    void filter_byKindPersonAndDate();
    void marked_isListedAndCountedAsThat();
    void search_findsStartsOfWordsWithoutAccents();
    void search_takesNothingAsSyntax();
    void bytes_areTheSlice();
    void bytes_changedAreNamed();
    void remove_forgetsTheBytes();
    void sequence_survivesARollback();
};

void RecordTableTest::list_isNewestFirst()
{
    Filled filled;
    filled.add("year", "2019", RecordKind::Result, "");
    filled.add("none", "", RecordKind::Other, "");
    filled.add("late", "2020-01-01T23:00:00-05:00", RecordKind::Result, "");
    filled.add("early", "2020-01-02T01:00:00Z", RecordKind::Result, "");
    filled.add("old", "1899-12-31", RecordKind::Result, "");
    filled.add("none too", "", RecordKind::Other, "");
    QCOMPARE(filled.titles({}), (QStringList{"late", "early", "year", "old", "none", "none too"}));
    const auto rows = filled.table.list({});
    QCOMPARE(rows->front().date, "2020-01-02T04:00:00Z");
    QCOMPARE(rows->front().personName, "Ana");
    QVERIFY(!rows->front().verified);
}

void RecordTableTest::list_pagesByKey()
{
    Filled filled;
    for (int i = 0; i < 250; ++i) {
        filled.add("r", i % 2 == 0 ? "2020-05-01" : "", RecordKind::Vital, "same");
    }
    for (const char *search : {"", "same"}) {
        std::set<RecordId> seen;
        RecordFilter filter;
        filter.search = search;
        std::optional<RecordId> after;
        while (true) {
            const auto page = filled.table.list(filter, after);
            QVERIFY(page.has_value());
            if (page->empty()) {
                break;
            }
            QVERIFY(page->size() <= 100);
            for (const RecordRow &row : *page) {
                QVERIFY(seen.insert(row.id).second);
            }
            after = page->back().id;
        }
        QCOMPARE(seen.size(), 250U);
        QCOMPARE(filled.table.ids(filter)->size(), 250U);
        filter.offset = 240;
        QCOMPARE(filled.table.list(filter)->size(), 10U);
    }
}

void RecordTableTest::filter_byKindPersonAndDate()
{
    Filled filled;
    filled.add("may", "2019-05", RecordKind::Result, "");
    filled.add("day", "2019-05-20", RecordKind::Vital, "");
    filled.add("instant", "2019-05-20T12:00:00Z", RecordKind::Vital, "");
    filled.add("year", "2019", RecordKind::Result, "");
    filled.add("undated", "", RecordKind::Result, "");
    RecordFilter filter;
    filter.since = "2019-05-20";
    QCOMPARE(filled.titles(filter), (QStringList{"instant", "day", "may", "year"}));
    filter.since = "2019-05-21";
    QCOMPARE(filled.titles(filter), (QStringList{"may", "year"}));
    filter.since = "2019-06-01";
    QCOMPARE(filled.titles(filter), (QStringList{"year"}));
    filter.since.clear();
    filter.until = "2019-05-01";
    QCOMPARE(filled.titles(filter), (QStringList{"may", "year", "undated"}));
    filter.until = "2019-05-20T11:59:59Z";
    QVERIFY(!filled.titles(filter).contains("instant"));
    filter.until = "2019-05-20T12:00:00Z";
    QVERIFY(filled.titles(filter).contains("instant"));
    filter = {};
    filter.kinds = {RecordKind::Vital};
    QCOMPARE(filled.titles(filter).size(), 2);
    filter.kinds = {RecordKind::Vital, RecordKind::Result};
    QCOMPARE(filled.titles(filter).front(), "instant");
    QCOMPARE(filled.table.counts(filter)->total, 5);
    filter.person = PersonId{99}.value;
    QVERIFY(filled.titles(filter).isEmpty());
    filter = {};
    filter.since = "soon";
    QCOMPARE(filled.table.list(filter).error().code, ErrorCode::Usage);
    QCOMPARE(filled.table.counts({})->byKind.at(static_cast<std::size_t>(RecordKind::Result)), 3);
}

void RecordTableTest::search_findsStartsOfWordsWithoutAccents()
{
    Filled filled;
    filled.add("a", "2020", RecordKind::Result, "Ménière Blood pressure 132/78");
    filled.add("b", "2021", RecordKind::Result, "blood glucose");
    RecordFilter filter;
    filter.search = "blo";
    QCOMPARE(filled.titles(filter), (QStringList{"b", "a"}));
    filter.search = "MENIERE bl";
    QCOMPARE(filled.titles(filter), QStringList{"a"});
    filter.search = "132/78";
    QCOMPARE(filled.titles(filter), QStringList{"a"});
    filter.search = "blood kidney";
    QVERIFY(filled.titles(filter).isEmpty());
    filter.search = "blood";
    filter.kinds = {RecordKind::Vital};
    QVERIFY(filled.titles(filter).isEmpty());
}

void RecordTableTest::search_takesNothingAsSyntax()
{
    Filled filled;
    filled.add("a", "2020", RecordKind::Result, "near or and not words");
    for (const char *typed : {"\"", "*", "NEAR(", "a OR b", "words:x", "^near", "-", "\xFF\xFE",
                              "(((", "x'--", "\u202e", "AND", "\0"}) {
        RecordFilter filter;
        filter.search = typed;
        QVERIFY2(filled.table.list(filter).has_value(), typed);
        QVERIFY2(filled.table.counts(filter).has_value(), typed);
    }
    RecordFilter filter;
    filter.search = "AND";
    QCOMPARE(filled.titles(filter).size(), 1);
    filter.search = "***";
    QCOMPARE(filled.titles(filter).size(), 0);
    filter.search = "  ";
    QCOMPARE(filled.titles(filter).size(), 1);
}

void RecordTableTest::bytes_areTheSlice()
{
    Filled filled;
    for (const std::uint64_t offset : {0ULL, 65'530ULL, 65'536ULL, 200'000ULL}) {
        const RecordId id = filled.add(std::to_string(offset).c_str(), "2020", RecordKind::Other,
                                       "", offset, 70'000);
        QCOMPARE(*filled.table.bytes(id), filled.bytes.substr(offset, 70'000));
    }
    std::string all;
    QVERIFY(SourceTable{filled.vault.database()}
                .readAll(filled.source,
                         [&](std::string_view piece) {
                             all += piece;
                             return Result<>{};
                         })
                .has_value());
    QCOMPARE(all, filled.bytes);
    QCOMPARE(filled.table.bytes(RecordId{5}).error().code, ErrorCode::NotFound);
}

void RecordTableTest::bytes_changedAreNamed()
{
    Filled filled;
    const RecordId id = filled.add("x", "2020", RecordKind::Other, "", 100, 50);
    QVERIFY(filled.vault.database().run("UPDATE record_body SET start = start + 1").has_value());
    QCOMPARE(filled.table.bytes(id).error().code, ErrorCode::Tampered);
    QVERIFY(filled.vault.database()
                .run("UPDATE source_piece SET data = ?1", ByteView{bytesOf("no frame")})
                .has_value());
    RecordTable fresh{filled.vault.database()};
    QCOMPARE(fresh.bytes(id).error().code, ErrorCode::Tampered);
}

void RecordTableTest::remove_forgetsTheBytes()
{
    Filled filled;
    const RecordId gone
        = filled.add("gone", "2020", RecordKind::Other, "secretword", 65'000, 1'000);
    const RecordId stays = filled.add("stays", "2020", RecordKind::Other, "", 66'000, 1'000);
    QVERIFY(filled.table.remove(gone).has_value());
    QCOMPARE(filled.table.find(gone).error().code, ErrorCode::NotFound);
    QCOMPARE(*filled.table.bytes(stays), filled.bytes.substr(66'000, 1'000));
    SourceTable sources{filled.vault.database()};
    QCOMPARE(*sources.read(filled.source, 65'000, 1'000), std::string(1'000, ' '));
    QVERIFY(!sources.find(filled.source)->whole);
    RecordFilter filter;
    filter.search = "secretword";
    QVERIFY(filled.titles(filter).isEmpty());
    QVERIFY(filled.table.remove(stays).has_value());
    QCOMPARE(sources.find(filled.source).error().code, ErrorCode::NotFound);
    QCOMPARE(filled.table.remove(stays).error().code, ErrorCode::NotFound);
}

void RecordTableTest::marked_isListedAndCountedAsThat()
{
    Filled filled;
    filled.add("plain", "2020", RecordKind::Result, "blood");
    const RecordId other = filled.add("other", "2021", RecordKind::Result, "blood");
    QVERIFY(filled.table.markPrivate(other, true));
    QVERIFY(filled.table.find(other)->row.isPrivate);
    QCOMPARE(filled.table.find(other)->length,
             std::uint64_t{7}); // the columns behind it are its own
    QCOMPARE(filled.titles({.isPrivate = true}), QStringList{"other"});
    QCOMPARE(filled.titles({.isPrivate = false}), QStringList{"plain"});
    QCOMPARE(filled.titles({.isPrivate = true, .search = "bloo"}), QStringList{"other"});
    QCOMPARE(filled.table.counts({.kinds = {RecordKind::Result}, .isPrivate = true})->total,
             std::int64_t{1});
    const auto unmarked = filled.table.counts({.isPrivate = false});
    QCOMPARE(unmarked->total, std::int64_t{1});
    QCOMPARE(unmarked->byKind[static_cast<std::size_t>(RecordKind::Result)], std::int64_t{1});
    QCOMPARE(filled.titles({}), (QStringList{"other", "plain"}));
    QVERIFY(filled.table.markPrivate(other, false));
    QVERIFY(filled.titles({.isPrivate = true}).isEmpty());
    const auto missing = filled.table.markPrivate(RecordId{7}, true);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void RecordTableTest::sequence_survivesARollback()
{
    Filled filled;
    {
        auto transaction = Transaction::begin(filled.vault.database());
        filled.add("undone", "2020", RecordKind::Other, "");
    }
    // A second table starts from the rolled back counter: the same numbers come again.
    const RecordId one = filled.add("one", "2020", RecordKind::Other, "");
    RecordTable fresh{filled.vault.database()};
    NewRecord record;
    record.person = filled.me;
    record.date = parseRecordDate("2020");
    record.sourceId = filled.source;
    for (int i = 0; i < 3; ++i) {
        const auto id = fresh.insert(record, kNow);
        QVERIFY(id.has_value());
        QVERIFY(*id != one);
    }
    QCOMPARE(filled.titles({}).size(), 4);
}

QTEST_APPLESS_MAIN(RecordTableTest)
#include "record_table_test.moc"
