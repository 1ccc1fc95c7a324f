// SPDX-License-Identifier: Apache-2.0
#include "core/contract/state.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

namespace {

/// A world with a share that was opened once.
struct OpenedWorld : World
{
    OpenedWorld()
    {
        code(owner, grant());
        (void)give(Deposit::release(gid, 1, release));
        (void)give(Deposit::notice(gid, 1, notice));
        rid = run(doctor, request())->id;
        (void)give(Deposit::reason(rid, reason));
    }

    Verdict<Bytes> askRelease(Instant now = kStart)
    {
        return ask(QueryNumber::GetRelease, rid.bytes(), doctor, now);
    }

    TxId rid;
};

} // namespace

class QueryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void any_isRefusedWhenChanged();
    void any_ofAnotherNetwork();
    void any_ofAnotherTime();
    void any_changesNothing();
    void release_opensOnlyWithTheOneTimeKey();
    void release_needsALoggedRequest();
    void release_onlyForTheRequestsKey();
    void release_notForARefusedRequest();
    void release_endsWithTheServeWindow();
    void release_endsWithExpiry();
    void release_endsWithRevoking();
    void release_endsWithAnUpdate();
    void release_endsWithEitherKey();
    void release_waitsForTheDeposit();
    void release_thatWasDestroyedIsPurged();
    void release_looksAtTheNewestEntryToo();
    void release_looksAtTheGrantsTimeToo();
    void openRelease_refusesAnotherValue();
    void notice_onlyForTheGranteeAndTheReceiver();
    void notice_waitsAndIsPurged();
    void reason_onlyForTheOwner();
    void keyHead_ofAnyKey();
    void entriesOf_findsEverythingThatConcernsAKey();
    void entriesOf_answerIsReadStrictly();
};

void QueryTest::any_isRefusedWhenChanged()
{
    OpenedWorld world;
    const auto good = makeQuery(world.network, QueryNumber::GetReason, world.rid.bytes(), kStart,
                                world.owner.signingKey());
    QVERIFY(answer(world.state, world.network, good, kStart));
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto changed = good;
        changed[at] ^= std::byte{0x01};
        QVERIFY(!answer(world.state, world.network, changed, kStart));
        QVERIFY(!answer(world.state, world.network, ByteView{good}.first(at), kStart));
    }
}

void QueryTest::any_ofAnotherNetwork()
{
    OpenedWorld world;
    const auto query = makeQuery(NetworkId{bytesNamed("other")}, QueryNumber::KeyHead,
                                 world.owner.key().bytes(), kStart, world.owner.signingKey());
    QCOMPARE(answer(world.state, world.network, query, kStart).error().code, Code::Net);
}

void QueryTest::any_ofAnotherTime()
{
    OpenedWorld world;
    const auto query = makeQuery(world.network, QueryNumber::KeyHead, world.owner.key().bytes(),
                                 kStart, world.owner.signingKey());
    QVERIFY(answer(world.state, world.network, query, kStart + 120s));
    QVERIFY(answer(world.state, world.network, query, kStart - 120s));
    QCOMPARE(answer(world.state, world.network, query, kStart + 121s).error().code, Code::Time);
    QCOMPARE(answer(world.state, world.network, query, kStart - 121s).error().code, Code::Time);
}

void QueryTest::any_changesNothing()
{
    OpenedWorld world;
    const auto rows = world.state.rows();
    const auto values = world.state.privateValues().size();
    QVERIFY(world.askRelease());
    QVERIFY(world.askRelease());
    QCOMPARE(world.state.rows(), rows);
    QCOMPARE(world.state.privateValues().size(), values);
}

void QueryTest::release_opensOnlyWithTheOneTimeKey()
{
    OpenedWorld world;
    const auto sealed = world.askRelease();
    QVERIFY(sealed);
    QCOMPARE(sealed->size(), 32U + crypto::kHpkeOverhead);
    const auto open = [&](const crypto::SealingKey &key) {
        return openRelease(world.network, world.rid, key, world.gid, 1, world.grant().release,
                           *sealed);
    };
    const auto opened = open(world.oneTime);
    QVERIFY(opened);
    QCOMPARE(copyOf(opened->expose()), world.release);
    QCOMPARE(open(crypto::SealingKey::random()).error().code, ErrorCode::WrongKey);
}

void QueryTest::release_needsALoggedRequest()
{
    OpenedWorld world;
    const auto unsent = world.doctor.next(world.request(), kStart).id();
    QCOMPARE(world.ask(QueryNumber::GetRelease, unsent.bytes(), world.doctor).error().code,
             Code::NotLogged);
}

void QueryTest::release_onlyForTheRequestsKey()
{
    OpenedWorld world;
    for (const Actor *actor : {&world.owner, &world.stranger}) {
        QCOMPARE(world.ask(QueryNumber::GetRelease, world.rid.bytes(), *actor).error().code,
                 Code::Auth);
    }
}

