// SPDX-License-Identifier: Apache-2.0
#include "ui/records/trend_page.hpp"

#include "ui/records/test_delegate.hpp"
#include "ui/records/trend_chart.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/row_button.hpp"
#include "ui/widgets/row_list.hpp"
#include "ui/widgets/search_field.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"
#include "ui/words/test_meanings.hpp"
#include "ui/words/trends.hpp"

#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStandardItemModel>

#include <algorithm>

namespace keepwell::ui {

namespace {

constexpr std::size_t kMostRows = 60; ///< Of the table; older ones are among the records.

} // namespace

TrendPage::TrendPage(Session &session, QWidget *parent)
    : Page{tr("Tests over time"), parent}
    , m_session{session}
    , m_states{new QStackedWidget}
    , m_find{makeSearchField(tr("Find a test"), QStringLiteral("Ctrl F"))}
    , m_list{new RowList}
    , m_model{new QStandardItemModel{this}}
    , m_found{new QSortFilterProxyModel{this}}
    , m_value{new Label{TextRole::Hero}}
    , m_unit{new Label{TextRole::Second}}
    , m_day{new Label{TextRole::Small}}
    , m_badge{new Badge{{}}}
    , m_note{new Label{TextRole::Second}}
    , m_chart{new TrendChart}
    , m_meaning{new Label{TextRole::Body}}
    , m_count{new Label{TextRole::Small}}
{
    auto *back = new Button{ButtonKind::Secondary, tr("Back to the records"), u"arrow-left"};
    back->setObjectName(QStringLiteral("backToRecords"));
    connect(back, &QPushButton::clicked, this, &TrendPage::recordsWanted);
    addAction(back);

    auto *row = new FoldingRow{760, 16};
    row->add(makeTests(), 3);
    auto *right = new QWidget;
    auto *column = new QVBoxLayout{right};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    column->addWidget(makeChart());
    auto *below = new FoldingRow{720, 16};
    below->add(makeMeaning(), 2);
    below->add(makeValues(), 3);
    column->addWidget(below);
    column->addStretch(1);
    row->add(right, 7);
    m_states->addWidget(row);
    m_states->addWidget(new EmptyState{tr("No test with numbers yet"),
                                       tr("Add a lab report and its values stand here.")});
    body()->addWidget(m_states, 1);
}

QWidget *TrendPage::makeTests()
{
    m_list->setObjectName(QStringLiteral("testList"));
    m_list->setAccessibleName(tr("Tests"));
    m_found->setSourceModel(m_model);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    m_list->setItemDelegate(new TestDelegate{m_list});
    m_find->setObjectName(QStringLiteral("findTest"));
    connect(m_find, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid()) {
                    showTrend(static_cast<std::size_t>(m_found->mapToSource(current).row()));
                }
            });
    QFrame *card = makeFrame("card");
    auto *column = new QVBoxLayout{card};
    column->setContentsMargins(px(8), px(12), px(8), px(8));
    column->setSpacing(px(8));
    m_find->setMaximumWidth(QWIDGETSIZE_MAX);
    column->addWidget(m_find);
    column->addWidget(m_list, 1);
    card->setMinimumHeight(px(300));
    return card;
}

QWidget *TrendPage::makeChart()
{
    auto *card = new Card;
    auto *row = new FoldingRow{560, 12};
    auto *now = new QWidget;
    auto *nowFlow = new FlowLayout{12, now};
    auto *side = new QWidget; // stacked, so that number, words and badge fit one line
    auto *sideColumn = new QVBoxLayout{side};
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(0);
    sideColumn->addWidget(m_unit->onOneLine());
    sideColumn->addWidget(m_day->onOneLine());
    for (QWidget *part :
         {static_cast<QWidget *>(m_value->onOneLine()), side, static_cast<QWidget *>(m_badge)}) {
        auto *middle = new QWidget;
        auto *column = new QVBoxLayout{middle};
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(part, 0, Qt::AlignVCenter);
        middle->setMinimumHeight(px(48));
        nowFlow->addWidget(middle);
    }
    row->add(now, 1);
    auto *chips = new QWidget;
    auto *flow = new FlowLayout{8, chips};
    const std::pair<QString, int> spans[] = {{tr("1 year"), 1}, {tr("5 years"), 5}, {tr("All"), 0}};
    for (const auto &[name, years] : spans) {
        Button *chip = makeChip(name);
        chip->setAutoExclusive(true);
        chip->setChecked(years == m_years);
        connect(chip, &QPushButton::clicked, this, [this, years = years] { chooseYears(years); });
        flow->addWidget(chip);
    }
    row->add(chips);
    card->column()->addWidget(row);
    m_chart->setObjectName(QStringLiteral("trendChart"));
    card->column()->addWidget(m_chart);
    card->column()->addWidget(m_note);
    return card;
}

