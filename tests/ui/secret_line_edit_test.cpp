// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "ui/door/passphrase_strength.hpp"
#include "ui/door/phrase_words.hpp"
#include "ui/door/word_grid.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/widgets/secret_line_edit.hpp"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace keepwell;

namespace {

crypto::SecretText secret(std::string_view text)
{
    crypto::SecretText made;
    made.append(text);
    return made;
}

} // namespace

class SecretLineEditTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::Appearance> m_appearance;

private slots:
    void initTestCase()
    {
        crypto::initialise();
        ui::installSecretAccessibility();
        m_appearance = std::make_unique<ui::Appearance>();
        m_appearance->apply();
    }

    void keys_editAtTheCaret()
    {
        ui::SecretLineEdit edit;
        QTest::keyClicks(&edit, "wilow");
        QTest::keyClick(&edit, Qt::Key_Left);
        QTest::keyClick(&edit, Qt::Key_Left);
        QTest::keyClicks(&edit, "l");
        QVERIFY(edit.text().equals(secret("willow")));
        QTest::keyClick(&edit, Qt::Key_Home);
        QTest::keyClick(&edit, Qt::Key_Delete);
        QTest::keyClick(&edit, Qt::Key_End);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QVERIFY(edit.text().equals(secret("illo")));
    }

    void all_isMarkedAndReplaced()
    {
        ui::SecretLineEdit edit;
        QTest::keyClicks(&edit, "wrong words");
        QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&edit, "right");
        QVERIFY(edit.text().equals(secret("right")));
        QTest::mouseDClick(&edit, Qt::LeftButton);
        QApplication::clipboard()->setText("pasted");
        QTest::keyClick(&edit, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(edit.text().equals(secret("pasted")));
        QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_End); // the mark goes, the words stay
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QVERIFY(edit.text().equals(secret("paste")));
        QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_Delete);
        QVERIFY(edit.text().isEmpty());
        QApplication::clipboard()->setText(QString(3000, QLatin1Char('a')));
        QTest::keyClick(&edit, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit.text().characterCount(), std::size_t{1024}); // as when it is typed
        QApplication::clipboard()->clear();
    }

    void letters_outsideAscii_stayWhole()
    {
        ui::SecretLineEdit edit;
        edit.setText(secret("gr\xC3\xBC\xC3\x9F"));
        QTest::keyClick(&edit, Qt::Key_Left);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QVERIFY(edit.text().equals(secret("gr\xC3\x9F")));
    }

    void undoAndCopy_doNothing()
    {
        QApplication::clipboard()->setText("before");
        ui::SecretLineEdit edit;
        QTest::keyClicks(&edit, "secret");
        QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_X, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(edit.text().equals(secret("secret")));
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    }

    void paste_works()
    {
        QApplication::clipboard()->setText("from a manager");
        ui::SecretLineEdit edit;
        QTest::keyClick(&edit, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(edit.text().equals(secret("from a manager")));
    }

    void readers_hearANameAndNeverAValue()
    {
        ui::SecretLineEdit edit;
        edit.setAccessibleName("Passphrase");
        QTest::keyClicks(&edit, "hunter");
        QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(&edit);
        QVERIFY(reader != nullptr);
        QCOMPARE(reader->text(QAccessible::Name), QStringLiteral("Passphrase"));
        QVERIFY(reader->text(QAccessible::Value).isEmpty());
        QVERIFY(reader->state().passwordEdit);
        QVERIFY2(reader->textInterface() == nullptr, "no text to read letter by letter");
        edit.setShown(true);
        QVERIFY(reader->text(QAccessible::Value).isEmpty());
    }

    void capsLock_isNoticedByItsLetters()
    {
        ui::SecretLineEdit edit;
        const QSignalSpy seen{&edit, &ui::SecretLineEdit::capsLockSeen};
        QTest::keyClick(&edit, 'A'); // a capital without Shift
        QCOMPARE(seen.last().first().toBool(), true);
        QTest::keyClick(&edit, 'a');
        QCOMPARE(seen.last().first().toBool(), false);
    }

    void wordGrid_completesAndSplitsAPaste()
    {
        ui::WordGrid grid;
        grid.show();
        QTest::keyClicks(grid.entry(0)->edit(), "aban");
        QTest::keyClick(grid.entry(0)->edit(), Qt::Key_Space);
        QVERIFY(grid.entry(0)->word().equals(secret("abandon")));
        QApplication::clipboard()->setText(
            "abandon  abandon abandon abandon abandon abandon abandon "
            "abandon abandon abandon abandon about\n");
        QTest::keyClick(grid.entry(0)->edit(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(grid.isFull());
        QVERIFY2(ui::seedOf(grid.words()).has_value(), "BIP-39's first test phrase fits together");
        QCOMPARE(grid.markFirst(
                     [](int, const crypto::SecretText &word) { return !ui::isPhraseWord(word); }),
                 -1);
        grid.entry(11)->edit()->setText(secret("abandon"));
        QVERIFY2(!ui::seedOf(grid.words()).has_value(), "a wrong last word breaks the checksum");
    }

    void phrase_goesToWordsAndBack()
    {
        const crypto::Seed seed = crypto::Seed::random();
        const ui::PhraseWords words = ui::phraseOf(seed);
        const auto back = ui::seedOf(words);
        QVERIFY(back.has_value());
        QVERIFY(std::ranges::equal(seed.expose(), back->expose()));
    }

    void strength_isSaidInWords()
    {
        using enum ui::PassphraseStrength;
        QCOMPARE(ui::strengthOf(secret("short")), TooShort);
        QCOMPARE(ui::strengthOf(secret("nine char")), TooShort);
        QCOMPARE(ui::strengthOf(secret("aaaaaaaaaaaaaaaa")), TooCommon);
        QCOMPARE(ui::strengthOf(secret("Password1234")), TooCommon);
        QCOMPARE(ui::strengthOf(secret("abcabcdeabcde")), Weak);
        QVERIFY(ui::strengthOf(secret("tablet willow seven harbour")) >= Good);
        QVERIFY(!ui::wordsOf(Weak).isEmpty());
    }
};

QTEST_MAIN(SecretLineEditTest)
#include "secret_line_edit_test.moc"
