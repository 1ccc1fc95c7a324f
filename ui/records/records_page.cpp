// SPDX-License-Identifier: Apache-2.0
#include "ui/records/records_page.hpp"

#include "ui/records/date_filter.hpp"
#include "ui/records/record_delegate.hpp"
#include "ui/records/record_list_model.hpp"
#include "ui/records/record_viewer.hpp"
#include "ui/records/whose_box.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/row_list.hpp"
#include "ui/widgets/search_field.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QListView>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <chrono>

namespace keepwell::ui {

namespace {

constexpr std::int64_t kPage = 200;
constexpr int kTwoPanes = 720; ///< Design pixels of content that list and viewer need together.

} // namespace

RecordsPage::RecordsPage(Session &session, QWidget *parent)
    : Page{tr("Records"), parent}
    , m_session{session}
    , m_model{new RecordListModel{this}}
    , m_search{makeSearchField(tr("Search records"), QStringLiteral("Ctrl F"))}
    , m_states{new QStackedWidget}
{
    m_search->setObjectName(QStringLiteral("searchRecords"));
    addAction(m_search);
    auto *add = new Button{ButtonKind::Secondary, tr("Add records"), u"add-records"};
    add->setObjectName(QStringLiteral("addRecords"));
    addAction(add);
    connect(add, &QPushButton::clicked, this, &RecordsPage::addRecordsWanted);

    m_states->addWidget(makePanes());
    m_states->addWidget(makeEmpty());
    body()->addWidget(m_states, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds{120});
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &RecordsPage::readFirst);
    connect(m_model, &RecordListModel::moreWanted, this, &RecordsPage::readMore);
}

QWidget *RecordsPage::makeChips()
{
    m_chipRow = new QWidget;
    auto *flow = new FlowLayout{8, m_chipRow};
    const auto groups = kindGroups();
    for (int group = -1; group < static_cast<int>(groups.size()); ++group) {
        Button *chip
            = makeChip(group < 0 ? tr("All") : groups[static_cast<std::size_t>(group)].name);
        chip->setAutoExclusive(true);
        chip->setChecked(group < 0);
        connect(chip, &QPushButton::clicked, this, [this, group] {
            m_group = group;
            readFirst();
        });
        m_chips << chip;
        flow->addWidget(chip);
    }
    m_dates = new DateFilter{localTime(m_session.now()).date()};
    connect(m_dates, &DateFilter::changed, this, &RecordsPage::readFirst);
    flow->addWidget(m_dates);
    m_whose = new WhoseBox{WhoseBox::First::Everybody};
    connect(m_whose, &WhoseBox::changed, this, [this] {
        readCounts();
        readFirst();
    });
    flow->addWidget(m_whose);
    return m_chipRow;
}

QWidget *RecordsPage::makePanes()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout{whole};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    column->addWidget(makeChips());

    m_list = new RowList;
    m_list->setObjectName(QStringLiteral("recordList"));
    m_list->setAccessibleName(tr("Records"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RecordDelegate{m_list});
    m_listPane = makeFrame("card");
    auto *listColumn = new QVBoxLayout{m_listPane};
    listColumn->setContentsMargins(px(8), px(6), px(8), px(8));
    listColumn->addWidget(m_list);

    QHBoxLayout *panes = makeRow(16);
    panes->addWidget(m_listPane, 4);
    panes->addWidget(makeViewer(), 7);
    column->addLayout(panes, 1);
    m_listPane->setMinimumHeight(px(360));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (const RecordRow *row = m_model->record(current)) {
                    choose(row->id);
                }
            });
    return whole;
}

