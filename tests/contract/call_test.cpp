// SPDX-License-Identifier: Apache-2.0
#include "app/contract/call.hpp"
#include "app/contract/genesis.hpp"
#include "app/contract/log.hpp"
#include "core/contract/chaincode.hpp"
#include "core/crypto/hash.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/contract/peer_double.hpp"
#include "tests/core/contract/actor.hpp"

#include <QTest>

#include <fabric/block.pb.h>
#include <fabric/common.pb.h>
#include <fabric/transaction.pb.h>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::contractserver;
using namespace keepwell::test;

namespace {

Invocation goodInvocation()
{
    return {.arguments = {copyOf(bytesOf("Deposit")), copyOf(bytesOf("slot"))},
            .transient = {{"value", copyOf(bytesOf("secret"))}},
            .time = kStart,
            .txId = std::string(64, 'a')};
}

/// Changes the channel header within a message.
template <class Change>
test::Message withHeader(const Change &change)
{
    test::Message message = transactionMessage(goodInvocation());
    wire::Proposal proposal;
    wire::Header header;
    wire::ChannelHeader channel;
    proposal.ParseFromString(message.proposal().proposal_bytes());
    header.ParseFromString(proposal.header());
    channel.ParseFromString(header.channel_header());
    change(channel);
    header.set_channel_header(channel.SerializeAsString());
    proposal.set_header(header.SerializeAsString());
    message.mutable_proposal()->set_proposal_bytes(proposal.SerializeAsString());
    return message;
}

Code codeOf(const test::Message &message)
{
    const auto call = parseCall(message);
    return call ? Code::Done : call.error().code;
}

} // namespace

/// What a peer's TRANSACTION message says, and what the genesis block of a channel is called.
class CallTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void call_isReadFromTheMessage();
    void call_timeIsInWholeSeconds();
    void call_ofOtherHeadersIsRefused();
    void call_cutAnywhereIsNoOtherCall();
    void call_withAFlippedBitNeverNamesAnotherTransaction();
    void genesis_hashIsThatOfFabric();
    void genesis_changedIsRefused();
};

void CallTest::initTestCase()
{
    contractserver::silenceLibraries();
    crypto::initialise();
}

void CallTest::call_isReadFromTheMessage()
{
    const auto call = parseCall(transactionMessage(goodInvocation()));
    QVERIFY(call);
    QCOMPARE(call->function, std::string{"Deposit"});
    QCOMPARE(textOf(*call->argument), std::string_view{"slot"});
    QCOMPARE(textOf(*call->value), std::string_view{"secret"});
    QCOMPARE(call->txId, std::string(64, 'a'));
    QCOMPARE(call->channel, std::string{"keepwell"});
    QCOMPARE(call->contract, std::string{"keepwell"});
}

void CallTest::call_timeIsInWholeSeconds()
{
    QVERIFY(parseCall(transactionMessage(goodInvocation()))->time == kStart);
    for (const std::int64_t seconds : {std::int64_t{-1}, std::int64_t{253402300800}, INT64_MIN}) {
        QCOMPARE(codeOf(withHeader([&](wire::ChannelHeader &header) {
                     header.mutable_timestamp()->set_seconds(seconds);
                 })),
                 Code::Time);
    }
    QCOMPARE(codeOf(withHeader([](wire::ChannelHeader &header) { header.clear_timestamp(); })),
             Code::Time);
}

void CallTest::call_ofOtherHeadersIsRefused()
{
    QCOMPARE(codeOf(withHeader([](wire::ChannelHeader &) {})), Code::Done);
    QCOMPARE(codeOf(withHeader(
                 [](wire::ChannelHeader &header) { header.set_tx_id(std::string(64, 'b')); })),
             Code::Enc);
    QCOMPARE(
        codeOf(withHeader([](wire::ChannelHeader &header) { header.set_channel_id("other"); })),
        Code::Enc);
    QCOMPARE(codeOf(withHeader([](wire::ChannelHeader &header) { header.set_type(1); })),
             Code::Enc);
    QCOMPARE(codeOf(withHeader([](wire::ChannelHeader &header) { header.set_extension("\x12"); })),
             Code::Enc);
}

void CallTest::call_cutAnywhereIsNoOtherCall()
{
    const std::string whole = transactionMessage(goodInvocation()).SerializeAsString();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        test::Message message;
        if (!message.ParseFromString(whole.substr(0, size))) {
            continue;
        }
        QVERIFY2(!parseCall(message), "a part of a call is none");
    }
}

void CallTest::call_withAFlippedBitNeverNamesAnotherTransaction()
{
    const std::string whole = transactionMessage(goodInvocation()).SerializeAsString();
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string flipped = whole;
        flipped[bit / 8] ^= static_cast<char>(1U << (bit % 8));
        test::Message message;
        const auto call = message.ParseFromString(flipped)
            ? parseCall(message)
            : Verdict<Call>{reject(Code::Enc, "no message")};
        if (call) {
            QCOMPARE(call->txId, message.txid());
            QVERIFY(call->txId == std::string(64, 'a') && call->channel == "keepwell");
        }
    }
}

/// The expected hash was computed with Python's hashlib over the DER written by hand.
void CallTest::genesis_hashIsThatOfFabric()
{
    wire::Block block;
    block.mutable_data()->add_data("config");
    block.mutable_header()->set_data_hash(std::string{textOf(crypto::sha256(bytesOf("config")))});
    const auto hash = genesisHashOf(block.SerializeAsString());
    QVERIFY(hash);
    QCOMPARE(toHex(*hash),
             std::string{"aab1e4f0b897407e5444fc643d2de6d81913aa3bd37200ba4da3d0b683ea7cf9"});
}

void CallTest::genesis_changedIsRefused()
{
    wire::Block block;
    block.mutable_data()->add_data("config");
    block.mutable_header()->set_data_hash(std::string{textOf(crypto::sha256(bytesOf("another")))});
    QVERIFY(!genesisHashOf(block.SerializeAsString()));
    block.mutable_header()->set_data_hash(std::string{textOf(crypto::sha256(bytesOf("config")))});
    QVERIFY(genesisHashOf(block.SerializeAsString()));
    block.mutable_header()->set_number(1);
    QVERIFY(!genesisHashOf(block.SerializeAsString()));
    QVERIFY(!genesisHashOf("no block"));
    QVERIFY(!genesisHashOf(""));
}

QTEST_GUILESS_MAIN(CallTest)
#include "call_test.moc"
