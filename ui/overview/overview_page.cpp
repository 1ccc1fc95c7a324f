// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/overview_page.hpp"

#include "ui/adding/adding_page.hpp"
#include "ui/overview/delivery_dialog.hpp"
#include "ui/overview/search_button.hpp"
#include "ui/overview/summary_cards.hpp"
#include "ui/printing/papers.hpp"
#include "ui/printing/print_dialog.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/amounts.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/deliveries.hpp"
#include "ui/words/sentences.hpp"
#include "ui/words/trends.hpp"

#include <algorithm>
#include <array>

namespace keepwell::ui {

namespace {

constexpr std::array kParts{SummaryPart::Allergies, SummaryPart::Medicines, SummaryPart::Conditions,
                            SummaryPart::Results, SummaryPart::Vaccines};

QString greeting(const QTime &time, const QString &name)
{
    const QString first = shortNameOf(name);
    if (time.hour() < 12) {
        return OverviewPage::tr("Good morning, %1").arg(first);
    }
    return time.hour() < 18 ? OverviewPage::tr("Good afternoon, %1").arg(first)
                            : OverviewPage::tr("Good evening, %1").arg(first);
}

QString joined(const records::SummarySection &section)
{
    QStringList names;
    for (const records::SummaryItem &item : section.items) {
        names << (item.value.empty() ? plain(item.title)
                                     : QStringLiteral("%1 (%2)").arg(plain(item.title),
                                                                     plain(item.value).toLower()));
    }
    return names.join(QStringLiteral(", "));
}

/// The first one from now on.
Result<std::optional<RecordRow>> nextAppointment(Wallet &wallet, Instant now)
{
    RecordFilter filter;
    KEEPWELL_TRY(const PersonId owner, wallet.findPerson("me")); // as everything else of the page
    filter.person = owner.value;
    filter.kinds = {RecordKind::Appointment};
    filter.since = localTime(now).date().toString(Qt::ISODate).toStdString();
    KEEPWELL_TRY(const auto rows, wallet.records(filter));
    return rows.empty() ? std::nullopt : std::optional{rows.back()};
}

Result<std::optional<ActivityRow>> newestUnseen(Wallet &wallet)
{
    ActivityFilter filter;
    filter.unseen = true;
    filter.limit = 1;
    KEEPWELL_TRY(auto rows, wallet.activity(filter));
    return rows.empty() ? std::nullopt : std::optional{std::move(rows.front())};
}

} // namespace

OverviewPage::OverviewPage(Session &session, QWidget *parent)
    : Page{greeting(localTime(session.now()).time(), plain(session.wallet().ownerName())), parent}
    , m_session{session}
{
    auto *search = new SearchButton;
    search->setObjectName(QStringLiteral("search"));
    connect(search, &QPushButton::clicked, this, &OverviewPage::searchWanted);
    addAction(search);
    foldHeaderBelow(700);
    auto *print = new Button{ButtonKind::Secondary, tr("Print"), u"print"};
    print->setObjectName(QStringLiteral("printSummary"));
    connect(print, &QPushButton::clicked, this, &OverviewPage::print);
    print->hide();
    m_print = print;
    addAction(print);
    auto *share = new Button{ButtonKind::Primary, tr("Share"), u"share"};
    share->setObjectName(QStringLiteral("share"));
    connect(share, &QPushButton::clicked, this, &OverviewPage::shareWanted);
    share->hide();
    m_share = share;
    addAction(share);
}

void OverviewPage::refresh()
{
    m_session.ask(
        this,
        [now = m_session.now()](Wallet &wallet, const std::stop_token &) -> Result<Rows> {
            Rows rows;
            KEEPWELL_TRY(const RecordCounts counts, wallet.recordCounts({}));
            rows.records = counts.total;
            KEEPWELL_TRY(rows.summary, wallet.summary());
            KEEPWELL_TRY(rows.trends, wallet.trends());
            KEEPWELL_TRY(rows.appointment, nextAppointment(wallet, now));
            ActivityFilter opened;
            opened.kinds = {"opened"};
            opened.limit = 3;
            KEEPWELL_TRY(rows.opened, wallet.activity(opened));
            KEEPWELL_TRY(rows.unseen, wallet.unseenActivity());
            if (rows.unseen > 0) {
                KEEPWELL_TRY(rows.unusual, newestUnseen(wallet));
            }
            KEEPWELL_TRY(const std::string unfinished, wallet.setting(kUnfinishedAdding, ""));
            rows.unfinished = !unfinished.empty();
            KEEPWELL_TRY(const auto deliveries, wallet.deliveries());
            for (const DeliveryRow &delivery : deliveries) {
                if (delivery.incoming && delivery.state == DeliveryState::Waiting) {
                    rows.waiting.push_back(delivery);
                }
            }
            return rows;
        },
        [this](const Result<Rows> &rows) {
            if (rows) {
                show(*rows);
            } else {
                emit said(sentenceOf(rows.error()));
            }
        });
}

void OverviewPage::print()
{
    if (m_print->isHidden()) {
        return; // nothing to print, whatever key was pressed
    }
    m_session.ask(
        this,
        [now = m_session.now()](Wallet &wallet, const std::stop_token &) -> Result<SummaryPaper> {
            KEEPWELL_TRY(const auto people, wallet.people());
            SummaryPaper paper{.person = people.front(), .printed = now};
            KEEPWELL_TRY(paper.summary, wallet.summary());
            KEEPWELL_TRY(paper.trends, wallet.trends());
            return paper;
        },
        [this](Result<SummaryPaper> paper) {
            if (!paper) {
                emit said(sentenceOf(paper.error()));
                return;
            }
            QStringList names;
            for (const SummaryPart part : kParts) {
                names << nameOf(part);
            }
            auto *dialog = new PrintDialog{
                tr("Print my summary"), names,
                [what = *std::move(paper)](PaperWriter &writer, const QList<bool> &ticked) {
                    QSet<SummaryPart> parts;
                    for (qsizetype place = 0; place < ticked.size(); ++place) {
                        if (ticked[place]) {
                            parts << kParts[static_cast<std::size_t>(place)];
                        }
                    }
                    writeSummary(writer, what, parts);
                },
                this};
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &PrintDialog::said, this, &OverviewPage::said);
            dialog->open();
        });
}

