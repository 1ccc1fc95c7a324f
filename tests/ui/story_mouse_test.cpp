// SPDX-License-Identifier: Apache-2.0
// The main job by mouse. Two things are not mouse: the reason is typed, for it is in the person's
// own words, and the files go to the adding page's own add(), past the system's file chooser.
#include "tests/ui/two_windows.hpp"
#include "ui/activity/activity_model.hpp"
#include "ui/adding/adding_page.hpp"

#include <QLineEdit>
#include <QListView>

using namespace keepwell;
using namespace keepwell::test;

namespace {

const ActivityRow *lineOf(const QWidget *in, const std::string &kind, QModelIndex *place = nullptr)
{
    auto *list = shown<QListView>(in, "timeline");
    auto *model = list == nullptr ? nullptr : static_cast<ui::ActivityModel *>(list->model());
    for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
        const ActivityRow *line = model->line(model->index(row));
        if (line != nullptr && line->kind == kind) {
            if (place != nullptr) {
                *place = model->index(row);
            }
            return line;
        }
    }
    return nullptr;
}

} // namespace

class StoryMouseTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init()
    {
        if (m_broken) {
            QSKIP("skipped: the story broke off before");
        }
    }
    void cleanup() { m_broken = m_broken || QTest::currentTestFailed(); }
    void adding_filesShowsHowManyAreNew();
    void share_inFourSteps();
    void open_withAReasonShowsTheRecords();
    void activity_showsWhoOpenedAndWhy();
    void stop_inTwoClicks();
    void nextOpening_isRefusedAndShownToBoth();

private:
    ui::MainWindow &eleanor() { return *m_two.patientWindow; }
    ui::MainWindow &doctor() { return *m_two.clinicianWindow; }

    TwoWindows m_two;
    bool m_broken = false;
};

void StoryMouseTest::initTestCase()
{
    m_two.meet();
    m_two.showPatient();
    m_two.showClinician();
}

void StoryMouseTest::adding_filesShowsHowManyAreNew()
{
    QVERIFY(pressNamed(eleanor(), "nav_records"));
    EVENTUALLY(!eleanor().isBusy());
    QVERIFY(pressWords(eleanor(), "Add records"));
    QCOMPARE(eleanor().shell()->currentPage(), "adding");
    auto *page = static_cast<ui::AddingPage *>(eleanor().shell()->page("adding"));
    page->add({m_two.write("mine.json", bundleOf("Marsh"))});
    EVENTUALLY(!page->isBusy());
    QVERIFY2(says(page, "Done. 4 new"), wordsOn(page));
    EVENTUALLY(says(page, "mine.json"));
    QVERIFY(pressNamed(eleanor(), "nav_records"));
    EVENTUALLY(!eleanor().isBusy());
    QVERIFY(shown<QListView>(&eleanor(), "recordList") != nullptr);
}

void StoryMouseTest::share_inFourSteps()
{
    QVERIFY(pressNamed(eleanor(), "nav_sharing"));
    EVENTUALLY(!eleanor().isBusy());
    EVENTUALLY(says(&eleanor(), "You share with nobody. That is fine."));
    QVERIFY(pressNamed(eleanor(), "newShare"));
    EVENTUALLY(!eleanor().isBusy());
    QVERIFY(!shown(&eleanor(), "next")->isEnabled());
    QVERIFY(pressNamed(eleanor(), "contact1"));
    QVERIFY(pressNamed(eleanor(), "next"));

    QVERIFY(!shown(&eleanor(), "next")->isEnabled());
    QVERIFY(pressNamed(eleanor(), "kind_test-tube"));
    EVENTUALLY(says(&eleanor(), "and nothing else"));
    EVENTUALLY(says(&eleanor(), "Creatinine"));
    QVERIFY(pressNamed(eleanor(), "next"));

    QVERIFY(pressNamed(eleanor(), "next"));
    EVENTUALLY(says(&eleanor(), "Write a short reason"));
    QVERIFY(pressNamed(eleanor(), "reason"));
    QTest::keyClicks(shown(&eleanor(), "reason"), "Kidney review");
    QVERIFY(pressNamed(eleanor(), "next"));

    EVENTUALLY(says(&eleanor(), "Is it really Dr Amara Okafor?"));
    EVENTUALLY(says(&eleanor(), "Kidney review"));
    QVERIFY(!shown(&eleanor(), "next")->isEnabled());
    QVERIFY(pressNamed(eleanor(), "wordsMatch"));
    QVERIFY(pressNamed(eleanor(), "next"));
    EVENTUALLY(!eleanor().shell()->isInFlow());
    EVENTUALLY(says(&eleanor(), "Dr Amara Okafor can now open 1 record"));
    QCOMPARE(eleanor().shell()->currentPage(), "sharing");
    EVENTUALLY(button(&eleanor(), "Stop sharing with Dr Amara Okafor") != nullptr);
}

