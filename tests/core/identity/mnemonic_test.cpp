// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/identity/mnemonic.hpp"
#include "core/identity/word_list.hpp"
#include "tests/core/identity/identity_vectors.hpp"

#include <set>

using namespace keepwell;
using namespace keepwell::testing;
using crypto::SecretText;

namespace {

SecretText secret(std::string text) { return SecretText::take(text); }

const std::string kGood = "letter advice cage absurd amount doctor acoustic avoid letter advice "
                          "cage above";

Error errorOf(const std::string &phrase)
{
    const auto seed = identity::parsePhrase(secret(phrase));
    return seed ? Error{ErrorCode::Failed, "was taken"} : seed.error();
}

} // namespace

class MnemonicTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void list_isTheStandards()
    {
        std::string text;
        for (const auto word : identity::kWordList) {
            text += std::string{word} + "\n";
        }
        QCOMPARE(toHex(crypto::sha256(bytesOf(text))),
                 "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
        QVERIFY(std::ranges::is_sorted(identity::kWordList));
    }

    void phrase_passesTheBip39Vectors()
    {
        KEEPWELL_SHARED_JSON(vectors, "bip39/vectors.json");
        int tried = 0;
        for (const auto &entry : vectors.object()[QStringLiteral("english")].toArray()) {
            const Bytes entropy = hexBytes(entry.toArray()[0]);
            const std::string words = testing::textOf(entry.toArray()[1]);
            if (entropy.size() != crypto::Seed::kBytes) {
                QVERIFY(!identity::parsePhrase(secret(words)));
                continue;
            }
            const auto seed = secretOf<crypto::Seed>(entropy);
            QCOMPARE(std::string{identity::toPhrase(seed).expose()}, words);
            const auto back = identity::parsePhrase(secret(words));
            QVERIFY(back && copyOf(back->expose()) == entropy);
            ++tried;
        }
        QVERIFY(tried >= 4);
    }

    void phrase_takesOtherBlanksAndUpperCase()
    {
        const auto plain = identity::parsePhrase(secret(kGood));
        QVERIFY(plain);
        std::string odd = "  " + kGood + "\r\n";
        odd[2] = 'L';
        odd.replace(odd.find(' ', 3), 1, "\t\n ");
        const auto seed = identity::parsePhrase(secret(odd));
        QVERIFY(seed && std::ranges::equal(seed->expose(), plain->expose()));
    }

    void phrase_namesTheWordThatIsUnknown()
    {
        std::string phrase = kGood;
        phrase.replace(phrase.find("doctor"), 6, "doktor");
        const Error error = errorOf(phrase);
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QVERIFY2(error.detail.find("word 6 ") != std::string::npos, error.detail.c_str());
        QVERIFY(error.detail.find("doktor") == std::string::npos);
    }

    void phrase_hasTwelveWords()
    {
        for (const auto &phrase : {std::string{}, std::string{"  "}, std::string{"letter"},
                                   kGood.substr(0, kGood.rfind(' ')), kGood + " above"}) {
            const Error error = errorOf(phrase);
            QCOMPARE(error.code, ErrorCode::InvalidInput);
            QVERIFY(error.detail.find("instead of 12") != std::string::npos);
        }
    }

    void phrase_withAWrongOrSwappedWordDoesNotOpen()
    {
        QCOMPARE(errorOf("advice letter cage absurd amount doctor acoustic avoid letter advice "
                         "cage above")
                     .code,
                 ErrorCode::WrongKey);
        int accepted = 0;
        for (const auto word : identity::kWordList) {
            const std::string phrase = std::string{word} + kGood.substr(kGood.find(' '));
            const auto seed = identity::parsePhrase(secret(phrase));
            accepted += seed ? 1 : 0;
            QVERIFY(seed || seed.error().code == ErrorCode::WrongKey);
        }
        QVERIFY2(accepted > 64 && accepted < 256, "the checksum lets about one in 16 pass");
    }

    void phrase_cutAnywhereIsRefused()
    {
        for (std::size_t size = 0; size < kGood.size(); ++size) {
            QVERIFY2(!identity::parsePhrase(secret(kGood.substr(0, size))),
                     std::to_string(size).c_str());
        }
    }

    void phrase_ofAnySeedComesBack()
    {
        for (int i = 0; i < 200; ++i) {
            const auto seed = crypto::Seed::random();
            const auto back = identity::parsePhrase(identity::toPhrase(seed));
            QVERIFY(back && std::ranges::equal(back->expose(), seed.expose()));
        }
    }

    void words_areCompletedFromTheirBeginning()
    {
        QVERIFY(identity::isPhraseWord("zoo"));
        QVERIFY(!identity::isPhraseWord("zo") && !identity::isPhraseWord("Zoo"));
        QVERIFY(identity::phraseWordsFrom("act", 10)
                == (std::vector<std::string_view>{"act", "action", "actor", "actress", "actual"}));
        QVERIFY(identity::phraseWordsFrom("act", 2).size() == 2);
        QVERIFY(identity::phraseWordsFrom("", 5).empty());
        QVERIFY(identity::phraseWordsFrom("zzz", 5).empty());
        std::set<std::string_view> beginnings;
        for (const auto word : identity::kWordList) {
            beginnings.insert(word.substr(0, 4));
        }
        QCOMPARE(beginnings.size(), identity::kListWords);
    }
};

QTEST_APPLESS_MAIN(MnemonicTest)
#include "mnemonic_test.moc"
