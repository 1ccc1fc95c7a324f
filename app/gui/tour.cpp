// SPDX-License-Identifier: Apache-2.0
#include "app/gui/tour.hpp"

#include "app/demo/demo_passphrase.hpp"
#include "app/demo/demo_wallets.hpp"
#include "app/gui/made_up_connections.hpp"
#include "app/gui/pseudo_words.hpp"
#include "ui/adding/adding_page.hpp"
#include "ui/door/unlock_page.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/session.hpp"
#include "ui/shell/shell.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/widgets/page.hpp"
#include "ui/widgets/secret_line_edit.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLayout>
#include <QLineEdit>
#include <QPixmap>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

namespace keepwell::gui {

namespace {

/// One way the pages are drawn.
struct Look
{
    const char *name;
    ui::Scheme scheme;
    int percent;
    bool rightToLeft;
    QString language;
};

const Look kLooks[] = {{"light", ui::Scheme::Light, 100, false, "en"},
                       {"dark", ui::Scheme::Dark, 100, false, "en"},
                       {"200", ui::Scheme::Light, 200, false, "en"},
                       {"rtl", ui::Scheme::Light, 100, true, "en"},
                       {"german", ui::Scheme::Light, 100, false, "de"}};

constexpr qint64 kLongestWait = 60'000; ///< Milliseconds for one page to fill.

/// Draws one look: the door, the patient's pages, the clinician's.
class Guide
{
public:
    Guide(QDir folder, demo::DemoWallets wallets, ui::Appearance &appearance, const Clock &clock)
        : m_folder{std::move(folder)}
        , m_wallets{std::move(wallets)}
        , m_appearance{appearance}
        , m_clock{clock}
    {
    }

    void drawDoor(const std::filesystem::path &newHome);
    void drawPatient();
    void drawEmpty(const std::filesystem::path &newHome);
    void drawClinician();
    int drawn() const { return m_drawn; }

private:
    std::unique_ptr<ui::MainWindow> windowAt(const std::filesystem::path &home);
    void openWindow(ui::MainWindow &window);
    void settle(const ui::MainWindow &window);
    void draw(ui::MainWindow &window, const QString &name);
    void drawPage(ui::MainWindow &window, const QString &page, const QString &name);
    void press(ui::MainWindow &window, const QString &name);
    void drawShare(ui::MainWindow &window);
    void drawSettings(ui::MainWindow &window);
    void drawJoining(ui::MainWindow &window);
    void drawTrendAndPaper(ui::MainWindow &window);
    std::filesystem::path madeUpRecord() const;

    QDir m_folder;
    demo::DemoWallets m_wallets;
    ui::Appearance &m_appearance;
    const Clock &m_clock;
    int m_drawn = 0;
};

void Guide::settle(const ui::MainWindow &window)
{
    QElapsedTimer time;
    time.start();
    int quiet = 0;
    while (quiet < 12 && time.elapsed() < kLongestWait) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        quiet = window.isBusy() ? 0 : quiet + 1;
        QThread::msleep(10);
    }
}

void Guide::draw(ui::MainWindow &window, const QString &name)
{
    settle(window);
    window.grab().save(m_folder.filePath(name + QStringLiteral(".png")));
    ++m_drawn;
}

std::unique_ptr<ui::MainWindow> Guide::windowAt(const std::filesystem::path &home)
{
    ui::DoorPlace place;
    place.home = home;
    place.network = NetworkConfig::beside(home);
    place.cost = crypto::PassphraseCost::low();
    place.clock = &m_clock;
    auto window = std::make_unique<ui::MainWindow>(
        place, m_appearance, [](const std::stop_token &) -> Result<ui::DemoWallet> {
            return fail(ErrorCode::Unsupported, "not on the tour");
        });
    window->resize(1280, 800);
    return window;
}

void Guide::press(ui::MainWindow &window, const QString &name)
{
    for (auto *button : window.findChildren<QAbstractButton *>(name)) {
        if (button->isVisible() && button->isEnabled()) {
            button->click();
            settle(window);
            return;
        }
    }
    std::fprintf(stderr, "tour: nothing to press called %s\n", qPrintable(name));
}

void Guide::drawDoor(const std::filesystem::path &newHome)
{
    auto window = windowAt(newHome);
    window->start();
    window->show();
    draw(*window, "01-welcome");
    press(*window, "newWallet");
    draw(*window, "02-new-about-you");
    window->findChild<QLineEdit *>("name")->setText("Eleanor Marsh");
    press(*window, "next");
    window->findChild<QCheckBox *>("written")->setChecked(true);
    draw(*window, "03-new-phrase");
    press(*window, "next");
    draw(*window, "04-new-check");
    window->showRestore(false, false);
    draw(*window, "05-restore");
    window->showUnlock(ui::UnlockPage::tr(
        "Locked at 14:32 after 10 minutes without use. Your records are safe. Nothing was lost."));
    draw(*window, "06-unlock");
    window->findChild<ui::UnlockPage *>()->refuse({ErrorCode::WrongKey, {}});
    draw(*window, "07-unlock-wrong");
}

void Guide::openWindow(ui::MainWindow &window)
{
    window.setDemo(true);
    window.start();
    window.show();
    window.unlock(demo::demoPassphrase());
    settle(window);
}

void Guide::drawPage(ui::MainWindow &window, const QString &page, const QString &name)
{
    window.shell()->showPage(page);
    draw(window, name);
}

void Guide::drawShare(ui::MainWindow &window)
{
    window.shell()->showPage("sharing");
    settle(window);
    press(window, "newShare");
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->objectName().startsWith("contact") && button->isEnabled()) {
            button->click();
            break;
        }
    }
    draw(window, "20-share-who");
    press(window, "next");
    for (const char *kind : {"kind_test-tube", "kind_pill", "kind_heart-pulse"}) {
        if (auto *tick = window.findChild<QCheckBox *>(kind)) {
            tick->setChecked(true);
        }
    }
    settle(window);
    draw(window, "21-share-what");
    press(window, "next");
    window.findChild<QLineEdit *>("reason")->setText("Diabetes review");
    draw(window, "22-share-why");
    press(window, "next");
    draw(window, "23-share-check");
    window.shell()->endFlow();
}

