// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/wallet/wallet.hpp"
#include "tests/ui/hands.hpp"
#include "ui/adding/adding_page.hpp"
#include "ui/door/new_wallet_flow.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/session.hpp"
#include "ui/shell/shell.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/widgets/secret_line_edit.hpp"
#include "ui/widgets/secret_painting.hpp"

#include <QApplication>
#include <QFile>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace keepwell;
using ui::test::Hands;
using ui::test::waitUntil;

namespace {

constexpr const char *kRecord = R"({"resourceType":"Bundle","type":"collection","entry":[
{"resource":{"resourceType":"Patient","id":"p","name":[{"family":"Marsh","given":["Eleanor"]}]}},
{"resource":{"resourceType":"MedicationStatement","id":"m","status":"active","subject":{"reference":"Patient/p"},
 "medicationCodeableConcept":{"text":"Ramipril 5 mg"},"effectiveDateTime":"2026-08-24"}},
{"resource":{"resourceType":"Immunization","id":"i","status":"completed","patient":{"reference":"Patient/p"},
 "vaccineCode":{"text":"Flu vaccine"},"occurrenceDateTime":"2026-10-06"}}]})";

crypto::SecretText secret(std::string_view text)
{
    crypto::SecretText made;
    made.append(text);
    return made;
}

/// Types a secret word key by key, as a person reads it off their paper.
void typeSecret(QWidget *entry, const crypto::SecretText &word)
{
    std::string_view rest = word.expose();
    while (const char32_t character = ui::nextCharacter(rest)) {
        QTest::keyClick(entry, static_cast<char>(character));
    }
}

} // namespace

/// The network file that `variable` names (tests/network), else the one of one computer.
NetworkConfig networkNamedBy(const char *variable, const std::filesystem::path &home)
{
    const QByteArray file = qgetenv(variable);
    if (file.isEmpty()) {
        return NetworkConfig::beside(home);
    }
    const auto network = NetworkConfig::read(file.toStdString());
    if (!network) {
        qFatal("%s", network.error().detail.c_str());
    }
    return *network;
}

/// The whole story, through the windows: once by mouse alone, once by keyboard alone. The other
/// side's wallet is real too. On one computer, or on the networks that KEEPWELL_PATIENT_NETWORK and
/// KEEPWELL_CLINICIAN_NETWORK name.
class StoryTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::MainWindow> windowAt(const std::filesystem::path &home,
                                             const NetworkConfig &network);
    void makeWallet(ui::MainWindow &window, Hands &hands);
    void addRecords(ui::MainWindow &window);
    void meet(ui::MainWindow &window, Hands &hands, Wallet &doctor);
    void share(ui::MainWindow &window, Hands &hands);
    void openAsDoctor(const std::filesystem::path &home, const NetworkConfig &network,
                      Hands::With with);
    bool hasActivity(ui::MainWindow &window, const std::string &kind);
    bool isSent(ui::MainWindow &window);
    bool saw(ui::MainWindow &window, const std::string &kind);

    SystemClock m_clock;
    std::unique_ptr<ui::Appearance> m_appearance;

private slots:
    void initTestCase()
    {
        crypto::initialise();
        ui::useLanguage("en");
        m_appearance = std::make_unique<ui::Appearance>();
        m_appearance->apply();
    }

    void patientShares_doctorOpens_patientSeesAndStops_data();
    void patientShares_doctorOpens_patientSeesAndStops();
};

std::unique_ptr<ui::MainWindow> StoryTest::windowAt(const std::filesystem::path &home,
                                                    const NetworkConfig &network)
{
    ui::DoorPlace place;
    place.home = home;
    place.network = network;
    place.cost = crypto::PassphraseCost::low();
    place.clock = &m_clock;
    auto window = std::make_unique<ui::MainWindow>(place, *m_appearance);
    window->resize(1280, 800);
    window->start();
    window->show();
    QApplication::setActiveWindow(window.get());
    QApplication::processEvents();
    return window;
}