QWidget *TrendPage::makeMeaning()
{
    m_meaningPlace = new QWidget; // so that the card does not grow as long as the table beside it
    auto *place = new QVBoxLayout{m_meaningPlace};
    place->setContentsMargins(0, 0, 0, 0);
    place->setSpacing(0);
    auto *card = new Card;
    m_meaning->setObjectName(QStringLiteral("whatIsThis"));
    card->column()->setSpacing(px(8));
    card->column()->addWidget(new Label{TextRole::Card, tr("What is this?")});
    card->column()->addWidget(m_meaning);
    card->column()->addWidget(
        new Label{TextRole::Small,
                  tr("It explains the test, not your value. Ask your doctor what yours means for "
                     "you.")});
    place->addWidget(card);
    place->addStretch(1);
    return m_meaningPlace;
}

QWidget *TrendPage::makeValues()
{
    auto *card = new Card;
    QHBoxLayout *head = makeRow(12);
    head->addWidget(new Label{TextRole::Card, tr("All values")}, 1);
    head->addWidget(m_count->onOneLine());
    card->column()->addLayout(head);
    m_values = makeColumn(0);
    card->column()->addLayout(m_values);
    return card;
}

void TrendPage::refresh()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.trends(); },
        [this](Result<std::vector<Trend>> trends) {
            if (!trends) {
                emit said(sentenceOf(trends.error()));
                return;
            }
            m_trends = *std::move(trends);
            m_states->setCurrentIndex(m_trends.empty() ? 1 : 0);
            fillTests();
        });
}

void TrendPage::openRecord(RecordId id)
{
    m_toOpen = id;
    m_find->clear();
}

bool TrendPage::find(const QString &words) { return startSearch(*m_find, words); }

void TrendPage::fillTests()
{
    std::size_t wanted = std::min(m_place, m_trends.empty() ? 0 : m_trends.size() - 1);
    m_model->clear();
    for (std::size_t place = 0; place < m_trends.size(); ++place) {
        const Trend &trend = m_trends[place];
        auto *item = new QStandardItem{plain(trend.title)};
        item->setEditable(false);
        item->setData(plain(trend.points.back().text), TestDelegate::ValueRole);
        item->setData(QVariant::fromValue(sparkLineOf(trend)), TestDelegate::LineRole);
        item->setData(plain(trend.title) + QStringLiteral(". ") + summaryOf(trend),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
        if (m_toOpen
            && std::ranges::find(trend.points, *m_toOpen, &TrendPoint::id) != trend.points.end()) {
            wanted = place;
            m_toOpen.reset();
        }
    }
    if (!m_trends.empty()) {
        m_list->setCurrentIndex(
            m_found->mapFromSource(m_model->index(static_cast<int>(wanted), 0)));
    }
}

void TrendPage::showTrend(std::size_t place)
{
    if (place >= m_trends.size()) {
        return;
    }
    m_place = place;
    const Trend &trend = m_trends[place];
    const TrendPoint &now = trend.points.back();
    setTitle(plain(trend.title));
    m_value->setText(numberOf(now, trend));
    m_unit->setText(plain(trend.unit));
    m_unit->setVisible(!trend.unit.empty());
    m_day->setText(shortDate(now.date));
    m_badge->setVisible(now.flag != RangeFlag::None);
    m_badge->setBadge(badgeOf(now.flag));
    const bool single = trend.points.size() == 1;
    m_note->setVisible(single || now.range.empty());
    m_note->setText(single ? tr("A trend needs two results.") : tr("No range given."));
    m_meaning->setText(meaningOfTest(trend.loinc));
    m_meaningPlace->setVisible(!m_meaning->text().isEmpty());
    chooseYears(m_years);
    showValues(trend);
}

void TrendPage::chooseYears(int years)
{
    m_years = years;
    if (m_place < m_trends.size()) {
        m_chart->show(m_trends[m_place], years);
    }
}

void TrendPage::showValues(const Trend &trend)
{
    clear(m_values);
    m_count->setText(tr("%n result(s)", nullptr, static_cast<int>(trend.points.size())));
    std::size_t shown = 0;
    for (auto point = trend.points.rbegin(); point != trend.points.rend(); ++point) {
        if (++shown > kMostRows) {
            m_values->addWidget(
                new Label{TextRole::Small, tr("Older ones are among the records.")});
            break;
        }
        if (shown > 1) {
            m_values->addWidget(makeRule());
        }
        auto *button = new RowButton;
        const QString day = shortDate(point->date);
        const BadgeText badge = badgeOf(point->flag);
        button->setAccessibleName(
            QStringList{day, plain(point->text), badge.text}.join(QStringLiteral(", ")));
        connect(button, &QPushButton::clicked, this,
                [this, id = static_cast<qint64>(point->id)] { emit recordWanted(id); });
        auto *row = new QHBoxLayout{button};
        row->setContentsMargins(0, px(4), 0, px(4));
        row->setSpacing(px(12));
        row->addWidget((new Label{TextRole::Body, day})->onOneLine(), 3);
        row->addWidget(new Label{TextRole::Strong, numberOf(*point, trend)}, 2);
        auto *end = new QWidget;
        auto *endRow = new QHBoxLayout{end};
        endRow->setContentsMargins(0, 0, 0, 0);
        endRow->addStretch(1);
        if (!badge.text.isEmpty()) {
            endRow->addWidget(new Badge{badge});
        }
        row->addWidget(end, 4);
        m_values->addWidget(button);
    }
}

} // namespace keepwell::ui
