// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/search_dialog.hpp"

#include "ui/shell/search_delegate.hpp"
#include "ui/shell/session.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/announce.hpp"
#include "ui/widgets/row_list.hpp"
#include "ui/widgets/search_field.hpp"
#include "ui/words/beginnings.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <span>

namespace keepwell::ui {

namespace {

constexpr std::size_t kMostRecords = 8;
constexpr int kMostPeople = 6;
constexpr std::chrono::milliseconds kPause{120};

} // namespace

SearchDialog::SearchDialog(Session &session, QList<SearchPlace> places, QWidget *parent)
    : QDialog{parent}
    , m_session{session}
    , m_places{std::move(places)}
    , m_field{makeSearchField(tr("Search everything"), {})}
    , m_list{new RowList}
    , m_model{new QStandardItemModel{this}}
{
    setWindowTitle(tr("Search everything"));
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(px(20), px(20), px(20), px(16));
    column->setSpacing(px(12));
    m_field->setObjectName(QStringLiteral("searchEverything"));
    m_field->setMaximumWidth(QWIDGETSIZE_MAX);
    m_field->installEventFilter(this);
    column->addWidget(m_field);
    m_list->setObjectName(QStringLiteral("found"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate{m_list});
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows move in it while one types
    column->addWidget(m_list, 1);
    const QSize room = parent != nullptr ? parent->window()->size() : QSize{960, 640};
    resize(std::min(px(620), room.width() - 64), std::min(px(560), room.height() - 64));

    m_typing.setSingleShot(true);
    m_typing.setInterval(kPause);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_isBehind = true;
        m_goesWhenRead = false;
        m_typing.start();
    });
    connect(&m_typing, &QTimer::timeout, this, &SearchDialog::read);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { goTo(index.row()); });
    read();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

QString SearchDialog::typed() const { return m_field->text().trimmed(); }

void SearchDialog::read()
{
    m_reading.request_stop();
    m_reading = m_session.ask(
        this,
        [clinician = m_session.isClinician(),
         words = typed()](Wallet &wallet, const std::stop_token &) -> Result<Found> {
            Found found;
            if (words.isEmpty()) {
                return found;
            }
            KEEPWELL_TRY(found.contacts, wallet.contacts());
            if (clinician) {
                KEEPWELL_TRY(found.inbox, wallet.inbox());
                return found;
            }
            RecordFilter filter;
            filter.search = words.toStdString();
            filter.limit = static_cast<std::int64_t>(kMostRecords) + 1;
            KEEPWELL_TRY(found.records, wallet.records(filter));
            return found;
        },
        [this, words = typed()](const Result<Found> &found) {
            if (words != typed()) {
                return; // somebody types on
            }
            m_isBehind = false;
            show(found);
            if (m_goesWhenRead) {
                goTo(m_list->currentIndex().row());
            }
        });
}

void SearchDialog::show(const Result<Found> &found)
{
    m_model->clear();
    m_go.clear();
    if (found) {
        addPatients(found->inbox);
        addContacts(found->contacts);
    }
    addPlaces();
    if (found) { // last: there are many, and they are found by all that is in them
        addRecords(found->records);
    }
    if (m_go.empty()) {
        const QString why
            = found ? tr("Nothing found. Try fewer letters.") : sentenceOf(found.error());
        addHeading(why);
        announce(*m_list, why);
        return;
    }
    moveBy(1);
}

void SearchDialog::addRecords(const std::vector<RecordRow> &records)
{
    if (records.empty()) {
        return;
    }
    addHeading(tr("Records"));
    for (const RecordRow &record :
         std::span{records}.first(std::min(records.size(), kMostRecords))) {
        const KindLook look = lookOf(record.kind);
        QStringList second{shortDate(record.date), plain(record.source)};
        second.removeAll(QString{});
        addLine({look.icon, static_cast<int>(look.tone), plain(record.title),
                 second.join(QStringLiteral(", ")),
                 [this, id = static_cast<qint64>(record.id)] { emit recordChosen(id); }});
    }
    if (records.size() > kMostRecords) {
        addLine({QStringLiteral("records"),
                 static_cast<int>(ToneName::Quiet),
                 tr("All records with these words"),
                 {},
                 [this] { emit recordsChosen(typed()); }});
    }
}

