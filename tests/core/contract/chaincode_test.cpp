// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"
#include "core/contract/chaincode.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/actor.hpp"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;

/// Against tests/vectors/contract/chaincode.json, written by make_contract.py from the page alone.
class ChaincodeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void network_isHashedAsThePageSays();
    void slot_isTheVector();
    void slot_damagedIsRefused();
    void outcome_isTheVector();
    void event_isTheVector();
    void host_isTheVector();
    void encodings_cutOrChangedAreRefused();
    void rejection_survivesTheWayThroughPeers();
    void rejection_keepsEveryCode();
    void rejection_isNotSeenWhereNoneIs();
    void indexKey_isTheVector();
    void indexKey_damagedIsRefused();
    void indexRange_holdsTheRowsOfOneKeyOnly();
    void mspId_isPlain();

private:
    std::string text(const char *name) const { return m_vectors[name].toString().toStdString(); }
    Bytes bytes(const char *name) const { return fromHex(text(name)).value(); }
    Bytes32 bytes32(const char *name) const { return TxId::parse(text(name)).value().bytes(); }

    Outcome outcome() const
    {
        return {.id = TxId{bytes32("rid")},
                .type = static_cast<Type>(m_vectors["type"].toInt()),
                .code = static_cast<Code>(m_vectors["code"].toInt()),
                .t = instantOf(static_cast<std::uint64_t>(m_vectors["t"].toInteger()))};
    }
    IndexRow row() const
    {
        return {.kind = IndexKind::Object,
                .of = bytes32("id"),
                .id = bytes32("rid"),
                .locator = bytes("locator")};
    }

    QJsonObject m_vectors;
};

void ChaincodeTest::initTestCase()
{
    crypto::initialise();
    QFile file{QStringLiteral(KEEPWELL_TEST_VECTORS) + "/contract/chaincode.json"};
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_vectors = QJsonDocument::fromJson(file.readAll()).object();
}

void ChaincodeTest::network_isHashedAsThePageSays()
{
    QCOMPARE(networkIdOf(bytes32("genesis"), text("contract")).toHex(), text("network"));
}

void ChaincodeTest::slot_isTheVector()
{
    const Deposit deposit{
        .field = Field::Notice, .id = bytes32("id"), .epoch = 258, .value = copyOf(bytesOf("v"))};
    QCOMPARE(encodeDepositSlot(deposit), bytes("slot"));
    const auto parsed = parseDeposit(bytes("slot"), copyOf(bytesOf("v")));
    QVERIFY(parsed);
    QCOMPARE(parsed->field, deposit.field);
    QCOMPARE(parsed->id, deposit.id);
    QCOMPARE(parsed->epoch, deposit.epoch);
    QCOMPARE(parsed->value, deposit.value);
}

void ChaincodeTest::slot_damagedIsRefused()
{
    const Bytes whole = bytes("slot");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto cut = parseDeposit(ByteView{whole}.first(size), {});
        QVERIFY(!cut && cut.error().code == Code::Enc);
    }
    for (const std::uint64_t field : {std::uint64_t{0}, std::uint64_t{4}}) {
        const Bytes wrong = cbor::encode(cbor::Map{{1, field}, {2, bytes32("id")}, {3, 1UL}});
        QVERIFY(!parseDeposit(wrong, {}));
    }
}

void ChaincodeTest::outcome_isTheVector()
{
    QCOMPARE(encode(outcome()), bytes("outcome"));
    QVERIFY(parseOutcome(bytes("outcome")) == outcome());
}

void ChaincodeTest::event_isTheVector()
{
    QCOMPARE(encodeEntryEvent(outcome()), bytes("event"));
    const auto event = parseEntryEvent(bytes("event"));
    QVERIFY(event && event->first == outcome().id && event->second == Code::Opens);
}

void ChaincodeTest::host_isTheVector()
{
    const Bytes host = bytes("host");
    const auto parsed = parseHostInfo(host);
    QVERIFY(parsed);
    QCOMPARE(parsed->mspId, text("msp"));
    QCOMPARE(encode(*parsed), host);
}

