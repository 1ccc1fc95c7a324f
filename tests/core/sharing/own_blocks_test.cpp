// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/sharing/own_blocks.hpp"
#include "core/store/folder_block_store.hpp"
#include "tests/core/vault/test_vault.hpp"

#include <QTemporaryDir>
#include <QTest>

using namespace keepwell;

/// What a crash leaves between the blocks of an object and the share that would have named them.
class OwnBlocksTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void orphans_go_andNothingElse()
    {
        test::TestDatabase fresh;
        const QTemporaryDir folder;
        const auto store
            = store::FolderBlockStore::open(folder.filePath("b").toStdString()).value();
        const auto write = [&](const Bytes32 &owner, bool isCut) {
            store::ObjectWriter object{*store, store::ObjectType::Manifest};
            QVERIFY(object.append(Bytes(3'000'000)).has_value());
            const auto list = sharing::listIn(fresh.database, owner, 1);
            const auto finished
                = object.finish([&](const std::vector<store::Cid> &cids) -> Result<> {
                      if (store->list().value_or(std::vector<store::Cid>{}).size() % 3 != 0) {
                          return fail(ErrorCode::Failed, "a block was there before its row");
                      }
                      KEEPWELL_CHECK(list(cids));
                      return isCut ? store->sync({cids.front()}) : Result<>{};
                  });
            QVERIFY(finished.has_value());
        };
        write(Bytes32{std::byte{1}}, false);
        write(Bytes32{std::byte{2}}, true);
        QCOMPARE(store->list().value().size(), 6U);
        QCOMPARE(vault::BlockTable{fresh.database}.orphans()->size(), 6U);
        const store::Cid others = store->put(bytesOf("of another wallet")).value();
        QVERIFY(store->sync({others}).has_value());

        QVERIFY(sharing::removeOrphans(fresh.database, *store).has_value());
        QCOMPARE(store->list().value(), std::vector{others});
        QVERIFY(vault::BlockTable{fresh.database}.orphans()->empty());
        QVERIFY(sharing::removeOrphans(fresh.database, *store).has_value());
    }
};

QTEST_GUILESS_MAIN(OwnBlocksTest)
#include "own_blocks_test.moc"
