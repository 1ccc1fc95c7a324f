// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/outgoing_block_store.hpp"
#include "tests/core/store/ipfs/kubo_double.hpp"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace keepwell;
using namespace std::literals;
using store::Cid;
using store::IpfsBlockStore;
using store::OutgoingBlockStore;
using testing::KuboDouble;
using Fault = KuboDouble::Fault;

class OutgoingBlockStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void put_asksNobody();
    void sendWaiting_bringsAllAndForgets();
    void sendWaiting_leavesWhatIsBeingWritten();
    void sendWaiting_goesOnAfterAFault();
    void sendWaiting_goesOnAfterAnEndAnywhere();
    void sendWaiting_saysWhoChangedABlock();
    void sendWaiting_canBeStopped();
    void waiting_survivesTheProcess();
    void waitingOfAnEarlierVersion_goesByItself();
    void removed_isNotSent();
    void removedOnceBegun_isTakenBack();
    void removedWhileSent_isTakenBack();
    void sent_isReadAndRemovedThere();

private:
    void reopen();
    std::vector<Cid> putObject(const std::string &name, int blocks);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<KuboDouble> m_kubo;
    std::shared_ptr<OutgoingBlockStore> m_store;
};

void OutgoingBlockStoreTest::reopen()
{
    store::IpfsOptions options;
    options.api = m_kubo->server.address();
    m_store = OutgoingBlockStore::open(m_dir->filePath("waiting").toStdString(),
                                       IpfsBlockStore::open(std::move(options)).value())
                  .value();
}

void OutgoingBlockStoreTest::init()
{
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_kubo = std::make_unique<KuboDouble>();
    reopen();
}

std::vector<Cid> OutgoingBlockStoreTest::putObject(const std::string &name, int blocks)
{
    std::vector<Cid> cids;
    for (int i = 0; i < blocks; ++i) {
        cids.push_back(m_store->put(bytesOf(name + std::to_string(i))).value());
    }
    if (!m_store->sync(cids)) {
        cids.clear();
    }
    return cids;
}

void OutgoingBlockStoreTest::put_asksNobody()
{
    const std::vector<Cid> cids = putObject("one", 1);
    QCOMPARE(m_store->has(cids[0]).value(), true);
    QCOMPARE(textOf(m_store->get(cids[0]).value()), "one0"sv);
    QCOMPARE(m_store->countWaiting().value(), 1U);
    QCOMPARE(m_kubo->server.connections(), 0);
}

void OutgoingBlockStoreTest::sendWaiting_bringsAllAndForgets()
{
    putObject("a", 50);
    putObject("b", 1);
    putObject("c", 1);
    m_kubo->collectsAlways = true;
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_store->countWaiting().value(), 0U);
    QCOMPARE(m_kubo->kept(), 53U);
    QCOMPARE(m_kubo->pins.size(), 3U); // One an object.
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->server.requests(), 53);
    for (const char *folder : {"waiting/groups", "waiting/begun"}) {
        const auto path = m_dir->filePath(folder).toStdString();
        QVERIFY(store::FolderBlockStore::open(path).value()->list().value().empty());
    }
}

void OutgoingBlockStoreTest::sendWaiting_leavesWhatIsBeingWritten()
{
    const Cid first = m_store->put(bytesOf("first")).value();
    QCOMPARE(m_store->countWaiting().value(), 0U);
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->server.connections(), 0);
    const Cid second = m_store->put(bytesOf("second")).value();
    QVERIFY(m_store->sync({first, second}));
    QCOMPARE(m_store->countWaiting().value(), 2U);
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->kept(), 3U);
    QCOMPARE(m_kubo->pins.size(), 1U);
}

void OutgoingBlockStoreTest::sendWaiting_goesOnAfterAFault()
{
    const std::vector<Cid> cids = putObject("block ", 20);
    m_kubo->fault = Fault::FullDisk;
    const auto sent = m_store->sendWaiting({});
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Unavailable);
    QVERIFY(sent.error().detail.contains("is full"));
    QCOMPARE(m_store->countWaiting().value(), 20U);
    m_kubo->faultsLeft = 0;
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->kept(), 21U);
    QVERIFY(m_store->remove(cids));
    QVERIFY(m_kubo->blocks.empty() && m_kubo->pins.empty());
}

