// SPDX-License-Identifier: Apache-2.0
#include "ui/sharing/what_preview.hpp"

#include "ui/widgets/announce.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QVBoxLayout>

namespace keepwell::ui {

WhatPreview::WhatPreview(QWidget *parent)
    : QFrame{parent}
    , m_title{new Label{TextRole::Card}}
    , m_count{new Label{TextRole::Small}}
    , m_rows{new QVBoxLayout}
    , m_stays{new Label{TextRole::Strong}}
    , m_staysExtraPrivate{new Label{TextRole::Small}}
{
    setProperty("role", "card");
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    QFrame *head = makeFrame("cardTop");
    auto *headRow = new QHBoxLayout{head};
    headRow->setContentsMargins(px(20), px(12), px(20), px(12));
    headRow->setSpacing(px(12));
    headRow->addWidget(new IconView{u"eye", IconColour::Main, 24});
    QVBoxLayout *words = makeColumn(0);
    words->addWidget(m_title);
    words->addWidget(m_count);
    headRow->addLayout(words, 1);
    column->addWidget(head);
    auto *rows = makeFrame("sunkBottom");
    rows->setLayout(m_rows);
    m_rows->setContentsMargins(px(20), px(10), px(20), px(10));
    m_rows->setSpacing(px(10));
    column->addWidget(rows, 1);
    column->addWidget(makeRule());
    auto *foot = new QWidget;
    auto *footRow = new QHBoxLayout{foot};
    footRow->setContentsMargins(px(20), px(12), px(20), px(14));
    footRow->setSpacing(px(12));
    footRow->addWidget(new IconView{u"eye-off", IconColour::Second, 22}, 0, Qt::AlignTop);
    QVBoxLayout *stays = makeColumn(0);
    stays->addWidget(m_stays);
    stays->addWidget(m_staysExtraPrivate);
    footRow->addLayout(stays, 1);
    column->addWidget(foot);
}

void WhatPreview::setRecipient(const QString &name)
{
    m_title->setText(tr("What %1 will see").arg(name));
}

void WhatPreview::showRecords(const ChosenRecords &chosen, std::int64_t stays,
                              std::int64_t staysExtraPrivate)
{
    const std::int64_t count = chosen.count;
    m_count->setText(count == 0
                         ? tr("Nothing yet. Tick what you want to share.")
                         : tr("%n record(s), and nothing else", nullptr, static_cast<int>(count)));
    clear(m_rows);
    std::int64_t shown = 0;
    for (const RecordRow &record : chosen.rows) {
        if (shown++ == kMost) {
            break;
        }
        QHBoxLayout *row = makeRow(12);
        const KindLook look = lookOf(record.kind);
        row->addWidget(new IconPlate{look.icon, look.tone, 32});
        row->addWidget(new Label{TextRole::Body, plain(record.title)}, 1);
        row->addWidget((new Label{TextRole::Small, shortDate(record.date)})->onOneLine());
        m_rows->addLayout(row);
    }
    if (count > kMost) {
        m_rows->addWidget(new Label{TextRole::Small, tr("and %1 more").arg(count - kMost)});
    }
    m_rows->addStretch(1);
    m_stays->setText(tr("Stays private: %n record(s)", nullptr, static_cast<int>(stays)));
    m_staysExtraPrivate->setText(
        tr("%n of them extra private", nullptr, static_cast<int>(staysExtraPrivate)));
    m_staysExtraPrivate->setVisible(staysExtraPrivate > 0);
    announce(*m_count, m_title->text() + QStringLiteral(": ") + m_count->text());
}

} // namespace keepwell::ui
