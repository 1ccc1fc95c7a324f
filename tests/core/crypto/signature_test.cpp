// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/signature.hpp"
#include "tests/core/crypto/vectors.hpp"

#include <QTest>

#include <set>

using namespace keepwell;
using namespace keepwell::testing;
using namespace std::literals;
using crypto::PublicKey;
using crypto::Signature;
using crypto::SigningKey;

class SignatureTest : public QObject
{
    Q_OBJECT

private slots:
    void sign_agreesWithRfc8032();
    void verify_agreesWithWycheproof();
    void verify_decidesEveryEdgeCaseAsStated();
    void verify_refusesEveryFlippedBit();
    void verify_bindsTheDomain();
    void random_keysDiffer();
};

// RFC 8032 section 7.1, TEST 2 and TEST 3.
void SignatureTest::sign_agreesWithRfc8032()
{
    const auto check = [](const char *seed, const char *key, const char *message,
                          const char *signature) {
        const auto pair = SigningKey::fromSeed(secretOf<SigningKey::SeedBytes>(*fromHex(seed)));
        QCOMPARE(pair.publicKey().toHex(), std::string{key});
        QCOMPARE(toHex(pair.sign("", {*fromHex(message)})), std::string{signature});
    };
    check("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
          "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
          "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    check("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
          "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
          "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
          "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
}

void SignatureTest::verify_agreesWithWycheproof()
{
    KEEPWELL_SHARED_JSON(document, "wycheproof/ed25519_test.json");
    int checked = 0;
    for (const auto &[group, test, name, isValid] : wycheproof(document)) {
        const auto key = PublicKey::fromBytes(hexBytes(group[u"publicKey"].toObject()[u"pk"]));
        const Bytes signature = hexBytes(test[u"sig"]);
        const bool verified = key.has_value() && signature.size() == 64
            && crypto::verifyBare(*key, hexBytes(test[u"msg"]), fixedBytes<Signature>(signature));
        QVERIFY2(verified == isValid, name.constData());
        ++checked;
    }
    QVERIFY(checked > 100);
}

/// Ed25519 has corners where RFC 8032 lets verifiers differ (C2SP/CCTV lists them). Ours, and so
/// every host of the contract, verifies a case only when all of its flags are among
///   low_order_component_A, low_order_component_R
/// and refuses it for any other flag: A or R of low order or not canonical, a hash over re-encoded
/// bytes, or an equation that only holds after multiplying by 8 (low_order_residue).
void SignatureTest::verify_decidesEveryEdgeCaseAsStated()
{
    KEEPWELL_SHARED_JSON(document, "ed25519-edge/ed25519vectors.json");
    const std::set<QString> harmless{QStringLiteral("low_order_component_A"),
                                     QStringLiteral("low_order_component_R")};
    int verified = 0;
    int refused = 0;
    const QJsonArray cases = document.array();
    for (const auto &entry : cases) {
        const QJsonObject test = entry.toObject();
        const QJsonArray flags = test[u"flags"].toArray();
        const bool expected = std::ranges::all_of(
            flags, [&](const auto &flag) { return harmless.contains(flag.toString()); });
        const auto key = PublicKey::fromBytes(hexBytes(test[u"key"]));
        const bool found
            = crypto::verifyBare(key.value(), bytesOf(test[u"msg"].toString().toStdString()),
                                 fixedBytes<Signature>(hexBytes(test[u"sig"])));
        QVERIFY2(found == expected,
                 QByteArray::number(test[u"number"].toInt()) + ' '
                     + QJsonDocument{flags}.toJson(QJsonDocument::Compact));
        ++(found ? verified : refused);
    }
    QVERIFY(verified > 0);
    QCOMPARE(verified + refused, 914);
}

void SignatureTest::verify_refusesEveryFlippedBit()
{
    const SigningKey key = SigningKey::random();
    const Bytes message = copyOf(bytesOf("a grant"));
    const Signature signature = key.sign("test", {message});
    QVERIFY(crypto::verify(key.publicKey(), "test", {message}, signature));
    for (std::size_t bit = 0; bit < 512; ++bit) {
        const auto flipped = fixedBytes<Signature>(withBitFlipped(signature, bit));
        QVERIFY(!crypto::verify(key.publicKey(), "test", {message}, flipped));
    }
    for (std::size_t bit = 0; bit < 256; ++bit) {
        const PublicKey flipped{fixedBytes<Bytes32>(withBitFlipped(key.publicKey().view(), bit))};
        QVERIFY(!crypto::verify(flipped, "test", {message}, signature));
    }
    for (std::size_t bit = 0; bit < message.size() * 8; ++bit) {
        QVERIFY(
            !crypto::verify(key.publicKey(), "test", {withBitFlipped(message, bit)}, signature));
    }
}

void SignatureTest::verify_bindsTheDomain()
{
    const SigningKey key = SigningKey::random();
    const Signature signature = key.sign("one", {bytesOf("ab"), bytesOf("c")});
    QVERIFY(crypto::verify(key.publicKey(), "one", {bytesOf("abc")}, signature));
    QVERIFY(crypto::verifyBare(key.publicKey(), bytesOf("one\0abc"sv), signature));
    QVERIFY(!crypto::verify(key.publicKey(), "two", {bytesOf("abc")}, signature));
    QVERIFY(!crypto::verify(key.publicKey(), "", {bytesOf("abc")}, signature));
}

void SignatureTest::random_keysDiffer()
{
    QVERIFY(SigningKey::random().publicKey() != SigningKey::random().publicKey());
}

QTEST_GUILESS_MAIN(SignatureTest)
#include "signature_test.moc"