std::filesystem::path Guide::madeUpRecord() const
{
    const std::filesystem::path path = m_wallets.passphraseFile.parent_path() / "home weight.json";
    QFile file{QString::fromStdU16String(path.u16string())};
    if (file.open(QIODevice::WriteOnly)) {
        file.write(R"({"resourceType": "Observation", "status": "final", "code": {"text": "Weight"},
            "effectiveDateTime": "2026-11-18", "valueQuantity": {"value": 71, "unit": "kg"}})");
    }
    return path;
}

void Guide::drawTrendAndPaper(ui::MainWindow &window)
{
    window.shell()->showPage("trend");
    settle(window);
    if (auto *tests = window.findChild<QAbstractItemView *>("testList")) {
        tests->setCurrentIndex(tests->model()->index(2, 0));
    }
    draw(window, "15-trend");
    window.shell()->showPage("overview");
    settle(window);
    press(window, "printSummary");
    if (auto *paper = window.findChild<QDialog *>()) {
        settle(window);
        paper->grab().save(m_folder.filePath(QStringLiteral("16-print.png")));
        ++m_drawn;
        paper->reject();
    }
}

void Guide::drawPatient()
{
    auto window = windowAt(m_wallets.patient);
    openWindow(*window);
    if (window->shell() == nullptr) {
        std::fprintf(stderr, "tour: the patient's wallet did not open\n");
        return;
    }
    window->shell()->setPeriodicSync(false);
    drawPage(*window, "overview", "10-overview");
    drawPage(*window, "records", "11-records");
    drawPage(*window, "adding", "12-adding");
    static_cast<ui::AddingPage *>(window->shell()->page("adding"))
        ->add({m_wallets.passphraseFile, madeUpRecord()});
    draw(*window, "13-adding-report");
    drawTrendAndPaper(*window);
    drawPage(*window, "sharing", "14-sharing");
    drawShare(*window);
    drawPage(*window, "activity", "30-activity");
    drawPage(*window, "contacts", "31-contacts");
    drawSettings(*window);
}

void Guide::drawSettings(ui::MainWindow &window)
{
    drawPage(window, "settings", "32-settings-language");
    const auto names = window.shell()->page("settings")->findChildren<QAbstractButton *>();
    for (const auto &[text, name] : {std::pair{"Text and colours", "33-settings-look"},
                                     std::pair{"Locking", "34-settings-locking"},
                                     std::pair{"About Keepwell", "38-settings-about"},
                                     std::pair{"Connections", "35-settings-connections"}}) {
        const QString title = QCoreApplication::translate("keepwell::ui::SettingsPage", text);
        for (auto *button : names) {
            if (button->text() == title) {
                button->click();
                break;
            }
        }
        draw(window, name);
    }
    drawJoining(window);
    const auto states = makeConnectionStates();
    states->setAttribute(Qt::WA_DontShowOnScreen);
    states->show();
    settle(window);
    states->resize(states->width(), states->layout()->totalHeightForWidth(states->width()));
    settle(window);
    states->grab().save(m_folder.filePath(QStringLiteral("39-connection-states.png")));
    ++m_drawn;
}