void OverviewPage::show(const Rows &rows)
{
    clear(body());
    m_print->setVisible(rows.records > 0);
    m_share->setVisible(rows.records > 0);
    setTitle(greeting(localTime(m_session.now()).time(), plain(m_session.wallet().ownerName())));
    if (rows.unfinished) {
        addUnfinished();
    }
    for (const DeliveryRow &delivery : rows.waiting) {
        addDelivery(delivery);
    }
    if (rows.records == 0) {
        auto *empty
            = new EmptyState{tr("Bring in your first records"),
                             tr("Choose files or a whole folder from your clinic or hospital.")};
        auto *add = new Button{ButtonKind::Primary, tr("Add records"), u"add-records"};
        connect(add, &QPushButton::clicked, this, &OverviewPage::addRecordsWanted);
        empty->addButton(add);
        empty->setFootnote(u"lock",
                           tr("Files are read on this computer and locked with your key."));
        body()->addWidget(empty, 1);
        return;
    }
    addStrips(rows);
    addCards(rows);
    body()->addStretch(1);
}

void OverviewPage::addStrips(const Rows &rows)
{
    auto *strips = new FoldingRow{700, 16};
    const records::SummarySection &allergies = rows.summary.allergies;
    const QString words = !allergies.items.empty() ? joined(allergies)
        : allergies.knownNone                      ? tr("None, says your record.")
                                                   : tr("Not known. Is there any?");
    auto *allergy = new Strip{allergies.items.empty() ? ToneName::Quiet : ToneName::Stop,
                              u"warning", tr("Allergies"), words};
    if (!allergies.items.empty()) {
        connect(allergy->addButton(tr("Details")), &QPushButton::clicked, this,
                [this, id = static_cast<qint64>(allergies.items.front().id)] {
                    emit recordWanted(id);
                });
    }
    strips->add(allergy, 1);
    if (rows.unusual) {
        strips->add(makeUnusual(*rows.unusual, rows.unseen), 1);
    }
    body()->addWidget(strips);
}

void OverviewPage::addUnfinished()
{
    auto *strip = new Strip{ToneName::Note, u"add-records", tr("Some records are not added yet."),
                            tr("Files that were done are in.")};
    connect(strip->addButton(tr("Go on")), &QPushButton::clicked, this,
            &OverviewPage::addRecordsWanted);
    body()->addWidget(strip);
}

