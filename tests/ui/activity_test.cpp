// SPDX-License-Identifier: Apache-2.0
// What is unusual stays in sight until somebody has looked at it, also in the next session.
#include "tests/ui/two_windows.hpp"
#include "ui/activity/activity_model.hpp"
#include "ui/shell/nav_button.hpp"
#include "ui/widgets/badge.hpp"

#include <QComboBox>
#include <QDialog>
#include <QListView>

#include <algorithm>

using namespace keepwell;
using namespace keepwell::test;

class ActivityTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_two.reset(); }
    void refusal_isCountedAndOpenUntilItIsSeen();
    void refusals_canBeSeenAllAtOnce();
    void emergency_isNamedAsOne();
    void whatOthersDo_isShownWithoutAClick();
    void refusal_isFoundWhateverTheFilter();
    void delivery_saysWhatItsSenderWroteAndWhyItWaits();
    void deliveryOfAStranger_isNeverMineByOnePress();
    void deliveryNotTaken_isToldToItsSender();
    void rejectedShare_isTriedAgainOrRemoved();
    void newDelivery_beginsWithThePatients();

private:
    void refuse(int times);
    /// A share for an emergency, opened once.
    void openInEmergency();
    QDialog *lookAtDelivery();
    Wallet &wallet() { return window().session()->wallet(); } ///< Of the patient's window.
    ui::MainWindow &window() { return *m_two->patientWindow; }
    QString activityName()
    {
        const auto *row = shown<ui::NavButton>(&window(), "nav_activity");
        return row != nullptr ? row->accessibleName() : QString{};
    }
    /// Locks and unlocks again.
    void reopen()
    {
        window().lock({});
        EVENTUALLY(window().session() == nullptr);
        window().unlock(secret("a test passphrase"));
        EVENTUALLY(window().shell() != nullptr);
        window().shell()->setPeriodicSync(false);
        EVENTUALLY(!window().isBusy());
    }

    std::unique_ptr<TwoWindows> m_two;
};

void ActivityTest::init()
{
    m_two = std::make_unique<TwoWindows>();
    m_two->pair();
    m_two->importRecords();
}

void ActivityTest::refuse(int times)
{
    const ShareResult share = m_two->shareAll();
    must(m_two->clinician->sync());
    must(m_two->patient->revoke({share.grant}));
    for (int time = 0; time < times; ++time) {
        QVERIFY(!m_two->clinician->open(share.grant, "once more"));
    }
    must(m_two->patient->sync());
}

void ActivityTest::openInEmergency()
{
    const auto contact = must(m_two->patient->contacts()).at(0).id;
    ShareTerms terms;
    terms.purpose = 1;
    terms.until = m_two->clock.now() + std::chrono::days{2};
    const ShareResult share = must(m_two->patient->share(contact, {}, terms));
    must(m_two->clinician->sync());
    must(m_two->clinician->open(share.grant, "fall at home"));
    must(m_two->patient->sync());
}

void ActivityTest::refusal_isCountedAndOpenUntilItIsSeen()
{
    refuse(1);
    m_two->showPatient();
    EVENTUALLY(activityName() == "Activity, 1 new");
    EVENTUALLY(says(&window(), "Someone was refused"));
    QVERIFY(pressNamed(window(), "seeUnusual"));
    EVENTUALLY(shown(&window(), "iKnow") != nullptr);
    QVERIFY(says(&window(), "You had stopped this share."));

    reopen();
    QVERIFY2(says(&window(), "Someone was refused"), "nobody has looked at it yet");
    QVERIFY(pressNamed(window(), "seeUnusual"));
    QVERIFY(pressNamed(window(), "iKnow"));
    EVENTUALLY(activityName() == "Activity");
    EVENTUALLY(shown(&window(), "iKnow") == nullptr);
    QVERIFY(pressNamed(window(), "nav_overview"));
    EVENTUALLY(!window().isBusy() && !says(&window(), "Someone was refused"));

    reopen();
    EVENTUALLY(!window().isBusy());
    QCOMPARE(activityName(), "Activity");
    QVERIFY(!says(&window(), "Someone was refused"));
    QVERIFY(pressNamed(window(), "nav_activity"));
    EVENTUALLY(!window().isBusy());
    QVERIFY2(shown(&window(), "iKnow") == nullptr, "a line that was seen stays closed");
}

void ActivityTest::refusals_canBeSeenAllAtOnce()
{
    refuse(3);
    m_two->showPatient();
    EVENTUALLY(activityName() == "Activity, 3 new");
    QVERIFY(pressNamed(window(), "nav_activity"));
    EVENTUALLY(says(&window(), "3 unusual line"));
    QVERIFY(pressWords(window(), "I know about this"));
    EVENTUALLY(activityName() == "Activity, 2 new");
    QVERIFY(pressWords(window(), "I know about all of them"));
    EVENTUALLY(activityName() == "Activity");
    EVENTUALLY(!says(&window(), "unusual line"));
    QCOMPARE(must(window().session()->wallet().unseenActivity()), std::int64_t{0});
}

