// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/vault/activity_query.hpp"
#include "core/vault/activity_table.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <set>

using namespace keepwell;
using namespace keepwell::vault;

namespace keepwell::vault {
extern const char *const kActivitySchema;
}

namespace {

contract::GrantId grantOf(std::uint8_t fill)
{
    Bytes32 bytes;
    bytes.fill(std::byte{fill});
    return contract::GrantId{bytes};
}

contract::TxId txOf(std::uint64_t number)
{
    Bytes32 bytes{};
    const auto end = bigEndian64(number);
    std::ranges::copy(end, bytes.begin());
    return contract::TxId{bytes};
}

Instant at(std::int64_t second) { return Instant{std::chrono::seconds{second}}; }

NewActivity opened(std::uint64_t index, std::string_view who = "Dr Okafor")
{
    return {.time = at(1'000 + static_cast<std::int64_t>(index)),
            .kind = "opened",
            .contact = 7,
            .who = who,
            .what = "4 records",
            .grant = grantOf(1),
            .tx = txOf(index),
            .index = index,
            .proof = ProofState::Proven};
}

NewActivity refused(std::uint64_t index)
{
    NewActivity line = opened(index, "Coastline Imaging");
    line.kind = "refused";
    line.contact = 8;
    line.code = "E_REVOKED";
    line.grant = grantOf(2);
    line.unusual = true;
    return line;
}

std::vector<std::uint64_t> indexesOf(const std::vector<ActivityRow> &rows)
{
    std::vector<std::uint64_t> indexes;
    for (const ActivityRow &row : rows) {
        indexes.push_back(row.index);
    }
    return indexes;
}

using Indexes = std::vector<std::uint64_t>;

} // namespace

class ActivityTableTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void init();
    void cleanup() { m_database.reset(); }

    void insert_keepsEveryField();
    void insert_isOnceForAnEntry();
    void list_isNewestFirst();
    void list_holdsToEachCondition();
    void list_pagesWithoutGapOrOverlap();
    void list_afterARowThatIsNot_isNotFound();
    void everyFilter_readsAnIndexInOrder_data();
    void everyFilter_readsAnIndexInOrder();
    void setReason_comesLateAndOnce();
    void conflict_marksTheEntriesAndTheirFollowers();
    void proof_isRaisedAndTakenBack();
    void unusual_isUnseenUntilLookedAt();
    void renameContact_showsTheNewName();

private:
    ActivityTable table() { return ActivityTable{*m_database}; }
    void insertMany();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Database> m_database;
};

void ActivityTableTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto database
        = Database::create(std::filesystem::path{m_folder->path().toStdString()} / "vault.db",
                           crypto::DatabaseKey::random());
    QVERIFY2(database.has_value(), database ? "" : database.error().detail.c_str());
    m_database = std::move(*database);
    QVERIFY(m_database->execute(kActivitySchema).has_value());
}

