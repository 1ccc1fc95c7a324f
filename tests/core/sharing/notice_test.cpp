// SPDX-License-Identifier: Apache-2.0
#include "core/contract/deposit.hpp"
#include "core/crypto/sodium.hpp"
#include "core/sharing/notice.hpp"
#include "core/sharing/reason.hpp"
#include "tests/core/sharing/vectors.hpp"

using namespace keepwell;
using namespace keepwell::sharing;
using crypto::SealingKey;

class NoticeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void open_readsTheVectors();
    void open_refusesTheBadVectors_data();
    void open_refusesTheBadVectors();
    void seal_isReadBack();
    void aKind_isNotTakenForAnother();
    void aNotice_isBoundToItsContext();
    void aNotice_isForOneKey();
    void everyCutAndFlip_isRefused();
    void seal_refusesWhatIsTooLarge();
    void aReason_isForTheOwnerAlone();

private:
    NoticeContext contextOf(const QJsonObject &vector) const;
    GrantNotice grantNotice() const;

    QJsonObject m_vectors;
    std::optional<SealingKey> m_key;
};

void NoticeTest::initTestCase()
{
    crypto::initialise();
    m_vectors = test::vectors("notices.json").object();
    m_key = SealingKey::fromSecret(
        test::secret<SealingKey::SecretBytes>(m_vectors, "sealing_secret"));
}

NoticeContext NoticeTest::contextOf(const QJsonObject &vector) const
{
    return {.network = test::id<contract::NetworkId>(m_vectors, "network"),
            .id = test::bytes32(vector, "id"),
            .epoch = static_cast<std::uint32_t>(test::number(vector, "epoch")),
            .author = test::id<contract::PublicKey>(m_vectors, "author"),
            .recipient = test::id<contract::PublicKey>(m_vectors, "recipient")};
}

GrantNotice NoticeTest::grantNotice() const
{
    const QJsonObject vector = m_vectors[QLatin1String{"good"}][0].toObject();
    return {.reason = test::text(vector, "text"),
            .records = test::number(vector, "records"),
            .terms = contract::parseTerms(test::bytes(vector, "terms")).value(),
            .recipientPart = test::bytes(vector, "recipient_part"),
            .blind = test::bytes32(vector, "blind"),
            .object = test::bytes(vector, "object")};
}

void NoticeTest::open_readsTheVectors()
{
    const QJsonArray good = m_vectors[QLatin1String{"good"}].toArray();
    const auto sealed = [&good](int i) { return test::bytes(good[i].toObject(), "sealed"); };
    const auto context = [this, &good](int i) { return contextOf(good[i].toObject()); };

    const auto grant = openGrantNotice(context(0), sealed(0), *m_key);
    QVERIFY2(grant.has_value(), grant ? "" : grant.error().detail.c_str());
    QVERIFY(*grant == grantNotice());
    const auto delivery = openDeliveryNotice(context(1), sealed(1), *m_key);
    QVERIFY2(delivery.has_value(), delivery ? "" : delivery.error().detail.c_str());
    QVERIFY((*delivery
             == DeliveryNotice{.note = "your letter",
                               .records = 2,
                               .object = test::bytes(good[1].toObject(), "object")}));
    const auto hello = openHello(context(2), sealed(2), *m_key);
    QVERIFY(hello.has_value());
    QCOMPARE(textOf(*hello), "a hello");
}

void NoticeTest::open_refusesTheBadVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray bad = test::vectors("notices.json")[QLatin1String{"bad"}].toArray();
    for (const QJsonValue &vector : bad) {
        QTest::newRow(test::text(vector.toObject(), "desc").c_str()) << vector.toObject();
    }
}

void NoticeTest::open_refusesTheBadVectors()
{
    QFETCH(QJsonObject, vector);
    const auto notice = openGrantNotice(contextOf(vector), test::bytes(vector, "sealed"), *m_key);
    QVERIFY(!notice.has_value());
    QVERIFY(notice.error().code
            == (test::text(vector, "expect") == "unsupported" ? ErrorCode::Unsupported
                                                              : ErrorCode::InvalidInput));
    QVERIFY(!notice.error().detail.empty());
}

void NoticeTest::seal_isReadBack()
{
    const NoticeContext context = contextOf(m_vectors[QLatin1String{"good"}][0].toObject());
    GrantNotice grant = grantNotice();
    grant.reason = std::string(kMostReasonBytes, 'x');
    const Bytes first = seal(context, grant, m_key->publicKey()).value();
    QVERIFY(openGrantNotice(context, first, *m_key).value() == grant);
    QVERIFY(seal(context, grant, m_key->publicKey()).value() != first);

    const DeliveryNotice delivery{
        .note = std::string(kMostNoteBytes, 'x'), .records = 0, .object = {}};
    const Bytes second = seal(context, delivery, m_key->publicKey()).value();
    QVERIFY(openDeliveryNotice(context, second, *m_key).value() == delivery);

    const Bytes hello(2048, std::byte{7});
    const Bytes third = sealHello(context, hello, m_key->publicKey()).value();
    QVERIFY(openHello(context, third, *m_key).value() == hello);
}