/// The form, then what the move ends; the wallet stays where it is.
void Guide::drawJoining(ui::MainWindow &window)
{
    press(window, "joinNetwork");
    draw(window, "36-join-network");
    window.findChild<QLineEdit *>("connectionFile")
        ->setText(writeConnectionFile(m_wallets.passphraseFile.parent_path()));
    auto *code = window.findChild<ui::SecretLineEdit *>("enrolmentCode");
    for (const QChar letter : QStringLiteral("kw-7f3a9c:made up")) {
        QKeyEvent key{QEvent::KeyPress, 0, Qt::NoModifier, letter};
        QApplication::sendEvent(code, &key);
    }
    press(window, "joinNext");
    draw(window, "37-join-confirm");
    press(window, "joinBack");
    press(window, "joinCancel");
}

void Guide::drawEmpty(const std::filesystem::path &newHome)
{
    NewWallet what;
    what.home = newHome;
    what.name = "Eleanor Marsh";
    what.network = NetworkConfig::beside(newHome);
    what.cost = crypto::PassphraseCost::low();
    if (!Wallet::create(what, crypto::Seed::random(), demo::demoPassphrase(), m_clock)) {
        std::fprintf(stderr, "tour: the empty wallet was not made\n");
        return;
    }
    auto window = windowAt(newHome);
    openWindow(*window);
    if (window->shell() == nullptr) {
        std::fprintf(stderr, "tour: the empty wallet did not open\n");
        return;
    }
    window->shell()->setPeriodicSync(false);
    drawPage(*window, "overview", "50-empty-overview");
    drawPage(*window, "records", "51-empty-records");
    drawPage(*window, "sharing", "52-empty-sharing");
    drawPage(*window, "activity", "53-empty-activity");
    drawPage(*window, "contacts", "54-empty-contacts");
}

void Guide::drawClinician()
{
    auto window = windowAt(m_wallets.clinician);
    openWindow(*window);
    if (window->shell() == nullptr) {
        std::fprintf(stderr, "tour: the clinician's wallet did not open\n");
        return;
    }
    window->shell()->setPeriodicSync(false);
    drawPage(*window, "inbox", "40-shared-with-me");
    press(*window, "openRecords");
    draw(*window, "41-opened-share");
    drawPage(*window, "deliver", "42-deliver");
    press(*window, "newDelivery");
    draw(*window, "43-deliver-who");
    window->shell()->endFlow();
    drawPage(*window, "activity", "44-my-activity");
    drawPage(*window, "contacts", "45-contacts");
}

} // namespace

int drawTour(const QString &folder, ui::Appearance &appearance)
{
    const QTemporaryDir temporary;
    const SystemClock clock;
    const std::filesystem::path place{temporary.path().toStdU16String()};
    const auto wallets = demo::makeDemoWallets(place / "demo", clock);
    if (!wallets) {
        std::fprintf(stderr, "tour: %s\n", wallets.error().detail.c_str());
        return 1;
    }
    int drawn = 0;
    for (const Look &look : kLooks) {
        const QDir into{folder + QLatin1Char('/') + QLatin1String(look.name)};
        if (!into.mkpath(QStringLiteral("."))) {
            std::fprintf(stderr, "tour: %s cannot be made\n", qPrintable(into.path()));
            return 1;
        }
        ui::useLanguage(look.language);
        PseudoWords words;
        if (look.rightToLeft) {
            QApplication::installTranslator(&words);
            QApplication::setLayoutDirection(Qt::RightToLeft);
        }
        appearance.setScheme(look.scheme);
        appearance.setTextPercent(look.percent);
        Guide guide{into, *wallets, appearance, clock};
        guide.drawDoor(place / look.name);
        appearance.setScheme(look.scheme);
        appearance.setTextPercent(look.percent);
        guide.drawPatient();
        guide.drawClinician();
        guide.drawEmpty(place / (std::string{look.name} + "-empty"));
        drawn += guide.drawn();
        QApplication::removeTranslator(&words);
    }
    std::printf("%d pages drawn into %s\n", drawn, qPrintable(folder));
    return 0;
}

} // namespace keepwell::gui
