// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/secret_text.hpp"

#include <QTest>

#include <string>

using namespace keepwell;
using namespace std::literals;
using crypto::SecretText;

class SecretTextTest : public QObject
{
    Q_OBJECT

private slots:
    void append_writesUtf8();
    void append_refusesWhatIsNoCharacter();
    void removeLast_takesOneCharacter();
    void take_wipesTheSource();
    void text_growsAndMoves();
    void equals_comparesAll();
};

void SecretTextTest::append_writesUtf8()
{
    SecretText text;
    QVERIFY(text.isEmpty());
    for (const char32_t c : U"a\u00fc\u6c34\U00010151\U0010FFFF"sv) {
        QVERIFY(text.append(c));
    }
    QCOMPARE(text.expose(), "a\xC3\xBC\xE6\xB0\xB4\xF0\x90\x85\x91\xF4\x8F\xBF\xBF"sv);
    QCOMPARE(text.characterCount(), 5U);
    QCOMPARE(text.sizeBytes(), 14U);
}

void SecretTextTest::append_refusesWhatIsNoCharacter()
{
    SecretText text;
    QVERIFY(!text.append(char32_t{0xD800}));
    QVERIFY(!text.append(char32_t{0xDFFF}));
    QVERIFY(!text.append(char32_t{0x110000}));
    QVERIFY(text.isEmpty());
}

void SecretTextTest::removeLast_takesOneCharacter()
{
    SecretText text;
    text.append("a\xC3\xBC\xF0\x90\x85\x91"sv);
    text.removeLast();
    QCOMPARE(text.expose(), "a\xC3\xBC"sv);
    text.removeLast();
    QCOMPARE(text.expose(), "a"sv);
    text.removeLast();
    text.removeLast();
    QVERIFY(text.isEmpty());
}

void SecretTextTest::take_wipesTheSource()
{
    std::string source = "correct horse";
    const SecretText text = SecretText::take(source);
    QCOMPARE(text.expose(), "correct horse"sv);
    QCOMPARE(source, std::string(13, '\0'));
}

void SecretTextTest::text_growsAndMoves()
{
    SecretText text;
    std::string expected;
    for (int i = 0; i < 5000; ++i) {
        const auto c = static_cast<char>('a' + i % 26);
        text.append(static_cast<char32_t>(c));
        expected += c;
    }
    QCOMPARE(text.expose(), expected);
    SecretText moved = std::move(text);
    QCOMPARE(moved.expose(), expected);
    SecretText target;
    target.append("old"sv);
    target = std::move(moved);
    QCOMPARE(target.expose(), expected);
    target.clear();
    QVERIFY(target.isEmpty());
    target.append("new"sv);
    QCOMPARE(target.expose(), "new"sv);
}

void SecretTextTest::equals_comparesAll()
{
    const auto of = [](std::string text) { return SecretText::take(text); };
    QVERIFY(of("abc").equals(of("abc")));
    QVERIFY(!of("abc").equals(of("abd")));
    QVERIFY(!of("abc").equals(of("ab")));
    QVERIFY(SecretText{}.equals(SecretText{}));
    QVERIFY(of("abc").duplicate().equals(of("abc")));
}

QTEST_GUILESS_MAIN(SecretTextTest)
#include "secret_text_test.moc"
