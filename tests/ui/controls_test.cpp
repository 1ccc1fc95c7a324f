// SPDX-License-Identifier: Apache-2.0
// The main controls of each page do what they say, and a wallet with nothing in it says so.
#include "tests/ui/two_windows.hpp"
#include "ui/activity/activity_model.hpp"
#include "ui/adding/adding_page.hpp"
#include "ui/records/record_list_model.hpp"
#include "ui/shell/idle_lock.hpp"
#include "ui/shell/nav_button.hpp"
#include "ui/widgets/page.hpp"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>

#include <cstdlib>

using namespace keepwell;
using namespace keepwell::test;

class ControlsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_two.reset(); }
    void emptyWallet_saysSoOnEveryPage();
    void records_areFilteredSearchedAndShownThreeWays();
    void adding_reportsWhatCouldNotBeRead();
    void activity_isFilteredByWhatWasDone();
    void contact_isRenamedAndBlocked();
    void settings_changeTextSizeColoursAndLocking();
    void settings_fitTheSmallestWindow();
    void wizard_staysTogetherInALargeWindow();

private:
    ui::MainWindow &window() { return *m_two->patientWindow; }
    bool go(const QString &page) { return pressNamed(window(), "nav_" + page); }
    /// How many records the list shows.
    int records()
    {
        const auto *list = shown<QListView>(&window(), "recordList");
        int found = 0;
        for (int row = 0; list != nullptr && row < list->model()->rowCount(); ++row) {
            const auto *model = static_cast<const ui::RecordListModel *>(list->model());
            found += model->record(model->index(row)) != nullptr ? 1 : 0;
        }
        return found;
    }

    std::unique_ptr<TwoWindows> m_two;
};

void ControlsTest::init() { m_two = std::make_unique<TwoWindows>(); }

void ControlsTest::emptyWallet_saysSoOnEveryPage()
{
    m_two->showPatient();
    QVERIFY(go("records"));
    EVENTUALLY(says(&window(), "Bring in your first records"));
    QVERIFY(go("sharing"));
    EVENTUALLY(says(&window(), "You share with nobody. That is fine."));
    QVERIFY(go("contacts"));
    EVENTUALLY(says(&window(), "Add the people who look after you."));
    QVERIFY(go("activity"));
    EVENTUALLY(says(&window(), "Last 30 days"));
    m_two->showClinician();
    EVENTUALLY(says(m_two->clinicianWindow.get(), "Nobody shares with you yet."));
}

void ControlsTest::records_areFilteredSearchedAndShownThreeWays()
{
    m_two->importRecords();
    m_two->showPatient();
    QVERIFY(go("records"));
    EVENTUALLY(records() == 4);
    QVERIFY(pressWords(window(), "Tests"));
    EVENTUALLY(records() == 1);
    EVENTUALLY(says(&window(), "Creatinine"));
    QVERIFY(pressWords(window(), "Original"));
    EVENTUALLY([&] {
        const auto *original = window().findChild<QPlainTextEdit *>();
        return original->isVisible() && original->toPlainText().contains("Observation");
    }());
    QVERIFY(pressWords(window(), "Details"));
    EVENTUALLY(says(&window(), "SHA-256 of the original"));
    QVERIFY(pressWords(window(), "All 4"));
    EVENTUALLY(records() == 4);
    QVERIFY(pressNamed(window(), "searchRecords"));
    QTest::keyClicks(shown<QLineEdit>(&window(), "searchRecords"), "penicil");
    EVENTUALLY(records() == 1);
    QTest::keyClicks(shown<QLineEdit>(&window(), "searchRecords"), "xxx");
    EVENTUALLY(says(&window(), "No record fits."));
}

void ControlsTest::adding_reportsWhatCouldNotBeRead()
{
    m_two->showPatient();
    window().shell()->showPage("adding");
    auto *page = static_cast<ui::AddingPage *>(window().shell()->page("adding"));
    page->add({m_two->write("good.json", bundleOf("Marsh")),
               m_two->write("bad.json", R"({"resourceType":"Patient",)")});
    EVENTUALLY(!page->isBusy());
    EVENTUALLY(says(page, "good.json") && says(page, "bad.json"));
    EVENTUALLY(says(page, "Done. 4 new"));
    page->add({m_two->path("good.json")});
    EVENTUALLY(!page->isBusy());
    EVENTUALLY(says(page, "Done. 0 new"));
}

