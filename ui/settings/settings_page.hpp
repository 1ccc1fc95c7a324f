// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/page.hpp"

class QButtonGroup;
class QStackedWidget;
class QVBoxLayout;

namespace keepwell::ui {

class Appearance;
class ConnectionsPanel;
class FoldingRow;
class LockingPanel;
class Session;

/// Language, text and colours, locking, connections, about.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    SettingsPage(Session &session, Appearance &appearance, QWidget *parent = nullptr);

    void refresh() override;
    void openConnections();

signals:
    void languageChosen(const QString &code);
    void lockMinutesChanged(int minutes);
    void syncWanted();

private:
    void addPanel(QStringView icon, const QString &name, QWidget *panel);
    QWidget *makeLanguage();
    QWidget *makeAbout();

    Session &m_session;
    QVBoxLayout *m_names;
    QButtonGroup *m_group;
    QStackedWidget *m_panels;
    ConnectionsPanel *m_connections;
    LockingPanel *m_locking;
};

} // namespace keepwell::ui
