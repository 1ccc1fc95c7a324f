// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_passphrase.hpp"
#include "app/demo/demo_wallets.hpp"
#include "app/gui/options.hpp"
#include "app/gui/tour.hpp"
#include "core/crypto/core_dump.hpp"
#include "core/crypto/sodium.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/theme/focus_ring.hpp"
#include "ui/widgets/secret_line_edit.hpp"

#include <QApplication>
#include <QIcon>

namespace {

using namespace keepwell;

/// A demo in a folder of its own beside the wallet's home; the one made before is opened again.
ui::MainWindow::MakeDemo demoBeside(const ui::DoorPlace &place)
{
    return [folder = place.home.parent_path() / "keepwell-demo",
            clock = place.clock](std::stop_token stop) -> Result<ui::DemoWallet> {
        demo::DemoWallets wallets = demo::demoWalletsIn(folder);
        if (!Wallet::existsAt(wallets.patient)) {
            KEEPWELL_TRY(wallets, demo::makeDemoWallets(folder, *clock, std::move(stop)));
        }
        return ui::DemoWallet{wallets.patient, demo::demoPassphrase()};
    };
}

bool isDemo(const std::filesystem::path &home)
{
    const demo::DemoWallets around = demo::demoWalletsIn(home.parent_path());
    std::error_code ignored;
    return (home == around.patient || home == around.clinician)
        && std::filesystem::exists(around.passphraseFile, ignored);
}

} // namespace

int main(int argc, char *argv[])
{
    crypto::forbidCoreDumps();
    crypto::initialise();
    QApplication application{argc, argv};
    QApplication::setApplicationName(QStringLiteral("Keepwell"));
    QApplication::setApplicationVersion(QStringLiteral(KEEPWELL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.keepwell.Keepwell"));
    const SystemClock clock;
    const gui::Options options = gui::readOptions(QApplication::arguments(), clock);

    ui::installSecretAccessibility();
    ui::Appearance appearance;
    QApplication::setWindowIcon(QIcon{QStringLiteral(":/keepwell/keepwell.svg")});
    ui::FocusRing ring;
    application.installEventFilter(&ring);
    if (!options.tourFolder.isEmpty()) {
        return gui::drawTour(options.tourFolder, appearance);
    }
    const ui::LookStore looks{options.place.home};
    looks.load(appearance);
    const QString language = looks.language();
    ui::useLanguage(language.isEmpty() ? ui::systemLanguage() : language);

    ui::MainWindow window{options.place, appearance, demoBeside(options.place)};
    window.setDemo(isDemo(options.place.home));
    QObject::connect(
        &window, &ui::MainWindow::homeChosen, &window,
        [&window](const std::filesystem::path &home) { window.setDemo(isDemo(home)); });
    window.start();
    window.show();
    return QApplication::exec();
}
