// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/membership.hpp"
#include "tests/core/vault/test_vault.hpp"

#include <QtTest>

using namespace keepwell;
using namespace keepwell::test;

namespace {

crypto::SecretText secret(std::string text) { return crypto::SecretText::take(text); }

Membership full()
{
    Membership membership;
    membership.certificate = "a certificate";
    membership.privateKey = secret("its key");
    membership.tlsCertificate = "a certificate for lines";
    membership.tlsPrivateKey = secret("the key of lines");
    membership.blocksAuthorization = secret("bearer:old node");
    return membership;
}

} // namespace

class MembershipTest : public QObject
{
    Q_OBJECT

private slots:
    void store_leavesNothingOfTheNetworkBefore();
    void keep_fillsOnlyWhatIsEmpty();
    void keep_showsTheAuthorizationToNoOtherNode();
};

void MembershipTest::store_leavesNothingOfTheNetworkBefore()
{
    TestDatabase vault;
    QVERIFY(full().store(vault.database));
    Membership next;
    next.certificate = "the next certificate";
    next.privateKey = secret("the next key");
    QVERIFY(next.store(vault.database));
    const auto there = Membership::load(vault.database);
    QVERIFY(there);
    QCOMPARE(there->certificate, next.certificate);
    QVERIFY(there->privateKey.equals(next.privateKey));
    QVERIFY(there->tlsCertificate.empty());
    QVERIFY(there->tlsPrivateKey.isEmpty());
    QVERIFY(there->blocksAuthorization.isEmpty());
}

void MembershipTest::keep_fillsOnlyWhatIsEmpty()
{
    const Membership known = full();
    Membership next;
    next.tlsCertificate = "another for lines";
    next.tlsPrivateKey = secret("another key of lines");
    next.keep(known, true);
    QCOMPARE(next.certificate, known.certificate);
    QVERIFY(next.privateKey.equals(known.privateKey));
    QCOMPARE(next.tlsCertificate, std::string{"another for lines"});
    QVERIFY(next.tlsPrivateKey.equals(secret("another key of lines")));
    QVERIFY(next.blocksAuthorization.equals(known.blocksAuthorization));
}

void MembershipTest::keep_showsTheAuthorizationToNoOtherNode()
{
    Membership next;
    next.keep(full(), false);
    QVERIFY(next.blocksAuthorization.isEmpty());
    QVERIFY(!next.privateKey.isEmpty());
}

QTEST_GUILESS_MAIN(MembershipTest)
#include "membership_test.moc"
