// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/two_windows.hpp"
#include "ui/records/record_list_model.hpp"
#include "ui/sharing/what_step.hpp"
#include "ui/widgets/badge.hpp"

#include <QCheckBox>
#include <QListView>
#include <QPushButton>

#include <algorithm>

using namespace keepwell;
using namespace keepwell::test;

/// Marking a record as extra private, and what a new share does with it.
class PrivateTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_two.reset(); }
    void mark_isPutAndTakenOff();
    void mark_ofASharedRecordSaysSo();
    void share_leavesItOutUnlessTicked();
    void share_byDateAndOneByOne();

private:
    ui::MainWindow &window() { return *m_two->patientWindow; }
    Wallet &wallet() { return window().session()->wallet(); }
    void markFirst()
    {
        const RecordId first = must(wallet().records({})).front().id;
        must(wallet().markPrivate(first, true));
    }
    bool hasBadge(const QString &words)
    {
        const auto badges = window().findChildren<ui::Badge *>();
        return std::ranges::any_of(badges, [&words](const ui::Badge *badge) {
            return badge->isVisible() && badge->accessibleName().contains(words);
        });
    }
    QString secondOfFirst()
    {
        const auto *list = shown<QListView>(&window(), "recordList");
        const auto *model = static_cast<const ui::RecordListModel *>(list->model());
        return model->data(model->firstRecord(), ui::RecordListModel::SecondRole).toString();
    }

    std::unique_ptr<TwoWindows> m_two;
};

void PrivateTest::init()
{
    m_two = std::make_unique<TwoWindows>();
    std::string lines;
    for (const char *value : {"71", "80", "92"}) {
        lines
            += R"({"resourceType":"Observation","status":"final","category":[{"coding":[{"code":"laboratory"}]}],)"
               R"("code":{"text":"Creatinine"},"effectiveDateTime":"2026-01-)"
            + std::string{value}.substr(1) + R"(5","valueQuantity":{"value":)" + value
            + R"(,"unit":"umol/L"}})" + '\n';
    }
    must(m_two->patient->import({m_two->write("values.ndjson", lines)}, {}));
    m_two->showPatient();
    TwoWindows::front(window());
}

void PrivateTest::mark_isPutAndTakenOff()
{
    QVERIFY(pressNamed(window(), "nav_records"));
    EVENTUALLY(says(&window(), "Creatinine"));
    EVENTUALLY(shown(&window(), "extraPrivate") != nullptr);
    QVERIFY(pressNamed(window(), "extraPrivate"));
    EVENTUALLY(says(&window(), "It is shared only if you choose it for a share."));
    EVENTUALLY(secondOfFirst() == "Extra private");
    QCOMPARE(must(wallet().recordCounts({.isPrivate = true})).total, std::int64_t{1});
    EVENTUALLY(hasBadge("Extra private"));
    QVERIFY(pressNamed(window(), "extraPrivate"));
    EVENTUALLY(says(&window(), "The record is like the others again."));
    EVENTUALLY(secondOfFirst().isEmpty());
    QVERIFY(!hasBadge("Extra private"));
    QCOMPARE(must(wallet().recordCounts({.isPrivate = true})).total, std::int64_t{0});
}

void PrivateTest::mark_ofASharedRecordSaysSo()
{
    must(wallet().acceptInvite(must(m_two->clinician->createInvite())));
    must(wallet().share(must(wallet().contacts()).front().id, {},
                        {.reason = "test",
                         .until = m_two->clock.now() + std::chrono::hours{24},
                         .allowUnchecked = true}));
    QVERIFY(pressNamed(window(), "nav_records"));
    EVENTUALLY(shown(&window(), "extraPrivate") != nullptr);
    QVERIFY(pressNamed(window(), "extraPrivate"));
    EVENTUALLY(says(&window(), "It is in a share that has not ended"));
}

void PrivateTest::share_leavesItOutUnlessTicked()
{
    markFirst();
    ui::WhatStep step{*window().session()};
    step.show();
    step.begin();
    EVENTUALLY(shown(&step, "kind_test-tube") != nullptr);
    auto *also = shown<QCheckBox>(&step, "withPrivate");
    QVERIFY(also != nullptr);
    QVERIFY(!also->isChecked());
    EVENTUALLY(says(&step, "Stays private: 3 record"));
    EVENTUALLY(says(&step, "1 of them extra private"));
    shown<QCheckBox>(&step, "kind_test-tube")->click();
    EVENTUALLY(step.count() == 2);
    EVENTUALLY(says(&step, "Stays private: 1 record"));
    QVERIFY(!step.selection().withPrivate);
    also->click();
    EVENTUALLY(step.count() == 3);
    EVENTUALLY(!says(&step, "of them extra private"));
    QVERIFY(step.selection().withPrivate);
    QVERIFY(step.kindsSentence().contains("extra private"));
}

void PrivateTest::share_byDateAndOneByOne()
{
    markFirst();
    ui::WhatStep step{*window().session()};
    step.show();
    step.begin();
    EVENTUALLY(shown(&step, "withPrivate") != nullptr);
    step.modeChips()->findChild<QPushButton *>("mode1")->click();
    EVENTUALLY(step.count() == 2);
    shown<QCheckBox>(&step, "withPrivate")->click();
    EVENTUALLY(step.count() == 3);
    step.modeChips()->findChild<QPushButton *>("mode2")->click();
    EVENTUALLY(shown(&step, "withPrivate") == nullptr); // each is chosen by hand there
    QVERIFY(!step.selection().withPrivate);
    auto *oneByOne = shown<QListView>(&step, "oneByOne");
    EVENTUALLY(oneByOne->model()->rowCount() > 3);
    auto *model = static_cast<ui::RecordListModel *>(oneByOne->model());
    model->tick(model->firstRecord(), true); // the marked one
    EVENTUALLY(step.count() == 1);
    EVENTUALLY(!says(&step, "of them extra private"));
    QCOMPARE(step.selection().records.size(), std::size_t{1});
}

QTEST_MAIN(PrivateTest)
#include "private_test.moc"
