// SPDX-License-Identifier: Apache-2.0
#include "app/gui/options.hpp"

#include <QCommandLineParser>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace keepwell::gui {

namespace {

constexpr int kUsage = 2;

[[noreturn]] void giveUp(const QString &what)
{
    std::fputs(qPrintable(QStringLiteral("keepwell: ") + what + QLatin1Char('\n')), stderr);
    std::exit(kUsage);
}

std::filesystem::path defaultHome()
{
    const QString fromEnvironment = qEnvironmentVariable("KEEPWELL_HOME");
    const QString home = !fromEnvironment.isEmpty()
        ? fromEnvironment
        : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + QStringLiteral("/keepwell");
    return std::filesystem::path{home.toStdU16String()};
}

crypto::PassphraseCost costOf(const QString &name)
{
    if (name == QLatin1String("low")) {
        return crypto::PassphraseCost::low();
    }
    if (name == QLatin1String("high")) {
        return crypto::PassphraseCost::high();
    }
    if (name != QLatin1String("normal")) {
        giveUp(QStringLiteral("--unlock-cost is low, normal or high"));
    }
    return crypto::PassphraseCost::normal();
}

} // namespace

Options readOptions(const QStringList &arguments, const Clock &clock)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A health wallet that belongs to the patient"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption home{QStringLiteral("home"), QStringLiteral("The wallet's folder."),
                                  QStringLiteral("DIR")};
    const QCommandLineOption network{QStringLiteral("network"),
                                     QStringLiteral("The network file of a new wallet."),
                                     QStringLiteral("FILE")};
    const QCommandLineOption cost{QStringLiteral("unlock-cost"),
                                  QStringLiteral("Work of a guess: low, normal or high."),
                                  QStringLiteral("COST"), QStringLiteral("normal")};
    const QCommandLineOption tour{QStringLiteral("tour"),
                                  QStringLiteral("Draw every page into PNG files and end."),
                                  QStringLiteral("DIR")};
    parser.addOptions({home, network, cost, tour});
    parser.process(arguments);

    Options options;
    options.place.clock = &clock;
    options.place.home = parser.isSet(home)
        ? std::filesystem::absolute(parser.value(home).toStdU16String())
        : defaultHome();
    options.place.network = NetworkConfig::beside(options.place.home);
    if (parser.isSet(network)) {
        auto read
            = NetworkConfig::read(std::filesystem::path{parser.value(network).toStdU16String()});
        if (!read) {
            giveUp(QString::fromStdString(read.error().detail));
        }
        options.place.network = *read;
    }
    options.place.cost = costOf(parser.value(cost));
    options.tourFolder = parser.value(tour);
    return options;
}

} // namespace keepwell::gui
