// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"
#include "ui/widgets/badge.hpp"

#include <QString>
#include <QStringList>

/// What the states of a connection are called, everywhere alike.
namespace keepwell::ui {

/// What the one button of a connection does.
enum class ConnectionAct { Try, Join, Verify };

struct ConnectionWords
{
    BadgeText badge;
    QString sentence;
    QString facts; ///< One small line; may be empty.
    QString button;
    ConnectionAct act = ConnectionAct::Try;
    QStringList technical;
};

ConnectionWords logWords(const WalletStatus &status, const Connections &found,
                         const NetworkConfig &network);
ConnectionWords storageWords(const WalletStatus &status, const Connections &found,
                             const NetworkConfig &network);

/// The two lines at the foot of the sidebar.
struct ConnectionLine
{
    bool good = false;
    bool offline = false; ///< Changes wait here: the strip says so.
    QString line;
    QString second;
};
ConnectionLine lineOf(const WalletStatus &status);

} // namespace keepwell::ui
