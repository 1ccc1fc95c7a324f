// SPDX-License-Identifier: Apache-2.0
#include "core/identity/check_words.hpp"
#include "core/identity/display_name.hpp"
#include "tests/core/identity/identity_vectors.hpp"

using namespace keepwell;
using namespace keepwell::testing;
using identity::parseName;
using identity::shownSafely;

namespace {

identity::PairKeys pairOf(const QJsonValue &value)
{
    const Bytes bytes = hexBytes(value);
    return {contract::PublicKey{fixedBytes<Bytes32>({bytes.begin(), bytes.begin() + 32})},
            contract::SealingPublicKey{fixedBytes<Bytes32>({bytes.begin() + 32, bytes.end()})}};
}

} // namespace

class NamesTest : public QObject
{
    Q_OBJECT

private slots:
    void checkWords_areTheSameOnBothScreens()
    {
        const auto pairs
            = identityVectors(QStringLiteral("check_words.json"))[QStringLiteral("pairs")]
                  .toArray();
        QCOMPARE(pairs.size(), 3);
        for (const auto &entry : pairs) {
            const QJsonObject pair = entry.toObject();
            const auto one = pairOf(pair[QStringLiteral("one")]);
            const auto other = pairOf(pair[QStringLiteral("other")]);
            const std::string words = testing::textOf(pair[QStringLiteral("words")]);
            QCOMPARE(identity::checkWords(one, other), words);
            QCOMPARE(identity::checkWords(other, one), words);
        }
    }

    void name_isTakenAsPeopleWriteIt()
    {
        const std::pair<std::string, std::string> good[] = {
            {"Ana", "Ana"},
            {"  Dr. Ana  Ruiz ", "Dr. Ana  Ruiz"},
            {"Zoe\u0308", "Zo\u00eb"},
            {"王小明", "王小明"},
            {"علی\u200cرضا", "علی\u200cرضا"},
            {"\u3000Ana\u00a0", "Ana"},
            {"O'Neil-Šmíd, 3rd", "O'Neil-Šmíd, 3rd"},
            {std::string(80, 'x'), std::string(80, 'x')},
        };
        for (const auto &[text, name] : good) {
            const auto parsed = parseName(text);
            QVERIFY2(parsed && *parsed == name, text.c_str());
        }
    }

    void name_thatCouldDeceiveIsRefused()
    {
        const std::string bad[] = {
            "",
            "   ",
            "\u00a0",
            "Ana\n",
            "A\tna",
            std::string{"A\0na", 4},
            "\u202eanA",
            "A\u2066na",
            "A\u200ena",
            "A\u061cna",
            "A\u00adna",
            "A\ufeffna",
            "A\u2028na",
            "A\ue000na",
            "A\x1b[31mna",
            "A\xffna",
            "A\xc3",
            "\xed\xa0\x80",
            std::string(81, 'x'),
            std::string(5000, 'x'),
        };
        for (const auto &text : bad) {
            const auto parsed = parseName(text);
            QVERIFY2(!parsed && parsed.error().code == ErrorCode::InvalidInput, text.c_str());
        }
    }

    void text_isShownWithoutSurprises()
    {
        QCOMPARE(shownSafely("Zo\u00eb, 王"), "Zo\u00eb, 王");
        QCOMPARE(shownSafely("a\nb\tc"), "a b c");
        QCOMPARE(shownSafely("a\u202eb\x1b[1m"), "a<U+202E>b<U+001B>[1m");
        QCOMPARE(shownSafely("a\xff\xc3"), "a<0xFF><0xC3>");
        QCOMPARE(shownSafely("\U000e0041"), "<U+E0041>");
        QCOMPARE(shownSafely(""), "");
    }
};

QTEST_APPLESS_MAIN(NamesTest)
#include "names_test.moc"
