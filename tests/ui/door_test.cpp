// SPDX-License-Identifier: Apache-2.0
// What the door refuses and how it says so: wrong words, short passphrases, wrong passphrases.
#include "tests/ui/two_windows.hpp"
#include "ui/door/new_wallet_flow.hpp"
#include "ui/door/phrase_sheet.hpp"
#include "ui/door/phrase_words.hpp"
#include "ui/door/word_grid.hpp"
#include "ui/shell/language.hpp"
#include "ui/widgets/secret_painting.hpp"

#include <QAccessible>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QTextEdit>

using namespace keepwell;
using namespace keepwell::test;

namespace {

/// Types a secret key by key into the entry of that name.
void typeSecret(const ui::MainWindow &window, const QString &name, const crypto::SecretText &text)
{
    auto *entry = shown<ui::SecretLineEdit>(&window, name);
    QVERIFY2(entry != nullptr, qPrintable(name));
    entry->clear();
    std::string_view rest = text.expose();
    while (const char32_t character = ui::nextCharacter(rest)) {
        QTest::keyClick(entry, static_cast<char>(character));
    }
}

void typeWords(const ui::MainWindow &window, const ui::PhraseWords &words)
{
    for (std::size_t place = 0; place < words.size(); ++place) {
        typeSecret(window, QStringLiteral("word%1").arg(place + 1), words[place]);
    }
}

void typePassphrase(const ui::MainWindow &window, const std::string &first,
                    const std::string &second)
{
    typeSecret(window, "passphrase", secret(first));
    typeSecret(window, "passphraseAgain", secret(second));
}

} // namespace

class DoorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::installSecretAccessibility(); }
    void newWallet_refusesAWrongWordAndAShortPassphrase();
    void text_growsByKeysBeforeThereIsAWallet();
    void unlock_helpsBeforeItIsOpen();
    void unlock_saysWhatIsWrongAndWaitsAfterFiveTries();
    void restore_namesTheWrongWordAndBringsTheWalletBack();

private:
    std::unique_ptr<ui::MainWindow> windowAt(const std::string &name)
    {
        auto window = std::make_unique<ui::MainWindow>(m_two.placeOf(name), m_two.appearance);
        window->resize(1280, 900);
        window->start();
        window->show();
        return window;
    }

    static void wordsAreReadOneByOneWhenAskedTo(const ui::MainWindow &window);

    TwoWindows m_two;
};

void DoorTest::wordsAreReadOneByOneWhenAskedTo(const ui::MainWindow &window)
{
    auto *sheet = window.findChild<ui::PhraseSheet *>();
    const ui::PhraseWords words = window.findChild<ui::NewWalletFlow *>()->words();
    const auto spoken = [sheet] {
        return secret(QAccessible::queryAccessibleInterface(sheet)
                          ->text(QAccessible::Name)
                          .section(QLatin1Char(' '), -1)
                          .toStdString());
    };
    QVERIFY2(!spoken().equals(words[0]), "nobody asked for it");
    QVERIFY(pressNamed(window, "readAloud"));
    QVERIFY(spoken().equals(words[0]));
    QTest::keyClick(sheet, Qt::Key_Right);
    QVERIFY(spoken().equals(words[1]));
    QTest::keyClick(sheet, Qt::Key_End);
    QVERIFY(spoken().equals(words[11]));
    sheet->setShown(false);
    QVERIFY2(!spoken().equals(words[11]), "hidden words are not read");
    sheet->setShown(true);
    QVERIFY2(!spoken().equals(words[11]), "shown again, they have to be asked for again");
}

