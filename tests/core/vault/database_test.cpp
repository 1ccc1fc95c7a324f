// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/vault/database.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

using namespace keepwell;
using namespace keepwell::vault;
namespace fs = std::filesystem;

namespace {

crypto::DatabaseKey keyOf(std::uint8_t fill)
{
    return crypto::DatabaseKey::make(
        [fill](std::span<std::byte> bytes) { std::ranges::fill(bytes, std::byte{fill}); });
}

std::string contentOf(const fs::path &file)
{
    std::ostringstream content;
    content << std::ifstream{file, std::ios::binary}.rdbuf();
    return content.str();
}

void write(const fs::path &file, const std::string &content)
{
    std::ofstream{file, std::ios::binary | std::ios::trunc} << content;
}

constexpr auto kSchema = "CREATE TABLE t(id INTEGER PRIMARY KEY, word TEXT, data BLOB) STRICT;";

std::int64_t count(Database &database)
{
    auto statement = database.prepare("SELECT count(*) FROM t");
    return statement->first([](Statement &row) { return row.integerAt(0); })->value_or(-1);
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void cipher_isNewEnoughAndHasFullText()
    {
        auto database = Database::create(file(), keyOf(1));
        QVERIFY(database);
        const auto version = *database->cipherVersion();
        const auto dot = version.find('.');
        const int major = std::stoi(version.substr(0, dot));
        const int minor = std::stoi(version.substr(dot + 1));
        QVERIFY2(major > 4 || (major == 4 && minor >= 5), version.c_str());
        QVERIFY(database->execute("CREATE VIRTUAL TABLE words USING fts5(word, prefix='1 2 3');"));
    }

    void settings_areThoseOfTheSpec()
    {
        auto database = *Database::create(file(), keyOf(1));
        const std::pair<const char *, const char *> expected[] = {
            {"PRAGMA cipher_page_size", "4096"},
            {"PRAGMA cipher_hmac_algorithm", "HMAC_SHA256"},
            {"PRAGMA cipher_memory_security", "0"},
            {"PRAGMA journal_mode", "wal"},
            {"PRAGMA synchronous", "2"},
            {"PRAGMA secure_delete", "1"},
            {"PRAGMA temp_store", "2"},
            {"PRAGMA trusted_schema", "0"},
            {"PRAGMA foreign_keys", "1"},
        };
        for (const auto &[pragma, value] : expected) {
            auto statement = database.prepare(pragma);
            const auto text = statement->first([](Statement &row) { return row.textAt(0); });
            QVERIFY2(text && *text, pragma);
            QVERIFY2(**text == value, (std::string{pragma} + " is " + **text).c_str());
        }
    }

    void create_refusesAnExistingFile()
    {
        QVERIFY(Database::create(file(), keyOf(1)));
        const auto again = Database::create(file(), keyOf(1));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }

    void create_isReadableByTheOwnerOnly()
    {
        auto database = *Database::create(file(), keyOf(1));
        QVERIFY(database.execute(kSchema));
        for (const auto &entry : fs::directory_iterator{m_folder->path().toStdString()}) {
            QCOMPARE(static_cast<int>(entry.status().permissions()), 0600);
        }
    }

    void open_neverMakesAnEmptyOne()
    {
        auto missing = Database::open(file(), keyOf(1));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        write(file(), "");
        auto empty = Database::open(file(), keyOf(1));
        QVERIFY(!empty);
        QCOMPARE(empty.error().code, ErrorCode::Tampered);
    }

    void open_refusesAnotherKey()
    {
        QVERIFY(Database::create(file(), keyOf(1))->execute(kSchema));
        auto database = Database::open(file(), keyOf(2));
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Tampered);
    }