void ChaincodeTest::encodings_cutOrChangedAreRefused()
{
    const Bytes outcomeBytes = bytes("outcome");
    const Bytes eventBytes = bytes("event");
    const Bytes hostBytes = bytes("host");
    for (std::size_t size = 0; size < outcomeBytes.size(); ++size) {
        QVERIFY(!parseOutcome(ByteView{outcomeBytes}.first(size)));
        if (size < eventBytes.size()) {
            QVERIFY(!parseEntryEvent(ByteView{eventBytes}.first(size)));
        }
        if (size < hostBytes.size()) {
            QVERIFY(!parseHostInfo(ByteView{hostBytes}.first(size)));
        }
    }
    // Whatever is read is written back as it was.
    for (std::size_t bit = 0; bit < outcomeBytes.size() * 8; ++bit) {
        Bytes flipped = outcomeBytes;
        flipped[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
        if (const auto read = parseOutcome(flipped)) {
            QCOMPARE(encode(*read), flipped);
        }
    }
    const Bytes noCode = cbor::encode(cbor::Map{{1, bytes32("rid")}, {2, 1UL}, {3, 9UL}, {4, 1UL}});
    QVERIFY(!parseOutcome(noCode));
}

void ChaincodeTest::rejection_survivesTheWayThroughPeers()
{
    const Failure failure{Code::Expired, "until 2027-01-15"};
    QCOMPARE(rejectionText(failure), std::string{"KW-16 E_EXPIRED: until 2027-01-15"});
    const auto back = parseRejection("chaincode response 400, " + rejectionText(failure));
    QVERIFY(back);
    QCOMPARE(back->code, Code::Expired);
    QCOMPARE(back->error.detail, failure.error.detail);
    QCOMPARE(back->error.code, ErrorCode::Denied);
}

void ChaincodeTest::rejection_keepsEveryCode()
{
    for (unsigned number = 1; number <= 255; ++number) {
        const auto code = codeOf(number);
        if (!code) {
            continue;
        }
        const auto back = parseRejection(rejectionText(Failure{*code, "why"}));
        QVERIFY(back && back->code == *code);
        QCOMPARE(back->error.detail, std::string{name(*code)} + ": why");
    }
    const Failure fault{Error{ErrorCode::Unavailable, "the peer is gone"}};
    QCOMPARE(rejectionText(fault), std::string{"KW-255 E_HOST: the peer is gone"});
}

void ChaincodeTest::rejection_isNotSeenWhereNoneIs()
{
    for (const char *text : {"", "KW-", "KW-16", "KW-16 E_EXPIRED", "KW-16 E_REVOKED: x",
                             "KW-0 done: x", "KW-99 E_X: ", "KW-99999999999999999999 E_NET: x",
                             "KW--1 E_NET: x", "chaincode response 500, failed"}) {
        QVERIFY2(!parseRejection(text), text);
    }
    // A false start does not hide the real one behind it.
    QVERIFY(parseRejection("about KW-1 and KW-31 E_WAIT: later")->code == Code::Wait);
}

void ChaincodeTest::indexKey_isTheVector()
{
    QCOMPARE(indexRowKey(row()), text("index_key"));
    QVERIFY(parseIndexRowKey(text("index_key")) == row());
    QVERIFY(locatorOf(text("locator")) == bytes("locator"));
    QVERIFY(!locatorOf(text("locator").substr(2)));
    QVERIFY(!locatorOf("A" + text("locator").substr(1)));
}

void ChaincodeTest::indexKey_damagedIsRefused()
{
    const std::string whole = text("index_key");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        QVERIFY(!parseIndexRowKey(std::string_view{whole}.substr(0, size)));
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = changed[at] == '~' ? '0' : '~';
        QVERIFY(!parseIndexRowKey(changed));
    }
    QVERIFY(!parseIndexRowKey(whole + "0"));
}

void ChaincodeTest::indexRange_holdsTheRowsOfOneKeyOnly()
{
    const auto [first, end] = indexRange(IndexKind::Object, row().of);
    QVERIFY(first < indexRowKey(row()) && indexRowKey(row()) < end);
    for (IndexRow other : {row(), row()}) {
        other.of = bytesNamed("another");
        QVERIFY(indexRowKey(other) < first || indexRowKey(other) >= end);
    }
    IndexRow own = row();
    own.kind = IndexKind::Own;
    QVERIFY(indexRowKey(own) < first || indexRowKey(own) >= end);
}

void ChaincodeTest::mspId_isPlain()
{
    QVERIFY(isMspId("Org1MSP") && isMspId("clinic-of_x.org"));
    for (const char *wrong : {"", "a b", "a/b", "a~b", "ä", "a\n"}) {
        QVERIFY(!isMspId(wrong));
    }
    QVERIFY(isMspId(std::string(64, 'a')) && !isMspId(std::string(65, 'a')));
    QCOMPARE(implicitCollection("Org1MSP"), std::string{"_implicit_org_Org1MSP"});
}

QTEST_GUILESS_MAIN(ChaincodeTest)
#include "chaincode_test.moc"
