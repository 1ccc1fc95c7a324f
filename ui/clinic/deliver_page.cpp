// SPDX-License-Identifier: Apache-2.0
#include "ui/clinic/deliver_page.hpp"

#include "ui/clinic/inbox_words.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"

namespace keepwell::ui {

DeliverPage::DeliverPage(Session &session, QWidget *parent)
    : Page{tr("Deliver a record"), parent}, m_session{session}, m_content{new QWidget}
{
    auto *fresh = new Button{ButtonKind::Primary, tr("New delivery"), u"plus"};
    fresh->setObjectName(QStringLiteral("newDelivery"));
    addAction(fresh);
    connect(fresh, &QPushButton::clicked, this, &DeliverPage::newDeliveryWanted);
    auto *column = new QVBoxLayout{m_content};
    column->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_content, 1);
}

void DeliverPage::refresh()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.deliveries(); },
        [this](const Result<std::vector<DeliveryRow>> &deliveries) {
            if (!deliveries) {
                emit said(sentenceOf(deliveries.error()));
                return;
            }
            show(*deliveries);
        });
}

void DeliverPage::show(const std::vector<DeliveryRow> &deliveries)
{
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    clear(column);
    if (deliveries.empty()) {
        auto *empty = new EmptyState{tr("Nothing delivered yet"),
                                     tr("Send a letter or results to a patient’s wallet.")};
        auto *fresh = new Button{ButtonKind::Primary, tr("New delivery"), u"plus"};
        connect(fresh, &QPushButton::clicked, this, &DeliverPage::newDeliveryWanted);
        empty->addButton(fresh);
        column->addWidget(empty, 1);
        return;
    }
    QFrame *card = makeFrame("card");
    auto *rows = new QVBoxLayout{card};
    rows->setContentsMargins(px(20), px(8), px(20), px(8));
    rows->setSpacing(px(4));
    for (const DeliveryRow &delivery : deliveries) {
        if (rows->count() > 0) {
            rows->addWidget(makeRule());
        }
        rows->addWidget(makeRow(delivery));
    }
    column->addWidget(card);
    column->addStretch(1);
}

QWidget *DeliverPage::makeRow(const DeliveryRow &delivery)
{
    const QString name = plain(delivery.from);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins(0, px(10), 0, px(10));
    row->setSpacing(px(14));
    row->addWidget(new Avatar{name, name});
    auto *fold = new FoldingRow{520, 14};
    auto *words = new QWidget;
    auto *column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Label{TextRole::Strong, name});
    column->addWidget(new Label{
        TextRole::Small,
        delivery.note.empty() ? tr("%n record(s)", nullptr, static_cast<int>(delivery.records))
                              : plain(delivery.note)});
    fold->add(words, 1);
    fold->add(new Label{TextRole::Second, whenWas(delivery.time, m_session.now())});
    fold->add(new Badge{badgeOf(delivery.state)});
    row->addWidget(fold, 1);
    return line;
}

} // namespace keepwell::ui
