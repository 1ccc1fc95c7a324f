// SPDX-License-Identifier: Apache-2.0
#include "ui/clinic/shared_with_me_page.hpp"

#include "ui/clinic/inbox_panel.hpp"
#include "ui/clinic/inbox_words.hpp"
#include "ui/clinic/opened_share_view.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/row_button.hpp"
#include "ui/widgets/search_field.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"

#include <QButtonGroup>
#include <QStackedWidget>

#include <algorithm>

namespace keepwell::ui {

namespace {

enum State { List, Empty, Opened };

constexpr int kSoonDays = 7;

} // namespace

SharedWithMePage::SharedWithMePage(Session &session, QWidget *parent)
    : Page{tr("Shared with me"), parent}
    , m_session{session}
    , m_states{new QStackedWidget}
    , m_search{makeSearchField(tr("Find a patient"), QStringLiteral("Ctrl F"))}
    , m_group{new QButtonGroup{this}}
{
    m_search->setObjectName(QStringLiteral("findPatient"));
    addAction(m_search);
    auto *deliver = new Button{ButtonKind::Secondary, tr("Deliver a record"), u"send"};
    addAction(deliver);
    connect(deliver, &QPushButton::clicked, this, &SharedWithMePage::deliverWanted);
    connect(m_search, &QLineEdit::textChanged, this, &SharedWithMePage::show);
    m_states->addWidget(makeList());
    auto *empty = new EmptyState{tr("Nobody shares with you yet."),
                                 tr("Give patients your invite, or take theirs.")};
    auto *contacts = new Button{ButtonKind::Primary, tr("Go to Contacts"), u"contacts"};
    connect(contacts, &QPushButton::clicked, this, &SharedWithMePage::contactsWanted);
    empty->addButton(contacts);
    m_states->addWidget(empty);
    body()->addWidget(m_states, 1);
    connect(m_group, &QButtonGroup::idClicked, this, &SharedWithMePage::choose);
}

QWidget *SharedWithMePage::makeList()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout{whole};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    auto *chips = new QWidget;
    auto *flow = new FlowLayout{8, chips};
    for (int filter = Active; filter <= Ended; ++filter) {
        Button *chip = makeChip({});
        chip->setAutoExclusive(true);
        chip->setChecked(filter == Active);
        m_chips << chip;
        flow->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, filter] {
            m_filter = filter;
            show();
        });
    }
    column->addWidget(chips);
    auto *row = new FoldingRow{760, 16};
    QFrame *card = makeFrame("card");
    auto *cardColumn = new QVBoxLayout{card};
    cardColumn->setContentsMargins(1, px(4), 1, px(4));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    cardColumn->addLayout(m_rows);
    cardColumn->addStretch(1);
    row->add(card, 8);
    m_panel = new InboxPanel;
    row->add(m_panel, 5);
    connect(m_panel, &InboxPanel::openWanted, this, &SharedWithMePage::open);
    column->addWidget(row);
    column->addStretch(1);
    return whole;
}

void SharedWithMePage::refresh()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.inbox(); },
        [this](Result<std::vector<InboxRow>> inbox) {
            if (!inbox) {
                emit said(sentenceOf(inbox.error()));
                return;
            }
            m_inbox = *std::move(inbox);
            closeWhatWasStopped();
            show();
        });
}

bool SharedWithMePage::find(const QString &words) { return startSearch(*m_search, words); }

bool SharedWithMePage::fits(const InboxRow &row, int filter) const
{
    const bool open = row.state == InboxState::Open || row.state == InboxState::Waiting
        || row.state == InboxState::NotYet;
    switch (filter) {
    case Active:
        return open;
    case New:
        return open && row.isNew;
    case EndsSoon:
        return open && daysLeft(row.until, m_session.now()) <= kSoonDays;
    default:
        return !open;
    }
}

void SharedWithMePage::show()
{
    const QString names[] = {tr("Active %1"), tr("New %1"), tr("Ends soon %1"), tr("Ended %1")};
    for (int filter = Active; filter <= Ended; ++filter) {
        const auto count = std::count_if(m_inbox.begin(), m_inbox.end(),
                                         [&](const InboxRow &row) { return fits(row, filter); });
        m_chips[filter]->setText(names[filter].arg(count));
        m_chips[filter]->setAccessibleName(m_chips[filter]->text());
        if (filter == New) {
            emit newCount(static_cast<int>(count));
        }
    }
    if (m_opened != nullptr) {
        return;
    }
    m_states->setCurrentIndex(m_inbox.empty() ? Empty : List);
    m_search->setVisible(!m_inbox.empty());
    for (QAbstractButton *button : m_group->buttons()) {
        m_group->removeButton(button);
    }
    clear(m_rows);
    const QString search = m_search->text().trimmed();
    int first = -1;
    bool chosenShown = false;
    for (int place = 0; place < static_cast<int>(m_inbox.size()); ++place) {
        const InboxRow &row = m_inbox[static_cast<std::size_t>(place)];
        if (fits(row, m_filter)
            && (search.isEmpty() || plain(row.from).contains(search, Qt::CaseInsensitive))) {
            addRow(row, place);
            first = first < 0 ? place : first;
            chosenShown = chosenShown || place == m_chosen;
        }
    }
    if (first < 0) {
        m_rows->addWidget(new Label{TextRole::Lead, tr("Nobody here.")}, 0, Qt::AlignCenter);
        m_panel->showNothing();
        return;
    }
    choose(chosenShown ? m_chosen : first);
}

