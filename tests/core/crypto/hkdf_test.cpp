// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hkdf.hpp"
#include "tests/core/crypto/vectors.hpp"

#include <QTest>

#include <sodium.h>

using namespace keepwell;
using namespace keepwell::testing;
using namespace std::literals;

class HkdfTest : public QObject
{
    Q_OBJECT

private slots:
    void sha256_agreesWithWycheproof();
    void sha512_agreesWithWycheproof();
    void expand_joinsTheInfo();
    void deriveSecret_givesTheExpandedBytes();
};

namespace {

void hkdf256(ByteView salt, ByteView key, ByteView info, std::span<std::byte> output)
{
    crypto::hkdfSha256Expand(crypto::hkdfSha256Extract(salt, key).expose(), {info}, output);
}

void hkdf512(ByteView salt, ByteView key, ByteView info, std::span<std::byte> output)
{
    Bytes extracted(crypto_auth_hmacsha512_BYTES);
    crypto_auth_hmacsha512_state state;
    const Bytes none(1); // an empty salt may have no address, and libsodium copies from it
    const auto *bytes
        = reinterpret_cast<const unsigned char *>((salt.empty() ? ByteView{none} : salt).data());
    crypto_auth_hmacsha512_init(&state, bytes, salt.size());
    crypto_auth_hmacsha512_update(&state, reinterpret_cast<const unsigned char *>(key.data()),
                                  key.size());
    crypto_auth_hmacsha512_final(&state, reinterpret_cast<unsigned char *>(extracted.data()));
    crypto::hkdfSha512Expand(extracted, {info}, output);
}

template <class Derive>
int countAgreeing(const QJsonDocument &document, Derive derive)
{
    int agreeing = 0;
    for (const auto &[group, test, name, isValid] : wycheproof(document)) {
        Bytes output(static_cast<std::size_t>(test[u"size"].toInt()));
        bool derived = true;
        try {
            derive(hexBytes(test[u"salt"]), hexBytes(test[u"ikm"]), hexBytes(test[u"info"]),
                   std::span{output});
        } catch (const std::length_error &) {
            derived = false;
        }
        const bool agrees = isValid ? derived && output == hexBytes(test[u"okm"]) : !derived;
        if (!agrees) {
            qWarning("case %s does not agree", name.constData());
            return -1;
        }
        ++agreeing;
    }
    return agreeing;
}

} // namespace

void HkdfTest::sha256_agreesWithWycheproof()
{
    KEEPWELL_SHARED_JSON(document, "wycheproof/hkdf_sha256_test.json");
    QVERIFY(countAgreeing(document, hkdf256) > 50);
}

void HkdfTest::sha512_agreesWithWycheproof()
{
    KEEPWELL_SHARED_JSON(document, "wycheproof/hkdf_sha512_test.json");
    QVERIFY(countAgreeing(document, hkdf512) > 50);
}

void HkdfTest::expand_joinsTheInfo()
{
    Bytes parts(50);
    Bytes whole(50);
    crypto::hkdfSha256Expand(Bytes(32), {bytesOf("ab"), bytesOf("c")}, parts);
    crypto::hkdfSha256Expand(Bytes(32), {bytesOf("abc")}, whole);
    QVERIFY(parts == whole);
    crypto::hkdfSha512Expand(Bytes(32), {bytesOf("abc")}, parts);
    QVERIFY(parts != whole);
}

// RFC 5869 appendix A.1, its first 32 bytes.
void HkdfTest::deriveSecret_givesTheExpandedBytes()
{
    const Bytes key = *fromHex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
    const Bytes info = *fromHex("f0f1f2f3f4f5f6f7f8f9");
    const auto secret = crypto::deriveSecret<crypto::DataKey>(key, {info});
    QCOMPARE(toHex(secret.expose()),
             "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"s);
}

QTEST_GUILESS_MAIN(HkdfTest)
#include "hkdf_test.moc"
