// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/activity_page.hpp"

#include "ui/activity/activity_delegate.hpp"
#include "ui/activity/activity_details.hpp"
#include "ui/activity/activity_model.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/row_list.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"

#include <QComboBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>

#include <utility>

namespace keepwell::ui {

namespace {

constexpr std::int64_t kPage = 100;
constexpr std::int64_t kMostBarred = 20000;

} // namespace

ActivityPage::ActivityPage(Session &session, QWidget *parent)
    : Page{session.isClinician() ? tr("My activity") : tr("Activity"), parent}
    , m_session{session}
    , m_histogram{new Histogram}
    , m_counts{new Label{TextRole::Second}}
    , m_complete{new Badge{{}}}
    , m_unseen{new Strip{ToneName::Care, u"shield", {}, {}}}
    , m_dayChip{makeChip({})}
    , m_who{new QComboBox}
    , m_list{new RowList}
    , m_states{new QStackedWidget}
    , m_model{new ActivityModel{{plain(session.wallet().ownerName()), session.isClinician()}, this}}
    , m_delegate{new ActivityDelegate{m_list}}
{
    auto *save = new Button{ButtonKind::Secondary, tr("Save a copy"), u"file-down"};
    addAction(save);
    connect(save, &QPushButton::clicked, this, &ActivityPage::saveCopy);
    body()->addWidget(makeOverview());
    body()->addWidget(makeFilters());
    m_unseen->hide();
    Button *showIt = m_unseen->addButton(tr("Show it"));
    showIt->setObjectName(QStringLiteral("showUnseen"));
    connect(showIt, &QPushButton::clicked, this, &ActivityPage::showUnseen);
    m_knowAll = m_unseen->addButton(tr("I know about all of them"));
    connect(m_knowAll, &QPushButton::clicked, this, &ActivityPage::markAllSeen);
    body()->addWidget(m_unseen);

    m_list->setObjectName(QStringLiteral("timeline"));
    m_list->setAccessibleName(tr("Timeline"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    QFrame *card = makeFrame("card");
    auto *column = new QVBoxLayout{card};
    column->setContentsMargins(1, px(4), 1, px(4));
    column->addWidget(m_list);
    card->setMinimumHeight(px(360));
    m_states->addWidget(card);
    m_states->addWidget(new EmptyState{tr("Nobody has opened anything yet."),
                                       tr("When someone does, you see it here at once.")});
    body()->addWidget(m_states, 1);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { open(index); });
    connect(m_model, &ActivityModel::moreWanted, this, &ActivityPage::readMore);
}

QWidget *ActivityPage::makeOverview()
{
    auto *card = new Card;
    card->column()->setContentsMargins(px(20), px(12), px(20), px(10));
    card->column()->setSpacing(px(6));
    QHBoxLayout *row = makeRow(12);
    row->addWidget((new Label{TextRole::Card, tr("Last 30 days")})->onOneLine());
    row->addWidget(m_counts, 1);
    row->addWidget(m_complete);
    card->column()->addLayout(row);
    card->column()->addWidget(m_histogram);
    connect(m_histogram, &Histogram::dayChosen, this, [this](const QDate &day) {
        m_day = m_day == day ? std::nullopt : std::optional{day};
        readFirst();
    });
    return card;
}

QWidget *ActivityPage::makeFilters()
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout{8, row};
    const std::pair<QString, std::vector<std::string>> filters[] = {
        {tr("Everything"), {}},
        {tr("Opened"), {"opened"}},
        {tr("Refused"), {"refused"}},
        {tr("My changes"),
         {"shared", "updated", "revoked", "ended", "imported", "exported", "anchored",
          "connected"}},
        {tr("Deliveries"), {"delivered", "filed", "declined"}},
    };
    for (const auto &[name, kinds] : filters) {
        Button *chip = makeChip(name);
        chip->setAutoExclusive(true);
        chip->setChecked(m_chips.isEmpty());
        m_chips << chip;
        flow->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, kinds = kinds] {
            m_kinds = kinds;
            m_day.reset();
            readFirst();
        });
    }
    m_dayChip->setObjectName(QStringLiteral("onlyDay"));
    m_dayChip->hide();
    connect(m_dayChip, &QPushButton::clicked, this, [this] {
        m_day.reset();
        readFirst();
    });
    flow->addWidget(m_dayChip);
    m_who->setAccessibleName(tr("Who"));
    m_who->setProperty("small", true);
    m_who->addItem(tr("Anyone"), QString{});
    connect(m_who, &QComboBox::activated, this, &ActivityPage::readFirst);
    flow->addWidget(m_who);
    return row;
}

