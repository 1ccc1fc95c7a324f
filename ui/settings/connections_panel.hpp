// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/connection_words.hpp"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace keepwell::ui {

class JoinPanel;
class Session;

/// The shared activity log and the record storage: state, one sentence, one button, technical
/// details; joining a network, and working offline.
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
    struct Found;
    void show(const Found &found);
    QWidget *makeOverview();
    void act(ConnectionAct what);
    void startJoining();
    void endJoining();
    void verify();

    Session &m_session;
    QWidget *m_overview;
    JoinPanel *m_join;
    QVBoxLayout *m_cards;
    QCheckBox *m_offline;
};

} // namespace keepwell::ui
