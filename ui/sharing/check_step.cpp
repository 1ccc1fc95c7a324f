// SPDX-License-Identifier: Apache-2.0
#include "ui/sharing/check_step.hpp"

#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/widgets/word_tile.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QCheckBox>

namespace keepwell::ui {

CheckStep::CheckStep(QWidget *parent) : QWidget{parent}, m_column{new QVBoxLayout{this}}
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(20));
}

void CheckStep::show(const QList<Line> &lines, const ContactRow &contact)
{
    clear(m_column);
    m_match = nullptr;
    m_anyway = nullptr;
    m_checkedBefore = contact.checked;
    auto *row = new FoldingRow{860, 24};
    row->add(makeLines(lines), 4);
    row->add(makeWords(contact), 3);
    m_column->addWidget(row);
    m_column->addWidget(new Strip{
        ToneName::Note, u"info", tr("You can stop this share at any time, in two clicks."),
        tr("After that, %1 can open nothing new. They may keep copies of what they already opened.")
            .arg(plain(contact.name))});
    m_column->addStretch(1);
    emit changed();
}

QWidget *CheckStep::makeLines(const QList<Line> &lines)
{
    auto *card = new Card;
    bool first = true;
    for (const Line &line : lines) {
        if (!first) {
            card->column()->addWidget(makeRule());
        }
        first = false;
        QHBoxLayout *row = makeRow(16);
        row->addWidget(new IconPlate{line.icon, ToneName::Main});
        auto *fold = new FoldingRow{360, 6};
        auto *name = new Label{TextRole::Second, line.name};
        fold->add(name, 1);
        auto *words = new QWidget;
        auto *column = new QVBoxLayout{words};
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(new Label{TextRole::Strong, line.value});
        column->addWidget(new Label{TextRole::Small, line.second});
        fold->add(words, 3);
        row->addWidget(fold, 1);
        auto *change = new Button{ButtonKind::Quiet, tr("Change")};
        change->setAccessibleName(tr("Change: %1").arg(line.name));
        connect(change, &QPushButton::clicked, this,
                [this, step = line.step] { emit changeWanted(step); });
        row->addWidget(change);
        card->column()->addLayout(row);
    }
    card->column()->addStretch(1);
    return card;
}

QWidget *CheckStep::makeWords(const ContactRow &contact)
{
    const QString name = plain(contact.name);
    auto *card = new Card{u"fingerprint", tr("Is it really %1?").arg(name)};
    card->column()->addWidget(
        new Label{TextRole::Body,
                  tr("Ask %1 to read out the words on their screen. They must be the same, "
                     "in the same order.")
                      .arg(name)});
    card->column()->addWidget(
        makeWordGrid(plain(contact.words).split(QLatin1Char(' '), Qt::SkipEmptyParts), 3));
    if (contact.checked) {
        card->column()->addWidget(new Badge{badgeOf(contact)});
        card->column()->addWidget(new Label{
            TextRole::Second, tr("You compared these words before. Nothing has changed since.")});
        card->column()->addStretch(1);
        return card;
    }
    m_match = new QCheckBox{tr("The words match. I checked by phone or in person.")};
    m_match->setObjectName(QStringLiteral("wordsMatch"));
    m_anyway = new QCheckBox{tr("Share without checking. I know it may be someone else.")};
    m_anyway->setObjectName(QStringLiteral("shareUnchecked"));
    for (QCheckBox *box : {m_match, m_anyway}) {
        box->setMinimumHeight(px(40));
        card->column()->addWidget(box);
    }
    auto *differ = new Button{ButtonKind::Quiet, tr("The words are different")};
    card->column()->addWidget(differ, 0, Qt::AlignLeading);
    auto *danger = new Strip{ToneName::Stop, u"alert", tr("Do not share."),
                             tr("Someone else may be using this name. Call the clinic on a number "
                                "you know.")};
    danger->hide();
    card->column()->addWidget(danger);
    card->column()->addStretch(1);
    connect(m_match, &QCheckBox::toggled, this, [this](bool on) {
        if (on) {
            m_anyway->setChecked(false);
        }
        emit changed();
    });
    connect(m_anyway, &QCheckBox::toggled, this, [this](bool on) {
        if (on) {
            m_match->setChecked(false);
        }
        emit changed();
    });
    connect(differ, &QPushButton::clicked, this, [this, danger] {
        m_match->setChecked(false);
        m_anyway->setChecked(false);
        danger->show();
    });
    return card;
}

bool CheckStep::confirmsWords() const { return m_match != nullptr && m_match->isChecked(); }

bool CheckStep::acceptsUnchecked() const { return m_anyway != nullptr && m_anyway->isChecked(); }

bool CheckStep::mayShare() const
{
    return m_checkedBefore || confirmsWords() || acceptsUnchecked();
}

} // namespace keepwell::ui