/// The process ends after each number of requests in turn; the next one brings the rest.
void OutgoingBlockStoreTest::sendWaiting_goesOnAfterAnEndAnywhere()
{
    for (int requests = 0; requests < 8; ++requests) {
        init();
        const std::vector<Cid> cids = putObject("block ", 5);
        m_kubo->collectsAlways = true;
        m_kubo->goodLeft = requests;
        m_kubo->fault = Fault::FullDisk;
        QCOMPARE(m_store->sendWaiting({}).has_value(), requests >= 6);
        m_kubo->fault = Fault::None;
        reopen();
        QVERIFY(m_store->sendWaiting({}));
        QCOMPARE(m_kubo->kept(), 6U);
        QCOMPARE(m_kubo->pins.size(), 1U);
        QVERIFY(m_store->remove(cids));
        QVERIFY(m_kubo->blocks.empty() && m_kubo->pins.empty());
    }
}

void OutgoingBlockStoreTest::sendWaiting_saysWhoChangedABlock()
{
    const std::vector<Cid> cids = putObject("one", 2);
    const std::string text = cids[0].toString();
    QFile file{m_dir->filePath("waiting/" + QString::fromStdString(text.substr(text.size() - 3, 2))
                               + '/' + QString::fromStdString(text))};
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("xyz");
    file.close();
    const auto sent = m_store->sendWaiting({});
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Tampered);
    QVERIFY(sent.error().detail.starts_with("the blocks folder gave other bytes"));
}

void OutgoingBlockStoreTest::sendWaiting_canBeStopped()
{
    putObject("one", 1);
    m_kubo->fault = Fault::Hangs;
    std::stop_source stop;
    std::jthread stopping{[&] {
        while (m_kubo->server.requests() == 0) {
            std::this_thread::yield();
        }
        stop.request_stop();
    }};
    const auto sent = m_store->sendWaiting(stop.get_token());
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Cancelled);
    QCOMPARE(m_store->countWaiting().value(), 1U);
}

void OutgoingBlockStoreTest::waiting_survivesTheProcess()
{
    putObject("one", 3);
    m_store.reset();
    reopen();
    QCOMPARE(m_store->countWaiting().value(), 3U);
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->pins.size(), 1U);
}

/// As an earlier version left them, which knew of no objects.
void OutgoingBlockStoreTest::waitingOfAnEarlierVersion_goesByItself()
{
    const std::vector<Cid> cids = putObject("one", 3);
    m_store.reset();
    QVERIFY(QDir{m_dir->filePath("waiting/groups")}.removeRecursively());
    reopen();
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->pins.size(), 3U);
    QVERIFY(m_store->remove(cids));
    QVERIFY(m_kubo->blocks.empty() && m_kubo->pins.empty());
}

void OutgoingBlockStoreTest::removed_isNotSent()
{
    const std::vector<Cid> cids = putObject("one", 3);
    QVERIFY(m_store->remove(cids));
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->server.connections(), 0);
}

/// Its pin is there though all of its blocks still wait.
void OutgoingBlockStoreTest::removedOnceBegun_isTakenBack()
{
    const std::vector<Cid> cids = putObject("one", 3);
    m_kubo->goodLeft = 1;
    m_kubo->fault = Fault::FullDisk;
    QVERIFY(!m_store->sendWaiting({}));
    QCOMPARE(m_kubo->pins.size(), 1U);
    QCOMPARE(m_store->countWaiting().value(), 3U);
    m_kubo->fault = Fault::None;
    reopen();
    QVERIFY(m_store->remove(cids));
    QVERIFY(m_kubo->blocks.empty() && m_kubo->pins.empty());
    QCOMPARE(m_store->countWaiting().value(), 0U);
}

void OutgoingBlockStoreTest::removedWhileSent_isTakenBack()
{
    for (const int blocks : {1, 3}) {
        const std::vector<Cid> cids = putObject("one", blocks);
        bool isFirst = true;
        m_kubo->beforePut = [&] {
            if (std::exchange(isFirst, false)) {
                QVERIFY(m_store->remove(cids));
            }
        };
        QVERIFY(m_store->sendWaiting({}));
        QVERIFY(m_kubo->pins.empty());
        QVERIFY(m_kubo->blocks.empty());
    }
}

void OutgoingBlockStoreTest::sent_isReadAndRemovedThere()
{
    const std::vector<Cid> cids = putObject("one", 3);
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(textOf(m_store->get(cids[0]).value()), "one0"sv);
    QCOMPARE(m_store->has(cids[0]).value(), true);
    m_kubo->fault = Fault::OtherBytes;
    QCOMPARE(m_store->get(cids[0]).error().code, ErrorCode::Tampered);
    m_kubo->fault = Fault::None;
    QVERIFY(m_store->remove(cids));
    QVERIFY(m_kubo->blocks.empty());
    QCOMPARE(m_store->get(cids[0]).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(OutgoingBlockStoreTest)
#include "outgoing_block_store_test.moc"
