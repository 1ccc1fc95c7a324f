// SPDX-License-Identifier: Apache-2.0
#include "app/gui/tour.hpp"

#include "app/demo/demo_wallets.hpp"
#include "app/gui/guide.hpp"
#include "app/gui/pseudo_words.hpp"
#include "ui/shell/language.hpp"
#include "ui/theme/appearance.hpp"

#include <QApplication>
#include <QTemporaryDir>

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

/// Without a screen Qt says of each window that its size cannot be hinted at; nobody can act on that.
void sayWhatMatters(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.contains(QLatin1String("propagateSizeHints"))) {
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
    }
}

} // namespace

int drawTour(const QString &folder, ui::Appearance &appearance)
{
    qInstallMessageHandler(sayWhatMatters);
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
