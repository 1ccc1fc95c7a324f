// SPDX-License-Identifier: Apache-2.0
#include "tests/core/vault/test_vault.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::test;

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