void QueryTest::release_notForARefusedRequest()
{
    OpenedWorld world;
    const auto refused = world.run(world.stranger, world.request())->id;
    QCOMPARE(world.ask(QueryNumber::GetRelease, refused.bytes(), world.stranger).error().code,
             Code::Party);
}

void QueryTest::release_endsWithTheServeWindow()
{
    OpenedWorld world;
    QVERIFY(world.askRelease(kStart + 600s));
    QCOMPARE(world.askRelease(kStart + 601s).error().code, Code::ServeWindow);
}

void QueryTest::release_endsWithExpiry()
{
    World world;
    auto body = world.grant();
    body.terms.expires = kStart + 300s;
    world.code(world.owner, body);
    QVERIFY(world.give(Deposit::release(world.gid, 1, world.release)));
    const auto rid = world.run(world.doctor, world.request(), kStart + 250s)->id;
    const auto askAt = [&](Instant now) {
        return world.ask(QueryNumber::GetRelease, rid.bytes(), world.doctor, now);
    };
    QVERIFY(askAt(kStart + 299s));
    QCOMPARE(askAt(kStart + 300s).error().code, Code::Expired);
}

void QueryTest::release_endsWithRevoking()
{
    OpenedWorld world;
    world.code(world.owner, world.revoke());
    QCOMPARE(world.askRelease().error().code, Code::Revoked);
}

void QueryTest::release_endsWithAnUpdate()
{
    OpenedWorld world;
    world.code(world.owner, world.update(2));
    QCOMPARE(world.askRelease().error().code, Code::Epoch);
}

void QueryTest::release_endsWithEitherKey()
{
    OpenedWorld one;
    one.code(one.owner, RevokeKeyBody{});
    QCOMPARE(one.askRelease().error().code, Code::KeyRevoked);
    OpenedWorld two;
    two.code(two.doctor, RevokeKeyBody{});
    QCOMPARE(two.askRelease().error().code, Code::KeyRevoked);
}

void QueryTest::release_waitsForTheDeposit()
{
    World world;
    world.code(world.owner, world.grant());
    const auto rid = world.run(world.doctor, world.request())->id;
    QCOMPARE(world.ask(QueryNumber::GetRelease, rid.bytes(), world.doctor).error().code,
             Code::Wait);
}

void QueryTest::release_thatWasDestroyedIsPurged()
{
    OpenedWorld world;
    QVERIFY(world.state.purgePrivate({{}, Field::Release, world.gid.bytes(), 1}));
    QCOMPARE(world.askRelease().error().code, Code::Purged);
}

void QueryTest::release_looksAtTheNewestEntryToo()
{
    OpenedWorld world;
    const auto query = makeQuery(world.network, QueryNumber::GetRelease, world.rid.bytes(), kStart,
                                 world.doctor.signingKey());
    QVERIFY(answer(world.state, world.network, query, kStart, kStart + 600s));
    QCOMPARE(answer(world.state, world.network, query, kStart, kStart + 601s).error().code,
             Code::ServeWindow);
}

void QueryTest::release_looksAtTheGrantsTimeToo()
{
    OpenedWorld world;
    QCOMPARE(world.run(world.doctor, world.request(), kStart + 600s)->code, Code::Done);
    QVERIFY(world.askRelease(kStart));
    QCOMPARE(world.run(world.doctor, world.request(), kStart + 601s)->code, Code::Done);
    QCOMPARE(world.askRelease(kStart).error().code, Code::ServeWindow);
}

void QueryTest::openRelease_refusesAnotherValue()
{
    OpenedWorld world;
    const auto sealed = world.askRelease().value();
    const auto open = [&](const GrantId &grant, std::uint32_t epoch, ByteView bytes) {
        return openRelease(world.network, world.rid, world.oneTime, grant, epoch,
                           world.grant().release, bytes);
    };
    QCOMPARE(open(world.gid, 2, sealed).error().code, ErrorCode::Tampered);
    QCOMPARE(open(GrantId{}, 1, sealed).error().code, ErrorCode::Tampered);
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        Bytes changed = sealed;
        changed[at] ^= std::byte{0x80};
        QVERIFY(!open(world.gid, 1, changed));
        QVERIFY(!open(world.gid, 1, ByteView{sealed}.first(at)));
    }
}

