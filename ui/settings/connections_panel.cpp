// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/connections_panel.hpp"

#include "ui/shell/session.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/sentences.hpp"

#include <QCheckBox>

namespace keepwell::ui {

ConnectionsPanel::ConnectionsPanel(Session &session, QWidget *parent)
    : QWidget{parent}
    , m_session{session}
    , m_cards{makeColumn(14)}
    , m_offline{new QCheckBox{tr("Work offline")}}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    column->addWidget(new Label{TextRole::Second,
                                tr("Keepwell works without them. Changes wait here and are sent "
                                   "later.")});
    column->addLayout(m_cards);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    auto *again = new Button{ButtonKind::Secondary, tr("Try now"), u"refresh"};
    connect(again, &QPushButton::clicked, this, &ConnectionsPanel::syncWanted);
    auto *check = new Button{ButtonKind::Secondary, tr("Check everything"), u"shield-check"};
    check->setObjectName(QStringLiteral("verify"));
    connect(check, &QPushButton::clicked, this, &ConnectionsPanel::verify);
    flow->addWidget(again);
    flow->addWidget(check);
    column->addWidget(buttons);
    m_offline->setObjectName(QStringLiteral("offline"));
    m_offline->setMinimumHeight(px(44));
    column->addWidget(m_offline);
    connect(m_offline, &QCheckBox::toggled, this, [this](bool on) {
        m_session.wallet().setOffline(on);
        emit syncWanted();
        refresh();
    });
}

void ConnectionsPanel::refresh()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.status(); },
        [this](const Result<WalletStatus> &status) {
            if (status) {
                show(*status);
            } else {
                emit said(sentenceOf(status.error()));
            }
        });
}

void ConnectionsPanel::show(const WalletStatus &status)
{
    clear(m_cards);
    const NetworkConfig network = m_session.wallet().network();
    const QString ledgerFile = QString::fromStdU16String(network.ledgerPath.u16string());
    const QString blocksFolder = QString::fromStdU16String(network.blocksPath.u16string());
    QString log
        = tr("Where shares and openings are written down, so nobody can change them later.");
    if (!status.ledgerDetail.empty()) {
        log += QLatin1Char('\n') + plain(status.ledgerDetail);
    }
    m_cards->addWidget(makeConnection(
        QStringLiteral("log"), tr("Shared activity log"), log, status.ledgerState == "connected",
        {tr("Kind: %1").arg(plain(status.ledgerKind)), tr("File: %1").arg(ledgerFile),
         tr("Network: %1").arg(plain(status.networkId))}));
    m_cards->addWidget(makeConnection(
        QStringLiteral("database"), tr("Record storage"), tr("Your locked files."),
        status.blocksState == "connected",
        {tr("Kind: %1").arg(plain(status.blocksKind)), tr("Folder: %1").arg(blocksFolder)}));
}

QWidget *ConnectionsPanel::makeConnection(const QString &icon, const QString &title,
                                          const QString &sentence, bool good,
                                          const QStringList &technical)
{
    auto *card = new Card;
    QHBoxLayout *row = makeRow(16);
    row->addWidget(new IconPlate{icon, good ? ToneName::Good : ToneName::Care}, 0, Qt::AlignTop);
    auto *fold = new FoldingRow{400, 8};
    auto *words = new QWidget;
    auto *column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    column->addWidget(new Label{TextRole::Card, title});
    column->addWidget(new Label{TextRole::Second, sentence});
    fold->add(words, 1);
    fold->add(new Badge{good ? BadgeText{ToneName::Good, "done", tr("Connected")}
                             : BadgeText{ToneName::Care, "offline", tr("Cannot be reached")}});
    row->addWidget(fold, 1);
    card->column()->addLayout(row);
    auto *more = new Button{ButtonKind::Quiet, tr("Technical details"), u"chevron-right"};
    more->small()->setCheckable(true);
    more->setAccessibleName(tr("Technical details of %1").arg(title));
    card->column()->addWidget(more, 0, Qt::AlignLeading);
    auto *details = new Label{TextRole::Code, technical.join(QLatin1Char('\n'))};
    details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    details->hide();
    card->column()->addWidget(details);
    connect(more, &QPushButton::toggled, details, &QWidget::setVisible);
    return card;
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
                              .arg(report->proven));
            } else {
                emit said(plain(report->problems.front()));
            }
        });
}

} // namespace keepwell::ui