ActivityFilter ActivityPage::filter() const
{
    ActivityFilter filter;
    filter.kinds = m_kinds;
    filter.who = m_who->currentData().toString().toStdString();
    if (m_day) {
        filter.since = instantOf(m_day->startOfDay());
        filter.until = instantOf(m_day->addDays(1).startOfDay());
    }
    filter.limit = kPage;
    return filter;
}

void ActivityPage::refresh()
{
    m_model->setNow(m_session.now());
    readBars();
    readPeople();
    readFirst();
}

void ActivityPage::readBars()
{
    const QDate today = localTime(m_session.now()).date();
    m_session.ask(
        this,
        [today](Wallet &wallet, const std::stop_token &) -> Result<QList<Histogram::Day>> {
            ActivityFilter filter;
            filter.since = instantOf(today.addDays(1 - Histogram::kDays).startOfDay());
            filter.limit = kMostBarred;
            KEEPWELL_TRY(const auto rows, wallet.activity(filter));
            QList<Histogram::Day> days(Histogram::kDays);
            for (const ActivityRow &row : rows) {
                const auto ago = localTime(row.time).date().daysTo(today);
                if (ago >= 0 && ago < Histogram::kDays) {
                    Histogram::Day &day = days[Histogram::kDays - 1 - ago];
                    ++day.events;
                    day.refused += row.kind == "refused" ? 1 : 0;
                }
            }
            return days;
        },
        [this, today](const Result<QList<Histogram::Day>> &days) {
            if (days) {
                m_histogram->setDays(*days, today);
                m_counts->setText(m_histogram->summary());
            }
        });
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.status(); },
        [this](const Result<WalletStatus> &status) {
            const bool good = status && status->ledgerState == "connected";
            const bool broken = status && status->ledgerState == "conflict";
            m_complete->setBadge(
                broken ? BadgeText{ToneName::Stop, "alert", tr("Log was changed")}
                    : good
                    ? BadgeText{ToneName::Good, "shield-check",
                                tr("Log complete, checked %1")
                                    .arg(localTime(m_session.now()).time().toString("HH:mm"))}
                    : BadgeText{ToneName::Quiet, "offline", tr("Log cannot be reached")});
        });
}

void ActivityPage::readPeople()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.contacts(); },
        [this](const Result<std::vector<ContactRow>> &contacts) {
            if (!contacts) {
                return;
            }
            const QVariant before = m_who->currentData();
            m_who->clear();
            m_who->addItem(tr("Anyone"), QString{});
            for (const ContactRow &contact : *contacts) {
                m_who->addItem(plain(contact.name), QString::fromStdString(contact.name));
            }
            m_who->setCurrentIndex(std::max(0, m_who->findData(before)));
            m_who->setVisible(m_who->count() > 1);
        });
}

void ActivityPage::showDay()
{
    m_dayChip->setVisible(m_day.has_value());
    m_dayChip->setChecked(m_day.has_value());
    if (m_day) {
        const QString day = longDate(*m_day, localTime(m_session.now()).date());
        m_dayChip->setText(tr("Only %1").arg(day));
        m_dayChip->setAccessibleName(tr("Only %1. Press to show all days.").arg(day));
        m_dayChip->setToolTip(tr("Press to show all days"));
    }
}

void ActivityPage::readFirst()
{
    close();
    showDay();
    m_reading.request_stop();
    m_reading = m_session.ask(
        this,
        [filter = filter()](Wallet &wallet, const std::stop_token &) {
            return wallet.activity(filter);
        },
        [this](const Result<std::vector<ActivityRow>> &rows) {
            m_model->clear();
            if (!rows) {
                emit said(sentenceOf(rows.error()));
                return;
            }
            m_model->append(*rows, static_cast<std::int64_t>(rows->size()) == kPage);
            const bool filtered = !m_kinds.empty() || m_day || m_who->currentIndex() > 0;
            m_states->setCurrentIndex(rows->empty() && !filtered ? 1 : 0);
            if (m_openUnseen || m_wantsUnseen) {
                openUnseen(std::exchange(m_wantsUnseen, false));
            }
            readUnseen();
        });
}