QWidget *RecordsPage::makeViewer()
{
    QFrame *card = makeFrame("card");
    auto *column = new QVBoxLayout{card};
    column->setContentsMargins(1, 1, 1, 1);
    m_viewer = new RecordViewer;
    column->addWidget(m_viewer);

    m_trend = m_viewer->addAction(tr("Over time"), u"plan");
    m_trend->setObjectName(QStringLiteral("overTime"));
    m_trend->hide();
    connect(m_trend, &QPushButton::clicked, this,
            [this] { emit trendWanted(static_cast<qint64>(*m_chosen)); });
    auto *share = m_viewer->addAction(tr("Share"), u"share");
    connect(share, &QPushButton::clicked, this,
            [this] { emit shareWanted(static_cast<qint64>(*m_chosen)); });
    m_private = m_viewer->addAction(tr("Extra private"), u"unlock")->iconOnly();
    m_private->setObjectName(QStringLiteral("extraPrivate"));
    m_private->setToolTip(tr("Extra private: left out of shares unless you choose it"));
    m_private->setCheckable(true);
    connect(m_private, &QPushButton::clicked, this, &RecordsPage::markPrivate);
    auto *print = m_viewer->addAction(tr("Print this record"), u"print")->iconOnly();
    print->setObjectName(QStringLiteral("printRecord"));
    connect(print, &QPushButton::clicked, this, &RecordsPage::print);
    auto *save = m_viewer->addAction(tr("Save a copy"), u"save")->iconOnly();
    connect(save, &QPushButton::clicked, this, &RecordsPage::saveCopy);
    auto *remove = m_viewer->addAction(tr("Delete this record"), u"trash")->iconOnly();
    remove->setObjectName(QStringLiteral("deleteRecord"));
    connect(remove, &QPushButton::clicked, this, &RecordsPage::removeRecord);

    connect(m_viewer->backButton(), &QPushButton::clicked, this, [this] {
        m_chosen.reset();
        fold();
        m_list->setFocus();
    });
    connect(m_viewer, &RecordViewer::originalWanted, this, &RecordsPage::readOriginal);
    connect(m_viewer, &RecordViewer::attachmentWanted, this, &RecordsPage::saveAttachment);
    connect(m_viewer, &RecordViewer::attachmentShown, this, [this](int index) {
        readAttachment(index,
                       [this, index](ByteView bytes) { m_viewer->showAttachment(index, bytes); });
    });
    return card;
}

QWidget *RecordsPage::makeEmpty()
{
    auto *empty
        = new EmptyState{tr("Bring in your first records"),
                         tr("Choose files or a whole folder from your clinic or hospital.")};
    auto *choose = new Button{ButtonKind::Primary, tr("Choose files"), u"folder-open"};
    connect(choose, &QPushButton::clicked, this, &RecordsPage::addRecordsWanted);
    empty->addButton(choose);
    empty->setFootnote(u"lock", tr("Files are read on this computer and locked with your key."));
    return empty;
}

RecordFilter RecordsPage::filter() const
{
    RecordFilter filter;
    if (m_group >= 0) {
        filter.kinds = kindGroups()[static_cast<std::size_t>(m_group)].kinds;
    }
    filter.person = m_whose->person();
    filter.search = m_search->text().toStdString();
    filter.since = m_dates->since();
    filter.until = m_dates->until();
    filter.limit = kPage;
    return filter;
}

void RecordsPage::refresh()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.people(); },
        [this](const Result<std::vector<Person>> &people) {
            if (people) {
                m_whose->fill(*people);
                m_model->nameOthersThan(m_whose->ownerAmongOthers());
                m_viewer->nameOthersThan(m_whose->ownerAmongOthers());
            }
            readCounts();
            readFirst();
        });
}

void RecordsPage::readCounts()
{
    m_session.ask(
        this,
        [person = m_whose->person()](Wallet &wallet, const std::stop_token &) {
            RecordFilter whose;
            whose.person = person;
            return wallet.recordCounts(whose);
        },
        [this, person = m_whose->person()](Result<RecordCounts> counts) {
            if (!counts) {
                emit said(sentenceOf(counts.error()));
                return;
            }
            if (person != m_whose->person()) {
                return; // somebody else is chosen by now
            }
            for (const RecordRow &row : m_leaving) {
                if (!person || *person == row.person) {
                    --counts->total;
                    --counts->byKind[static_cast<std::size_t>(row.kind)];
                }
            }
            const bool empty = counts->total == 0 && !m_whose->person();
            m_states->setCurrentIndex(empty ? 1 : 0);
            m_search->setVisible(!empty);
            const auto records = [](std::int64_t count) {
                return tr("%n record(s)", nullptr, static_cast<int>(count));
            };
            m_chips.front()->setText(tr("All %1").arg(locale().toString(counts->total)));
            m_chips.front()->setAccessibleName(tr("All, %1").arg(records(counts->total)));
            const auto groups = kindGroups();
            for (std::size_t group = 0; group < groups.size(); ++group) {
                const std::int64_t count = countOf(*counts, groups[group]);
                Button *chip = m_chips[static_cast<qsizetype>(group) + 1];
                chip->setVisible(count > 0);
                chip->setAccessibleName(groups[group].name + QStringLiteral(", ") + records(count));
            }
            const std::int64_t measured = countOf(*counts, groups.front());
            if (measured != m_measured) {
                m_measured = measured;
                readTrends();
            }
        });
}

