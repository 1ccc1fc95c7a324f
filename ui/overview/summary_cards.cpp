// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/summary_cards.hpp"

#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/row_button.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/parts.hpp"
#include "ui/words/sentences.hpp"

#include <QCoreApplication>
#include <QLocale>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("Overview", words); }

constexpr std::size_t kMostLines = 4;

Button *makeLink(const QString &text, const std::function<void()> &go)
{
    auto *link = new Button{ButtonKind::Quiet, text, u"chevron-right"};
    link->small()->withTrailingIcon();
    QObject::connect(link, &QPushButton::clicked, link, go);
    return link;
}

/// A whole line that opens a record.
QPushButton *makeLineButton(const QString &name, RecordId id, const OpenRecord &open)
{
    auto *button = new RowButton;
    button->setAccessibleName(name);
    QObject::connect(button, &QPushButton::clicked, button, [open, id] { open(id); });
    return button;
}

/// The number large, its unit small beside it.
QWidget *makeAmount(const QString &value)
{
    const AmountParts parts = amountOf(value);
    auto *amount = new QWidget;
    auto *row = new QHBoxLayout{amount};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(5));
    if (parts.unit.isEmpty()) {
        row->addWidget((new Label{TextRole::Value, parts.number})->atEnd());
        return amount;
    }
    row->addStretch(1);
    row->addWidget((new Label{TextRole::Value, parts.number})->onOneLine());
    row->addWidget(new Label{TextRole::Small, parts.unit});
    return amount;
}

QWidget *makeResult(const records::SummaryItem &item, const std::optional<SparkLine> &spark,
                    const OpenRecord &open)
{
    const QString value = plain(item.value);
    auto *line = makeLineButton(plain(item.title) + QStringLiteral(", ") + value, item.id, open);
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins(0, px(8), 0, px(8));
    auto *fold = new FoldingRow{470, 12};
    auto *words = new QWidget;
    auto *column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const NameParts name = partsOf(plain(item.title));
    column->addWidget(new Label{TextRole::Body, name.name});
    const QString day = shortDate(item.date);
    column->addWidget(
        new Label{TextRole::Small,
                  name.inBrackets.isEmpty() ? day : name.inBrackets + QStringLiteral(", ") + day});
    fold->add(words, 11);
    if (spark) {
        fold->add(new Sparkline{*spark});
    }
    fold->add(makeAmount(value), 9);
    auto *end = new QWidget;
    auto *endRow = new QHBoxLayout{end};
    endRow->setContentsMargins(0, 0, 0, 0);
    const BadgeText badge = badgeOf(item.flag);
    end->setMinimumWidth(px(160));
    if (!badge.text.isEmpty()) {
        endRow->addWidget(new Badge{badge});
    }
    endRow->addStretch(1);
    fold->add(end, 0);
    row->addWidget(fold);
    return line;
}

} // namespace

QWidget *makeAppointmentCard(const RecordRow &appointment, const OpenRecord &open)
{
    const QDateTime time
        = QDateTime::fromString(QString::fromStdString(appointment.date), Qt::ISODateWithMs)
              .toLocalTime();
    const QDate day = time.isValid()
        ? time.date()
        : QDate::fromString(QString::fromStdString(appointment.date).left(10), Qt::ISODate);
    const bool timed = appointment.date.size() > 10 && time.isValid();
    const QString when = timed
        ? say("Next appointment, %1 %2")
              .arg(QLocale{}.toString(day, QStringLiteral("dddd")),
                   time.time().toString(QStringLiteral("HH:mm")))
        : say("Next appointment, %1").arg(QLocale{}.toString(day, QStringLiteral("dddd")));
    auto *card = new Card;
    card->column()->setContentsMargins(px(18), px(10), px(18), px(10));
    auto *line = makeLineButton(
        QStringList{when, shortDate(day), plain(appointment.title)}.join(QStringLiteral(", ")),
        appointment.id, open);
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins(0, px(4), 0, px(4));
    row->setSpacing(px(14));
    QFrame *tile = makeFrame("tint");
    auto *tileColumn = new QVBoxLayout{tile};
    tileColumn->setContentsMargins(px(12), px(4), px(12), px(4));
    tileColumn->setSpacing(0);
    for (const auto &[role, text] :
         {std::pair{TextRole::SmallText, QLocale{}.toString(day, QStringLiteral("MMM"))},
          std::pair{TextRole::Value, QString::number(day.day())}}) {
        Label *label = (new Label{role, text})->onOneLine();
        label->setAlignment(Qt::AlignCenter);
        tileColumn->addWidget(label);
    }
    row->addWidget(tile, 0, Qt::AlignTop);
    QVBoxLayout *words = makeColumn(0);
    words->addWidget(new Label{TextRole::Small, when});
    words->addWidget(new Label{TextRole::Strong, plain(appointment.title)});
    if (!appointment.source.empty()) {
        words->addWidget(new Label{TextRole::Small, plain(appointment.source)});
    }
    row->addLayout(words, 1);
    card->column()->addWidget(line);
    return card;
}