void SearchDialog::addPatients(const std::vector<InboxRow> &inbox)
{
    QStringList known;
    for (const InboxRow &share : inbox) {
        const QString name = plain(share.from);
        if (known.contains(name) || !beginsIn(name, typed()) || known.size() == kMostPeople) {
            continue;
        }
        if (known.isEmpty()) {
            addHeading(tr("Shared with me"));
        }
        known << name;
        addLine({QStringLiteral("inbox"), static_cast<int>(ToneName::Note), name,
                 plain(share.reason), [this, name] { emit patientChosen(name); }});
    }
}

void SearchDialog::addContacts(const std::vector<ContactRow> &contacts)
{
    int people = 0;
    for (const ContactRow &contact : contacts) {
        const QString name = plain(contact.name);
        if (!beginsIn(name, typed()) || people == kMostPeople) {
            continue;
        }
        if (people++ == 0) {
            addHeading(tr("Contacts"));
        }
        addLine({QStringLiteral("person"), static_cast<int>(ToneName::Main), name,
                 QStringLiteral("%1, %2").arg(roleName(contact.role), badgeOf(contact).text),
                 [this, id = static_cast<qint64>(contact.id)] { emit contactChosen(id); }});
    }
}

void SearchDialog::addPlaces()
{
    bool first = true;
    for (const SearchPlace &place : std::as_const(m_places)) {
        if (!beginsIn(place.name, typed())) {
            continue;
        }
        if (std::exchange(first, false)) {
            addHeading(tr("Pages and settings"));
        }
        addLine({place.icon, static_cast<int>(ToneName::Quiet), place.name,
                 place.panel < 0 ? QString{} : tr("Settings"),
                 [this, place] { emit placeChosen(place.page, place.panel); }});
    }
}

void SearchDialog::addHeading(const QString &name)
{
    auto *item = new QStandardItem{name};
    item->setFlags(Qt::NoItemFlags);
    item->setData(true, SearchDelegate::IsHeadingRole);
    m_model->appendRow(item);
    m_go.emplace_back();
}

void SearchDialog::addLine(Line line)
{
    auto *item = new QStandardItem{line.words};
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setData(line.icon, SearchDelegate::IconRole);
    item->setData(line.tone, SearchDelegate::ToneRole);
    item->setData(line.second, SearchDelegate::SecondRole);
    item->setData(typed(), SearchDelegate::TypedRole);
    item->setData(line.second.isEmpty() ? line.words
                                        : line.words + QStringLiteral(", ") + line.second,
                  Qt::AccessibleTextRole);
    item->setToolTip(plainTip(line.second));
    m_model->appendRow(item);
    m_go.push_back(std::move(line.go));
}

void SearchDialog::moveBy(int step)
{
    const int rows = m_model->rowCount();
    for (int row = m_list->currentIndex().row() + step; row >= 0 && row < rows; row += step) {
        if (m_go[static_cast<std::size_t>(row)]) {
            const QModelIndex index = m_model->index(row, 0);
            m_list->setCurrentIndex(index);
            if (row == 1) {
                m_list->scrollToTop(); // with its heading
            }
            announce(*m_list, index.data(Qt::AccessibleTextRole).toString());
            return;
        }
    }
}

void SearchDialog::goTo(int row)
{
    if (row < 0 || !m_go[static_cast<std::size_t>(row)]) {
        return;
    }
    const auto go = m_go[static_cast<std::size_t>(row)];
    accept();
    go();
}

bool SearchDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress) {
        return QDialog::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_isBehind) {
            m_goesWhenRead = true;
        } else {
            goTo(m_list->currentIndex().row());
        }
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace keepwell::ui