void RecordsPage::readTrends()
{
    m_session.ask(
        this,
        [](Wallet &wallet, const std::stop_token &) -> Result<QSet<qint64>> {
            KEEPWELL_TRY(const auto trends, wallet.trends());
            QSet<qint64> records;
            for (const Trend &trend : trends) {
                for (std::size_t at = 0; trend.points.size() > 1 && at < trend.points.size();
                     ++at) {
                    records << static_cast<qint64>(trend.points[at].id);
                }
            }
            return records;
        },
        [this](Result<QSet<qint64>> records) {
            if (records) {
                m_inTrends = *std::move(records);
                m_trend->setVisible(m_chosen
                                    && m_inTrends.contains(static_cast<qint64>(*m_chosen)));
            }
        });
}

void RecordsPage::readFirst()
{
    m_reading.request_stop();
    m_reading = m_session.ask(
        this,
        [filter = filter()](Wallet &wallet, const std::stop_token &) {
            return wallet.records(filter);
        },
        [this](const Result<std::vector<RecordRow>> &rows) {
            m_model->clear();
            if (!rows) {
                emit said(sentenceOf(rows.error()));
                return;
            }
            m_model->append(*rows, static_cast<std::int64_t>(rows->size()) == kPage);
            if (rows->empty()) {
                m_viewer->showNothing(
                    m_dates->isSet()
                        ? tr("No record fits. Try other dates, fewer letters or another kind.")
                        : tr("No record fits. Try fewer letters or another kind."));
                return;
            }
            const auto wanted = m_toOpen ? m_toOpen : m_chosen;
            QModelIndex index = wanted ? m_model->indexOf(*wanted) : QModelIndex{};
            if (!index.isValid() && m_toOpen) {
                choose(*m_toOpen);
            } else if (!m_onePane || m_toOpen) {
                m_list->setCurrentIndex(index.isValid() ? index : m_model->firstRecord());
            }
            m_toOpen.reset();
        });
}

void RecordsPage::readMore()
{
    RecordFilter next = filter();
    next.offset = m_model->loaded();
    m_session.ask(
        this, [next](Wallet &wallet, const std::stop_token &) { return wallet.records(next); },
        [this, from = next.offset](const Result<std::vector<RecordRow>> &rows) {
            if (rows && m_model->loaded() == from) {
                m_model->append(*rows, static_cast<std::int64_t>(rows->size()) == kPage);
            }
        });
}

void RecordsPage::choose(RecordId id)
{
    m_chosen = id;
    m_session.ask(
        this, [id](Wallet &wallet, const std::stop_token &) { return wallet.record(id); },
        [this, id](const Result<RecordDetail> &detail) {
            if (m_chosen != id) {
                return;
            }
            m_trend->setVisible(m_inTrends.contains(static_cast<qint64>(id)));
            showPrivate(detail && detail->row.isPrivate);
            detail ? m_viewer->showRecord(*detail) : m_viewer->showFailure(detail.error());
            fold();
        });
}

void RecordsPage::openRecord(RecordId id)
{
    m_toOpen = id;
    m_group = -1;
    m_chips.front()->setChecked(true);
    m_search->clear();
    m_dates->reset();
    {
        const QSignalBlocker once{m_whose}; // one reading is enough
        m_whose->setCurrentIndex(0);
    }
    readCounts();
    readFirst();
}

bool RecordsPage::find(const QString &words) { return startSearch(*m_search, words); }

void RecordsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fold();
}

void RecordsPage::fold()
{
    m_onePane = width() < px(kTwoPanes);
    m_viewer->backButton()->setVisible(m_onePane);
    m_listPane->setVisible(!m_onePane || !m_chosen);
    m_viewer->parentWidget()->setVisible(!m_onePane || m_chosen);
    m_chipRow->setVisible(!m_onePane || !m_chosen);
}

} // namespace keepwell::ui
