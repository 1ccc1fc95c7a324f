// SPDX-License-Identifier: Apache-2.0
#include "ui/sharing/what_step.hpp"

#include "ui/records/record_delegate.hpp"
#include "ui/records/record_list_model.hpp"
#include "ui/records/whose_box.hpp"
#include "ui/sharing/what_preview.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/row_list.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QCheckBox>
#include <QDateEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>
#include <chrono>
#include <utility>

namespace keepwell::ui {

WhatStep::WhatStep(Session &session, QWidget *parent)
    : QWidget{parent}
    , m_session{session}
    , m_modes{new QWidget}
    , m_whose{new WhoseBox{WhoseBox::First::Owner}}
    , m_stack{new QStackedWidget}
    , m_model{new RecordListModel{this}}
    , m_preview{new WhatPreview}
    , m_live{new QCheckBox{tr("Also share new records of these kinds until the share ends")}}
{
    auto *modes = new FlowLayout{8, m_modes};
    int mode = ByKind;
    for (const QString &name : {tr("By kind"), tr("By date"), tr("One by one")}) {
        Button *chip = makeChip(name);
        chip->setAutoExclusive(true);
        chip->setObjectName(QStringLiteral("mode%1").arg(mode));
        chip->setChecked(mode == ByKind);
        connect(chip, &QPushButton::clicked, this, [this, mode] { setMode(mode); });
        modes->addWidget(chip);
        ++mode;
    }
    modes->addWidget(m_whose);
    connect(m_whose, &WhoseBox::changed, this, &WhatStep::readRecords);
    m_stack->addWidget(makeKinds());
    m_stack->addWidget(makeDate());
    m_stack->addWidget(makeList());

    auto *left = new Card;
    left->column()->addWidget(m_stack, 1);
    left->column()->addWidget(makePrivate());
    m_live->setObjectName(QStringLiteral("live"));
    left->column()->addWidget(m_live);
    auto *row = new FoldingRow{860, 24};
    row->add(left, 8);
    row->add(m_preview, 5);
    auto *whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(row);
    m_wait.setSingleShot(true);
    m_wait.setInterval(std::chrono::milliseconds{80});
    connect(&m_wait, &QTimer::timeout, this, &WhatStep::preview);
}

QWidget *WhatStep::makeKinds()
{
    auto *kinds = new QWidget;
    m_kindColumn = new QVBoxLayout{kinds};
    m_kindColumn->setContentsMargins(0, 0, 0, 0);
    m_kindColumn->setSpacing(px(4));
    return kinds;
}

QWidget *WhatStep::makeDate()
{
    auto *date = new QWidget;
    auto *column = new QVBoxLayout{date};
    column->setContentsMargins(0, 0, 0, 0);
    m_since = new QDateEdit{localTime(m_session.now()).date().addYears(-1)};
    m_since->setCalendarPopup(true);
    m_since->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    auto *field = new Field{tr("Everything since"), m_since};
    field->setHint(tr("Records without a date are left out."));
    column->addWidget(field);
    column->addStretch(1);
    connect(m_since, &QDateEdit::dateChanged, &m_wait, qOverload<>(&QTimer::start));
    return date;
}

QWidget *WhatStep::makeList()
{
    m_model->setTickable(true);
    m_list = new RowList;
    m_list->setObjectName(QStringLiteral("oneByOne"));
    m_list->setAccessibleName(tr("Records to tick"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RecordDelegate{m_list});
    m_list->setMinimumHeight(px(360));
    connect(m_model, &RecordListModel::tickedChanged, &m_wait, qOverload<>(&QTimer::start));
    connect(m_model, &RecordListModel::moreWanted, this, [this] {
        RecordFilter next;
        next.person = m_whose->person();
        next.limit = 200;
        next.offset = m_model->loaded();
        m_session.ask(
            this, [next](Wallet &wallet, const std::stop_token &) { return wallet.records(next); },
            [this, next](const Result<std::vector<RecordRow>> &rows) {
                if (rows && next.person == m_whose->person() && next.offset == m_model->loaded()) {
                    m_model->append(*rows, rows->size() == 200);
                }
            });
    });
    return m_list;
}

QWidget *WhatStep::makePrivate()
{
    m_privateRow = new QWidget;
    auto *whole = new QVBoxLayout{m_privateRow};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(px(4));
    whole->addWidget(makeRule());
    QHBoxLayout *row = makeRow(14);
    m_withPrivate = new QCheckBox;
    m_withPrivate->setObjectName(QStringLiteral("withPrivate"));
    m_withPrivate->setMinimumHeight(px(44));
    connect(m_withPrivate, &QCheckBox::toggled, &m_wait, qOverload<>(&QTimer::start));
    row->addWidget(m_withPrivate);
    row->addWidget(new IconPlate{u"lock", ToneName::Quiet});
    QVBoxLayout *lines = makeColumn(0);
    lines->addWidget(new Label{TextRole::Body, tr("Also what is extra private")});
    m_privateCount = new Label{TextRole::Small};
    lines->addWidget(m_privateCount);
    row->addLayout(lines, 1);
    whole->addLayout(row);
    m_privateRow->hide();
    return m_privateRow;
}

void WhatStep::setRecipient(const QString &name) { m_preview->setRecipient(name); }

/// A share holds the records of one person: the owner's, or those of whom the first record is.
void WhatStep::begin(std::optional<RecordId> record)
{
    if (record) {
        setMode(OneByOne);
    }
    struct Whose
    {
        std::vector<Person> people;
        std::optional<RecordRow> first;
    };
    m_session.ask(
        this,
        [record](Wallet &wallet, const std::stop_token &) -> Result<Whose> {
            Whose whose;
            KEEPWELL_TRY(whose.people, wallet.people());
            if (record) {
                KEEPWELL_TRY(const RecordDetail detail, wallet.record(*record));
                whose.first = detail.row;
            }
            return whose;
        },
        [this](const Result<Whose> &whose) {
            if (whose) {
                const QSignalBlocker once{m_whose};
                m_whose->fill(whose->people);
                m_given = whose->first;
                m_whose->choose(m_given ? m_given->person : 0);
            }
            readRecords();
            if (m_given) {
                m_model->tickUnseen(m_given->id);
            }
        });
}

void WhatStep::readRecords()
{
    m_model->untick();
    m_model->clear();
    m_withPrivate->setChecked(false);
    struct Counts
    {
        RecordCounts all;
        RecordCounts marked;
    };
    m_session.ask(
        this,
        [person = m_whose->person()](Wallet &wallet, const std::stop_token &) -> Result<Counts> {
            RecordFilter whose;
            whose.person = person;
            Counts counts;
            KEEPWELL_TRY(counts.all, wallet.recordCounts(whose));
            whose.isPrivate = true;
            KEEPWELL_TRY(counts.marked, wallet.recordCounts(whose));
            return counts;
        },
        [this, person = m_whose->person()](const Result<Counts> &counts) {
            if (counts && person == m_whose->person()) {
                m_all = counts->all;
                m_marked = counts->marked;
                fillKinds();
                preview();
            }
        });
    m_model->fetchMore({});
}

void WhatStep::fillKinds()
{
    m_privateCount->setText(
        tr("%n record(s) of these kinds or dates stay out otherwise. Never ticked for you.",
           nullptr, static_cast<int>(m_marked.total)));
    m_withPrivate->setAccessibleName(tr("Also what is extra private") + QStringLiteral(", ")
                                     + m_privateCount->text());
    m_privateRow->setVisible(m_mode != OneByOne && m_marked.total > 0);
    clear(m_kindColumn);
    m_kinds.clear();
    QWidget *before = m_modes->findChild<QPushButton *>(QStringLiteral("mode%1").arg(OneByOne));
    const auto groups = kindGroups();
    for (const KindGroup &group : groups) {
        const std::int64_t count = countOf(m_all, group);
        const std::int64_t marked = countOf(m_marked, group);
        if (count == 0) {
            m_kinds << nullptr;
            continue;
        }
        if (m_kindColumn->count() > 0) {
            m_kindColumn->addWidget(makeRule());
        }
        QHBoxLayout *row = makeRow(14);
        auto *tick = new QCheckBox;
        tick->setObjectName(QStringLiteral("kind_") + group.icon);
        const QString words = count == marked
            ? tr("%n record(s), extra private", nullptr, static_cast<int>(count))
            : tr("%n record(s)", nullptr, static_cast<int>(count - marked));
        tick->setAccessibleName(group.name + QStringLiteral(", ") + words);
        tick->setMinimumHeight(px(44));
        m_kinds << tick;
        row->addWidget(tick);
        auto *plate = new IconPlate{group.icon, group.tone};
        row->addWidget(plate);
        QVBoxLayout *lines = makeColumn(0);
        lines->addWidget(new Label{TextRole::Body, group.name});
        lines->addWidget(new Label{TextRole::Small, words});
        row->addLayout(lines, 1);
        m_kindColumn->addLayout(row);
        setTabOrder(before, tick);
        before = tick;
        connect(tick, &QCheckBox::toggled, &m_wait, qOverload<>(&QTimer::start));
    }
    m_kindColumn->addStretch(1);
    setTabOrder(before, m_live); // the ticks come later than it
}

void WhatStep::setMode(int mode)
{
    m_mode = mode;
    m_modes->findChild<QPushButton *>(QStringLiteral("mode%1").arg(mode))->setChecked(true);
    m_stack->setCurrentIndex(mode);
    m_live->setVisible(mode != OneByOne);
    m_privateRow->setVisible(mode != OneByOne && m_marked.total > 0);
    m_wait.start();
}

bool WhatStep::isLive() const { return m_mode != OneByOne && m_live->isChecked(); }

Selection WhatStep::selection() const
{
    Selection selection;
    if (const auto person = m_whose->person()) {
        selection.person = PersonId{*person};
    }
    if (m_mode == OneByOne) {
        selection.records.assign(m_model->ticked().begin(), m_model->ticked().end());
    } else if (m_mode == ByDate) {
        selection.since = m_since->date().toString(Qt::ISODate).toStdString();
    } else {
        selection.kinds = filter().kinds;
    }
    selection.withPrivate = m_mode != OneByOne && m_withPrivate->isChecked();
    return selection;
}

RecordFilter WhatStep::filter() const
{
    RecordFilter filter;
    filter.person = m_whose->person();
    filter.limit = WhatPreview::kMost;
    if (!m_withPrivate->isChecked()) {
        filter.isPrivate = false;
    }
    if (m_mode == ByDate) {
        filter.since = m_since->date().toString(Qt::ISODate).toStdString();
        return filter;
    }
    const auto groups = kindGroups();
    for (qsizetype group = 0; group < m_kinds.size(); ++group) {
        if (m_kinds[group] != nullptr && m_kinds[group]->isChecked()) {
            const auto &kinds = groups[static_cast<std::size_t>(group)].kinds;
            filter.kinds.insert(filter.kinds.end(), kinds.begin(), kinds.end());
        }
    }
    return filter;
}

QString WhatStep::kindsSentence() const
{
    if (m_mode == ByDate) {
        const QString since = tr("Everything since %1").arg(shortDate(m_since->date()));
        return m_withPrivate->isChecked() ? tr("%1, also what is extra private").arg(since) : since;
    }
    if (m_mode == OneByOne) {
        return tr("Chosen one by one");
    }
    QStringList names;
    const auto groups = kindGroups();
    for (qsizetype group = 0; group < m_kinds.size(); ++group) {
        if (m_kinds[group] != nullptr && m_kinds[group]->isChecked()) {
            names << groups[static_cast<std::size_t>(group)].name;
        }
    }
    const QString kinds = names.join(QStringLiteral(", "));
    return m_withPrivate->isChecked() ? tr("%1, also what is extra private").arg(kinds) : kinds;
}

void WhatStep::preview()
{
    const int asked = ++m_previews;
    if (m_mode == OneByOne) {
        ChosenRecords chosen;
        std::vector<RecordRow> &rows = chosen.rows;
        for (int i = 0; i < m_model->rowCount(); ++i) {
            const RecordRow *row = m_model->record(m_model->index(i));
            if (row != nullptr && m_model->ticked().contains(row->id)) {
                rows.push_back(*row);
            }
        }
        if (m_given && m_model->ticked().contains(m_given->id)
            && !m_model->indexOf(m_given->id).isValid()) {
            rows.push_back(*m_given); // too far down to be read yet
        }
        chosen.count = static_cast<std::int64_t>(rows.size());
        chosen.extraPrivate = std::ranges::count_if(rows, &RecordRow::isPrivate);
        showPreview(chosen);
        return;
    }
    const RecordFilter wanted = filter();
    if (m_mode == ByKind && wanted.kinds.empty()) {
        showPreview({});
        return;
    }
    m_session.ask(
        this,
        [wanted](Wallet &wallet, const std::stop_token &) -> Result<ChosenRecords> {
            ChosenRecords found;
            KEEPWELL_TRY(found.rows, wallet.records(wanted));
            KEEPWELL_TRY(const RecordCounts counts, wallet.recordCounts(wanted));
            found.count = counts.total;
            if (!wanted.isPrivate) {
                RecordFilter marked = wanted;
                marked.isPrivate = true;
                KEEPWELL_TRY(const RecordCounts extra, wallet.recordCounts(marked));
                found.extraPrivate = extra.total;
            }
            return found;
        },
        [this, asked](const Result<ChosenRecords> &preview) {
            if (preview && asked == m_previews) { // else something else is chosen by now
                showPreview(*preview);
            }
        });
}

void WhatStep::showPreview(const ChosenRecords &chosen)
{
    m_count = chosen.count;
    m_preview->showRecords(chosen, m_all.total - chosen.count,
                           m_marked.total - chosen.extraPrivate);
    emit previewed();
}

} // namespace keepwell::ui