void ActivityTest::emergency_isNamedAsOne()
{
    openInEmergency();
    m_two->showPatient();
    EVENTUALLY(says(&window(), "Opened in an emergency"));
    QVERIFY(pressNamed(window(), "seeUnusual"));
    EVENTUALLY(says(&window(), "Emergency: Dr Amara Okafor"));
    QVERIFY(says(&window(), "Reason given: fall at home"));
    QVERIFY(pressNamed(window(), "iKnow"));
    EVENTUALLY(activityName() == "Activity");
}

void ActivityTest::whatOthersDo_isShownWithoutAClick()
{
    const ShareResult share = m_two->shareAll();
    must(m_two->clinician->sync());
    m_two->showPatient();
    QVERIFY(pressNamed(window(), "nav_activity"));
    EVENTUALLY(!window().isBusy());
    const auto *list = shown<QListView>(&window(), "timeline");
    const auto *model = static_cast<ui::ActivityModel *>(list->model());
    const auto showsAnOpening = [&] {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (const auto *line = model->line(model->index(row)); line && line->kind == "opened") {
                return true;
            }
        }
        return false;
    };
    window().shell()->awaitNews(); // without the timer, which would show it as well, but later
    must(m_two->clinician->open(share.grant, "a visit"));
    EVENTUALLY(showsAnOpening());
    window().shell()->setPeriodicSync(false);
}

void ActivityTest::refusal_isFoundWhateverTheFilter()
{
    refuse(1);
    m_two->showPatient();
    QVERIFY(pressNamed(window(), "nav_activity"));
    QVERIFY(pressWords(window(), "Deliveries"));
    EVENTUALLY(!window().isBusy() && shown(&window(), "iKnow") == nullptr);
    QVERIFY(pressNamed(window(), "showUnseen"));
    EVENTUALLY(shown(&window(), "iKnow") != nullptr);
    QVERIFY(button(&window(), "Everything")->isChecked());
    auto *day = shown<QAbstractButton>(&window(), "onlyDay");
    QVERIFY2(day != nullptr && day->text().startsWith("Only "), "it says that one day is shown");
    QVERIFY(pressNamed(window(), "onlyDay"));
    EVENTUALLY(!window().isBusy() && shown(&window(), "onlyDay") == nullptr);
}

void ActivityTest::delivery_saysWhatItsSenderWroteAndWhyItWaits()
{
    const auto contact = must(m_two->clinician->contacts()).front().id;
    const auto file = m_two->write("aboutNobody.json", R"({"resourceType":"Observation",
        "status":"final","code":{"text":"Weight"},"valueQuantity":{"value":70,"unit":"kg"}})");
    must(m_two->clinician->deliver(contact, {file}, "Your knee letter"));
    must(m_two->clinician->sync());
    must(m_two->patient->sync());
    const std::int64_t before = must(m_two->patient->recordCounts({})).total;
    m_two->showPatient();
    EVENTUALLY(says(&window(), "Your knee letter"));
    QVERIFY(says(&window(), "It waits for you. It does not say whose records they are."));
    QDialog *dialog = lookAtDelivery();
    QVERIFY(dialog != nullptr);
    EVENTUALLY(says(dialog, "Weight"));
    QVERIFY(says(dialog, "Your knee letter"));
    QVERIFY2(shown(dialog, "whoseDelivery") != nullptr, "it names nobody, so it has to be asked");
    QVERIFY(pressNamed(window(), "laterDelivery"));
    EVENTUALLY(shown(&window(), "lookAtDelivery") != nullptr);
    dialog = lookAtDelivery();
    QVERIFY(dialog != nullptr);
    EVENTUALLY(shown(dialog, "takeDelivery")->isEnabled());
    QVERIFY(pressNamed(window(), "takeDelivery"));
    EVENTUALLY(!says(&window(), "Your knee letter"));
    QCOMPARE(must(wallet().recordCounts({})).total, before + 1);
}

/// Presses "Look at them" on Overview.
QDialog *ActivityTest::lookAtDelivery()
{
    if (!pressNamed(window(), "lookAtDelivery")) {
        return nullptr;
    }
    return window().findChild<QDialog *>("delivery");
}

