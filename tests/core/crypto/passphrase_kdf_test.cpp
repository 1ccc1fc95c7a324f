// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/crypto/passphrase_kdf.hpp"

#include <QTest>

using namespace keepwell;
using namespace std::literals;
using crypto::PassphraseCost;
using crypto::PassphraseSalt;
using crypto::SecretText;

class PassphraseKdfTest : public QObject
{
    Q_OBJECT

private slots:
    void profiles_areThoseOfTheProtocol();
    void create_keepsTheLimits();
    void derive_agreesWithAnotherProgram();
    void derive_dependsOnAll();
};

namespace {

PassphraseSalt counting()
{
    PassphraseSalt salt{};
    for (std::size_t i = 0; i < salt.size(); ++i) {
        salt[i] = static_cast<std::byte>(i);
    }
    return salt;
}

std::string derived(std::string text, const PassphraseSalt &salt, const PassphraseCost &cost)
{
    const auto key = crypto::derivePassphraseKey(SecretText::take(text), salt, cost);
    return key ? toHex(key->expose()) : key.error().detail;
}

constexpr auto kPassphrase = "correct horse b\xC3\xA4ttery";

} // namespace

void PassphraseKdfTest::profiles_areThoseOfTheProtocol()
{
    QVERIFY(PassphraseCost::low() == PassphraseCost::create(3, 64 * 1024).value());
    QVERIFY(PassphraseCost::normal() == PassphraseCost::create(3, 256 * 1024).value());
    QVERIFY(PassphraseCost::high() == PassphraseCost::create(3, 1024 * 1024).value());
}

void PassphraseKdfTest::create_keepsTheLimits()
{
    const auto allowed = [](std::uint32_t passes, std::uint32_t memoryKiB) {
        const auto cost = PassphraseCost::create(passes, memoryKiB);
        return cost.has_value() || cost.error().code != ErrorCode::InvalidInput;
    };
    QVERIFY(allowed(1, 65'536));
    QVERIFY(allowed(10, 1'048'576));
    QVERIFY(!allowed(0, 65'536));
    QVERIFY(!allowed(11, 65'536));
    QVERIFY(!allowed(UINT32_MAX, 65'536));
    QVERIFY(!allowed(3, 65'535));
    QVERIFY(!allowed(3, 1'048'577));
    QVERIFY(!allowed(3, 0));
    QVERIFY(!allowed(3, UINT32_MAX));
}

// Bytes from argon2-cffi (the reference C code): hash_secret_raw(passphrase, salt, t, m, 1, 32,
// Type.ID, 19), salt = bytes 0 to 15.
void PassphraseKdfTest::derive_agreesWithAnotherProgram()
{
    QCOMPARE(derived(kPassphrase, counting(), PassphraseCost::low()),
             "296a7db9e6c4242bba7af79ea6c5285b03584446f0ad223dd9932c6a668e14c5"s);
    QCOMPARE(derived(kPassphrase, counting(), PassphraseCost::create(1, 65'536).value()),
             "76bc935f9764e11a2449c1598457743b580820be3c738cb9600ee6a837d37b91"s);
}

void PassphraseKdfTest::derive_dependsOnAll()
{
    const PassphraseCost cost = PassphraseCost::create(1, 65'536).value();
    const std::string key = derived(kPassphrase, counting(), cost);
    PassphraseSalt salt = counting();
    salt[15] ^= std::byte{1};
    QVERIFY(derived(kPassphrase, salt, cost) != key);
    QVERIFY(derived("correct horse b\xC3\xA4tterz", counting(), cost) != key);
    QVERIFY(derived("", counting(), cost) != key);
    QVERIFY(derived(kPassphrase, counting(), PassphraseCost::create(1, 65'544).value()) != key);
}

QTEST_GUILESS_MAIN(PassphraseKdfTest)
#include "passphrase_kdf_test.moc"