void ActivityPage::readMore()
{
    ActivityFilter next = filter();
    next.offset = m_model->loaded();
    m_session.ask(
        this, [next](Wallet &wallet, const std::stop_token &) { return wallet.activity(next); },
        [this, from = next.offset](const Result<std::vector<ActivityRow>> &rows) {
            if (rows && m_model->loaded() == from) {
                m_model->append(*rows, static_cast<std::int64_t>(rows->size()) == kPage);
            }
        });
}

void ActivityPage::open(const QModelIndex &index, bool scroll)
{
    const ActivityRow *line = m_model->line(index);
    if (line == nullptr || m_delegate->open() == index) {
        return;
    }
    close();
    auto *details = new ActivityDetails{*line, m_model->reader(), m_session.now()};
    const int width = m_list->viewport()->width();
    m_delegate->setOpen(index, details->layout()->totalHeightForWidth(width));
    m_list->setIndexWidget(index, details);
    connect(details, &ActivityDetails::closed, this, [this] {
        m_openUnseen = false;
        close();
        m_list->setFocus();
        readUnseen();
    });
    connect(details, &ActivityDetails::known, this,
            [this, row = QPersistentModelIndex{index}] { markSeen(row); });
    if (line->contact) {
        connect(details, &ActivityDetails::blockWanted, this,
                [this, contact = *line->contact] { block(contact); });
    }
    if (scroll) {
        m_list->scrollTo(index);
    }
}

void ActivityPage::close()
{
    const QModelIndex index = m_delegate->open();
    if (index.isValid()) {
        m_list->setIndexWidget(index, nullptr);
        m_delegate->setOpen({}, 0);
    }
}

void ActivityPage::block(std::int64_t contact)
{
    m_session.ask(
        this,
        [contact](Wallet &wallet, const std::stop_token &) {
            return wallet.blockContact(contact, true);
        },
        [this](const Result<> &done) {
            emit said(done ? tr("They are blocked. You can undo this in Contacts.")
                           : sentenceOf(done.error()));
            close();
        });
}

void ActivityPage::saveCopy()
{
    const QString csv = tr("Table (*.csv)");
    const QString json = tr("Data (*.json)");
    const QString balp = tr("Health record of accesses, FHIR (*.fhir.json)");
    QString chosen;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save a copy"), QStringLiteral("keepwell-activity.csv"),
        csv + QStringLiteral(";;") + json + QStringLiteral(";;") + balp, &chosen);
    if (path.isEmpty()) {
        return;
    }
    const ActivityFormat format = chosen == balp ? ActivityFormat::Balp
        : chosen == json                         ? ActivityFormat::Json
                                                 : ActivityFormat::Csv;
    ActivityFilter all = filter();
    all.limit = 0;
    m_session.ask(
        this,
        [all, format, file = std::filesystem::path{path.toStdU16String()}](
            Wallet &wallet, const std::stop_token &) {
            return wallet.exportActivity(all, format, file);
        },
        [this](const Result<> &done) {
            emit said(done ? tr("Saved. The copy is not locked: anyone with the file can read it.")
                           : sentenceOf(done.error()));
        });
}

void ActivityPage::fitOpenLine()
{
    const QModelIndex index = m_delegate->open();
    if (!index.isValid()) {
        return;
    }
    if (const QWidget *details = m_list->indexWidget(index)) {
        m_delegate->setOpen(index,
                            details->layout()->totalHeightForWidth(m_list->viewport()->width()));
    }
}

bool ActivityPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize) {
        fitOpenLine();
    }
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
        const int backward = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
        if (key == forward || key == Qt::Key_Return || key == Qt::Key_Enter) {
            open(m_list->currentIndex());
            return true;
        }
        if (key == backward) {
            m_openUnseen = false;
            close();
            readUnseen();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace keepwell::ui