void ControlsTest::activity_isFilteredByWhatWasDone()
{
    m_two->pair();
    m_two->importRecords();
    const auto share = m_two->shareAll();
    must(m_two->clinician->sync());
    must(m_two->clinician->open(share.grant, "kidney check"));
    must(m_two->patient->sync());
    m_two->showPatient();
    QVERIFY(go("activity"));
    EVENTUALLY(!window().isBusy());
    auto *list = shown<QListView>(&window(), "timeline");
    const auto *model = static_cast<ui::ActivityModel *>(list->model());
    const auto kinds = [&] {
        QStringList found;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (const ActivityRow *line = model->line(model->index(row))) {
                found << QString::fromStdString(line->kind);
            }
        }
        return found;
    };
    EVENTUALLY(kinds().size() > 2);
    QVERIFY(pressWords(window(), "Opened"));
    EVENTUALLY(kinds() == QStringList{"opened"});
    QVERIFY(pressWords(window(), "Refused"));
    EVENTUALLY(kinds().isEmpty());
    QVERIFY(pressWords(window(), "Everything"));
    EVENTUALLY(kinds().contains("shared") && kinds().contains("opened"));
}

void ControlsTest::contact_isRenamedAndBlocked()
{
    m_two->meet();
    m_two->showPatient();
    QVERIFY(go("contacts"));
    QVERIFY(pressNamed(window(), "contactName"));
    shown<QLineEdit>(&window(), "contactName")->selectAll();
    QTest::keyClicks(shown<QLineEdit>(&window(), "contactName"), "My doctor");
    QVERIFY(pressNamed(window(), "saveName"));
    EVENTUALLY(says(&window(), "The name is saved."));
    EVENTUALLY(says(&window(), "My doctor"));
    QVERIFY(pressNamed(window(), "block"));
    EVENTUALLY(says(&window(), "They are blocked."));
    EVENTUALLY(button(&window(), "Unblock") != nullptr);
    QVERIFY(must(window().session()->wallet().contacts()).at(0).blocked);
}

void ControlsTest::settings_changeTextSizeColoursAndLocking()
{
    m_two->showPatient();
    QVERIFY(go("settings"));
    QVERIFY(pressWords(window(), "Text and colours"));
    QVERIFY(pressNamed(window(), "textSize125"));
    QCOMPARE(m_two->appearance.textPercent(), 125);
    QVERIFY(pressWords(window(), "Dark"));
    QCOMPARE(m_two->appearance.scheme(), ui::Scheme::Dark);
    QVERIFY(pressNamed(window(), "textSize100"));
    QVERIFY(pressWords(window(), "Locking"));
    EVENTUALLY(!window().isBusy());
    auto *minutes = shown<QComboBox>(&window(), "lockMinutes");
    QVERIFY(minutes != nullptr);
    QCOMPARE(minutes->currentData().toInt(), 10);
    TwoWindows::front(window());
    minutes->setFocus();
    key(&window(), Qt::Key_Home);
    EVENTUALLY(window().idleLock()->minutes() == 2);
    EVENTUALLY(!window().isBusy());
    QCOMPARE(must(window().session()->wallet().setting("lock.minutes", "")), "2");
}

void ControlsTest::settings_fitTheSmallestWindow()
{
    m_two->showPatient();
    QVERIFY(go("settings"));
    window().resize(960, 640);
    QWidget *page = window().shell()->page("settings");
    EVENTUALLY(window().width() == 960 && page->isVisible());
    const auto names = page->findChildren<ui::NavButton *>();
    QVERIFY(!names.isEmpty());
    for (const ui::NavButton *name : names) {
        EVENTUALLY(name->width() >= name->sizeHint().width()); // no word is cut
    }
    const auto *scroll = page->findChild<QScrollArea *>();
    QVERIFY(scroll != nullptr);
    EVENTUALLY(scroll->verticalScrollBar()->maximum() == 0); // the language needs no more room
}

void ControlsTest::wizard_staysTogetherInALargeWindow()
{
    m_two->pair();
    m_two->showPatient();
    window().resize(2400, 1200);
    key(&window(), Qt::Key_N, Qt::ControlModifier);
    EVENTUALLY(shown(&window(), "contact1") != nullptr && shown(&window(), "next") != nullptr);
    const auto end = [&](const char *name) {
        QWidget *one = shown(&window(), name);
        return one->mapTo(&window(), QPoint{one->width(), 0}).x();
    };
    EVENTUALLY(std::abs(end("next") - end("contact1")) < 8);
}

QTEST_MAIN(ControlsTest)
#include "controls_test.moc"
