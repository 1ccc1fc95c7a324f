// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/connections_panel.hpp"

#include "ui/settings/connection_card.hpp"
#include "ui/settings/join_panel.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/sentences.hpp"

#include <QCheckBox>

namespace keepwell::ui {

struct ConnectionsPanel::Found
{
    WalletStatus status;
    Connections connections;
    NetworkConfig network;
};

ConnectionsPanel::ConnectionsPanel(Session &session, QWidget *parent)
    : QWidget{parent}
    , m_session{session}
    , m_overview{nullptr}
    , m_join{new JoinPanel{session}}
    , m_cards{makeColumn(14)}
    , m_offline{new QCheckBox{tr("Work offline")}}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    m_overview = makeOverview();
    column->addWidget(m_overview);
    column->addWidget(m_join);
    m_join->setObjectName(QStringLiteral("join"));
    m_join->hide();
    connect(m_join, &JoinPanel::cancelled, this, &ConnectionsPanel::endJoining);
    connect(m_join, &JoinPanel::joined, this, [this](const QString &sentence) {
        endJoining();
        emit said(sentence);
        emit syncWanted();
        refresh();
    });
}

QWidget *ConnectionsPanel::makeOverview()
{
    auto *overview = new QWidget;
    auto *column = new QVBoxLayout{overview};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    column->addWidget(new Label{TextRole::Second,
                                tr("Keepwell works without them. Changes wait here and are sent "
                                   "later.")});
    column->addLayout(m_cards);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    auto *join = new Button{ButtonKind::Secondary, tr("Join a network"), u"plus"};
    join->setObjectName(QStringLiteral("joinNetwork"));
    connect(join, &QPushButton::clicked, this, &ConnectionsPanel::startJoining);
    auto *again = new Button{ButtonKind::Secondary, tr("Try now"), u"refresh"};
    connect(again, &QPushButton::clicked, this, [this] { act(ConnectionAct::Try); });
    auto *check = new Button{ButtonKind::Secondary, tr("Check everything"), u"shield-check"};
    check->setObjectName(QStringLiteral("verify"));
    connect(check, &QPushButton::clicked, this, &ConnectionsPanel::verify);
    flow->addWidget(join);
    flow->addWidget(again);
    flow->addWidget(check);
    column->addWidget(buttons);
    m_offline->setObjectName(QStringLiteral("offline"));
    m_offline->setMinimumHeight(px(44));
    column->addWidget(m_offline);
    connect(m_offline, &QCheckBox::toggled, this, [this](bool on) {
        m_session.wallet().setOffline(on);
        act(ConnectionAct::Try);
    });
    return overview;
}

void ConnectionsPanel::refresh()
{
    m_session.ask(
        this,
        [](Wallet &wallet, const std::stop_token &stop) -> Result<Found> {
            KEEPWELL_TRY(Connections connections, wallet.connections(stop));
            KEEPWELL_TRY(WalletStatus status, wallet.status());
            return Found{std::move(status), std::move(connections), wallet.network()};
        },
        [this](const Result<Found> &found) {
            if (found) {
                show(*found);
            } else {
                emit said(sentenceOf(found.error()));
            }
        });
}

void ConnectionsPanel::show(const Found &found)
{
    const bool hadFocus = isAncestorOf(focusWidget()) && !m_join->isVisible();
    const QString name = hadFocus ? focusWidget()->accessibleName() : QString{};
    clear(m_cards);
    const auto add = [&](const char *object, const QString &icon, const QString &title,
                         const ConnectionWords &words) {
        auto *card = new ConnectionCard{icon, title, words};
        card->setObjectName(QLatin1String{object});
        connect(card, &ConnectionCard::wanted, this, &ConnectionsPanel::act);
        m_cards->addWidget(card);
        for (auto *button : card->findChildren<QPushButton *>()) {
            if (!name.isEmpty() && button->accessibleName() == name) {
                button->setFocus(Qt::OtherFocusReason); // the card is new, the keyboard stays
            }
        }
    };
    add("logConnection", QStringLiteral("log"), tr("Shared activity log"),
        logWords(found.status, found.connections, found.network));
    add("storageConnection", QStringLiteral("database"), tr("Record storage"),
        storageWords(found.status, found.connections, found.network));
}

void ConnectionsPanel::act(ConnectionAct what)
{
    switch (what) {
    case ConnectionAct::Try:
        emit syncWanted();
        refresh();
        return;
    case ConnectionAct::Join:
        startJoining();
        return;
    case ConnectionAct::Verify:
        verify();
        return;
    }
}

void ConnectionsPanel::startJoining()
{
    m_overview->hide();
    m_join->show();
    m_join->start();
}

void ConnectionsPanel::endJoining()
{
    m_join->hide();
    m_overview->show();
    if (auto *join = findChild<QPushButton *>(QStringLiteral("joinNetwork"))) {
        join->setFocus();
    }
}

void ConnectionsPanel::verify()
{
    emit said(tr("Checking every record and every entry…"));
    m_session.ask(
        this, [](Wallet &wallet, std::stop_token stop) { return wallet.verify(std::move(stop)); },
        [this](const Result<VerifyReport> &report) {
            if (!report) {
                emit said(sentenceOf(report.error()));
            } else if (report->problems.empty()) {
                emit said(tr("All is well: %1 records, %2 entries of the log.")
                              .arg(report->records)
                              .arg(report->entries));
            } else {
                emit said(plain(report->problems.front()));
            }
        });
}

} // namespace keepwell::ui
