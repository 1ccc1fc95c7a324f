// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/page.hpp"

class QButtonGroup;
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

    /// In their order on the page.
    enum Panel { Language, Look, Locking, Connections, Copy, About };
    static constexpr int kPanels = About + 1;
    static QString nameOf(Panel panel);
    static QString iconOf(Panel panel);

    void refresh() override;
    void openPanel(Panel panel);

signals:
    void languageChosen(const QString &code);
    void lockMinutesChanged(int minutes);
    void syncWanted();

private:
    void turnTo(int panel);
    void addPanel(Panel which, QWidget *panel);
    void showPanel(); ///< Scrolls to it.
    QWidget *makeLanguage();
    QWidget *makeAbout();

    Session &m_session;
    QVBoxLayout *m_names;
    QButtonGroup *m_group;
    QWidget *m_panels;
    ConnectionsPanel *m_connections;
    LockingPanel *m_locking;
};

} // namespace keepwell::ui