void StoryTest::makeWallet(ui::MainWindow &window, Hands &hands)
{
    QVERIFY(hands.press("newWallet"));
    QVERIFY(hands.write("name", "Eleanor Marsh"));
    QVERIFY(hands.press("next"));
    QVERIFY(hands.press("written"));
    QVERIFY(hands.press("next"));
    const ui::PhraseWords words = window.findChild<ui::NewWalletFlow *>()->words();
    // A wrong word first: it is named, and the step stays.
    for (int place = 1; place <= 12; ++place) {
        QVERIFY(hands.write(QStringLiteral("word%1").arg(place), {}));
        typeSecret(hands.find(QStringLiteral("word%1").arg(place)),
                   words[static_cast<std::size_t>(place == 7 ? 0 : place - 1)]);
    }
    const bool seventhIsFirst = words[0].equals(words[6]);
    QVERIFY(hands.press("next"));
    if (!seventhIsFirst) {
        auto *seventh = static_cast<ui::SecretLineEdit *>(hands.find("word7"));
        QVERIFY2(seventh != nullptr && seventh->property("wrong").toBool(),
                 "the wrong word should be marked");
        seventh->clear();
        typeSecret(seventh, words[6]);
        QVERIFY(hands.press("next"));
    }
    QVERIFY(hands.write("passphrase", "correct horse battery"));
    QVERIFY(hands.write("passphraseAgain", "correct horse battery"));
    QVERIFY(hands.press("next"));
    QVERIFY2(waitUntil([&] { return window.isBusy() == false; }), "the wallet should be made");
    QVERIFY(hands.press("next"));
    QVERIFY2(waitUntil([&] { return window.shell() != nullptr; }), "the wallet should open");
}

void StoryTest::addRecords(ui::MainWindow &window)
{
    const QTemporaryDir folder;
    QFile file{folder.filePath("records.json")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kRecord);
    file.close();
    QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
    auto *adding = window.findChild<ui::AddingPage *>();
    QVERIFY2(adding != nullptr && adding->isVisible(), "Ctrl+I should show Adding records");
    // The system's file dialog is not ours to drive; it hands over paths like these.
    adding->add({std::filesystem::path{file.fileName().toStdU16String()}});
    QVERIFY(waitUntil([&] { return !adding->isBusy() && !window.isBusy(); }));
    QCOMPARE(window.session()->wallet().recordCounts({})->total, 3);
}

void StoryTest::meet(ui::MainWindow &window, Hands &hands, Wallet &doctor)
{
    const auto invite = doctor.createInvite();
    QVERIFY(invite.has_value());
    const auto link = Wallet::inviteLink(*invite);
    QVERIFY(link.has_value());
    QVERIFY(hands.press("nav_contacts"));
    QVERIFY(hands.press("addContact"));
    QVERIFY(hands.write("inviteLink", QString::fromStdString(*link)));
    QVERIFY(hands.press("takeInvite"));
    QVERIFY(hands.press("wordsSame"));
    QVERIFY(waitUntil([&] { return !window.isBusy(); }));
    const auto contacts = window.session()->wallet().contacts();
    QVERIFY(contacts.has_value() && contacts->size() == 1);
    QVERIFY2(contacts->front().checked, "the contact should be checked");
    QVERIFY2(isSent(window), "the hello should be sent");
    QVERIFY2(waitUntil([&] { return doctor.sync().has_value() && !doctor.contacts()->empty(); }),
             "the doctor should know the patient");
}

void StoryTest::share(ui::MainWindow &window, Hands &hands)
{
    QVERIFY(hands.press("nav_sharing"));
    QVERIFY(waitUntil([&] { return !window.isBusy(); }));
    QVERIFY(hands.press("newShare"));
    const auto contacts = window.session()->wallet().contacts();
    QVERIFY(hands.press(QStringLiteral("contact%1").arg(contacts->front().id)));
    QVERIFY(hands.press("next"));
    QVERIFY(hands.press("kind_pill"));
    QVERIFY(hands.press("next"));
    QVERIFY(hands.write("reason", "Blood pressure review"));
    QVERIFY(hands.press("next"));
    QVERIFY(hands.press("next"));
    QVERIFY2(waitUntil([&] { return !window.shell()->isInFlow() && !window.isBusy(); }),
             "the share should be made");
    const auto shares = window.session()->wallet().shares();
    QVERIFY(shares.has_value() && shares->size() == 1);
    QCOMPARE(shares->front().records, 1);
    QCOMPARE(shares->front().reason, std::string{"Blood pressure review"});
    QVERIFY2(isSent(window), "the share should be sent");
}