void SharedWithMePage::addRow(const InboxRow &row, int place)
{
    if (m_rows->count() > 0) {
        m_rows->addWidget(makeRule());
    }
    const QString name = plain(row.from);
    auto *button = new RowButton;
    button->setCheckable(true);
    button->setAccessibleName(
        tr("%1, %2, until %3")
            .arg(name, plain(row.reason), shortDate(localTime(row.until).date())));
    auto *line = new QHBoxLayout{button};
    line->setContentsMargins(px(18), px(12), px(18), px(12));
    line->setSpacing(px(12));
    line->addWidget(new Avatar{name, name});
    auto *fold = new FoldingRow{440, 10};
    auto *words = new QWidget;
    auto *column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(new Label{TextRole::Strong, name});
    column->addWidget(
        new Label{TextRole::Small, tr("%n record(s)", nullptr, static_cast<int>(row.records))});
    column->addStretch(1);
    fold->add(words, 4);
    fold->add(new Label{TextRole::Body, plain(row.reason)}, 4);
    auto *until = new Label{TextRole::Body, shortDate(localTime(row.until).date())};
    until->setMinimumWidth(px(100));
    fold->add(until);
    auto *state = new QWidget; // as wide in every row, so that the columns stand in line
    auto *stateRow = new QHBoxLayout{state};
    stateRow->setContentsMargins(0, 0, 0, 0);
    stateRow->addWidget(new Badge{row.isNew && row.state == InboxState::Open
                                      ? BadgeText{ToneName::Note, "spark", tr("New")}
                                      : badgeOf(row.state)});
    stateRow->addStretch(1);
    state->setMinimumWidth(px(104));
    fold->add(state);
    line->addWidget(fold, 1);
    m_group->addButton(button, place);
    m_rows->addWidget(button);
}

void SharedWithMePage::choose(int place)
{
    m_chosen = place;
    m_panel->show(m_inbox[static_cast<std::size_t>(place)], m_session.now());
    m_group->button(place)->setChecked(true);
}

void SharedWithMePage::open(const QString &reason)
{
    m_panel->setBusy(true);
    using Opening = Result<std::unique_ptr<OpenedShare>>;
    m_session.ask(
        this,
        [grant = m_inbox[static_cast<std::size_t>(m_chosen)].grant,
         why = reason.toStdString()](Wallet &wallet, std::stop_token stop) {
            return wallet.open(grant, why, std::move(stop));
        },
        [this](Opening share) {
            if (!share) {
                m_panel->fail(share.error());
                return;
            }
            m_panel->setBusy(false);
            showRecords(*std::move(share));
        });
}

void SharedWithMePage::showRecords(std::shared_ptr<OpenedShare> share)
{
    closeRecords();
    m_opened = new OpenedShareView{m_session, std::move(share)};
    m_states->addWidget(m_opened);
    m_states->setCurrentWidget(m_opened);
    connect(m_opened, &OpenedShareView::closed, this, [this] {
        closeRecords();
        refresh();
    });
    connect(m_opened, &OpenedShareView::ended, this, [this](const QString &sentence) {
        closeRecords();
        emit said(sentence);
        refresh();
    });
    connect(m_opened, &OpenedShareView::said, this, &SharedWithMePage::said);
    refresh();
}

void SharedWithMePage::closeWhatWasStopped()
{
    if (m_opened == nullptr) {
        return;
    }
    const auto row = std::ranges::find(m_inbox, m_opened->grant(), &InboxRow::grant);
    if (row != m_inbox.end() && row->state == InboxState::Ended) {
        closeRecords();
        emit said(tr("%1 stopped this share.").arg(plain(row->from)));
    }
}

void SharedWithMePage::closeRecords()
{
    if (m_opened != nullptr) {
        m_states->removeWidget(m_opened);
        m_opened->deleteLater();
        m_opened = nullptr;
        m_states->setCurrentIndex(List);
    }
}

} // namespace keepwell::ui
