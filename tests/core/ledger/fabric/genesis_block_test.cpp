// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/genesis_block.hpp"
#include "tests/core/ledger/fabric/channel_vectors.hpp"
#include "tests/core/ledger/fabric/gateway/gateway_pair.hpp"

#include <fabric/deliver_seek.pb.h>

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using test::ChannelVectors;
using test::GatewayPair;

class GenesisBlockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shownAlike_isTheBeginning();
    void noMore_isAskedFor();
    void twoBeginnings_areTampered();
    void lostGateway_isLeftOut();
    void otherBlock_isTampered();

private:
    std::optional<GatewayPair> m_net;
};

namespace {

std::string blockOf(const char *channel, std::size_t number)
{
    return std::string{textOf(ChannelVectors{QString::fromLatin1(channel)}.blocks.at(number))};
}

} // namespace

void GenesisBlockTest::init()
{
    m_net.emplace();
    m_net->one->blocks = m_net->two->blocks = {blockOf("raft.json", 0)};
}

void GenesisBlockTest::shownAlike_isTheBeginning()
{
    const auto hash = readGenesis(*m_net->client(), {});
    QVERIFY2(hash, hash ? "" : hash.error().detail.c_str());
    QVERIFY(*hash == ChannelVectors{QStringLiteral("raft.json")}.origin.genesisBlock);
    QCOMPARE(m_net->one->delivers.load(), 1);
    QCOMPARE(m_net->two->delivers.load(), 1);
}

/// A peer goes on sending until it hears that nobody listens: all that is on its way was for nothing.
void GenesisBlockTest::noMore_isAskedFor()
{
    QVERIFY(readGenesis(*m_net->client(), {}));
    for (const auto *gateway : {&*m_net->one, &*m_net->two}) {
        wire::Payload payload;
        wire::SeekInfo seek;
        QVERIFY(payload.ParseFromString(gateway->lastSeek.payload()));
        QVERIFY(seek.ParseFromString(payload.data()));
        QVERIFY(seek.start().has_specified() && seek.stop().has_specified());
        QCOMPARE(seek.start().specified().number(), std::uint64_t{0});
        QCOMPARE(seek.stop().specified().number(), std::uint64_t{0});
    }
}

void GenesisBlockTest::twoBeginnings_areTampered()
{
    m_net->two->blocks = {blockOf("smartbft.json", 0)};
    const auto hash = readGenesis(*m_net->client(), {});
    QVERIFY(!hash);
    QCOMPARE(hash.error().code, ErrorCode::Tampered);
    QVERIFY(hash.error().detail.find("Org1MSP and Org2MSP") != std::string::npos);
}

void GenesisBlockTest::lostGateway_isLeftOut()
{
    m_net->one->stop();
    QVERIFY(readGenesis(*m_net->client(), {.stop = {}, .atMost = std::chrono::seconds{10}}));
    m_net->two->stop();
    const auto hash
        = readGenesis(*m_net->client(), {.stop = {}, .atMost = std::chrono::seconds{10}});
    QVERIFY(!hash);
    QCOMPARE(hash.error().code, ErrorCode::Unavailable);
}

void GenesisBlockTest::otherBlock_isTampered()
{
    m_net->one->blocks = {blockOf("raft.json", 1)};
    const auto hash = readGenesis(*m_net->client(), {});
    QVERIFY(!hash);
    QCOMPARE(hash.error().code, ErrorCode::Tampered);
}

QTEST_GUILESS_MAIN(GenesisBlockTest)
#include "genesis_block_test.moc"