QWidget *OverviewPage::makeUnusual(const ActivityRow &line, std::int64_t unseen)
{
    const bool refused = line.kind == "refused";
    QString second = tr("%1. %2").arg(whenWas(line.time, m_session.now()),
                                      refused ? tr("Nothing was shown to them.") : plain(line.who));
    if (unseen > 1) {
        second += QLatin1Char(' ')
            + tr("%n more line(s) like this.", nullptr, static_cast<int>(unseen - 1));
    }
    auto *strip = new Strip{ToneName::Care, u"shield",
                            refused                     ? tr("Someone was refused")
                                : line.kind == "opened" ? tr("Opened in an emergency")
                                                        : tr("Something unusual"),
                            second};
    Button *see = strip->addButton(tr("See it"));
    see->setObjectName(QStringLiteral("seeUnusual"));
    connect(see, &QPushButton::clicked, this,
            [this] { emit wantsPage(QStringLiteral("activity")); });
    return strip;
}

/// What its sender wrote, and why it waits for an answer.
static QString aboutDelivery(const DeliveryRow &delivery)
{
    QStringList lines;
    if (!delivery.note.empty()) {
        lines << OverviewPage::tr("They wrote: %1").arg(isolated(plain(delivery.note)));
    }
    if (!delivery.waitingFor.empty()) {
        lines << whyItWaits(delivery.waitingFor);
    }
    return lines.join(QLatin1Char('\n'));
}

void OverviewPage::addDelivery(const DeliveryRow &delivery)
{
    auto *strip
        = new Strip{ToneName::Note, u"inbox",
                    tr("%1 sent you %n record(s).", nullptr, static_cast<int>(delivery.records))
                        .arg(plain(delivery.from)),
                    aboutDelivery(delivery)};
    Button *look = strip->addButton(tr("Look at them"));
    look->setObjectName(QStringLiteral("lookAtDelivery"));
    connect(look, &QPushButton::clicked, this, [this, delivery] { lookAt(delivery); });
    body()->addWidget(strip);
}

void OverviewPage::lookAt(const DeliveryRow &delivery)
{
    auto *dialog = new DeliveryDialog{m_session, delivery, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeliveryDialog::answered, this, &OverviewPage::said);
    connect(dialog, &QDialog::finished, this, &OverviewPage::refresh);
    dialog->open();
}

void OverviewPage::addCards(const Rows &rows)
{
    const OpenRecord open = [this](RecordId id) { emit recordWanted(static_cast<qint64>(id)); };
    const auto toRecords = [this] { emit wantsPage(QStringLiteral("records")); };
    std::vector<ActivityLine> lines;
    for (const ActivityRow &row : rows.opened) {
        lines.push_back(
            {plain(row.who), amountWords(row.what), whenWas(row.time, m_session.now())});
    }
    const auto trendOf = [trends = rows.trends](RecordId id) -> std::optional<SparkLine> {
        for (const Trend &trend : trends) {
            if (trend.points.size() > 1
                && std::ranges::find(trend.points, id, &TrendPoint::id) != trend.points.end()) {
                return sparkLineOf(trend);
            }
        }
        return std::nullopt;
    };
    const OpenRecord openResult = [this, trendOf](RecordId id) {
        trendOf(id) ? emit trendWanted(static_cast<qint64>(id))
                    : emit recordWanted(static_cast<qint64>(id));
    };
    auto *first = new FoldingRow{880, 16}; // a result needs its line
    first->add(makeResultsCard(rows.summary.results, trendOf, openResult, toRecords), 8);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    if (rows.appointment) {
        column->addWidget(makeAppointmentCard(*rows.appointment, open));
    }
    column->addWidget(
        makeActivityCard(lines, [this] { emit wantsPage(QStringLiteral("activity")); }), 1);
    first->add(side, 5);
    body()->addWidget(first);

    auto *second = new FoldingGrid{3, 250, 16};
    second->add(makeListCard(QStringLiteral("pill"), tr("Medicines"), rows.summary.medications,
                             tr("None, says your record."), open, toRecords));
    second->add(makeListCard(QStringLiteral("heart-pulse"), tr("Conditions"),
                             rows.summary.conditions, tr("None, says your record."), open,
                             toRecords));
    second->add(makeListCard(QStringLiteral("syringe"), tr("Vaccines"), rows.summary.immunizations,
                             tr("None, says your record."), open, toRecords));
    body()->addWidget(second);
}

} // namespace keepwell::ui