void StoryMouseTest::open_withAReasonShowsTheRecords()
{
    TwoWindows::sync(doctor());
    QVERIFY(pressNamed(doctor(), "nav_inbox"));
    EVENTUALLY(shown(&doctor(), "openRecords") != nullptr);
    QVERIFY2(!says(&doctor(), "Creatinine"), "nothing of a record is known before it is opened");
    QVERIFY(pressNamed(doctor(), "openRecords"));
    EVENTUALLY(shown<QListView>(&doctor(), "sharedRecords") != nullptr);
    EVENTUALLY(says(&doctor(), "Creatinine"));
    QVERIFY(!says(&doctor(), "Penicillin"));
    QVERIFY(pressNamed(doctor(), "closeRecords"));
    EVENTUALLY(shown(&doctor(), "sharedRecords") == nullptr);
    EVENTUALLY(!doctor().isBusy());
    QVERIFY(!says(&doctor(), "Creatinine"));
}

void StoryMouseTest::activity_showsWhoOpenedAndWhy()
{
    TwoWindows::sync(eleanor());
    QVERIFY(pressNamed(eleanor(), "nav_activity"));
    QModelIndex place;
    EVENTUALLY(lineOf(&eleanor(), "opened", &place) != nullptr);
    const ActivityRow *line = lineOf(&eleanor(), "opened");
    QCOMPARE(line->who, "Dr Amara Okafor");
    QCOMPARE(line->reason, "Kidney review");
    EVENTUALLY(!eleanor().isBusy());
    QVERIFY(lineOf(&eleanor(), "opened", &place) != nullptr);
    QVERIFY(pressRow(shown<QListView>(&eleanor(), "timeline"), place));
    EVENTUALLY(says(&eleanor(), "This entry is in the shared activity log"));
}

void StoryMouseTest::stop_inTwoClicks()
{
    QVERIFY(pressNamed(eleanor(), "nav_sharing"));
    EVENTUALLY(!eleanor().isBusy());
    QVERIFY(pressWords(eleanor(), "Stop sharing with Dr Amara Okafor"));
    EVENTUALLY(says(&eleanor(), "Stop sharing with Dr Amara Okafor?"));
    QVERIFY(pressNamed(eleanor(), "confirmStop"));
    EVENTUALLY(says(&eleanor(), "Sharing with Dr Amara Okafor has stopped."));
    EVENTUALLY(button(&eleanor(), "Ended (1)") != nullptr);
    EVENTUALLY(says(&eleanor(), "You share with nobody. That is fine."));
}

void StoryMouseTest::nextOpening_isRefusedAndShownToBoth()
{
    QVERIFY(pressNamed(doctor(), "openRecords"));
    EVENTUALLY(says(&doctor(), "Refused. The patient can see that you tried."));
    QVERIFY(shown(&doctor(), "sharedRecords") == nullptr);
    QVERIFY(!says(&doctor(), "Creatinine"));
    TwoWindows::sync(eleanor());
    QVERIFY(pressNamed(eleanor(), "nav_activity"));
    EVENTUALLY(lineOf(&eleanor(), "refused") != nullptr);
    QCOMPARE(lineOf(&eleanor(), "refused")->who, "Dr Amara Okafor");
    EVENTUALLY(says(&eleanor(), "You had stopped this share."));
}

QTEST_MAIN(StoryMouseTest)
#include "story_mouse_test.moc"
