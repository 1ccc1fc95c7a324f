// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/vault/passphrase.hpp"

#include <QTest>

#include <string>

using namespace keepwell;

namespace {

crypto::SecretText secret(std::string text) { return crypto::SecretText::take(text); }

ErrorCode refusal(const std::string &text)
{
    const auto checked = vault::checkNewPassphrase(secret(text));
    return checked ? ErrorCode::Failed : checked.error().code;
}

} // namespace

class PassphraseTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void passphrase_isComposedAndNotTrimmed()
    {
        const std::pair<std::string, std::string> cases[] = {
            {"", ""},
            {"  plain words ", "  plain words "},
            {"Zu\u0308rich", "Z\u00fcrich"},
            {"Z\u00fcrich", "Z\u00fcrich"},
            {"\u1100\u1161", "\uac00"},
            {"\u212b", "\u00c5"},
        };
        for (const auto &[typed, composed] : cases) {
            const auto text = vault::normalised(secret(typed));
            QVERIFY(text);
            QVERIFY2(std::string{text->expose()} == composed, typed.c_str());
        }
    }

    void passphrase_hasTenCharacters()
    {
        QVERIFY(vault::checkNewPassphrase(secret("ninechars0")));
        QCOMPARE(refusal("ninechars"), ErrorCode::InvalidInput);
        QCOMPARE(refusal(""), ErrorCode::InvalidInput);
        QVERIFY(vault::checkNewPassphrase(secret("王小明王小明王小明王")));
        QCOMPARE(refusal("王小明王小明王小明"), ErrorCode::InvalidInput);
        // Ten as typed, five once composed.
        QCOMPARE(refusal("u\u0308o\u0308a\u0308u\u0308o\u0308"), ErrorCode::InvalidInput);
    }

    void passphrase_isNotOneThatEverybodyTries()
    {
        for (const auto *common : {"1234567890", "password123", "PassWord123", "qwertyuiop",
                                   "aaaaaaaaaaaa", "ääääääääääää"}) {
            QCOMPARE(refusal(common), ErrorCode::InvalidInput);
        }
        QVERIFY(vault::checkNewPassphrase(secret("password123 and more")));
        QVERIFY(vault::checkNewPassphrase(secret("aaaaaaaaaaab")));
    }

    void passphrase_hasLimits()
    {
        QVERIFY(vault::checkNewPassphrase(secret("x" + std::string(1023, 'y'))));
        QCOMPARE(refusal("x" + std::string(1024, 'y')), ErrorCode::InvalidInput);
    }
};

QTEST_APPLESS_MAIN(PassphraseTest)
#include "passphrase_test.moc"