void QueryTest::notice_onlyForTheGranteeAndTheReceiver()
{
    OpenedWorld world;
    const auto &gid = world.gid.bytes();
    QCOMPARE(world.ask(QueryNumber::GetNotice, gid, world.doctor).value(), world.notice);
    QCOMPARE(world.ask(QueryNumber::GetNotice, gid, world.owner).error().code, Code::Auth);
    world.code(world.doctor, world.delivery());
    QVERIFY(world.give(Deposit::notice(world.did, world.notice)));
    const auto &did = world.did.bytes();
    QCOMPARE(world.ask(QueryNumber::GetNotice, did, world.owner).value(), world.notice);
    QCOMPARE(world.ask(QueryNumber::GetNotice, did, world.doctor).error().code, Code::Auth);
    QCOMPARE(world.ask(QueryNumber::GetNotice, bytesNamed("none"), world.doctor).error().code,
             Code::NotFound);
}

void QueryTest::notice_waitsAndIsPurged()
{
    World world;
    world.code(world.owner, world.grant());
    const auto &gid = world.gid.bytes();
    QCOMPARE(world.ask(QueryNumber::GetNotice, gid, world.doctor).error().code, Code::Wait);
    QCOMPARE(world.ask(QueryNumber::GetNotice, gid, world.doctor, kExpires).error().code,
             Code::Purged);
    QVERIFY(world.give(Deposit::notice(world.gid, 1, world.notice)));
    world.code(world.owner, world.revoke());
    QCOMPARE(world.ask(QueryNumber::GetNotice, gid, world.doctor).error().code, Code::Purged);
    world.code(world.doctor, world.delivery());
    QCOMPARE(world.ask(QueryNumber::GetNotice, world.did.bytes(), world.owner).error().code,
             Code::Wait);
    world.code(world.owner, AckDeliveryBody{world.did, Decision::Filed});
    QCOMPARE(world.ask(QueryNumber::GetNotice, world.did.bytes(), world.owner).error().code,
             Code::Purged);
}

void QueryTest::reason_onlyForTheOwner()
{
    OpenedWorld world;
    QCOMPARE(world.ask(QueryNumber::GetReason, world.rid.bytes(), world.owner).value(),
             world.reason);
    QCOMPARE(world.ask(QueryNumber::GetReason, world.rid.bytes(), world.doctor).error().code,
             Code::Auth);
    QCOMPARE(world.ask(QueryNumber::GetReason, bytesNamed("none"), world.owner).error().code,
             Code::NotFound);
    auto silent = world.request();
    silent.reason = Commitment{};
    const auto rid = world.run(world.doctor, silent)->id;
    QCOMPARE(world.ask(QueryNumber::GetReason, rid.bytes(), world.owner).error().code,
             Code::NotFound);
    const auto unsent = world.run(world.doctor, world.request())->id;
    QCOMPARE(world.ask(QueryNumber::GetReason, unsent.bytes(), world.owner).error().code,
             Code::Wait);
}

void QueryTest::keyHead_ofAnyKey()
{
    OpenedWorld world;
    const auto head = [&](const PublicKey &key) {
        return parseKeyRow(world.ask(QueryNumber::KeyHead, key.bytes(), world.stranger).value())
            .value();
    };
    QCOMPARE(head(world.doctor.key()).seq, 1U);
    QCOMPARE(head(world.doctor.key()).previous, world.rid);
    const KeyRow fresh = head(PublicKey{bytesNamed("nobody")});
    QCOMPARE(fresh.seq, 0U);
    QCOMPARE(fresh.previous, TxId{world.network.bytes()});
    QVERIFY(fresh.live);
}

void QueryTest::entriesOf_findsEverythingThatConcernsAKey()
{
    OpenedWorld world;
    const auto revoked = world.run(world.owner, world.revoke())->id;
    const auto rows = [&](const Actor &actor) {
        return parseEntriesOf(
                   world.ask(QueryNumber::EntriesOf, actor.key().bytes(), world.stranger).value())
            .value();
    };
    std::vector<std::pair<IndexKind, Bytes32>> found;
    for (const IndexRow &row : rows(world.doctor)) {
        found.emplace_back(row.kind, row.id);
    }
    const std::vector<std::pair<IndexKind, Bytes32>> expected{
        {IndexKind::Own, world.rid.bytes()},
        {IndexKind::Party, world.gid.bytes()},
        {IndexKind::Object, world.rid.bytes()},
        {IndexKind::Object, revoked.bytes()},
    };
    QCOMPARE(found, expected);
    QCOMPARE(rows(world.owner).size(), 5U);
    QCOMPARE(rows(world.stranger).size(), 0U);
}

void QueryTest::entriesOf_answerIsReadStrictly()
{
    OpenedWorld world;
    const auto good
        = world.ask(QueryNumber::EntriesOf, world.doctor.key().bytes(), world.stranger).value();
    QVERIFY(parseEntriesOf(good));
    for (std::size_t at = 0; at < good.size(); ++at) {
        QVERIFY(!parseEntriesOf(ByteView{good}.first(at)));
    }
}

QTEST_GUILESS_MAIN(QueryTest)
#include "query_test.moc"