void DoorTest::newWallet_refusesAWrongWordAndAShortPassphrase()
{
    const auto window = windowAt("somebody new");
    QVERIFY(pressNamed(*window, "newWallet"));
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(says(window.get(), "Type your name."));
    QTest::keyClicks(shown<QLineEdit>(window.get(), "name"), "Somebody New");
    QVERIFY(pressNamed(*window, "next"));
    QVERIFY2(!shown(window.get(), "next")->isEnabled(), "the words must be written down first");
    wordsAreReadOneByOneWhenAskedTo(*window);
    QVERIFY(pressNamed(*window, "written"));
    QVERIFY(pressNamed(*window, "next"));

    const ui::PhraseWords words = window->findChild<ui::NewWalletFlow *>()->words();
    const auto at = [&](const QString &name) {
        return shown(window.get(), name)->mapTo(window.get(), QPoint{});
    };
    QCOMPARE(at("word2").x(), at("word1").x()); // as the paper was written: down each column
    QVERIFY(at("word2").y() > at("word1").y());
    QCOMPARE(at("word5").y(), at("word1").y());
    typeWords(*window, words);
    typeSecret(*window, "word5", secret(words[4].equals(secret("abandon")) ? "zoo" : "abandon"));
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(says(window.get(), "Word 5 is different."));
    for (const auto *entry : window->findChildren<QLineEdit *>()) {
        for (const crypto::SecretText &word : words) {
            QVERIFY2(!secret(entry->text().toStdString()).equals(word), "a word is in a QLineEdit");
        }
    }
    QVERIFY2(window->findChildren<QTextEdit *>().isEmpty(), "no other entry could hold one");
    typeSecret(*window, "word5", words[4]);
    QTest::keyClick(shown(window.get(), "word5"), Qt::Key_Space); // to the next one, marked whole
    EVENTUALLY(QApplication::focusWidget() == shown(window.get(), "word6"));
    for (const char letter : std::string{words[5].expose()}) {
        QTest::keyClick(QApplication::focusWidget(), letter);
    }
    QVERIFY2(window->findChild<ui::WordGrid *>()->words()[5].equals(words[5]),
             "replaced, not added");
    QTest::keyClick(shown(window.get(), "word6"), Qt::Key_Return); // all are there

    EVENTUALLY(shown(window.get(), "passphraseAgain") != nullptr);
    typePassphrase(*window, "short", "short");
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(says(window.get(), "Too short. Use at least 10 characters."));
    const auto labels = window->findChildren<QLabel *>();
    QCOMPARE(std::ranges::count_if(labels,
                                   [](const QLabel *label) {
                                       return label->isVisible()
                                           && label->text().startsWith("Too short");
                                   }),
             1);
    typePassphrase(*window, "password1234", "password1234");
    EVENTUALLY(says(window.get(), "Too easy to guess.")); // before anything is pressed
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(shown(window.get(), "passphrase")->property("wrong").toBool());
    QVERIFY(!Wallet::existsAt(m_two.path("somebody new")));
    typePassphrase(*window, "willow tablet seven", "willow tablet eight");
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(says(window.get(), "The two are not the same. Type it again."));
    typePassphrase(*window, "willow tablet seven", "willow tablet seven");
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(says(window.get(), "Your wallet is ready"));
    QVERIFY(Wallet::existsAt(m_two.path("somebody new")));
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(window->shell() != nullptr);
    QCOMPARE(window->session()->wallet().ownerName(), "Somebody New");
}

void DoorTest::text_growsByKeysBeforeThereIsAWallet()
{
    const auto window = windowAt("nobody yet");
    window->resize(1000, 660);
    TwoWindows::front(*window);
    QCOMPARE(m_two.appearance.textPercent(), 100);
    for (const int percent : {125, 150, 175, 200}) {
        key(window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_two.appearance.textPercent(), percent);
        const QWidget *size = shown(window.get(), "textSize");
        EVENTUALLY(!size->visibleRegion().isEmpty()
                   && size->visibleRegion().boundingRect() == size->rect());
        const bool hasRoom = window->width() >= 900 * percent / 100;
        QCOMPARE(shown(window.get(), "picture") != nullptr, hasRoom); // at once, not when resized
    }
    key(window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_two.appearance.textPercent(), 175);
    key(window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_two.appearance.textPercent(), 100);
}