/// 60 entries: every third refused, four of them in the same second; and a local act.
void ActivityTableTest::insertMany()
{
    for (std::uint64_t index = 1; index <= 60; ++index) {
        NewActivity line = index % 3 == 0 ? refused(index) : opened(index);
        if (index > 20 && index < 25) {
            line.time = at(1'020);
        }
        QVERIFY(table().insert(line).value());
    }
    QVERIFY(table()
                .insert({.time = at(500), .kind = "imported", .who = "", .what = "12 records"})
                .value());
}

void ActivityTableTest::insert_keepsEveryField()
{
    NewActivity line = refused(9);
    line.reason = "second opinion";
    line.purpose = 1;
    QVERIFY(table().insert(line).value());
    QVERIFY(table().insert({.time = at(3), .kind = "exported", .who = "", .what = "x"}).value());
    const auto rows = table().list({}).value();
    QCOMPARE(rows.size(), 2U);
    QCOMPARE(rows[0].time, at(1'009));
    QCOMPARE(rows[0].kind, "refused");
    QCOMPARE(rows[0].who, "Coastline Imaging");
    QCOMPARE(rows[0].what, "4 records");
    QCOMPARE(rows[0].reason, "second opinion");
    QVERIFY(rows[0].grant == grantOf(2));
    QVERIFY(rows[0].tx == txOf(9));
    QVERIFY(rows[0].contact == 8);
    QCOMPARE(rows[0].code, "E_REVOKED");
    QCOMPARE(rows[0].index, 9U);
    QCOMPARE(rows[0].purpose, 1);
    QVERIFY(rows[0].proof == ProofState::Proven && !rows[0].seen);
    QVERIFY(!rows[1].grant && !rows[1].tx && !rows[1].contact && rows[1].seen);
    QVERIFY(rows[1].proof == ProofState::Local && rows[1].index == 0 && rows[1].purpose == -1);
}

void ActivityTableTest::insert_isOnceForAnEntry()
{
    QVERIFY(table().insert(opened(5)).value());
    QVERIFY(!table().insert(opened(5)).value());
    QVERIFY(table().insert(refused(5)).value()); // another kind of line of one entry
    NewActivity other = opened(5);               // one Revoke ends several grants
    other.grant = grantOf(9);
    QVERIFY(table().insert(other).value());
    const NewActivity local{.time = at(1), .kind = "imported", .who = "", .what = "1 record"};
    QVERIFY(table().insert(local).value());
    QVERIFY(table().insert(local).value());
    QCOMPARE(table().count({}).value(), 5);
}

void ActivityTableTest::list_isNewestFirst()
{
    insertMany();
    const auto rows = table().list({}).value();
    QCOMPARE(rows.size(), 61U);
    QCOMPARE(rows.front().index, 60U);
    QCOMPARE(rows.back().kind, "imported");
    // In one second, what came in later is newer.
    QCOMPARE(indexesOf(rows), [] {
        Indexes wanted;
        for (std::uint64_t index = 60; index > 0; --index) {
            wanted.push_back(index);
        }
        wanted.push_back(0);
        return wanted;
    }());
}

void ActivityTableTest::list_holdsToEachCondition()
{
    insertMany();
    ActivityFilter filter;
    filter.kinds = {"refused"};
    QCOMPARE(table().list(filter).value().size(), 20U);
    QCOMPARE(table().count(filter).value(), 20);
    filter.kinds = {"refused", "imported"};
    QCOMPARE(table().list(filter).value().size(), 21U);
    filter.kinds = {"shared"};
    QVERIFY(table().list(filter).value().empty());
    filter.kinds = {};
    filter.who = "Dr Okafor";
    QCOMPARE(table().count(filter).value(), 40);
    filter.since = at(1'050);
    filter.until = at(1'053);
    QCOMPARE(indexesOf(table().list(filter).value()), (Indexes{52, 50}));
    filter.who = "";
    QCOMPARE(indexesOf(table().list(filter).value()), (Indexes{52, 51, 50}));
    filter.grant = grantOf(2);
    QCOMPARE(indexesOf(table().list(filter).value()), (Indexes{51}));
    filter = {};
    filter.limit = 2;
    filter.offset = 1;
    QCOMPARE(indexesOf(table().list(filter).value()), (Indexes{59, 58}));
    filter.limit = 0;
    filter.offset = 59;
    QCOMPARE(indexesOf(table().list(filter).value()), (Indexes{1, 0}));
}

void ActivityTableTest::list_pagesWithoutGapOrOverlap()
{
    insertMany();
    for (const std::vector<std::string> &kinds :
         {std::vector<std::string>{}, {"opened"}, {"opened", "refused", "imported"}}) {
        ActivityFilter filter;
        filter.kinds = kinds;
        const auto whole = indexesOf(table().list(filter).value());
        filter.limit = 7;
        Indexes paged;
        std::optional<ActivityId> after;
        while (true) {
            const auto page = table().list(filter, after).value();
            if (page.empty()) {
                break;
            }
            for (const ActivityRow &row : page) {
                paged.push_back(row.index);
            }
            after = page.back().id;
        }
        QCOMPARE(paged, whole);
    }
}

void ActivityTableTest::list_afterARowThatIsNot_isNotFound()
{
    QVERIFY(table().list({}, ActivityId{99}).error().code == ErrorCode::NotFound);
}

void ActivityTableTest::everyFilter_readsAnIndexInOrder_data()
{
    QTest::addColumn<ActivityFilter>("filter");
    QTest::newRow("all") << ActivityFilter{.limit = 50};
    QTest::newRow("since") << ActivityFilter{.since = at(5), .limit = 50};
    QTest::newRow("kind") << ActivityFilter{.kinds = {"refused"}, .limit = 50};
    QTest::newRow("kinds") << ActivityFilter{.kinds = {"refused", "opened"}, .limit = 50};
    QTest::newRow("who") << ActivityFilter{.since = at(5), .who = "Dr Okafor", .limit = 50};
    ActivityFilter grant{.limit = 50};
    grant.grant = grantOf(1);
    QTest::newRow("grant") << grant;
}

void ActivityTableTest::everyFilter_readsAnIndexInOrder()
{
    QFETCH(ActivityFilter, filter);
    for (const auto &after :
         {std::optional<ActivityPlace>{}, std::optional{ActivityPlace{at(9), ActivityId{4}}}}) {
        const ActivityQuery query{filter, after};
        auto statement = m_database->prepare("EXPLAIN QUERY PLAN " + query.listSql());
        QVERIFY2(statement.has_value(), statement ? "" : statement.error().detail.c_str());
        const auto steps = statement->all([](Statement &row) { return row.textAt(3); }).value();
        std::string plan;
        for (const std::string &step : steps) {
            plan += step + "; ";
        }
        QVERIFY2(plan.find("USING INDEX activity_") != std::string::npos, plan.c_str());
        QVERIFY2(plan.find("TEMP B-TREE") == std::string::npos, plan.c_str());
    }
}

void ActivityTableTest::setReason_comesLateAndOnce()
{
    NewActivity line = opened(5);
    line.reason = std::nullopt;
    QVERIFY(table().insert(line).value());
    QVERIFY(table().insert(opened(6)).value());
    const auto pending = table().pendingReasons().value();
    QCOMPARE(pending.size(), 1U);
    QVERIFY(pending[0].request == txOf(5) && pending[0].grant == grantOf(1));
    QCOMPARE(table().list({}).value()[1].reason, "");

    QVERIFY(table().setReason(txOf(5), "check-up").has_value());
    QVERIFY(table().setReason(txOf(5), "something else").has_value());
    QVERIFY(table().setReason(txOf(6), "something else").has_value());
    QVERIFY(table().pendingReasons().value().empty());
    QCOMPARE(table().list({}).value()[1].reason, "check-up");
    QCOMPARE(table().list({}).value()[0].reason, "");
}

void ActivityTableTest::conflict_marksTheEntriesAndTheirFollowers()
{
    insertMany();
    QVERIFY(table().prove(40, std::nullopt).has_value());
    QVERIFY(table().markConflictFrom(58).has_value());
    const auto rows = table().list({}).value();
    for (const ActivityRow &row : rows) {
        const ProofState wanted = row.index >= 58 ? ProofState::Conflict
            : row.index >= 40                     ? ProofState::Reported
            : row.index == 0                      ? ProofState::Local
                                                  : ProofState::Proven;
        QVERIFY2(row.proof == wanted, std::to_string(row.index).c_str());
    }
}

void ActivityTableTest::proof_isRaisedAndTakenBack()
{
    insertMany();
    const auto check = [this](std::uint64_t proven, std::optional<std::uint64_t> conflictFrom) {
        QVERIFY(table().prove(proven, conflictFrom).has_value());
        const auto rows = table().list({}).value();
        for (const ActivityRow &row : rows) {
            const ProofState wanted = row.index == 0         ? ProofState::Local
                : conflictFrom && row.index >= *conflictFrom ? ProofState::Conflict
                : row.index < proven                         ? ProofState::Proven
                                                             : ProofState::Reported;
            QVERIFY2(row.proof == wanted, std::to_string(row.index).c_str());
        }
    };
    check(10, {});
    check(40, {});
    check(60, 50); // two places disagree
    check(60, {}); // and agree again
    check(1000, {});
}

void ActivityTableTest::unusual_isUnseenUntilLookedAt()
{
    insertMany();
    QCOMPARE(table().unseenCount().value(), 20);
    ActivityFilter filter;
    filter.kinds = {"refused"};
    QVERIFY(table().markSeen(table().list(filter).value()[0].id).has_value());
    QCOMPARE(table().unseenCount().value(), 19);
    QVERIFY(table().list(filter).value()[0].seen);
    ActivityFilter unseen;
    unseen.unseen = true;
    QCOMPARE(table().count(unseen).value(), 19);
    unseen.limit = 1;
    QVERIFY(!table().list(unseen).value()[0].seen);
    QVERIFY(table().markAllSeen().has_value());
    QCOMPARE(table().unseenCount().value(), 0);
}

void ActivityTableTest::renameContact_showsTheNewName()
{
    insertMany();
    QVERIFY(table().renameContact(7, "Dr A. Okafor").has_value());
    ActivityFilter filter;
    filter.who = "Dr A. Okafor";
    QCOMPARE(table().count(filter).value(), 40);
    filter.who = "Dr Okafor";
    QCOMPARE(table().count(filter).value(), 0);
}

QTEST_GUILESS_MAIN(ActivityTableTest)
#include "activity_table_test.moc"
