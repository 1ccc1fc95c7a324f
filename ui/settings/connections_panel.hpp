// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace keepwell::ui {

class Session;

/// The shared activity log and the record storage: state, one sentence, technical details, and
/// working offline.
class ConnectionsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsPanel(Session &session, QWidget *parent = nullptr);

    void refresh();

signals:
    void said(const QString &sentence);
    void syncWanted();

private:
    void show(const WalletStatus &status);
    QWidget *makeConnection(const QString &icon, const QString &title, const QString &sentence,
                            bool good, const QStringList &technical);
    void verify();

    Session &m_session;
    QVBoxLayout *m_cards;
    QCheckBox *m_offline;
};

} // namespace keepwell::ui