    void open_refusesAPlainDatabase()
    {
        {
            auto plain = Database::openUnkeyed(file());
            QVERIFY(plain && plain->execute(kSchema));
        }
        auto database = Database::open(file(), keyOf(1));
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Tampered);
    }

    void content_isNotReadableInAnyFile()
    {
        auto database = *Database::create(file(), keyOf(1));
        QVERIFY(database.execute(kSchema));
        QVERIFY(database.run("INSERT INTO t(word) VALUES(?)", "Hypertension-planted"));
        for (const auto &entry : fs::directory_iterator{m_folder->path().toStdString()}) {
            QVERIFY(!contentOf(entry.path()).contains("Hypertension-planted"));
        }
    }

    void values_comeBackAsTheyWere()
    {
        auto database = *Database::create(file(), keyOf(1));
        QVERIFY(
            database.execute("CREATE TABLE v(a ANY, b ANY, c ANY, d ANY, e ANY, f ANY) STRICT;"));
        Bytes32 id{};
        id.fill(std::byte{7});
        using TestId = Id32<struct TestTag>;
        QVERIFY(database.run("INSERT INTO v VALUES(?,?,?,?,?,?)", -5, "", Bytes{}, TestId{id},
                             std::optional<std::string>{}, Instant{std::chrono::seconds{99}}));
        auto row = *database.prepare("SELECT * FROM v");
        QVERIFY(*row.step());
        QCOMPARE(row.integerAt(0), -5);
        QVERIFY(!row.isNullAt(1) && row.textAt(1).empty());
        QVERIFY(!row.isNullAt(2) && row.blobAt(2).empty());
        QVERIFY(row.idAt<TestId>(3) == TestId{id});
        QVERIFY(row.isNullAt(4));
        QVERIFY(row.timeAt(5) == Instant{std::chrono::seconds{99}});
        QVERIFY(!*row.step());
    }

    void values_ofAnotherShapeAreRemembered()
    {
        auto database = *Database::create(file(), keyOf(1));
        auto row = *database.prepare("SELECT x'0102', -1");
        QVERIFY(*row.step());
        QVERIFY(row.bytes32At(0) == Bytes32{});
        const auto next = row.step();
        QVERIFY(!next);
        QCOMPARE(next.error().code, ErrorCode::Tampered);
        row.reset();
        QVERIFY(!row.first([](Statement &r) { return r.unsignedAt(1); }));
        auto tooMany = *database.prepare("SELECT ?");
        const auto ran = tooMany.bind(1, 2).run();
        QVERIFY(!ran);
        QCOMPARE(ran.error().code, ErrorCode::InvalidInput);
    }

    void transaction_rollsBackUnlessCommitted()
    {
        auto database = *Database::create(file(), keyOf(1));
        QVERIFY(database.execute(kSchema));
        {
            auto transaction = Transaction::begin(database);
            QVERIFY(transaction);
            QVERIFY(database.run("INSERT INTO t(word) VALUES('a')"));
        }
        QCOMPARE(count(database), 0);
        {
            auto outer = *Transaction::begin(database);
            QVERIFY(database.run("INSERT INTO t(word) VALUES('a')"));
            {
                auto inner = *Transaction::begin(database);
                QVERIFY(database.run("INSERT INTO t(word) VALUES('b')"));
            }
            {
                auto inner = *Transaction::begin(database);
                QVERIFY(database.run("INSERT INTO t(word) VALUES('c')"));
                QVERIFY(inner.commit());
            }
            QVERIFY(outer.commit());
        }
        QCOMPARE(count(database), 2);
    }

    void statements_ofOneTextCanNest()
    {
        auto database = *Database::create(file(), keyOf(1));
        auto first = *database.prepare("SELECT 1");
        auto second = *database.prepare("SELECT 1");
        QVERIFY(*first.step());
        QVERIFY(*second.step());
        QVERIFY(!*first.step());
    }

    void constraint_isAConflict()
    {
        auto database = *Database::create(file(), keyOf(1));
        QVERIFY(database.execute(kSchema));
        QVERIFY(database.run("INSERT INTO t(id) VALUES(1)"));
        const auto again = database.run("INSERT INTO t(id) VALUES(1)");
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }

    void stop_endsALongStatement()
    {
        auto database = *Database::create(file(), keyOf(1));
        constexpr auto kForever = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n)"
                                  " SELECT count(*) FROM n";
        std::stop_source source;
        {
            const StopGuard guard{database, source.get_token()};
            const std::jthread other{[&] { source.request_stop(); }};
            const auto ran = database.run(kForever);
            QVERIFY(!ran);
            QCOMPARE(ran.error().code, ErrorCode::Cancelled);
        }
        QVERIFY(database.run("SELECT 1"));
    }

    void stop_stillRollsBack()
    {
        auto database = *Database::create(file(), keyOf(1));
        QVERIFY(database.execute(kSchema));
        std::stop_source source;
        {
            const StopGuard guard{database, source.get_token()};
            auto transaction = *Transaction::begin(database);
            QVERIFY(database.run("INSERT INTO t(word) VALUES('a')"));
            source.request_stop();
        }
        QCOMPARE(count(database), 0);
    }

    void page_changedIsTampered()
    {
        {
            auto database = *Database::create(file(), keyOf(1));
            QVERIFY(database.execute(kSchema));
            for (int i = 0; i < 200; ++i) {
                QVERIFY(database.run("INSERT INTO t(data) VALUES(randomblob(500))"));
            }
        }
        const std::string good = contentOf(file());
        QVERIFY(good.size() > 20 * 4096);
        for (std::size_t at = 5; at < good.size(); at += 4096 - 37) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x10);
            write(file(), bad);
            auto database = Database::open(file(), keyOf(1));
            const auto read = database ? database->run("SELECT sum(length(data)) FROM t")
                                       : Result<>{std::unexpected{database.error()}};
            const auto checked = database ? database->checkIntegrity() : read;
            QVERIFY2(!checked && checked.error().code == ErrorCode::Tampered,
                     std::to_string(at).c_str());
            QVERIFY2(read || read.error().code == ErrorCode::Tampered,
                     (std::to_string(at) + ": " + (read ? "" : read.error().detail)).c_str());
        }
    }

    void file_cutShortIsTampered()
    {
        {
            auto database = *Database::create(file(), keyOf(1));
            QVERIFY(database.execute(kSchema));
            for (int i = 0; i < 100; ++i) {
                QVERIFY(database.run("INSERT INTO t(data) VALUES(randomblob(500))"));
            }
        }
        const std::string good = contentOf(file());
        for (std::size_t size = 1; size < good.size(); size += 1913) {
            write(file(), good.substr(0, size));
            auto database = Database::open(file(), keyOf(1));
            const auto checked = database ? database->checkIntegrity()
                                          : Result<>{std::unexpected{database.error()}};
            QVERIFY2(!checked, std::to_string(size).c_str());
            QVERIFY2(checked.error().code == ErrorCode::Tampered, checked.error().detail.c_str());
        }
    }

    void firstPage_ofZerosIsNotAnEmptyDatabase()
    {
        QVERIFY(Database::create(file(), keyOf(1))->execute(kSchema));
        write(file(), std::string(4096, '\0') + contentOf(file()).substr(4096));
        auto database = Database::open(file(), keyOf(1));
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Tampered);
        write(file(), std::string(4096, '\0'));
        QVERIFY(!Database::open(file(), keyOf(1)));
    }

    void version_isKeptInTheTransaction()
    {
        auto database = *Database::create(file(), keyOf(1));
        {
            auto transaction = *Transaction::begin(database);
            QVERIFY(database.setUserVersion(7));
        }
        QCOMPARE(*database.userVersion(), 0);
        QVERIFY(database.setUserVersion(7));
        QCOMPARE(*database.userVersion(), 7);
    }

private:
    fs::path file() const { return fs::path{m_folder->path().toStdString()} / "vault.db"; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(DatabaseTest)
#include "database_test.moc"
