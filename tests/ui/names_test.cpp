// SPDX-License-Identifier: Apache-2.0
// Everything that can be pressed or written into has a name for a screen reader, in every place:
// the door and its wizards, each page, each panel of the settings, flows and dialogs.
#include "tests/ui/names.hpp"
#include "tests/ui/two_windows.hpp"
#include "ui/shell/nav_button.hpp"

#include <QDialog>
#include <QLineEdit>
#include <QMenu>

using namespace keepwell;
using namespace keepwell::test;

class NamesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_two.reset(); }
    void door_namesEverything();
    void pages_nameEverything();
    void flows_nameEverything();
    void dialogs_nameEverything();
    void rail_hasMoreForWhatDoesNotFit();

private:
    static void check(const QWidget &in, const QString &place)
    {
        const QStringList nameless = namelessIn(in);
        QVERIFY2(nameless.isEmpty(),
                 qPrintable(place + QStringLiteral(": ") + nameless.join(QStringLiteral(", "))));
    }
    void checkSettled(ui::MainWindow &window, const QString &place)
    {
        EVENTUALLY(!window.isBusy());
        QApplication::processEvents();
        check(window, place);
    }
    ui::MainWindow &window() { return *m_two->patientWindow; }

    std::unique_ptr<TwoWindows> m_two;
};

void NamesTest::init()
{
    m_two = std::make_unique<TwoWindows>();
    m_two->pair();
    m_two->importRecords();
    m_two->shareAll();
    must(m_two->clinician->sync());
}

void NamesTest::door_namesEverything()
{
    ui::MainWindow door{m_two->placeOf("nobody yet"), m_two->appearance};
    door.resize(1280, 900);
    door.start();
    door.show();
    checkSettled(door, "welcome");
    QVERIFY(pressNamed(door, "newWallet"));
    checkSettled(door, "about you");
    QTest::keyClicks(shown<QLineEdit>(&door, "name"), "Somebody New");
    QVERIFY(pressNamed(door, "next"));
    checkSettled(door, "the 12 words");
    QVERIFY(pressNamed(door, "written"));
    QVERIFY(pressNamed(door, "next"));
    checkSettled(door, "check the words");
    door.showRestore(false, false);
    checkSettled(door, "restore");
    door.showUnlock({});
    checkSettled(door, "unlock");
}

void NamesTest::pages_nameEverything()
{
    m_two->showPatient();
    QStringList pages = window().shell()->pageNames();
    pages << "adding"
          << "trend";
    for (const QString &page : pages) {
        window().shell()->showPage(page);
        checkSettled(window(), page);
    }
    window().shell()->showPage("settings");
    for (const char *panel : {"Language", "Text and colours", "Locking", "About Keepwell"}) {
        QVERIFY2(pressWords(window(), panel), panel);
        checkSettled(window(), panel);
    }
    m_two->showClinician();
    for (const QString &page : m_two->clinicianWindow->shell()->pageNames()) {
        m_two->clinicianWindow->shell()->showPage(page);
        checkSettled(*m_two->clinicianWindow, page);
    }
}

void NamesTest::flows_nameEverything()
{
    m_two->showPatient();
    QVERIFY(pressNamed(window(), "share"));
    checkSettled(window(), "share: who");
    QVERIFY(pressWhenThere(window(), [&]() -> QWidget * {
        for (auto *one : window().findChildren<QAbstractButton *>()) {
            if (one->isVisible() && one->objectName().startsWith("contact")) {
                return one;
            }
        }
        return nullptr;
    }));
    QVERIFY(pressNamed(window(), "next"));
    checkSettled(window(), "share: what");
    QVERIFY(pressNamed(window(), "kind_test-tube"));
    QVERIFY(pressNamed(window(), "next"));
    checkSettled(window(), "share: why");
    QTest::keyClicks(shown<QLineEdit>(&window(), "reason"), "kidney check");
    QVERIFY(pressNamed(window(), "next"));
    checkSettled(window(), "share: check");
    m_two->showClinician();
    m_two->clinicianWindow->shell()->showPage("deliver");
    QVERIFY(pressNamed(*m_two->clinicianWindow, "newDelivery"));
    checkSettled(*m_two->clinicianWindow, "deliver");
}

void NamesTest::dialogs_nameEverything()
{
    m_two->showPatient();
    QVERIFY(pressNamed(window(), "printSummary"));
    EVENTUALLY(window().findChild<QDialog *>() != nullptr);
    check(*window().findChild<QDialog *>(), "print");
    window().findChild<QDialog *>()->reject();
    EVENTUALLY(window().findChild<QDialog *>() == nullptr);
    window().shell()->showPage("contacts");
    QVERIFY(pressNamed(window(), "addContact"));
    EVENTUALLY(window().findChild<QDialog *>() != nullptr);
    check(*window().findChild<QDialog *>(), "add a contact");
    window().findChild<QDialog *>()->reject();
}

void NamesTest::rail_hasMoreForWhatDoesNotFit()
{
    m_two->showPatient();
    QVERIFY2(shown(&window(), "nav_more") == nullptr, "there is room for all");
    m_two->appearance.setTextPercent(200);
    window().resize(1280, 640);
    EVENTUALLY(shown(&window(), "nav_more") != nullptr);
    QVERIFY(shown(&window(), "nav_settings") == nullptr);
    QVERIFY(shown(&window(), "nav_overview") != nullptr);
    const QWidget *connection = shown(&window(), "connection");
    QVERIFY2(connection != nullptr
                 && connection->width() <= connection->parentWidget()->contentsRect().width(),
             "the connection line must fit into the rail");
    QVERIFY(pressNamed(window(), "nav_more"));
    EVENTUALLY(shown<QMenu>(&window(), "morePages") != nullptr);
    auto *menu = shown<QMenu>(&window(), "morePages");
    const auto actions = menu->actions();
    QCOMPARE(actions.back()->text(), QStringLiteral("Settings"));
    actions.back()->trigger();
    menu->close();
    QCOMPARE(window().shell()->currentPage(), QStringLiteral("settings"));
    QVERIFY(shown<ui::NavButton>(&window(), "nav_more")->isChecked());
    m_two->appearance.setTextPercent(100);
    EVENTUALLY(shown(&window(), "nav_settings") != nullptr);
}

QTEST_MAIN(NamesTest)
#include "names_test.moc"