QWidget *makeResultsCard(const records::SummarySection &results, const LineOfRecord &line,
                         const OpenRecord &open, const std::function<void()> &all)
{
    auto *card = new Card{u"test-tube", say("Latest results")};
    card->titleRow()->addWidget(makeLink(say("All results"), all));
    card->column()->setSpacing(0);
    std::size_t shown = 0;
    for (const records::SummaryItem &item : results.items) {
        if (shown == kMostLines) {
            break;
        }
        if (shown++ > 0) {
            card->column()->addWidget(makeRule());
        }
        card->column()->addWidget(makeResult(item, line(item.id), open));
    }
    if (shown == 0) {
        card->column()->addSpacing(px(12));
        card->column()->addWidget(new Label{TextRole::Second, say("Not known. Add a lab report.")});
    }
    card->column()->addStretch(1);
    return card;
}

QWidget *makeListCard(const QString &icon, const QString &title,
                      const records::SummarySection &section, const QString &none,
                      const OpenRecord &open, const std::function<void()> &all)
{
    auto *card = new Card{icon, title};
    card->titleRow()->addWidget(
        new Label{TextRole::Second,
                  section.items.empty() ? QString{} : QString::number(section.items.size())});
    std::size_t shown = 0;
    for (const records::SummaryItem &item : section.items) {
        if (shown++ == kMostLines) {
            card->column()->addWidget(
                makeLink(say("Show %1 more").arg(section.items.size() - kMostLines), all), 0,
                Qt::AlignLeading);
            break;
        }
        const QString second = item.value.empty() ? shortDate(item.date) : plain(item.value);
        auto *line
            = makeLineButton(plain(item.title) + QStringLiteral(", ") + second, item.id, open);
        auto *column = new QVBoxLayout{line};
        column->setContentsMargins(0, px(2), 0, px(2));
        column->setSpacing(0);
        column->addWidget(new Label{TextRole::Body, plain(item.title)});
        column->addWidget(new Label{TextRole::Small, second});
        card->column()->addWidget(line);
    }
    if (shown == 0) {
        card->column()->addWidget(
            new Label{TextRole::Second, section.knownNone ? none : say("Not known.")});
    }
    card->column()->addStretch(1);
    return card;
}

QWidget *makeActivityCard(const std::vector<ActivityLine> &lines, const std::function<void()> &all)
{
    auto *card = new Card{u"eye", say("Who opened what")};
    card->titleRow()->addWidget(makeLink(say("Activity"), all));
    for (const ActivityLine &line : lines) {
        QHBoxLayout *row = makeRow(10);
        row->addWidget(new Avatar{line.who, line.who, 32}, 0, Qt::AlignTop);
        QVBoxLayout *words = makeColumn(0);
        words->addWidget(new Label{TextRole::Body, line.who});
        words->addWidget(new Label{TextRole::Small, line.what});
        row->addLayout(words, 1);
        auto *when = (new Label{TextRole::Small, line.when})->onOneLine();
        row->addWidget(when);
        card->column()->addLayout(row);
    }
    if (lines.empty()) {
        card->column()->addWidget(
            new Label{TextRole::Second, say("Nobody has opened anything yet.")});
    }
    card->column()->addStretch(1);
    return card;
}

} // namespace keepwell::ui
