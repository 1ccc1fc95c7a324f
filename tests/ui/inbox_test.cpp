// SPDX-License-Identifier: Apache-2.0
// What a clinician has open closes when the patient stops the share.
#include "tests/ui/two_windows.hpp"

#include <QListView>

using namespace keepwell;
using namespace keepwell::test;

class InboxTest : public QObject
{
    Q_OBJECT

private slots:
    void stopped_whileItIsOpen();
};

void InboxTest::stopped_whileItIsOpen()
{
    TwoWindows two;
    two.pair();
    two.importRecords();
    const ShareResult share = two.shareAll();
    must(two.clinician->sync());
    two.showClinician();
    ui::MainWindow &doctor = *two.clinicianWindow;
    QVERIFY(pressNamed(doctor, "nav_inbox"));
    EVENTUALLY(shown(&doctor, "openRecords") != nullptr);
    QVERIFY(pressNamed(doctor, "openRecords"));
    EVENTUALLY(shown<QListView>(&doctor, "sharedRecords") != nullptr);
    TwoWindows::sync(doctor);
    QVERIFY2(shown(&doctor, "sharedRecords") != nullptr, "a share that goes on stays open");

    must(two.patient->revoke({share.grant}));
    TwoWindows::sync(doctor);
    EVENTUALLY(shown(&doctor, "sharedRecords") == nullptr);
    EVENTUALLY(says(&doctor, "stopped this share."));
    EVENTUALLY(!doctor.isBusy() && shown(&doctor, "openRecords") == nullptr);
}

QTEST_MAIN(InboxTest)
#include "inbox_test.moc"
