// SPDX-License-Identifier: Apache-2.0
#include "app/gui/guide.hpp"

#include "app/demo/demo_passphrase.hpp"
#include "ui/door/new_wallet_flow.hpp"
#include "ui/door/unlock_page.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/shell.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/widgets/secret_line_edit.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPixmap>
#include <QThread>

#include <cstdio>
#include <utility>

namespace keepwell::gui {

namespace {

constexpr qint64 kLongestWait = 60'000; ///< Milliseconds for one page to fill.

} // namespace

Guide::Guide(QDir folder, demo::DemoWallets wallets, ui::Appearance &appearance, const Clock &clock)
    : m_folder{std::move(folder)}
    , m_wallets{std::move(wallets)}
    , m_appearance{appearance}
    , m_clock{clock}
{
}

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

std::unique_ptr<ui::MainWindow> Guide::openWindow(const std::filesystem::path &home)
{
    auto window = windowAt(home);
    window->setDemo(true);
    window->start();
    window->show();
    window->unlock(demo::demoPassphrase());
    settle(*window);
    if (window->shell() == nullptr) {
        std::fprintf(stderr, "tour: the wallet in %s did not open\n", home.c_str());
        return nullptr;
    }
    window->shell()->setPeriodicSync(false);
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

void Guide::pressContact(ui::MainWindow &window)
{
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->objectName().startsWith("contact") && button->isVisible()
            && button->isEnabled()) {
            button->click();
            return;
        }
    }
    std::fprintf(stderr, "tour: there is no contact to choose\n");
}

void Guide::drawPage(ui::MainWindow &window, const QString &page, const QString &name)
{
    window.shell()->showPage(page);
    draw(window, name);
}

void Guide::drawDialog(ui::MainWindow &window, const QString &name)
{
    settle(window);
    for (auto *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible()) {
            dialog->grab().save(m_folder.filePath(name + QStringLiteral(".png")));
            ++m_drawn;
            dialog->reject();
            settle(window);
            return;
        }
    }
    std::fprintf(stderr, "tour: there is no dialog for %s\n", qPrintable(name));
}

void Guide::drawDoor(const std::filesystem::path &newHome)
{
    auto window = windowAt(newHome);
    window->start();
    window->show();
    draw(*window, "01-welcome");
    press(*window, "newWallet");
    draw(*window, "02-new-about-you");
    drawNewWallet(*window);
    window->showRestore(false, false);
    draw(*window, "05-restore");
    window->showUnlock(ui::UnlockPage::tr(
        "Locked at 14:32 after 10 minutes without use. Your records are safe. Nothing was lost."));
    draw(*window, "06-unlock");
    window->findChild<ui::UnlockPage *>()->refuse({ErrorCode::WrongKey, {}});
    draw(*window, "07-unlock-wrong");
}

/// From the name to the page that says that it is ready.
void Guide::drawNewWallet(ui::MainWindow &window)
{
    window.findChild<QLineEdit *>("name")->setText("Eleanor Marsh");
    press(window, "next");
    window.findChild<QCheckBox *>("written")->setChecked(true);
    draw(window, "03-new-phrase");
    press(window, "next");
    draw(window, "04-new-check");
    const ui::PhraseWords words = window.findChild<ui::NewWalletFlow *>()->words();
    for (std::size_t place = 0; place < words.size(); ++place) {
        const QString name = QStringLiteral("word%1").arg(place + 1);
        window.findChild<ui::SecretLineEdit *>(name)->setText(words[place].duplicate());
    }
    press(window, "next");
    for (const char *name : {"passphrase", "passphraseAgain"}) {
        auto *field = window.findChild<ui::SecretLineEdit *>(name);
        field->setText(demo::demoPassphrase());
        emit field->edited();
    }
    draw(window, "04b-new-passphrase");
    press(window, "next");
    draw(window, "04c-new-ready");
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
    const auto window = openWindow(newHome);
    if (window == nullptr) {
        return;
    }
    drawPage(*window, "overview", "50-empty-overview");
    drawPage(*window, "records", "51-empty-records");
    drawPage(*window, "sharing", "52-empty-sharing");
    drawPage(*window, "activity", "53-empty-activity");
    drawPage(*window, "contacts", "54-empty-contacts");
}

} // namespace keepwell::gui
