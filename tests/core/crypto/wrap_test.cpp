// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/wrap.hpp"
#include "tests/core/crypto/vectors.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::testing;
using namespace std::literals;
using crypto::WrapKey;

class WrapTest : public QObject
{
    Q_OBJECT

private slots:
    void unwrap_agreesWithWycheproof();
    void unwrap_reversesWrap();
    void unwrap_refusesEveryFlippedBit();
    void unwrap_refusesAnotherKeyOrAad();
    void unwrap_refusesOtherSizes();
};

void WrapTest::unwrap_agreesWithWycheproof()
{
    KEEPWELL_SHARED_JSON(document, "wycheproof/xchacha20_poly1305_test.json");
    int checked = 0;
    for (const auto &[group, test, name, isValid] : wycheproof(document)) {
        const Bytes nonce = hexBytes(test[u"iv"]);
        if (nonce.size() != 24) {
            continue; // Our sealed form has room for 24 bytes only.
        }
        const auto key = secretOf<WrapKey>(hexBytes(test[u"key"]));
        const Bytes sealed = concat({nonce, hexBytes(test[u"ct"]), hexBytes(test[u"tag"])});
        const Bytes plain = hexBytes(test[u"msg"]);
        Bytes opened(plain.size());
        const auto done = crypto::unwrapInto(key, hexBytes(test[u"aad"]), sealed, opened);
        QVERIFY2(done.has_value() == isValid, name.constData());
        QVERIFY2(opened == (isValid ? plain : Bytes(plain.size())), name.constData());
        ++checked;
    }
    QVERIFY(checked > 200);
}

void WrapTest::unwrap_reversesWrap()
{
    const WrapKey key = WrapKey::random();
    const auto secret = crypto::DataKey::random();
    const Bytes sealed = crypto::wrap(key, bytesOf("slot 1"), secret.expose());
    QCOMPARE(sealed.size(), 32 + crypto::kWrapOverhead);
    QVERIFY(sealed != crypto::wrap(key, bytesOf("slot 1"), secret.expose()));
    const auto opened = crypto::unwrap<crypto::DataKey>(key, bytesOf("slot 1"), sealed);
    QVERIFY(opened.has_value());
    QVERIFY(copyOf(opened->expose()) == copyOf(secret.expose()));
}

void WrapTest::unwrap_refusesEveryFlippedBit()
{
    const WrapKey key = WrapKey::random();
    const Bytes sealed = crypto::wrap(key, {}, bytesOf("sixteen bytes ok"));
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        const auto opened = crypto::unwrap<crypto::Seed>(key, {}, withBitFlipped(sealed, bit));
        QCOMPARE(opened.error().code, ErrorCode::WrongKey);
    }
}

void WrapTest::unwrap_refusesAnotherKeyOrAad()
{
    const WrapKey key = WrapKey::random();
    const Bytes sealed = crypto::wrap(key, bytesOf("a"), bytesOf("sixteen bytes ok"));
    using crypto::Seed;
    QVERIFY(crypto::unwrap<Seed>(key, bytesOf("a"), sealed).has_value());
    QVERIFY(!crypto::unwrap<Seed>(key, bytesOf("b"), sealed).has_value());
    QVERIFY(!crypto::unwrap<Seed>(WrapKey::random(), bytesOf("a"), sealed).has_value());
}

void WrapTest::unwrap_refusesOtherSizes()
{
    const WrapKey key = WrapKey::random();
    const Bytes sealed = crypto::wrap(key, {}, bytesOf("sixteen bytes ok"));
    for (std::size_t cut = 0; cut < sealed.size(); ++cut) {
        const auto opened = crypto::unwrap<crypto::Seed>(key, {}, ByteView{sealed}.first(cut));
        QCOMPARE(opened.error().code, ErrorCode::InvalidInput);
    }
    QVERIFY(!crypto::unwrap<crypto::DataKey>(key, {}, sealed).has_value());
}

QTEST_GUILESS_MAIN(WrapTest)
#include "wrap_test.moc"