void StoryTest::openAsDoctor(const std::filesystem::path &home, const NetworkConfig &network,
                             Hands::With with)
{
    const auto window = windowAt(home, network);
    Hands hands{*window, with};
    QVERIFY(hands.write("passphrase", "not the right one"));
    QVERIFY(hands.press("unlock"));
    QVERIFY(waitUntil([&] { return !window->isBusy(); }));
    QVERIFY2(window->shell() == nullptr, "a wrong passphrase should open nothing");
    QVERIFY(hands.write("passphrase", "tablet willow seven"));
    QVERIFY(hands.press("unlock"));
    QVERIFY2(waitUntil([&] { return window->shell() != nullptr; }), "it should unlock");
    QVERIFY(hands.press("openRecords"));
    QVERIFY2(waitUntil([&] { return hands.find("sharedRecords") != nullptr; }), "it should open");
    const auto *list = static_cast<QListView *>(hands.find("sharedRecords"));
    QCOMPARE(list->model()->rowCount(), 2); // a month and its one record
    QVERIFY(hands.press("closeRecords"));
    QVERIFY(waitUntil([&] { return !window->isBusy(); }));
    QVERIFY(hands.press("lock"));
    QVERIFY2(waitUntil([&] { return window->session() == nullptr; }), "it should lock");
}

bool StoryTest::hasActivity(ui::MainWindow &window, const std::string &kind)
{
    ActivityFilter filter;
    filter.kinds = {kind};
    const auto rows = window.session()->wallet().activity(filter);
    return rows.has_value() && !rows->empty() && rows->front().proof == ProofState::Proven;
}

/// Nothing waits any more: on a network the window sends by itself, a moment later.
bool StoryTest::isSent(ui::MainWindow &window)
{
    return waitUntil([&] {
        const auto status = window.session()->wallet().status();
        return !window.isBusy() && status.has_value() && status->outbox == 0;
    });
}

bool StoryTest::saw(ui::MainWindow &window, const std::string &kind)
{
    return waitUntil([&] {
        if (window.isBusy()) {
            return false;
        }
        const bool seen = hasActivity(window, kind);
        if (!seen) {
            window.shell()->syncNow();
        }
        return seen;
    });
}

void StoryTest::patientShares_doctorOpens_patientSeesAndStops_data()
{
    QTest::addColumn<int>("with");
    QTest::newRow("mouse alone") << static_cast<int>(Hands::With::Mouse);
    QTest::newRow("keyboard alone") << static_cast<int>(Hands::With::Keyboard);
}

void StoryTest::patientShares_doctorOpens_patientSeesAndStops()
{
    QFETCH(const int, with);
    const QTemporaryDir temporary;
    const std::filesystem::path place{temporary.path().toStdU16String()};
    const NetworkConfig network = networkNamedBy("KEEPWELL_PATIENT_NETWORK", place / "patient");
    const NetworkConfig clinic = networkNamedBy("KEEPWELL_CLINICIAN_NETWORK", place / "doctor");
    const auto window = windowAt(place / "patient", network);
    Hands hands{*window, static_cast<Hands::With>(with)};
    makeWallet(*window, hands);
    if (QTest::currentTestFailed()) {
        return;
    }
    auto doctor = Wallet::create({.home = place / "doctor",
                                  .name = "Dr Amara Okafor",
                                  .role = identity::Role::Clinician,
                                  .network = clinic,
                                  .cost = crypto::PassphraseCost::low()},
                                 crypto::Seed::random(), secret("tablet willow seven"), m_clock);
    QVERIFY(doctor.has_value());
    addRecords(*window);
    meet(*window, hands, **doctor);
    if (QTest::currentTestFailed()) {
        return;
    }
    share(*window, hands);
    if (QTest::currentTestFailed()) {
        return;
    }
    const contract::GrantId grant = window->session()->wallet().shares()->front().grant;
    doctor->reset();
    openAsDoctor(place / "doctor", clinic, static_cast<Hands::With>(with));
    if (QTest::currentTestFailed()) {
        return;
    }
    QApplication::setActiveWindow(window.get());
    QVERIFY2(saw(*window, "opened"), "the patient should see the opening, proven");

    QVERIFY(hands.press("nav_sharing"));
    QVERIFY(waitUntil([&] { return !window->isBusy(); }));
    QVERIFY(hands.press("stopShare"));
    QVERIFY(hands.press("confirmStop"));
    QVERIFY2(waitUntil([&] {
                 return !window->isBusy()
                     && window->session()->wallet().shares()->front().state == ShareState::Revoked;
             }),
             "the share should have stopped");

    auto again = Wallet::unlock(place / "doctor", secret("tablet willow seven"), m_clock);
    QVERIFY(again.has_value());
    const auto refused = (*again)->open(grant, "one more look");
    QVERIFY2(!refused && refused.error().code == ErrorCode::Denied, "it should be refused");
    QVERIFY2(saw(*window, "refused"), "the patient should see the refusal, proven");
}

QTEST_MAIN(StoryTest)
#include "story_test.moc"