void ActivityTest::deliveryOfAStranger_isNeverMineByOnePress()
{
    const auto contact = must(m_two->clinician->contacts()).front().id;
    const auto file = m_two->write("brown.json", R"({"resourceType":"Bundle","type":"collection",
        "entry":[{"resource":{"resourceType":"Patient","id":"b","birthDate":"1954-03-02",
        "name":[{"family":"Brown","given":["Ben"]}]}},{"resource":{"resourceType":"Observation",
        "status":"final","subject":{"reference":"Patient/b"},"code":{"text":"Weight"},
        "valueQuantity":{"value":70,"unit":"kg"}}}]})");
    must(m_two->clinician->deliver(contact, {file}, ""));
    must(m_two->clinician->sync());
    must(m_two->patient->sync());
    const std::vector<Person> before = must(m_two->patient->people());
    QCOMPARE(before.size(), std::size_t{1});
    m_two->showPatient();
    EVENTUALLY(says(&window(), "The records name Ben Brown, born 2 Mar 1954."));
    QDialog *dialog = lookAtDelivery();
    QVERIFY(dialog != nullptr);
    EVENTUALLY(shown(dialog, "whoseDelivery") != nullptr);
    auto *whose = shown<QComboBox>(dialog, "whoseDelivery");
    QVERIFY2(!shown(dialog, "takeDelivery")->isEnabled(), "whose they are is to be chosen first");
    whose->setCurrentIndex(whose->count() - 1);
    QCOMPARE(whose->currentText(), QString{"Somebody else’s: Ben Brown, born 2 Mar 1954"});
    EVENTUALLY(shown(dialog, "takeDelivery")->isEnabled());
    QVERIFY(pressNamed(window(), "takeDelivery"));
    EVENTUALLY(shown(&window(), "lookAtDelivery") == nullptr);
    const std::vector<Person> people = must(wallet().people());
    QCOMPARE(people.size(), std::size_t{2});
    QCOMPARE(people.front().records, before.front().records);
    QCOMPARE(people.back().name, std::string{"Ben Brown"});
    QCOMPARE(people.back().records, std::uint64_t{2});
}

void ActivityTest::deliveryNotTaken_isToldToItsSender()
{
    const auto contact = must(m_two->clinician->contacts()).front().id;
    const auto file = m_two->write("nobody.json", R"({"resourceType":"Observation",
        "status":"final","code":{"text":"Weight"},"valueQuantity":{"value":70,"unit":"kg"}})");
    must(m_two->clinician->deliver(contact, {file}, ""));
    must(m_two->clinician->sync());
    must(m_two->patient->sync());
    m_two->showPatient();
    EVENTUALLY(shown(&window(), "lookAtDelivery") != nullptr);
    QDialog *dialog = lookAtDelivery();
    QVERIFY(dialog != nullptr);
    EVENTUALLY(shown(dialog, "refuseDelivery")->isEnabled());
    QVERIFY(pressNamed(window(), "refuseDelivery"));
    EVENTUALLY(shown(&window(), "lookAtDelivery") == nullptr);
    EVENTUALLY(!window().isBusy());
    must(wallet().sync());
    must(m_two->clinician->sync());
    QVERIFY(must(m_two->clinician->deliveries()).front().state == DeliveryState::Refused);
    m_two->showClinician();
    m_two->clinicianWindow->shell()->showPage("deliver");
    EVENTUALLY(std::ranges::any_of(
        m_two->clinicianWindow->findChildren<ui::Badge *>(), [](const ui::Badge *badge) {
            return badge->isVisible() && badge->accessibleName() == "Not taken";
        }));
}

void ActivityTest::rejectedShare_isTriedAgainOrRemoved()
{
    m_two->patient->setOffline(true);
    (void)m_two->shareAll(); // both for seven days, which will have passed
    (void)m_two->shareAll();
    m_two->clock.advance(std::chrono::days{8});
    m_two->patient->setOffline(false);
    must(m_two->patient->sync());
    m_two->showPatient();
    window().shell()->showPage("sharing");
    const auto ofState = [&](ShareState state) {
        return std::ranges::count(must(window().session()->wallet().shares()), state,
                                  &ShareRow::state);
    };
    QCOMPARE(ofState(ShareState::Rejected), 2);
    QVERIFY(pressNamed(window(), "shareAgain"));
    EVENTUALLY(ofState(ShareState::Active) == 1 && ofState(ShareState::Rejected) == 1);
    QVERIFY(pressNamed(window(), "removeShare"));
    EVENTUALLY(ofState(ShareState::Rejected) == 0);
    QCOMPARE(ofState(ShareState::Active), 1); // what was shared again stays shared
    EVENTUALLY(shown(&window(), "removeShare") == nullptr);
    EVENTUALLY(shown(&window(), "stopShare") != nullptr);
}

void ActivityTest::newDelivery_beginsWithThePatients()
{
    const auto contact = must(m_two->clinician->contacts()).front().id;
    m_two->showClinician();
    ui::MainWindow &clinic = *m_two->clinicianWindow;
    TwoWindows::front(clinic);
    key(&clinic, Qt::Key_N, Qt::ControlModifier);
    const QString first = QStringLiteral("contact%1").arg(contact);
    EVENTUALLY(shown(&clinic, first) != nullptr);
    EVENTUALLY(shown(&clinic, first)->hasFocus());
}

QTEST_MAIN(ActivityTest)
#include "activity_test.moc"
