// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/contract/shim_world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;

/// Which calls the contract takes, over a driven stream: a test double stands in for the peer.
class FunctionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void info_saysWhoAnswers();
    void call_thatIsNoneIsRejected();
    void call_ofAnotherChannelIsRejected();
    void call_byAnotherChaincodeIsRejected();
};

void FunctionsTest::info_saysWhoAnswers()
{
    ShimWorld world;
    Invocation call = world.invocation(kInfoFunction, {});
    QCOMPARE(world.codeOf(call), Code::Enc); // an empty argument is one too many
    call.arguments.pop_back();
    call.txId = world.newTxId();
    QCOMPARE(world.codeOf(call), Code::Done);
    QVERIFY(parseHostInfo(world.answer())
            == (HostInfo{.version = 1, .network = world.network, .mspId = "Org1MSP"}));
}

void FunctionsTest::call_thatIsNoneIsRejected()
{
    ShimWorld world;
    QCOMPARE(world.codeOf(world.invocation("Steal", Bytes(3))), Code::Enc);
    QCOMPARE(world.codeOf(world.invocation("", Bytes(3))), Code::Enc);
    Invocation many = world.invocation(kSubmitFunction, Bytes(3));
    many.arguments.push_back(Bytes(1));
    QCOMPARE(world.codeOf(many), Code::Enc);
    Invocation none = world.invocation(kSubmitFunction, Bytes(3));
    none.arguments.clear();
    QCOMPARE(world.codeOf(none), Code::Enc);
    QCOMPARE(world.codeOf(world.invocation(kSubmitFunction, Bytes(70'000))), Code::Enc);
    Invocation shortId = world.invocation(kInfoFunction, {});
    shortId.txId = "abc";
    QCOMPARE(world.codeOf(shortId), Code::Enc);
}

void FunctionsTest::call_ofAnotherChannelIsRejected()
{
    ShimWorld world;
    Invocation call = world.submission(world.owner.next(world.grantAt(), kStart));
    call.channel = "another";
    QCOMPARE(world.codeOf(call), Code::Net);
}

/// A chaincode that calls this one hands on its own transaction, where no wallet looks for entries.
void FunctionsTest::call_byAnotherChaincodeIsRejected()
{
    ShimWorld world;
    for (const char *other : {"another", ""}) {
        Invocation call = world.submission(world.owner.next(world.grantAt(), kStart));
        call.contract = other;
        QCOMPARE(world.codeOf(call), Code::Net);
    }
}

QTEST_GUILESS_MAIN(FunctionsTest)
#include "functions_test.moc"
