// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hpke.hpp"
#include "core/crypto/hpke_ephemeral.hpp"
#include "tests/core/crypto/vectors.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::testing;
using namespace std::literals;
using crypto::SealingKey;
using crypto::SealingPublicKey;

class HpkeTest : public QObject
{
    Q_OBJECT

private slots:
    void seal_agreesWithRfc9180();
    void x25519_agreesWithWycheproof();
    void open_reversesSeal();
    void seal_differsEachTime();
    void open_refusesEveryFlippedBit();
    void open_refusesEveryCut();
    void open_refusesAnotherKeyInfoOrAad();
    void lowOrderKeys_areRefused();
};

void HpkeTest::seal_agreesWithRfc9180()
{
    KEEPWELL_SHARED_JSON(document, "hpke/rfc9180-vectors.json");
    int checked = 0;
    const QJsonArray suites = document.array();
    for (const auto &entry : suites) {
        const QJsonObject suite = entry.toObject();
        if (suite[u"mode"].toInt() != 0 || suite[u"kem_id"].toInt() != 0x20
            || suite[u"kdf_id"].toInt() != 1 || suite[u"aead_id"].toInt() != 3) {
            continue;
        }
        const auto ephemeral
            = SealingKey::fromSecret(secretOf<SealingKey::SecretBytes>(hexBytes(suite[u"skEm"])));
        const auto recipient
            = SealingKey::fromSecret(secretOf<SealingKey::SecretBytes>(hexBytes(suite[u"skRm"])));
        QVERIFY(copyOf(recipient.publicKey().view()) == hexBytes(suite[u"pkRm"]));
        const QJsonObject message = suite[u"encryptions"].toArray()[0].toObject();
        QCOMPARE(message[u"seq"].toInt(), 0);
        const Bytes info = hexBytes(suite[u"info"]);
        const Bytes aad = hexBytes(message[u"aad"]);
        const Bytes sealed = concat({hexBytes(suite[u"enc"]), hexBytes(message[u"ct"])});
        const Bytes plain = hexBytes(message[u"pt"]);
        QVERIFY(crypto::hpkeSealWithEphemeral(ephemeral, recipient.publicKey(), info, aad, plain)
                == sealed);
        QVERIFY(crypto::hpkeOpen(recipient, info, aad, sealed) == plain);
        ++checked;
    }
    QCOMPARE(checked, 1);
}

/// The primitive below: RFC 9180 needs the all-zero result refused, all others as RFC 7748.
void HpkeTest::x25519_agreesWithWycheproof()
{
    KEEPWELL_SHARED_JSON(document, "wycheproof/x25519_test.json");
    int zero = 0;
    for (const auto &[group, test, name, isValid] : wycheproof(document)) {
        std::array<unsigned char, 32> shared{};
        const auto secret = fixedBytes<Bytes32>(hexBytes(test[u"private"]));
        const auto other = fixedBytes<Bytes32>(hexBytes(test[u"public"]));
        const bool done = crypto_scalarmult_curve25519(
                              shared.data(), reinterpret_cast<const unsigned char *>(secret.data()),
                              reinterpret_cast<const unsigned char *>(other.data()))
            == 0;
        const Bytes expected = hexBytes(test[u"shared"]);
        const bool isZero = expected == Bytes(32);
        QVERIFY2(done != isZero, name.constData());
        QVERIFY2(isZero || copyOf(std::as_bytes(std::span{shared})) == expected, name.constData());
        zero += isZero ? 1 : 0;
    }
    QVERIFY(zero > 5);
}

void HpkeTest::open_reversesSeal()
{
    const SealingKey recipient = SealingKey::random();
    for (const std::size_t size : {0U, 1U, 32U, 1000U, 48U * 1024U}) {
        const Bytes plain(size, std::byte{0x5A});
        const auto sealed = crypto::hpkeSeal(recipient.publicKey(), bytesOf("info"), {}, plain);
        QVERIFY(sealed.has_value());
        QCOMPARE(sealed->size(), size + crypto::kHpkeOverhead);
        QVERIFY(crypto::hpkeOpen(recipient, bytesOf("info"), {}, *sealed) == plain);
    }
}

void HpkeTest::seal_differsEachTime()
{
    const SealingKey recipient = SealingKey::random();
    QVERIFY(*crypto::hpkeSeal(recipient.publicKey(), {}, {}, bytesOf("x"))
            != *crypto::hpkeSeal(recipient.publicKey(), {}, {}, bytesOf("x")));
}

void HpkeTest::open_refusesEveryFlippedBit()
{
    const SealingKey recipient = SealingKey::random();
    const auto sealed
        = crypto::hpkeSeal(recipient.publicKey(), bytesOf("i"), bytesOf("a"), bytesOf("secret"));
    for (std::size_t bit = 0; bit < sealed->size() * 8; ++bit) {
        const auto opened
            = crypto::hpkeOpen(recipient, bytesOf("i"), bytesOf("a"), withBitFlipped(*sealed, bit));
        QVERIFY2(!opened.has_value(), QByteArray::number(bit).constData());
    }
}

void HpkeTest::open_refusesEveryCut()
{
    const SealingKey recipient = SealingKey::random();
    const auto sealed = crypto::hpkeSeal(recipient.publicKey(), {}, {}, bytesOf("secret"));
    for (std::size_t cut = 0; cut < sealed->size(); ++cut) {
        const auto opened = crypto::hpkeOpen(recipient, {}, {}, ByteView{*sealed}.first(cut));
        QCOMPARE(opened.error().code,
                 cut < crypto::kHpkeOverhead ? ErrorCode::InvalidInput : ErrorCode::WrongKey);
    }
}

void HpkeTest::open_refusesAnotherKeyInfoOrAad()
{
    const SealingKey recipient = SealingKey::random();
    const auto sealed
        = crypto::hpkeSeal(recipient.publicKey(), bytesOf("i"), bytesOf("a"), bytesOf("secret"));
    const auto codeOf = [&](const SealingKey &key, const char *info, const char *aad) {
        return crypto::hpkeOpen(key, bytesOf(info), bytesOf(aad), *sealed).error().code;
    };
    QCOMPARE(codeOf(SealingKey::random(), "i", "a"), ErrorCode::WrongKey);
    QCOMPARE(codeOf(recipient, "j", "a"), ErrorCode::WrongKey);
    QCOMPARE(codeOf(recipient, "i", "b"), ErrorCode::WrongKey);
}

void HpkeTest::lowOrderKeys_areRefused()
{
    // u = 0, 1, and a point of order 8 (RFC 7748 section 6.1 and Bernstein's list).
    for (const auto hex : {"0000000000000000000000000000000000000000000000000000000000000000",
                           "0100000000000000000000000000000000000000000000000000000000000000",
                           "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"}) {
        const auto low = SealingPublicKey::parse(hex);
        QCOMPARE(crypto::hpkeSeal(*low, {}, {}, bytesOf("x")).error().code,
                 ErrorCode::InvalidInput);
        const Bytes sealed = concat({low->view(), Bytes(16)});
        QCOMPARE(crypto::hpkeOpen(SealingKey::random(), {}, {}, sealed).error().code,
                 ErrorCode::InvalidInput);
    }
}

QTEST_GUILESS_MAIN(HpkeTest)
#include "hpke_test.moc"
