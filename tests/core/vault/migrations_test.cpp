// SPDX-License-Identifier: Apache-2.0
#include "core/vault/delivery_table.hpp"
#include "tests/core/vault/test_vault.hpp"

#include <QTest>

#include <map>

using namespace keepwell;
using namespace keepwell::test;

namespace {

struct Column
{
    std::string table;
    std::string name;
    std::string type;

    friend auto operator<=>(const Column &, const Column &) = default;
};

/// Every column of every table of ours, in the order they were made; the words of the search are made
/// of the others.
std::vector<Column> columnsOf(vault::Database &database)
{
    auto statement = *database.prepare(
        "SELECT t.name, c.name, c.type FROM sqlite_master t JOIN pragma_table_info(t.name) c "
        "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'record_words%' "
        "ORDER BY t.rowid, c.cid");
    return *statement.all([](vault::Statement &row) {
        return Column{.table = row.textAt(0), .name = row.textAt(1), .type = row.textAt(2)};
    });
}

/// One row in each table: 1, "1" or 32 bytes of 1, so that rows that name each other do.
void fill(vault::Database &database)
{
    std::vector<std::pair<std::string, std::pair<std::string, std::string>>> rows;
    for (const Column &column : columnsOf(database)) {
        if (rows.empty() || rows.back().first != column.table) {
            rows.push_back({column.table, {}});
        }
        auto &[names, values] = rows.back().second;
        const std::string between = names.empty() ? "" : ", ";
        names += between + column.name;
        values += between
            + (column.type == "BLOB"       ? "x'" + std::string(64, '1') + "'"
                   : column.type == "TEXT" ? "'1'"
                                           : "1");
    }
    for (const auto &[table, row] : rows) {
        const auto done = database.execute(
            ("INSERT OR REPLACE INTO " + table + "(" + row.first + ") VALUES(" + row.second + ")")
                .c_str());
        if (!done) {
            qFatal("%s: %s", table.c_str(), done.error().detail.c_str());
        }
    }
}

using Contents = std::map<Column, std::vector<std::string>>;

Contents contents(vault::Database &database, const std::vector<Column> &columns)
{
    Contents all;
    for (const Column &column : columns) {
        auto statement
            = *database.prepare("SELECT quote(" + column.name + ") FROM " + column.table);
        all[column] = *statement.all([](vault::Statement &row) { return row.textAt(0); });
    }
    return all;
}

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void migrate_makesTheLayoutOnce()
    {
        TestDatabase fresh;
        QCOMPARE(*fresh.database.userVersion(), vault::kLayout);
        QVERIFY(vault::migrate(fresh.database));
        QVERIFY(fresh.database.run("SELECT count(*) FROM contact"));
    }

    void migrate_leavesNothingBehindWhenItFails()
    {
        const QTemporaryDir folder;
        auto database
            = *vault::Database::create(folder.path().toStdString() + "/vault.db", keyOf(1));
        QVERIFY(database.execute("CREATE TABLE replica_head(other INTEGER) STRICT;"));
        QVERIFY(!vault::migrate(database));
        QCOMPARE(*database.userVersion(), 0);
        QVERIFY(!database.run("SELECT count(*) FROM setting"));
    }

    /// A vault of each older build, filled, keeps every value of every table.
    void migrate_carriesOverAllOfAnOlderLayout_data()
    {
        QTest::addColumn<qint64>("layout");
        for (std::int64_t layout = 1; layout < vault::kLayout; ++layout) {
            QTest::addRow("layout %d", static_cast<int>(layout)) << qint64{layout};
        }
    }

    void migrate_carriesOverAllOfAnOlderLayout()
    {
        QFETCH(qint64, layout);
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.path().toStdString() + "/vault.db";
        std::vector<Column> columns;
        Contents before;
        {
            auto database = *vault::Database::create(file, keyOf(1));
            QVERIFY(vault::migrate(database, layout));
            QCOMPARE(*database.userVersion(), layout);
            fill(database);
            columns = columnsOf(database);
            before = contents(database, columns);
            QVERIFY(columns.size() > 100);
        }
        auto database = *vault::Database::open(file, keyOf(1));
        QVERIFY(vault::migrate(database));
        QCOMPARE(*database.userVersion(), vault::kLayout);
        QVERIFY(contents(database, columns) == before);
        const auto deliveries = vault::DeliveryTable{database}.all();
        QCOMPARE(deliveries->size(), std::size_t{1});
        QCOMPARE(deliveries->front().changed, layout > 1); // what is new begins with "no"
        auto marks = *database.prepare("SELECT private FROM record");
        const auto isPrivate = marks.first([](vault::Statement &row) { return row.integerAt(0); });
        QCOMPARE(isPrivate->value(), std::int64_t{layout > 2 ? 1 : 0});
    }

    void migrate_refusesANewerLayoutAndLeavesItAlone()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.path().toStdString() + "/vault.db";
        {
            auto database = *vault::Database::create(file, keyOf(1));
            QVERIFY(vault::migrate(database));
            QVERIFY(database.setUserVersion(vault::kLayout + 1));
        }
        const std::string before = contentOf(file);
        {
            auto database = *vault::Database::open(file, keyOf(1));
            const auto refused = vault::migrate(database);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        }
        QVERIFY(contentOf(file) == before);
    }
};

QTEST_APPLESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
