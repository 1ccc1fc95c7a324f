// SPDX-License-Identifier: Apache-2.0
#include "ui/sharing/share_row.hpp"

#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QKeyEvent>
#include <QProgressBar>
#include <QStyle>

#include <algorithm>

namespace keepwell::ui {

namespace {

QWidget *makeTwoLines(const QString &first, const QString &second, TextRole role)
{
    auto *words = new QWidget;
    auto *column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(new Label{role, first});
    column->addWidget(new Label{TextRole::Small, second});
    column->addStretch(1);
    return words;
}

void setRole(QWidget *widget, const char *role)
{
    widget->setProperty("role", role);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

ShareRowView::ShareRowView(ShareRow share, Instant now, bool copiesElsewhere, QWidget *parent)
    : QFrame{parent}
    , m_share{std::move(share)}
    , m_now{now}
    , m_copiesElsewhere{copiesElsewhere}
    , m_column{new QVBoxLayout{this}}
{
    setAttribute(Qt::WA_StyledBackground);
    m_column->setContentsMargins(px(20), px(14), px(20), px(14));
    m_column->setSpacing(px(12));
    showRow();
}

QString ShareRowView::whatWasOpened() const
{
    if (m_share.state == ShareState::Rejected) {
        return tr("The shared activity log did not take it.");
    }
    if (!m_share.lastOpened) {
        return tr("Not opened yet");
    }
    return tr("Last opened: %1").arg(whenWas(*m_share.lastOpened, m_now));
}

void ShareRowView::showRow()
{
    clear(m_column);
    m_details = nullptr;
    setRole(this, "plainRow");
    const QString name = plain(m_share.to);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(16));
    row->addWidget(new Avatar{name, name}, 0, Qt::AlignTop);
    auto *fold = new FoldingRow{720, 12};
    fold->add(makeTwoLines(name, plain(m_share.reason), TextRole::Strong), 4);
    fold->add(makeTwoLines(tr("%n record(s)", nullptr, static_cast<int>(m_share.records))
                               + (m_share.live ? tr(", and new ones") : QString{}),
                           whatWasOpened(), TextRole::Body),
              4);
    fold->add(makeTime(), 3);
    fold->add(makeButtons(), 0);
    row->addWidget(fold, 1);
    m_column->addLayout(row);
    setAccessibleName(tr("%1. %n record(s). %2. %3.", nullptr, static_cast<int>(m_share.records))
                          .arg(name, whatWasOpened(), badgeOf(m_share.state).text));
}

QWidget *ShareRowView::makeTime() const
{
    auto *time = new QWidget;
    auto *column = new QVBoxLayout{time};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    const bool open = m_share.state == ShareState::Active || m_share.state == ShareState::Queued;
    if (m_share.waiting || m_share.state == ShareState::Queued) {
        column->addWidget(new Badge{badgeOf(ShareState::Queued)});
    }
    if (!open) {
        column->addWidget(new Badge{badgeOf(m_share.state)});
        return time;
    }
    column->addStretch(1);
    column->addWidget(new Label{TextRole::SmallText, timeLeft(m_share.until, m_now)});
    auto *bar = new QProgressBar;
    bar->setTextVisible(false);
    const auto whole = std::max<qint64>(1, (m_share.until - m_share.created).count());
    const auto left = std::clamp<qint64>((m_share.until - m_now).count(), 0, whole);
    bar->setRange(0, 1000);
    bar->setValue(static_cast<int>(left * 1000 / whole));
    bar->setAccessibleName(timeLeft(m_share.until, m_now));
    column->addWidget(bar);
    column->addStretch(1);
    return time;
}

QWidget *ShareRowView::makeButtons()
{
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout{buttons};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    const QString name = plain(m_share.to);
    m_detailsButton = new Button{ButtonKind::Secondary, tr("Details")};
    m_detailsButton->small()->setAccessibleName(tr("Details of the share with %1").arg(name));
    row->addWidget(m_detailsButton);
    connect(m_detailsButton, &QPushButton::clicked, this, [this] {
        if (m_details != nullptr) {
            m_details->deleteLater();
            m_details = nullptr;
        } else {
            emit detailsWanted();
        }
    });
    if (m_share.state == ShareState::Active || m_share.state == ShareState::Queued) {
        m_stopButton = new Button{ButtonKind::Stop, tr("Stop"), u"ban"};
        m_stopButton->setObjectName(QStringLiteral("stopShare"));
        m_stopButton->small()->setAccessibleName(tr("Stop sharing with %1").arg(name));
        row->addWidget(m_stopButton);
        connect(m_stopButton, &QPushButton::clicked, this, &ShareRowView::askToStop);
    } else if (m_share.state == ShareState::Rejected) {
        addRejectedButtons(row);
    }
    return buttons;
}

void ShareRowView::addRejectedButtons(QHBoxLayout *row)
{
    const QString name = plain(m_share.to);
    auto *again = new Button{ButtonKind::Secondary, tr("Try again")};
    again->setObjectName(QStringLiteral("shareAgain"));
    again->small()->setAccessibleName(tr("Try again to share with %1").arg(name));
    auto *remove = new Button{ButtonKind::Secondary, tr("Remove")};
    remove->setObjectName(QStringLiteral("removeShare"));
    remove->small()->setAccessibleName(tr("Remove the share with %1").arg(name));
    for (Button *button : {again, remove}) {
        row->addWidget(button);
        connect(button, &QPushButton::clicked, again, [again] { again->setEnabled(false); });
        connect(button, &QPushButton::clicked, remove, [remove] { remove->setEnabled(false); });
    }
    connect(again, &QPushButton::clicked, this, &ShareRowView::againWanted);
    connect(remove, &QPushButton::clicked, this, &ShareRowView::removeWanted);
}

void ShareRowView::askToStop()
{
    clear(m_column);
    m_details = nullptr;
    setRole(this, "stopRow");
    const QString name = plain(m_share.to);
    auto *row = new QHBoxLayout;
    row->setSpacing(px(16));
    row->addWidget(new Avatar{name, name}, 0, Qt::AlignTop);
    QVBoxLayout *words = makeColumn(8);
    words->addWidget(new Label{TextRole::Card, tr("Stop sharing with %1?").arg(name)});
    words->addWidget(new Label{
        TextRole::Body,
        m_share.opens == 0
            ? tr("From now on they can open nothing. They have not opened anything yet.")
            : tr("From now on they can open nothing new. They may keep copies of what they "
                 "already opened: your %n record(s).",
                 nullptr, static_cast<int>(m_share.records))});
    if (m_copiesElsewhere) {
        words->addWidget(new Label{TextRole::Small,
                                   tr("Your locked copy is deleted. Other computers of the network "
                                      "that fetched it may keep theirs, and nobody can call those "
                                      "back. Without its key a copy cannot be opened.")});
    }
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    auto *stop = new Button{ButtonKind::Confirm, tr("Stop sharing"), u"ban"};
    stop->setObjectName(QStringLiteral("confirmStop"));
    auto *keep = new Button{ButtonKind::Secondary, tr("Keep sharing")};
    flow->addWidget(stop);
    flow->addWidget(keep);
    auto *log = (new Label{TextRole::Small, tr("This is written in your activity.")})->onOneLine();
    log->setMinimumHeight(stop->sizeHint().height()); // in line with the buttons' words
    flow->addWidget(log);
    words->addWidget(buttons);
    row->addLayout(words, 1);
    m_column->addLayout(row);
    connect(keep, &QPushButton::clicked, this, [this] {
        showRow();
        m_stopButton->setFocus();
    });
    connect(stop, &QPushButton::clicked, this, [this, stop, keep] {
        stop->setEnabled(false);
        keep->setEnabled(false);
        emit stopConfirmed();
    });
    stop->setFocus(Qt::OtherFocusReason);
}

void ShareRowView::showRecords(const QStringList &titles, std::int64_t total)
{
    delete m_details;
    m_details = makeFrame("sunk");
    auto *column = new QVBoxLayout{m_details};
    column->setContentsMargins(px(20), px(14), px(20), px(14));
    column->setSpacing(px(4));
    column->addWidget(new Label{TextRole::Strong, tr("What they can see")});
    for (const QString &title : titles) {
        column->addWidget(new Label{TextRole::Body, title});
    }
    const auto more = total - titles.size();
    if (more > 0) {
        column->addWidget(new Label{TextRole::Small, tr("and %1 more").arg(more)});
    }
    column->addWidget(new Label{
        TextRole::Small,
        tr("%1. Shared %2, until %3. Opened %n time(s).", nullptr, static_cast<int>(m_share.opens))
            .arg(purposeName(m_share.purpose), whenWas(m_share.created, m_now),
                 shortDate(localTime(m_share.until).date()))});
    column->addWidget(new Label{TextRole::Strong, tr("Technical details")});
    QString id = QString::fromStdString(m_share.grant.toHex());
    for (qsizetype place = id.size() - 16; place > 0; place -= 16) {
        id.insert(place, QLatin1Char(' '));
    }
    column->addWidget(new Label{TextRole::Code, tr("Grant %1").arg(id)});
    m_column->addWidget(m_details);
}

bool ShareRowView::event(QEvent *event)
{
    // The shell's own Esc must not take the one that keeps this share.
    if (event->type() == QEvent::ShortcutOverride && property("role") == QStringLiteral("stopRow")
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void ShareRowView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_stopButton != nullptr) {
        askToStop();
        return;
    }
    if (event->key() == Qt::Key_Escape && property("role") == QStringLiteral("stopRow")) {
        showRow();
        m_stopButton->setFocus();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace keepwell::ui