void NoticeTest::aKind_isNotTakenForAnother()
{
    const QJsonArray good = m_vectors[QLatin1String{"good"}].toArray();
    for (int i = 0; i < 3; ++i) {
        const QJsonObject vector = good[i].toObject();
        const Bytes sealed = test::bytes(vector, "sealed");
        const NoticeContext context = contextOf(vector);
        QCOMPARE(openGrantNotice(context, sealed, *m_key).has_value(), i == 0);
        QCOMPARE(openDeliveryNotice(context, sealed, *m_key).has_value(), i == 1);
        QCOMPARE(openHello(context, sealed, *m_key).has_value(), i == 2);
    }
}

void NoticeTest::aNotice_isBoundToItsContext()
{
    const QJsonObject vector = m_vectors[QLatin1String{"good"}][0].toObject();
    const Bytes sealed = test::bytes(vector, "sealed");
    const NoticeContext good = contextOf(vector);
    const auto refused = [&](const NoticeContext &context) {
        const auto notice = openGrantNotice(context, sealed, *m_key);
        return !notice && notice.error().code == ErrorCode::WrongKey;
    };
    NoticeContext bad = good;
    bad.network = contract::NetworkId{good.id};
    QVERIFY(refused(bad));
    bad = good;
    bad.id[0] ^= std::byte{1};
    QVERIFY(refused(bad));
    bad = good;
    ++bad.epoch;
    QVERIFY(refused(bad));
    bad = good;
    std::swap(bad.author, bad.recipient);
    QVERIFY(refused(bad));
    bad = good;
    bad.author = bad.recipient;
    QVERIFY(refused(bad));
    QVERIFY(!refused(good));
}

void NoticeTest::aNotice_isForOneKey()
{
    const QJsonObject vector = m_vectors[QLatin1String{"good"}][1].toObject();
    const auto notice = openDeliveryNotice(contextOf(vector), test::bytes(vector, "sealed"),
                                           SealingKey::random());
    QVERIFY(notice.error().code == ErrorCode::WrongKey);
}

void NoticeTest::everyCutAndFlip_isRefused()
{
    const QJsonObject vector = m_vectors[QLatin1String{"good"}][0].toObject();
    const Bytes sealed = test::bytes(vector, "sealed");
    const NoticeContext context = contextOf(vector);
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        QVERIFY(!openGrantNotice(context, ByteView{sealed}.first(at), *m_key));
        Bytes bad = sealed;
        bad[at] ^= std::byte{1};
        QVERIFY(!openGrantNotice(context, bad, *m_key));
    }
}

void NoticeTest::seal_refusesWhatIsTooLarge()
{
    const NoticeContext context = contextOf(m_vectors[QLatin1String{"good"}][0].toObject());
    const auto code = [this, &context](const auto &notice) {
        const auto sealed = seal(context, notice, m_key->publicKey());
        return sealed ? std::nullopt : std::optional{sealed.error().code};
    };
    GrantNotice grant = grantNotice();
    grant.object = Bytes(contract::kMostNoticeBytes);
    QVERIFY(code(grant) == ErrorCode::InvalidInput);
    grant = grantNotice();
    grant.reason = std::string(kMostReasonBytes + 1, 'x');
    QVERIFY(code(grant) == ErrorCode::InvalidInput);
    grant.reason = "\xff";
    QVERIFY(code(grant) == ErrorCode::InvalidInput);
    QVERIFY(code(DeliveryNotice{.note = std::string(kMostNoteBytes + 1, 'x')})
            == ErrorCode::InvalidInput);
    QVERIFY(sealHello(context, Bytes(2049), m_key->publicKey()).error().code
            == ErrorCode::InvalidInput);
    QVERIFY(openGrantNotice(context, Bytes(contract::kMostNoticeBytes + 1), *m_key).error().code
            == ErrorCode::InvalidInput);
}

void NoticeTest::aReason_isForTheOwnerAlone()
{
    const QJsonObject vector = m_vectors[QLatin1String{"reason"}].toObject();
    const ReasonContext context{.network = test::id<contract::NetworkId>(m_vectors, "network"),
                                .grant = test::id<contract::GrantId>(vector, "grant"),
                                .epoch = 3,
                                .requester = test::id<contract::PublicKey>(vector, "requester")};
    const Bytes sealed = test::bytes(vector, "sealed");
    QCOMPARE(openReason(context, sealed, *m_key).value(), test::text(vector, "text"));
    ReasonContext other = context;
    other.epoch = 4;
    QVERIFY(openReason(other, sealed, *m_key).error().code == ErrorCode::WrongKey);
    QVERIFY(!openReason(context, sealed, SealingKey::random()));

    const std::string longest(kMostReasonBytes, 'x');
    const Bytes mine = sealReason(context, longest, m_key->publicKey()).value();
    QVERIFY(mine.size() <= contract::kMostReasonBytes);
    QCOMPARE(openReason(context, mine, *m_key).value(), longest);
    QVERIFY(!sealReason(context, longest + "x", m_key->publicKey()));
    QVERIFY(!sealReason(context, "\xff", m_key->publicKey()));
}

QTEST_GUILESS_MAIN(NoticeTest)
#include "notice_test.moc"
