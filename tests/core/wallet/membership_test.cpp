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
    std::array<std::byte, 32> mirrorKey{std::byte{7}};
    membership.mirrorKey = ledger::fabric::MirrorKey::take(mirrorKey);
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
    void mirrorKey_staysWithItsNetwork();
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
    QVERIFY(!there->mirrorKey);
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

void MembershipTest::mirrorKey_staysWithItsNetwork()
{
    TestDatabase vault;
    QVERIFY(full().store(vault.database));
    const auto there = Membership::load(vault.database);
    QVERIFY(there && there->mirrorKey);
    QVERIFY(std::ranges::equal(there->mirrorKey->expose(), full().mirrorKey->expose()));
    const auto fresh = Membership::read({});
    const auto other = Membership::read({});
    QVERIFY(fresh->mirrorKey && other->mirrorKey);
    QVERIFY(!std::ranges::equal(fresh->mirrorKey->expose(), other->mirrorKey->expose()));
    Membership next;
    next.mirrorKey = fresh->mirrorKey->duplicate();
    next.keep(*there, true); // another file of the same network
    QVERIFY(std::ranges::equal(next.mirrorKey->expose(), there->mirrorKey->expose()));
    QVERIFY(
        vault.database.run("UPDATE setting SET value = x'00' WHERE name = 'network.mirror_key'"));
    QVERIFY(!Membership::load(vault.database)->mirrorKey);
}

QTEST_GUILESS_MAIN(MembershipTest)
#include "membership_test.moc"