void DoorTest::unlock_helpsBeforeItIsOpen()
{
    m_two.patient.reset();
    m_two.clinician.reset();
    const auto window = windowAt("patient");
    QVERIFY(pressNamed(*window, "textSize"));
    QCOMPARE(m_two.appearance.textPercent(), 150);
    m_two.appearance.setTextPercent(100);

    QVERIFY(pressNamed(*window, "help"));
    EVENTUALLY(says(window->findChild<QMessageBox *>(), "Your 12 words let you set a new one."));
    QVERIFY(press(button(window->findChild<QMessageBox *>(), "Close")));

    QVERIFY(pressNamed(*window, "language"));
    const auto languages = window->findChild<QMenu *>()->actions();
    QVERIFY2(languages[0]->isChecked() && languages[0]->text() == "English", "the one spoken now");
    languages[1]->trigger();
    EVENTUALLY(QLocale{}.language() == QLocale::German);
    ui::useLanguage("en");

    QVERIFY2(!window->useWallet(m_two.path("nowhere")), "there is no wallet there");
    QVERIFY(window->useWallet(m_two.path("clinician")));
    EVENTUALLY(shown(window.get(), "passphrase") != nullptr);
    typeSecret(*window, "passphrase", secret("a test passphrase"));
    QVERIFY(pressNamed(*window, "unlock"));
    EVENTUALLY(window->shell() != nullptr);
    QVERIFY(window->session()->isClinician());
}

void DoorTest::unlock_saysWhatIsWrongAndWaitsAfterFiveTries()
{
    m_two.clinician.reset();
    const auto window = windowAt("clinician");
    QVERIFY(pressNamed(*window, "unlock"));
    EVENTUALLY(says(window.get(), "Type your passphrase."));
    for (int wrong = 0; wrong < 5; ++wrong) {
        typeSecret(*window, "passphrase", secret("not the right one"));
        QVERIFY(pressNamed(*window, "unlock"));
        EVENTUALLY(!window->isBusy());
        EVENTUALLY(says(window.get(), "That is not the right passphrase."));
        QVERIFY(window->shell() == nullptr);
    }
    auto *unlock = static_cast<QAbstractButton *>(shown(window.get(), "unlock"));
    QVERIFY(!unlock->isEnabled());
    QVERIFY2(unlock->text().startsWith("Try again in"), qPrintable(unlock->text()));
    const QPointer<QAbstractButton> before = unlock;
    QVERIFY(window->useWallet(m_two.path("clinician"))); // a new door, and the same wait
    EVENTUALLY(before.isNull() && shown(window.get(), "unlock") != nullptr);
    unlock = static_cast<QAbstractButton *>(shown(window.get(), "unlock"));
    QVERIFY(!unlock->isEnabled());
    EVENTUALLY(unlock->isEnabled()); // a fifth try waits five seconds
    typeSecret(*window, "passphrase", secret("a test passphrase"));
    QVERIFY(pressNamed(*window, "unlock"));
    EVENTUALLY(window->shell() != nullptr);
}

void DoorTest::restore_namesTheWrongWordAndBringsTheWalletBack()
{
    const ui::PhraseWords words = ui::phraseOf(m_two.patientSeed());
    const auto window = windowAt("restored");
    QVERIFY(pressNamed(*window, "restore"));
    EVENTUALLY(shown(window.get(), "word1") != nullptr);
    typeWords(*window, words);
    typeSecret(*window, "word3", secret("keepwellish"));
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(says(window.get(), "Word 3 is not in the list."));
    QVERIFY(shown(window.get(), "word3")->property("wrong").toBool());
    typeSecret(*window, "word3", words[2]);
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(shown(window.get(), "passphraseAgain") != nullptr);
    QTest::keyClicks(shown<QLineEdit>(window.get(), "name"), "Eleanor Marsh");
    typePassphrase(*window, "another passphrase", "another passphrase");
    m_two.patient.reset();
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(says(window.get(), "Your wallet is back"));
    QVERIFY(pressNamed(*window, "next"));
    EVENTUALLY(window->shell() != nullptr);
    QCOMPARE(window->session()->wallet().ownerName(), "Eleanor Marsh");
}

QTEST_MAIN(DoorTest)
#include "door_test.moc"
