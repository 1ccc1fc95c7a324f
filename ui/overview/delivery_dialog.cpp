// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/delivery_dialog.hpp"

#include "ui/shell/session.hpp"
#include "ui/widgets/announce.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/deliveries.hpp"
#include "ui/words/sentences.hpp"

#include <QComboBox>
#include <QScrollArea>

#include <algorithm>

namespace keepwell::ui {

namespace {

constexpr std::size_t kMostShown = 40;
constexpr qlonglong kNotChosen = -1;
constexpr qlonglong kSomebodyNew = -2;

} // namespace

DeliveryDialog::DeliveryDialog(Session &session, DeliveryRow delivery, QWidget *parent)
    : QDialog{parent}
    , m_session{session}
    , m_delivery{std::move(delivery)}
    , m_column{nullptr}
    , m_doing{new Label{TextRole::Second, tr("Opening what they sent…")}}
    , m_failure{new Strip{ToneName::Stop, u"alert", {}, {}}}
    , m_records{new Card}
    , m_whose{new QComboBox}
    , m_whoseField{new Field{tr("Whose records are these?"), m_whose}}
    , m_take{new Button{ButtonKind::Primary, tr("Take them"), u"check"}}
    , m_refuse{new Button{ButtonKind::Secondary, tr("Do not take them"), u"cross"}}
{
    const QString title = tr("%n record(s) from %1", nullptr, static_cast<int>(m_delivery.records))
                              .arg(plain(m_delivery.from));
    setWindowTitle(title);
    setObjectName(QStringLiteral("delivery"));
    auto *inner = new QWidget;
    inner->setProperty("role", "clear");
    m_column = new QVBoxLayout{inner};
    m_column->setContentsMargins(px(24), px(20), px(24), px(20));
    m_column->setSpacing(px(14));
    m_column->addWidget(new Label{TextRole::Section, title});
    if (!m_delivery.note.empty()) {
        m_column->addWidget(
            new Label{TextRole::Body, tr("They wrote: %1").arg(isolated(plain(m_delivery.note)))});
    }
    if (!m_delivery.waitingFor.empty()) {
        m_column->addWidget(new Label{TextRole::Body, whyItWaits(m_delivery.waitingFor)});
    }
    m_failure->hide();
    m_records->hide();
    m_whose->setObjectName(QStringLiteral("whoseDelivery"));
    m_whoseField->hide();
    for (QWidget *part :
         {static_cast<QWidget *>(m_doing), static_cast<QWidget *>(m_failure),
          static_cast<QWidget *>(m_records), static_cast<QWidget *>(m_whoseField), makeButtons()}) {
        m_column->addWidget(part);
    }
    auto *whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(makeScrollArea(inner));
    connect(m_whose, &QComboBox::currentIndexChanged, this, [this] { rest(false); });
    fit();
    m_looking = m_session.ask(
        this,
        [id = m_delivery.delivery](Wallet &wallet, const std::stop_token &stop) -> Result<Looked> {
            Looked looked;
            KEEPWELL_TRY(looked.contents, wallet.lookAtDelivery(id, stop));
            KEEPWELL_TRY(looked.people, wallet.people());
            return looked;
        },
        [this](const Result<Looked> &looked) { looked ? show(*looked) : fail(looked.error()); });
}

DeliveryDialog::~DeliveryDialog() { m_looking.request_stop(); }

QWidget *DeliveryDialog::makeButtons()
{
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    auto *later = new Button{ButtonKind::Secondary, tr("Decide later")};
    m_take->setObjectName(QStringLiteral("takeDelivery"));
    m_refuse->setObjectName(QStringLiteral("refuseDelivery"));
    later->setObjectName(QStringLiteral("laterDelivery"));
    for (Button *button : {m_take, m_refuse, later}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    m_take->setEnabled(false);
    connect(m_take, &QPushButton::clicked, this, &DeliveryDialog::take);
    connect(m_refuse, &QPushButton::clicked, this, &DeliveryDialog::refuse);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

void DeliveryDialog::show(const Looked &looked)
{
    m_doing->hide();
    showRecords(looked.contents.records);
    askWhose(looked);
    rest(false);
    fit();
    announce(*this, windowTitle());
}

void DeliveryDialog::showRecords(const std::vector<RecordRow> &records)
{
    const std::size_t shown = std::min(records.size(), kMostShown);
    for (std::size_t place = 0; place < shown; ++place) {
        const RecordRow &record = records[place];
        QHBoxLayout *row = makeRow(12);
        row->addWidget(new Label{TextRole::Body, plain(record.title)}, 1);
        row->addWidget((new Label{TextRole::Small, shortDate(record.date)})->onOneLine());
        m_records->column()->addLayout(row);
    }
    if (records.size() > shown) {
        m_records->column()->addWidget(
            new Label{TextRole::Small,
                      tr("And %n more.", nullptr, static_cast<int>(records.size() - shown))});
    }
    m_records->setVisible(shown > 0);
}

/// Nobody is asked where the records name the person they would be filed for.
void DeliveryDialog::askWhose(const Looked &looked)
{
    const std::vector<NamedPerson> &named = looked.contents.people;
    const PersonId expected = looked.contents.expected;
    for (const Person &person : looked.people) {
        const QString name = nameAndBirth(person.name, person.born.value_or(""));
        m_whose->addItem(person.owner ? tr("Mine: %1").arg(name) : name,
                         qlonglong{person.id.value});
    }
    PersonId whose = expected;
    bool ask = named.empty();
    if (named.size() > 1) {
        m_ofSeveral = std::ranges::any_of(named,
                                          [&](const NamedPerson &one) {
                                              return one.knownAs != named.front().knownAs;
                                          })
            || !named.front().knownAs;
    }
    if (m_ofSeveral) {
        QStringList names;
        for (const NamedPerson &one : named) {
            names << nameAndBirth(one.name, one.born);
        }
        m_failure->say(tr("These are records of several people."),
                       tr("They name %1. Ask for one delivery for each of them.")
                           .arg(names.join(QStringLiteral("; "))));
        m_failure->show();
        return;
    }
    if (!named.empty() && named.front().knownAs) {
        whose = *named.front().knownAs;
        ask = whose != expected;
    }
    m_whose->setCurrentIndex(std::max(0, m_whose->findData(qlonglong{whose.value})));
    if (!named.empty() && !named.front().knownAs) {
        m_stranger = named.front();
        ask = true;
        m_whose->addItem(
            tr("Somebody else’s: %1").arg(nameAndBirth(m_stranger.name, m_stranger.born)),
            kSomebodyNew);
        m_whose->insertItem(0, tr("Choose whose"), kNotChosen);
        m_whose->setCurrentIndex(0);
    }
    m_whoseField->setVisible(ask);
}

void DeliveryDialog::rest(bool busy)
{
    m_take->setEnabled(!busy && m_whose->count() > 0 && !m_ofSeveral
                       && m_whose->currentData() != kNotChosen);
    m_refuse->setEnabled(!busy);
    m_whose->setEnabled(!busy);
}

void DeliveryDialog::take()
{
    rest(true);
    m_failure->hide();
    m_session.ask(
        this,
        [id = m_delivery.delivery, chosen = m_whose->currentData().toLongLong(),
         stranger = m_stranger](Wallet &wallet,
                                const std::stop_token &stop) -> Result<std::uint64_t> {
            PersonId whose{chosen};
            if (chosen == kSomebodyNew) {
                KEEPWELL_TRY(whose, wallet.addPerson(stranger.name, stranger.born));
            }
            KEEPWELL_TRY(const ImportReport report, wallet.acceptDelivery(id, whose, stop));
            return report.added;
        },
        [this](const Result<std::uint64_t> &added) {
            if (!added) {
                fail(added.error());
                return;
            }
            emit answered(
                tr("%n new record(s) in your wallet.", nullptr, static_cast<int>(*added)));
            QDialog::accept();
        });
}

void DeliveryDialog::refuse()
{
    rest(true);
    m_failure->hide();
    m_session.ask(
        this,
        [id = m_delivery.delivery](Wallet &wallet, const std::stop_token &) {
            return wallet.refuseDelivery(id);
        },
        [this](const Result<> &refused) {
            if (!refused) {
                fail(refused.error());
                return;
            }
            emit answered(tr("They were not taken. %1 is told so.").arg(plain(m_delivery.from)));
            QDialog::accept();
        });
}

void DeliveryDialog::fail(const Error &error)
{
    const FailureWords words = wordsOf(error);
    m_doing->hide();
    m_failure->say(words.bold, words.text);
    m_failure->show();
    rest(false);
    fit();
}

void DeliveryDialog::fit()
{
    const QSize room
        = parentWidget() != nullptr ? parentWidget()->window()->size() : QSize{960, 640};
    resize(std::min(px(640), room.width() - 40),
           std::min(m_column->totalHeightForWidth(px(620)) + px(12), room.height() - 40));
}

} // namespace keepwell::ui
