// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/outgoing_block_store.hpp"
#include "tests/core/store/ipfs/kubo_double.hpp"

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
    void sendWaiting_goesOnAfterAFault();
    void sendWaiting_canBeStopped();
    void waiting_survivesTheProcess();
    void removed_isNotSent();
    void sent_isReadAndRemovedThere();

private:
    void reopen();

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

void OutgoingBlockStoreTest::put_asksNobody()
{
    const auto cid = m_store->put(bytesOf("one"));
    QVERIFY(cid.has_value());
    QVERIFY(m_store->sync());
    QCOMPARE(m_store->has(*cid).value(), true);
    QCOMPARE(textOf(m_store->get(*cid).value()), "one"sv);
    QCOMPARE(m_store->countWaiting().value(), 1U);
    QCOMPARE(m_kubo->server.connections(), 0);
}

void OutgoingBlockStoreTest::sendWaiting_bringsAllAndForgets()
{
    for (int i = 0; i < 50; ++i) {
        QVERIFY(m_store->put(bytesOf("block " + std::to_string(i))).has_value());
    }
    std::uint64_t last = 0;
    std::uint64_t of = 0;
    QVERIFY(m_store->sendWaiting({}, [&](std::uint64_t done, std::uint64_t total) {
        last = done;
        of = total;
    }));
    QCOMPARE(last, of);
    QCOMPARE(m_store->countWaiting().value(), 0U);
    QCOMPARE(m_kubo->pins.size(), 50U);
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->server.requests(), 50);
}

void OutgoingBlockStoreTest::sendWaiting_goesOnAfterAFault()
{
    for (int i = 0; i < 20; ++i) {
        QVERIFY(m_store->put(bytesOf("block " + std::to_string(i))).has_value());
    }
    m_kubo->fault = Fault::FullDisk;
    const auto sent = m_store->sendWaiting({});
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Unavailable);
    QVERIFY(sent.error().detail.contains("is full"));
    QCOMPARE(m_store->countWaiting().value(), 20U);
    m_kubo->faultsLeft = 0;
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->pins.size(), 20U);
}

void OutgoingBlockStoreTest::sendWaiting_canBeStopped()
{
    QVERIFY(m_store->put(bytesOf("one")).has_value());
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
    QVERIFY(m_store->put(bytesOf("one")).has_value());
    QVERIFY(m_store->sync());
    m_store.reset();
    reopen();
    QCOMPARE(m_store->countWaiting().value(), 1U);
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->pins.size(), 1U);
}

void OutgoingBlockStoreTest::removed_isNotSent()
{
    const auto cid = m_store->put(bytesOf("one"));
    QVERIFY(m_store->remove(*cid));
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(m_kubo->server.connections(), 0);
}

void OutgoingBlockStoreTest::sent_isReadAndRemovedThere()
{
    const auto cid = m_store->put(bytesOf("one"));
    QVERIFY(m_store->sendWaiting({}));
    QCOMPARE(textOf(m_store->get(*cid).value()), "one"sv);
    QCOMPARE(m_store->has(*cid).value(), true);
    QVERIFY(m_store->remove(*cid));
    QVERIFY(m_kubo->blocks.empty());
    QCOMPARE(m_store->get(*cid).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(OutgoingBlockStoreTest)
#include "outgoing_block_store_test.moc"
