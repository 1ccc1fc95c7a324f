// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/block.hpp"
#include "core/ledger/fabric/chain/channel_config.hpp"
#include "core/ledger/fabric/chain/entry_reader.hpp"
#include "core/ledger/fabric/chain/orderer_signatures.hpp"
#include "tests/core/ledger/fabric/channel_vectors.hpp"

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using keepwell::test::ChannelVectors;

class BlockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void genesis_hasThePinnedHash();
    void cutAtEveryByte();
    void everyFlippedByte_isSeen();
    void config_saysWhoOrders();
    void submissions_areOursOnly();
    void submissions_unreadableAndValid_areNotPassedOver();
    void quorum_asFabricCounts();
};

namespace {

/// Takes the bytes through every reader there is; nothing may crash.
bool readAll(const ChannelVectors &channel, ByteView bytes)
{
    const auto block = parseBlock(bytes);
    if (!block) {
        return false;
    }
    if (block->isConfig) {
        static_cast<void>(ChannelConfig::parse(*block, channel.origin.channel));
    }
    static_cast<void>(submissionsIn(*block, channel.origin.channel, channel.origin.contract));
    return true;
}

} // namespace

void BlockTest::genesis_hasThePinnedHash()
{
    for (const char *name : {"raft.json", "smartbft.json"}) {
        const ChannelVectors channel{QString::fromLatin1(name)};
        const auto block = parseBlock(channel.blocks[0]);
        QVERIFY(block);
        QVERIFY(block->hash == channel.origin.genesisBlock);
        QVERIFY(block->isConfig);
    }
}

void BlockTest::cutAtEveryByte()
{
    const ChannelVectors channel{QStringLiteral("raft.json")};
    for (const std::size_t number : {0UL, 2UL, 4UL}) {
        const ByteView whole{channel.blocks[number]};
        for (std::size_t size = 0; size < whole.size(); ++size) {
            static_cast<void>(readAll(channel, whole.first(size)));
        }
        QVERIFY(readAll(channel, whole));
    }
}

/// Every byte of a block is either in the header's hash, in the data's, in what orderers sign, or in
/// what peers add, which a second organisation is held against.
void BlockTest::everyFlippedByte_isSeen()
{
    const ChannelVectors channel{QStringLiteral("raft.json")};
    const Bytes &good = channel.blocks[4];
    const auto before = parseBlock(good);
    OrdererSignatures orderers{
        *ChannelConfig::parse(*parseBlock(channel.blocks[0]), channel.origin.channel)};
    QVERIFY(orderers.check(*before));
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes flipped = good;
        flipped[at] ^= std::byte{1};
        static_cast<void>(readAll(channel, flipped));
        const auto block = parseBlock(flipped);
        const bool isAsSeen = block && block->hash == before->hash && orderers.check(*block)
            && block->data == before->data && block->validation == before->validation
            && block->commitHash == before->commitHash;
        // The nonce of the signer's header is signed, the metadata that nobody uses is empty.
        QVERIFY2(!isAsSeen, qPrintable(QString::number(at)));
    }
}

void BlockTest::config_saysWhoOrders()
{
    const ChannelVectors raft{QStringLiteral("raft.json")};
    const auto first = ChannelConfig::parse(*parseBlock(raft.blocks[0]), raft.origin.channel);
    QVERIFY(first->consensus() == Consensus::Raft);
    QVERIFY(first->ordererOrganisation("OrdererMSP") != nullptr);
    QVERIFY(first->ordererOrganisation("Org1MSP") == nullptr);
    QVERIFY(first->ordererOrganisation("SecondOrdererMSP") == nullptr);
    QCOMPARE(first->members().size(), 2U);
    QVERIFY(first->members().contains("Org2MSP"));
    const auto second = ChannelConfig::parse(*parseBlock(raft.blocks[5]), raft.origin.channel);
    QVERIFY(second->ordererOrganisation("SecondOrdererMSP") != nullptr);
    const ChannelVectors bft{QStringLiteral("smartbft.json")};
    const auto config = ChannelConfig::parse(*parseBlock(bft.blocks[0]), bft.origin.channel);
    QVERIFY(config->consensus() == Consensus::SmartBft);
    QCOMPARE(config->consenters().size(), 4U);
    QCOMPARE(config->consenters().at(3).mspId, std::string{"OrdererMSP"});
}

void BlockTest::submissions_areOursOnly()
{
    const ChannelVectors channel{QStringLiteral("raft.json")};
    const auto in = [&](std::size_t number) {
        return submissionsIn(*parseBlock(channel.blocks[number]), channel.origin.channel,
                             channel.origin.contract)
            .value();
    };
    QVERIFY(in(0).empty());
    QVERIFY(in(1).empty()); // of another contract
    QCOMPARE(in(2).size(), 2U);
    QCOMPARE(in(3).size(), 1U); // beside a deposit, and a Submit of another contract
    QCOMPARE(in(4).size(), 2U);
    QVERIFY(in(4)[0].valid);
    QVERIFY(!in(4)[1].valid);
    QVERIFY(
        submissionsIn(*parseBlock(channel.blocks[2]), "another", channel.origin.contract)->empty());
}

/// What no peer can read is no entry, and a peer that calls it valid is not believed.
void BlockTest::submissions_unreadableAndValid_areNotPassedOver()
{
    const ChannelVectors channel{QStringLiteral("raft.json")};
    const auto in = [&](const Block &block) {
        return submissionsIn(block, channel.origin.channel, channel.origin.contract);
    };
    Block block = *parseBlock(channel.blocks[4]);
    QVERIFY(in(block)->front().valid);
    block.data->front().push_back(std::byte{0x7B}); // field 15, a group begins, and never ends
    const auto broken = in(block);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::Tampered);
    block.validation.front() = std::byte{2}; // BAD_PAYLOAD: nobody counts it
    QCOMPARE(in(block)->size(), 1U);
}

void BlockTest::quorum_asFabricCounts()
{
    const std::size_t wanted[]{0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7};
    for (std::size_t n = 1; n <= 10; ++n) {
        QCOMPARE(OrdererSignatures::quorum(n), wanted[n]);
    }
}

QTEST_GUILESS_MAIN(BlockTest)
#include "block_test.moc"
