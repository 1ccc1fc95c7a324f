// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/connection_card.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"

namespace keepwell::ui {

ConnectionCard::ConnectionCard(const QString &icon, const QString &title,
                               const ConnectionWords &words, QWidget *parent)
    : QFrame{parent}
{
    auto *whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card;
    whole->addWidget(card);
    setAccessibleName(title + QStringLiteral(": ") + words.badge.text);

    QHBoxLayout *row = makeRow(16);
    row->addWidget(new IconPlate{icon, words.badge.tone}, 0, Qt::AlignTop);
    auto *fold = new FoldingRow{520, 8};
    auto *text = new QWidget;
    auto *column = new QVBoxLayout{text};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    column->addWidget(new Label{TextRole::Card, title});
    column->addWidget(new Label{TextRole::Second, words.sentence});
    if (!words.facts.isEmpty()) {
        column->addSpacing(px(4));
        column->addWidget(new Label{TextRole::Small, words.facts});
    }
    fold->add(text, 1);
    fold->add(new Badge{words.badge});
    const bool isUrgent = words.act == ConnectionAct::Join && words.badge.tone == ToneName::Stop;
    auto *button = new Button{isUrgent ? ButtonKind::Primary : ButtonKind::Secondary, words.button};
    button->setObjectName(QStringLiteral("act"));
    button->setAccessibleName(words.button + QStringLiteral(": ") + title);
    connect(button, &QPushButton::clicked, this, [this, act = words.act] { emit wanted(act); });
    fold->add(button->small());
    row->addWidget(fold, 1);
    card->column()->addLayout(row);

    auto *more = new Button{ButtonKind::Quiet, tr("Technical details"), u"chevron-right"};
    more->small()->setCheckable(true);
    more->setObjectName(QStringLiteral("more"));
    more->setAccessibleName(tr("Technical details of %1").arg(title));
    QVBoxLayout *below = makeColumn(8); // under the words, past the plate
    below->addWidget(more, 0, Qt::AlignLeading);
    QHBoxLayout *indented = makeRow(0);
    indented->addSpacing(px(43));
    indented->addLayout(below, 1);
    card->column()->addLayout(indented);
    auto *details = new Label{TextRole::Code, words.technical.join(QLatin1Char('\n'))};
    details->setObjectName(QStringLiteral("details"));
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    details->hide();
    below->addWidget(details);
    connect(more, &QPushButton::toggled, details, &QWidget::setVisible);
    connect(more, &QPushButton::toggled, more,
            [more](bool open) { more->setIconName(open ? u"chevron-down" : u"chevron-right"); });
}

} // namespace keepwell::ui
