// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/gateway/prepared_transaction.hpp"
#include "tests/core/ledger/fabric/member/member_vectors.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using namespace keepwell::test;

class PreparedTransactionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void proposal_isTheVector_data();
    void proposal_isTheVector();
    void proposal_isNewEachTime();
    void prepared_followsTheVectors_data();
    void prepared_followsTheVectors();
    void prepared_withoutKnownAuthoritiesChecksSignatures();
    void prepared_damagedAnywhereIsRefused();

private:
    const std::vector<std::string> m_asked{"Org1MSP", "Org2MSP"};
    MemberVectors m_vectors;
};

void PreparedTransactionTest::proposal_isTheVector_data()
{
    QTest::addColumn<int>("index");
    QTest::newRow("without transient values") << 0;
    QTest::newRow("with one") << 1;
}

void PreparedTransactionTest::proposal_isTheVector()
{
    QFETCH(const int, index);
    const Proposal proposal = m_vectors.makeProposal(index);
    const QJsonObject told = m_vectors.proposal(index);
    QCOMPARE(proposal.id(), MemberVectors::text(told["id"]));
    QCOMPARE(toHex(bytesOf(proposal.bytes())), MemberVectors::text(told["proposal"]));
    QVERIFY(m_vectors.identity("p256").certificate().verifies(bytesOf(proposal.bytes()),
                                                              bytesOf(proposal.signature())));
    QVERIFY(proposal.publicPayload().find("never in a transaction") == std::string::npos);
}

void PreparedTransactionTest::proposal_isNewEachTime()
{
    const ClientIdentity identity = m_vectors.identity("p256");
    const ContractAddress address{.channel = "c", .contract = "k"};
    const auto one = Proposal::make(identity, address, {.function = "F"}, Instant{});
    const auto two = Proposal::make(identity, address, {.function = "F"}, Instant{});
    QVERIFY(one->id() != two->id());
}

void PreparedTransactionTest::prepared_followsTheVectors_data()
{
    QTest::addColumn<QString>("payload");
    QTest::addColumn<QString>("expect");
    for (const QJsonValue vector : m_vectors.root()["prepared"].toArray()) {
        QTest::newRow(qPrintable(vector["desc"].toString()))
            << vector["payload"].toString() << vector["expect"].toString();
    }
}

void PreparedTransactionTest::prepared_followsTheVectors()
{
    QFETCH(const QString, payload);
    QFETCH(const QString, expect);
    const Bytes bytes = fromHex(payload.toStdString()).value();
    const auto checked
        = checkPrepared(m_vectors.makeProposal(0), m_asked, textOf(bytes), m_vectors.roots());
    QCOMPARE(checked.has_value(), expect.isEmpty());
    if (checked) {
        QCOMPARE(checked->payload, textOf(bytes));
        QCOMPARE(textOf(checked->answer), "the answer");
        return;
    }
    QCOMPARE(checked.error().trouble, Trouble::Dishonest);
    QCOMPARE(checked.error().error.code, ErrorCode::Tampered);
    QVERIFY2(checked.error().error.detail.find(expect.toStdString()) != std::string::npos,
             checked.error().error.detail.c_str());
}

void PreparedTransactionTest::prepared_withoutKnownAuthoritiesChecksSignatures()
{
    int good = 0;
    for (const QJsonValue vector : m_vectors.root()["prepared"].toArray()) {
        const Bytes bytes = MemberVectors::bytes(vector["payload"]);
        good += checkPrepared(m_vectors.makeProposal(0), m_asked, textOf(bytes), {}).has_value();
    }
    QCOMPARE(good, 2); // the good one, and the one whose endorser no known authority issued
}

void PreparedTransactionTest::prepared_damagedAnywhereIsRefused()
{
    const Proposal proposal = m_vectors.makeProposal(0);
    const OrganisationRoots roots = m_vectors.roots();
    const Bytes good = MemberVectors::bytes(m_vectors.root()["prepared"][0]["payload"]);
    for (std::size_t at = 0; at < good.size(); ++at) {
        QVERIFY(!checkPrepared(proposal, m_asked, textOf(ByteView{good}.first(at)), roots));
        Bytes turned = good;
        turned[at] ^= std::byte{0x01};
        QVERIFY2(!checkPrepared(proposal, m_asked, textOf(turned), roots),
                 qPrintable(QString::number(at)));
    }
}

QTEST_GUILESS_MAIN(PreparedTransactionTest)
#include "prepared_transaction_test.moc"
