// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/activity_details.hpp"

#include "ui/activity/activity_words.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

namespace keepwell::ui {

namespace {

QString meaningOf(ProofState proof)
{
    switch (proof) {
    case ProofState::Proven:
        return ActivityDetails::tr("This entry is in the shared activity log and has not been "
                                   "changed since. It does not say the medical content is right.");
    case ProofState::Reported:
        return ActivityDetails::tr("Confirmed by one place.");
    case ProofState::Conflict:
        return ActivityDetails::tr("Two places disagree. Do not rely on this line.");
    case ProofState::Local:
        break;
    }
    return ActivityDetails::tr("This was done on this computer and is written down here only.");
}

} // namespace

ActivityDetails::ActivityDetails(const ActivityRow &row, const ActivityReader &reader, Instant now,
                                 QWidget *parent)
    : QFrame{parent}
{
    const bool refused = row.kind == "refused";
    setProperty("role", refused || !row.seen ? "careRow" : "chosenRow");
    setAccessibleName(spoken(row, reader, now));
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(px(16), px(12), px(20), px(14));
    column->setSpacing(px(8));
    column->addWidget(makeHead(row, reader));
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(px(54), 0, 0, 0);
    inner->setSpacing(px(8));
    if (!row.reason.empty() && refused) {
        inner->addWidget(new Label{TextRole::Body, tr("Reason given: %1").arg(plain(row.reason))});
    }
    inner->addWidget(makeButtons(row));
    inner->addWidget(new Label{TextRole::SmallText, meaningOf(row.proof)});
    QStringList technical{localTime(row.time).toString(Qt::ISODate)};
    if (row.tx) {
        technical << tr("entry %1").arg(row.index)
                  << tr("transaction %1…").arg(QString::fromStdString(row.tx->toHex()).left(16));
    }
    if (row.grant) {
        technical << tr("grant %1…").arg(QString::fromStdString(row.grant->toHex()).left(16));
    }
    if (!row.code.empty()) {
        technical << plain(row.code);
    }
    inner->addWidget(new Label{
        TextRole::Small, tr("Technical details: %1").arg(technical.join(QStringLiteral(", ")))});
    column->addLayout(inner);
}

QWidget *ActivityDetails::makeHead(const ActivityRow &row, const ActivityReader &reader)
{
    const ActivityWords words = wordsOf(row, reader);
    auto *head = new QWidget;
    auto *line = new QHBoxLayout{head};
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(14));
    line->addWidget(new IconPlate{words.icon, words.tone}, 0, Qt::AlignTop);
    QVBoxLayout *texts = makeColumn(0);
    texts->addWidget(new Label{TextRole::Strong, words.bold + QLatin1Char(' ') + words.text});
    if (!words.second.isEmpty()) {
        texts->addWidget(new Label{TextRole::Body, words.second});
    }
    QHBoxLayout *status = makeRow(12);
    status->setContentsMargins(0, px(6), 0, 0);
    status->addWidget(new Badge{badgeOf(row.proof)});
    status->addWidget(
        (new Label{TextRole::Second, localTime(row.time).time().toString("HH:mm")})->onOneLine());
    status->addStretch(1);
    texts->addLayout(status);
    line->addLayout(texts, 1);
    auto *close = new Button{ButtonKind::Quiet, tr("Close"), u"chevron-down"};
    close->small()->iconOnly();
    connect(close, &QPushButton::clicked, this, &ActivityDetails::closed);
    line->addWidget(close, 0, Qt::AlignTop);
    return head;
}

QWidget *ActivityDetails::makeButtons(const ActivityRow &row)
{
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    buttons->hide();
    if (row.kind == "refused" && row.contact) {
        auto *block = new Button{ButtonKind::Secondary, tr("Block them"), u"ban"};
        connect(block, &QPushButton::clicked, this, &ActivityDetails::blockWanted);
        flow->addWidget(block->small());
        buttons->show();
    }
    if (!row.seen) {
        auto *fine = new Button{ButtonKind::Secondary, tr("I know about this"), u"check"};
        fine->setObjectName(QStringLiteral("iKnow"));
        connect(fine, &QPushButton::clicked, this, &ActivityDetails::known);
        flow->addWidget(fine->small());
        buttons->show();
    }
    return buttons;
}

} // namespace keepwell::ui
