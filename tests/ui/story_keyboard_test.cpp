// SPDX-License-Identifier: Apache-2.0
// Share, open, look at the activity and stop by keys alone: Tab, arrows, Space, Enter, shortcuts.
#include "tests/ui/two_windows.hpp"
#include "ui/activity/activity_model.hpp"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>

using namespace keepwell;
using namespace keepwell::test;

class StoryKeyboardTest : public QObject
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
    void share_startsWithControlN();
    void open_withTabAndEnter();
    void activity_opensALineWithEnter();
    void stop_withTabAndSpace();
    void nextOpening_isRefused();

private:
    ui::MainWindow &eleanor() { return *m_two.patientWindow; }
    ui::MainWindow &doctor() { return *m_two.clinicianWindow; }

    /// Waits for it, goes to it with Tab, and gives it `press`.
    static bool reach(ui::MainWindow &window, const QString &name, Qt::Key press)
    {
        const auto there = [&] {
            const QWidget *widget = window.isBusy() ? nullptr : shown(&window, name);
            return widget != nullptr && widget->isEnabled();
        };
        if (!QTest::qWaitFor(there, kPatience) || !tabTo(&window, shown(&window, name))) {
            qWarning() << "not reached:" << name << "among" << wordsOn(&window);
            return false;
        }
        key(&window, press);
        return true;
    }

    TwoWindows m_two;
    bool m_broken = false;
};

void StoryKeyboardTest::initTestCase()
{
    m_two.meet();
    m_two.importRecords();
    m_two.showPatient();
    m_two.showClinician();
}

void StoryKeyboardTest::share_startsWithControlN()
{
    TwoWindows::front(eleanor());
    key(&eleanor(), Qt::Key_N, Qt::ControlModifier);
    EVENTUALLY(eleanor().shell()->isInFlow());
    QVERIFY(reach(eleanor(), "contact1", Qt::Key_Space));
    QVERIFY(reach(eleanor(), "next", Qt::Key_Return));
    EVENTUALLY(QApplication::focusWidget() == shown(&eleanor(), "kind_test-tube"));
    key(&eleanor(), Qt::Key_Space);
    EVENTUALLY(says(&eleanor(), "and nothing else"));
    QVERIFY(reach(eleanor(), "next", Qt::Key_Return));
    EVENTUALLY(QApplication::focusWidget() == shown(&eleanor(), "reason"));
    type("Kidney review");
    QVERIFY(reach(eleanor(), "next", Qt::Key_Space));
    QVERIFY(reach(eleanor(), "wordsMatch", Qt::Key_Space));
    QVERIFY(reach(eleanor(), "next", Qt::Key_Return));
    EVENTUALLY(says(&eleanor(), "Dr Amara Okafor can now open 1 record"));
    EVENTUALLY(button(&eleanor(), "Stop sharing with Dr Amara Okafor") != nullptr);
}

void StoryKeyboardTest::open_withTabAndEnter()
{
    TwoWindows::sync(doctor());
    TwoWindows::front(doctor());
    key(&doctor(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(reach(doctor(), "openReason", Qt::Key_End));
    auto *reason = shown<QComboBox>(&doctor(), "openReason");
    key(&doctor(), Qt::Key_A, Qt::ControlModifier);
    type("Looking at her kidneys");
    QCOMPARE(reason->currentText(), "Looking at her kidneys");
    QVERIFY(reach(doctor(), "openRecords", Qt::Key_Return));
    EVENTUALLY(shown<QListView>(&doctor(), "sharedRecords") != nullptr);
    EVENTUALLY(says(&doctor(), "Creatinine"));
    QVERIFY(reach(doctor(), "closeRecords", Qt::Key_Space));
    EVENTUALLY(shown(&doctor(), "openRecords") != nullptr);
}

void StoryKeyboardTest::activity_opensALineWithEnter()
{
    TwoWindows::sync(eleanor());
    TwoWindows::front(eleanor());
    key(&eleanor(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(eleanor().shell()->currentPage(), "activity");
    EVENTUALLY(!eleanor().isBusy());
    auto *list = shown<QListView>(&eleanor(), "timeline");
    QVERIFY(list != nullptr);
    QVERIFY(tabTo(&eleanor(), list));
    const auto *model = static_cast<ui::ActivityModel *>(list->model());
    const ActivityRow *line = nullptr;
    for (int steps = 0; steps < model->rowCount(); ++steps) {
        line = model->line(list->currentIndex());
        if (line != nullptr && line->kind == "opened") {
            break;
        }
        key(&eleanor(), Qt::Key_Down);
    }
    QVERIFY2(line != nullptr && line->kind == "opened", "Down never comes to the opening");
    QCOMPARE(line->who, "Dr Amara Okafor");
    QCOMPARE(line->reason, "Looking at her kidneys");
    key(&eleanor(), Qt::Key_Return);
    EVENTUALLY(says(&eleanor(), "This entry is in the shared activity log"));
    key(&eleanor(), Qt::Key_Left);
    EVENTUALLY(!says(&eleanor(), "This entry is in the shared activity log"));
}

void StoryKeyboardTest::stop_withTabAndSpace()
{
    TwoWindows::front(eleanor());
    key(&eleanor(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(eleanor().shell()->currentPage(), "sharing");
    EVENTUALLY(!eleanor().isBusy());
    EVENTUALLY(button(&eleanor(), "Stop sharing with Dr Amara Okafor") != nullptr);
    QVERIFY(tabTo(&eleanor(), button(&eleanor(), "Stop sharing with Dr Amara Okafor")));
    key(&eleanor(), Qt::Key_Space);
    EVENTUALLY(shown(&eleanor(), "confirmStop") != nullptr);
    EVENTUALLY(QApplication::focusWidget() == shown(&eleanor(), "confirmStop"));
    key(&eleanor(), Qt::Key_Escape);
    EVENTUALLY(shown(&eleanor(), "confirmStop") == nullptr);
    EVENTUALLY(button(&eleanor(), "Stop sharing with Dr Amara Okafor") != nullptr);
    QVERIFY(tabTo(&eleanor(), button(&eleanor(), "Stop sharing with Dr Amara Okafor")));
    key(&eleanor(), Qt::Key_Space);
    QVERIFY(reach(eleanor(), "confirmStop", Qt::Key_Return));
    EVENTUALLY(says(&eleanor(), "Sharing with Dr Amara Okafor has stopped."));
}

void StoryKeyboardTest::nextOpening_isRefused()
{
    TwoWindows::front(doctor());
    QVERIFY(reach(doctor(), "openRecords", Qt::Key_Return));
    EVENTUALLY(says(&doctor(), "Refused. The patient can see that you tried."));
    QVERIFY(shown(&doctor(), "sharedRecords") == nullptr);
}

QTEST_MAIN(StoryKeyboardTest)
#include "story_keyboard_test.moc"
