// SPDX-License-Identifier: Apache-2.0
#include "core/contract/envelope.hpp"
#include "core/contract/replay.hpp"
#include "core/contract/state.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;

class EnvelopeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void check_refusesEveryCutAndEveryFlippedBit();
    void check_refusesKeysOfLowOrder();
    void checkedBefore_stillReadsStrictly();
    void rows_readWhatTheyWriteAndNothingElse();
    void replay_refusesAnotherOutcome();
    void replay_refusesWhatTheRulesReject();
    void errorCodes_haveTheirNumbers();
    void failure_turnsIntoAnErrorAndBack();
};

void EnvelopeTest::check_refusesEveryCutAndEveryFlippedBit()
{
    const World world;
    const auto bytes = encode(world.owner.next(world.grant(), kStart).envelope());
    const auto judge = [&](ByteView view) {
        const auto envelope = parseEnvelope(view);
        return envelope && Transaction::check(world.network, *envelope);
    };
    QVERIFY(judge(bytes));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        QVERIFY(!judge(ByteView{bytes}.first(at)));
        for (int bit = 0; bit < 8; ++bit) {
            auto changed = bytes;
            changed[at] ^= static_cast<std::byte>(1 << bit);
            QVERIFY(!judge(changed));
        }
    }
}

void EnvelopeTest::check_refusesKeysOfLowOrder()
{
    // With A the neutral element, S = 0 and R = A the cofactorless equation holds for any message.
    const World world;
    auto payload = world.owner.payload(AnchorBody{}, kStart);
    Bytes32 neutral{};
    neutral[0] = std::byte{1};
    payload.key = PublicKey{neutral};
    Envelope envelope{.payload = encode(payload), .signature = {}};
    envelope.signature[0] = std::byte{1};
    QCOMPARE(Transaction::check(world.network, envelope).error().code, Code::Sig);
}

void EnvelopeTest::checkedBefore_stillReadsStrictly()
{
    const World world;
    Envelope envelope = world.owner.next(AnchorBody{}, kStart).envelope();
    envelope.signature = {};
    QVERIFY(Transaction::checkedBefore(world.network, envelope));
    QCOMPARE(Transaction::checkedBefore(NetworkId{}, envelope).error().code, Code::Net);
    envelope.payload.push_back(std::byte{0});
    QCOMPARE(Transaction::checkedBefore(world.network, envelope).error().code, Code::Enc);
}

void EnvelopeTest::rows_readWhatTheyWriteAndNothingElse()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.doctor, world.request());
    world.code(world.stranger, world.request());
    world.code(world.doctor, world.delivery());
    world.code(world.owner, AnchorBody{bytesNamed("root")});
    world.code(world.owner, SetPointerBody{{}, 3});
    const auto readAgain = [](char letter, ByteView value) -> Result<Bytes> {
        const auto again = [](const auto &row) -> Result<Bytes> {
            return row ? Result<Bytes>{encode(*row)} : std::unexpected{row.error()};
        };
        switch (letter) {
        case 'k':
            return again(parseKeyRow(value));
        case 'g':
            return again(parseGrantRow(value));
        case 'a':
            return again(parseAccessRow(value));
        case 'r':
            return again(parseRefusalsRow(value));
        case 'd':
            return again(parseDeliveryRow(value));
        case 'n':
            return again(parseAnchorRow(value));
        default:
            return again(parsePointerRow(value));
        }
    };
    std::string letters;
    for (const auto &[key, value] : world.state.rows()) {
        letters += key.front();
        QCOMPARE(readAgain(key.front(), value).value(), value);
        for (std::size_t at = 0; at < value.size(); ++at) {
            QVERIFY(!readAgain(key.front(), ByteView{value}.first(at)));
            Bytes changed = value;
            changed[at] ^= std::byte{0x10};
            const auto again = readAgain(key.front(), changed);
            QVERIFY(!again || *again == changed);
        }
    }
    for (const char letter : {'k', 'g', 'a', 'r', 'd', 'n', 'p'}) {
        QVERIFY(letters.find(letter) != std::string::npos);
    }
}

void EnvelopeTest::replay_refusesAnotherOutcome()
{
    World world;
    world.code(world.owner, world.grant());
    const auto request = world.stranger.next(world.request(), kStart);
    const auto before = world.state.stateHash();
    for (const Code wrong : {Code::Done, Code::Expired}) {
        const auto replayed = replay(world.state, request, kStart, wrong);
        QVERIFY(!replayed);
        QCOMPARE(replayed.error().code, Code::State);
        QCOMPARE(replayed.error().error.code, ErrorCode::Tampered);
        QCOMPARE(world.state.stateHash(), before);
    }
    QVERIFY(replay(world.state, request, kStart, Code::Party));
}

void EnvelopeTest::replay_refusesWhatTheRulesReject()
{
    World world;
    const auto entry = world.owner.next(world.revoke(), kStart);
    const auto replayed = replay(world.state, entry, kStart, Code::Done);
    QVERIFY(!replayed);
    QCOMPARE(replayed.error().code, Code::NotFound);
    QCOMPARE(replayed.error().error.code, ErrorCode::Tampered);
}

void EnvelopeTest::errorCodes_haveTheirNumbers()
{
    const std::map<int, std::string> numbers{
        {0, "done"},          {1, "E_NET"},        {2, "E_ENC"},      {3, "E_SIG"},
        {4, "E_KEY_REVOKED"}, {5, "E_SEQ"},        {6, "E_TIME"},     {7, "E_TTL"},
        {10, "E_AUTH"},       {11, "E_NOTFOUND"},  {12, "E_EXISTS"},  {13, "E_PARTY"},
        {14, "E_WINDOW"},     {15, "E_EARLY"},     {16, "E_EXPIRED"}, {17, "E_REVOKED"},
        {18, "E_EPOCH"},      {19, "E_OPENS"},     {20, "E_STATE"},   {21, "E_RANGE"},
        {22, "E_QUOTA"},      {30, "E_NOTLOGGED"}, {31, "E_WAIT"},    {32, "E_SERVE_WINDOW"},
        {33, "E_PURGED"},     {34, "E_MISMATCH"},  {35, "E_SIZE"},    {255, "E_HOST"}};
    for (int number = 0; number < 256; ++number) {
        const auto code = codeOf(static_cast<std::uint64_t>(number));
        const auto expected = numbers.find(number);
        QCOMPARE(code.has_value(), expected != numbers.end());
        if (code) {
            QCOMPARE(std::string{name(*code)}, expected->second);
        }
    }
    QVERIFY(!codeOf(256));
}

void EnvelopeTest::failure_turnsIntoAnErrorAndBack()
{
    const auto asResult = []() -> Result<int> {
        KEEPWELL_CHECK(Verdict<>{reject(Code::Expired, "over")});
        return 1;
    };
    QCOMPARE(asResult().error().code, ErrorCode::Denied);
    QCOMPARE(asResult().error().detail, std::string{"E_EXPIRED: over"});
    const auto asVerdict = []() -> Verdict<int> {
        KEEPWELL_CHECK(Result<>{fail(ErrorCode::Unavailable, "disk")});
        return 1;
    };
    QCOMPARE(asVerdict().error().code, Code::Host);
    QCOMPARE(asVerdict().error().error.code, ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(EnvelopeTest)
#include "envelope_test.moc"
