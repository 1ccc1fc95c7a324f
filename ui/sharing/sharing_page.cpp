// SPDX-License-Identifier: Apache-2.0
#include "ui/sharing/sharing_page.hpp"

#include "ui/sharing/share_row.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/sentences.hpp"

#include <algorithm>

namespace keepwell::ui {

namespace {

constexpr std::size_t kMostTitles = 12;

bool isOpen(const ShareRow &share)
{
    return share.state == ShareState::Active || share.state == ShareState::Queued
        || share.state == ShareState::Rejected; // somebody has to decide about it
}

} // namespace

SharingPage::SharingPage(Session &session, QWidget *parent)
    : Page{tr("Sharing"), parent}
    , m_session{session}
    , m_active{new Button{ButtonKind::Tab, tr("Active")}}
    , m_ended{new Button{ButtonKind::Tab, tr("Ended")}}
    , m_list{new QWidget}
{
    auto *fresh = new Button{ButtonKind::Primary, tr("New share"), u"plus"};
    fresh->setObjectName(QStringLiteral("newShare"));
    addAction(fresh);
    connect(fresh, &QPushButton::clicked, this, &SharingPage::newShareWanted);

    auto *tabs = new QWidget;
    auto *flow = new FlowLayout{26, tabs};
    for (Button *tab : {m_active, m_ended}) {
        tab->setAutoExclusive(true);
        flow->addWidget(tab);
        connect(tab, &QPushButton::clicked, this, &SharingPage::show);
    }
    m_active->setChecked(true);
    QVBoxLayout *head = makeColumn(0);
    head->addWidget(tabs);
    head->addWidget(makeRule());
    body()->addLayout(head);
    auto *column = new QVBoxLayout{m_list};
    column->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_list, 1);
}

void SharingPage::refresh()
{
    m_session.ask(
        this,
        [](Wallet &wallet, const std::stop_token &) -> Result<Rows> {
            KEEPWELL_TRY(auto shares, wallet.shares());
            KEEPWELL_TRY(const WalletStatus status, wallet.status());
            return Rows{std::move(shares), status.blocksKind != "folder"};
        },
        [this](Result<Rows> rows) {
            if (!rows) {
                emit said(sentenceOf(rows.error()));
                return;
            }
            m_shares = std::move(rows->shares);
            m_copiesElsewhere = rows->copiesElsewhere;
            show();
        });
}

void SharingPage::show()
{
    const auto open = std::count_if(m_shares.begin(), m_shares.end(), isOpen);
    const auto ended = static_cast<std::ptrdiff_t>(m_shares.size()) - open;
    m_active->setText(tr("Active (%1)").arg(open));
    m_active->setAccessibleName(m_active->text());
    m_ended->setText(tr("Ended (%1)").arg(ended));
    m_ended->setAccessibleName(m_ended->text());
    auto *column = static_cast<QVBoxLayout *>(m_list->layout());
    clear(column);
    const bool wantsOpen = m_active->isChecked();
    if (wantsOpen && open == 0) {
        auto *empty = new EmptyState{tr("You share with nobody. That is fine."),
                                     tr("When you want someone to see records, start here.")};
        auto *fresh = new Button{ButtonKind::Primary, tr("New share"), u"plus"};
        connect(fresh, &QPushButton::clicked, this, &SharingPage::newShareWanted);
        empty->addButton(fresh);
        column->addWidget(empty, 1);
        return;
    }
    QFrame *card = makeFrame("card");
    auto *rows = new QVBoxLayout{card};
    rows->setContentsMargins(1, 1, 1, 1);
    rows->setSpacing(0);
    for (const ShareRow &share : m_shares) {
        if (isOpen(share) == wantsOpen) {
            addRow(rows, share);
        }
    }
    if (rows->count() > 0) {
        column->addWidget(card);
    } else {
        delete card;
        column->addWidget(new Label{TextRole::Second, tr("No share has ended yet.")});
    }
    column->addStretch(1);
}

void SharingPage::addRow(QVBoxLayout *column, const ShareRow &share)
{
    if (column->count() > 0) {
        column->addWidget(makeRule());
    }
    auto *row = new ShareRowView{share, m_session.now(), m_copiesElsewhere};
    connect(row, &ShareRowView::stopConfirmed, this,
            [this, grant = share.grant, name = plain(share.to)] { stop(grant, name); });
    connect(row, &ShareRowView::againWanted, this, [this, grant = share.grant] {
        act([grant](Wallet &wallet, const std::stop_token &stop) -> Result<> {
            KEEPWELL_CHECK(wallet.updateShare(grant, stop));
            return {};
        });
    });
    connect(row, &ShareRowView::removeWanted, this, [this, grant = share.grant] {
        act([grant](Wallet &wallet, const std::stop_token &) -> Result<> {
            KEEPWELL_CHECK(wallet.revoke({grant}));
            return {};
        });
    });
    connect(row, &ShareRowView::detailsWanted, this, [this, row] { readRecords(row); });
    column->addWidget(row);
}

void SharingPage::act(std::function<Result<>(Wallet &, const std::stop_token &)> work)
{
    m_session.ask(this, std::move(work), [this](const Result<> &done) {
        if (!done) {
            emit said(sentenceOf(done.error()));
        }
        refresh();
    });
}

void SharingPage::stop(const contract::GrantId &grant, const QString &name)
{
    m_session.ask(
        this, [grant](Wallet &wallet, const std::stop_token &) { return wallet.revoke({grant}); },
        [this, name](const Result<SendState> &state) {
            if (!state) {
                emit said(sentenceOf(state.error()));
            } else if (*state == SendState::Queued) {
                emit said(tr("Waiting to send. %1 can still open until this computer is online.")
                              .arg(name));
            } else {
                emit said(tr("Sharing with %1 has stopped.").arg(name));
            }
            refresh();
        });
}

void SharingPage::readRecords(ShareRowView *row)
{
    m_session.ask(
        row,
        [grant = row->grant()](Wallet &wallet, const std::stop_token &) {
            return wallet.sharedRecords(grant);
        },
        [this, row](const Result<std::vector<RecordRow>> &records) {
            if (!records) {
                emit said(sentenceOf(records.error()));
                return;
            }
            QStringList titles;
            for (std::size_t i = 0; i < std::min(records->size(), kMostTitles); ++i) {
                titles << plain((*records)[i].title);
            }
            row->showRecords(titles, static_cast<std::int64_t>(records->size()));
        });
}

} // namespace keepwell::ui
