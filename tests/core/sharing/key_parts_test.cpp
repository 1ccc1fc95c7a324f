// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/sharing/key_parts.hpp"
#include "tests/core/sharing/vectors.hpp"

#include <functional>

using namespace keepwell;
using namespace keepwell::sharing;
using crypto::ObjectKey;
using crypto::ReleasePart;
using crypto::SealingKey;

class KeyPartsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void join_opensTheVector();
    void join_opensWhatSealMade();
    void seal_isNeverTheSameTwice();
    void join_isBoundToEveryPartOfItsContext_data();
    void join_isBoundToEveryPartOfItsContext();
    void join_withAnotherRelease_givesAnotherKey();
    void join_withAnotherRecipient_isRefused();
    void join_refusesEveryCutAndFlip();
    void seal_refusesALowOrderKey();

private:
    KeyContext m_context;
    std::optional<SealingKey> m_recipient;
    std::optional<ReleasePart> m_release;
    std::optional<ObjectKey> m_manifest;
    Bytes m_part;
};

namespace {

bool same(const ObjectKey &a, const ObjectKey &b)
{
    return std::ranges::equal(a.expose(), b.expose());
}

} // namespace

void KeyPartsTest::initTestCase()
{
    crypto::initialise();
    const QJsonObject vector = test::vectors("key_parts.json").object();
    m_context = {.network = test::id<contract::NetworkId>(vector, "network"),
                 .grant = test::id<contract::GrantId>(vector, "grant"),
                 .epoch = static_cast<std::uint32_t>(test::number(vector, "epoch")),
                 .grantor = test::id<contract::PublicKey>(vector, "grantor"),
                 .recipient = test::id<contract::PublicKey>(vector, "recipient"),
                 .terms = contract::parseTerms(test::bytes(vector, "terms")).value()};
    m_recipient
        = SealingKey::fromSecret(test::secret<SealingKey::SecretBytes>(vector, "sealing_secret"));
    m_release = test::secret<ReleasePart>(vector, "release");
    m_manifest = test::secret<ObjectKey>(vector, "manifest_key");
    m_part = test::bytes(vector, "recipient_part");
}

void KeyPartsTest::join_opensTheVector()
{
    const auto key = joinParts(m_context, m_part, *m_release, *m_recipient);
    QVERIFY2(key.has_value(), key ? "" : key.error().detail.c_str());
    QVERIFY(same(*key, *m_manifest));
}

void KeyPartsTest::join_opensWhatSealMade()
{
    for (int i = 0; i < 20; ++i) {
        const auto manifest = ObjectKey::random();
        const auto release = ReleasePart::random();
        const auto recipient = SealingKey::random();
        const auto part
            = sealRecipientPart(m_context, manifest, release, recipient.publicKey()).value();
        QCOMPARE(part.size(), 32U + crypto::kHpkeOverhead);
        QVERIFY(same(joinParts(m_context, part, release, recipient).value(), manifest));
    }
}

void KeyPartsTest::seal_isNeverTheSameTwice()
{
    const auto seal = [this] {
        return sealRecipientPart(m_context, *m_manifest, *m_release, m_recipient->publicKey())
            .value();
    };
    QVERIFY(seal() != seal());
}

using Change = std::function<void(KeyContext &)>;

void KeyPartsTest::join_isBoundToEveryPartOfItsContext_data()
{
    QTest::addColumn<Change>("change");
    const auto other = [](auto &id) {
        Bytes32 bytes = id.bytes();
        bytes[31] ^= std::byte{1};
        id = std::remove_reference_t<decltype(id)>{bytes};
    };
    const auto add
        = [](const char *name, Change change) { QTest::newRow(name) << std::move(change); };
    add("network", [other](KeyContext &c) { other(c.network); });
    add("grant", [other](KeyContext &c) { other(c.grant); });
    add("epoch", [](KeyContext &c) { --c.epoch; });
    add("grantor", [other](KeyContext &c) { other(c.grantor); });
    add("recipient", [other](KeyContext &c) { other(c.recipient); });
    add("purpose", [](KeyContext &c) { c.terms.purpose = contract::Purpose::Hresch; });
    add("from", [](KeyContext &c) { c.terms.notBefore -= std::chrono::seconds{1}; });
    add("until", [](KeyContext &c) { c.terms.expires += std::chrono::seconds{1}; });
    add("max opens", [](KeyContext &c) { c.terms.maxOpens = 0; });
    add("custodian", [](KeyContext &c) { c.terms.custodian = ""; });
}

void KeyPartsTest::join_isBoundToEveryPartOfItsContext()
{
    QFETCH(Change, change);
    KeyContext context = m_context;
    change(context);
    const auto key = joinParts(context, m_part, *m_release, *m_recipient);
    QVERIFY(!key.has_value());
    QVERIFY(key.error().code == ErrorCode::WrongKey);
}

/// Nothing tells the recipient; the object itself refuses the wrong key (its commitment).
void KeyPartsTest::join_withAnotherRelease_givesAnotherKey()
{
    const auto key = joinParts(m_context, m_part, ReleasePart::random(), *m_recipient);
    QVERIFY(key.has_value() && !same(*key, *m_manifest));
}

void KeyPartsTest::join_withAnotherRecipient_isRefused()
{
    const auto key = joinParts(m_context, m_part, *m_release, SealingKey::random());
    QVERIFY(key.error().code == ErrorCode::WrongKey);
}

void KeyPartsTest::join_refusesEveryCutAndFlip()
{
    for (std::size_t at = 0; at < m_part.size(); ++at) {
        QVERIFY(!joinParts(m_context, ByteView{m_part}.first(at), *m_release, *m_recipient));
        Bytes bad = m_part;
        bad[at] ^= std::byte{0x10};
        QVERIFY(!joinParts(m_context, bad, *m_release, *m_recipient));
    }
    Bytes longer = m_part;
    longer.push_back(std::byte{0});
    QVERIFY(!joinParts(m_context, longer, *m_release, *m_recipient));
}

void KeyPartsTest::seal_refusesALowOrderKey()
{
    const auto part = sealRecipientPart(m_context, *m_manifest, *m_release, {});
    QVERIFY(part.error().code == ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(KeyPartsTest)
#include "key_parts_test.moc"
