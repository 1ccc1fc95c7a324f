// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shell.hpp"

#include "ui/activity/activity_page.hpp"
#include "ui/adding/adding_page.hpp"
#include "ui/clinic/deliver_flow.hpp"
#include "ui/clinic/deliver_page.hpp"
#include "ui/clinic/shared_with_me_page.hpp"
#include "ui/contacts/contacts_page.hpp"
#include "ui/overview/overview_page.hpp"
#include "ui/records/records_page.hpp"
#include "ui/records/trend_page.hpp"
#include "ui/settings/connection_words.hpp"
#include "ui/settings/settings_page.hpp"
#include "ui/sharing/share_flow.hpp"
#include "ui/sharing/sharing_page.hpp"
#include "ui/shell/session.hpp"
#include "ui/shell/sidebar.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/widgets/toast.hpp"
#include "ui/words/sentences.hpp"

#include <QEvent>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

namespace keepwell::ui {

namespace {

constexpr int kFullSidebar = 1100;
constexpr std::chrono::seconds kSyncEvery{15};

} // namespace

Shell::Shell(Session &session, Appearance &appearance, QWidget *parent)
    : QWidget{parent}
    , m_session{session}
    , m_appearance{appearance}
    , m_layers{new QStackedLayout{this}}
    , m_main{new QWidget}
    , m_sidebar{new Sidebar{plain(session.wallet().ownerName()), session.isClinician(),
                            session.isDemo()}}
    , m_offline{new Strip{ToneName::Care, u"offline", {}, {}}}
    , m_pages{new QStackedWidget}
    , m_toast{nullptr}
{
    auto *row = new QHBoxLayout{m_main};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    auto *upright = new QFrame;
    upright->setProperty("role", "upright");
    upright->setFixedWidth(1);
    row->addWidget(upright);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    m_offlinePlace = new QWidget;
    auto *stripPlace = new QVBoxLayout{m_offlinePlace};
    stripPlace->setContentsMargins(px(28), px(12), px(28), 0);
    stripPlace->addWidget(m_offline);
    m_offlinePlace->hide();
    right->addWidget(m_offlinePlace);
    right->addWidget(m_pages, 1);
    row->addLayout(right, 1);
    m_layers->addWidget(m_main);
    m_toast = new Toast{m_main};

    addPages();
    addShortcuts();
    connect(m_sidebar, &Sidebar::chosen, this, &Shell::showPage);
    connect(m_sidebar, &Sidebar::lockClicked, this, &Shell::lockRequested);
    connect(m_sidebar, &Sidebar::connectionClicked, this, [this] {
        showPage(QStringLiteral("settings"));
        static_cast<SettingsPage *>(page(QStringLiteral("settings")))->openConnections();
    });
    m_sidebar->setConnection(true, tr("Connecting…"), {});
    m_syncTimer.setInterval(kSyncEvery);
    connect(&m_syncTimer, &QTimer::timeout, this, &Shell::syncNow);
    setPeriodicSync(true);
    m_session.wallet().sendLater(m_session.tasks().relay(this, [this] { syncNow(); }));
    fold();
    showPage(pageNames().front());
}

void Shell::offer(const QString &name, QStringView icon, const QString &text,
                  std::function<Page *()> make)
{
    m_makers.insert(name, std::move(make));
    if (!icon.isEmpty()) {
        m_sidebar->addPage(name, icon, text);
    }
}

void Shell::addPages()
{
    const auto makeActivity = [this]() -> Page * {
        auto *activity = new ActivityPage{m_session};
        connect(activity, &ActivityPage::seenChanged, this, &Shell::readUnseen);
        return activity;
    };
    if (m_session.isClinician()) {
        m_sidebar->addGroup(tr("Clinic"));
        offer("inbox", u"inbox", tr("Shared with me"), [this]() -> Page * {
            auto *inbox = new SharedWithMePage{m_session};
            connect(inbox, &SharedWithMePage::deliverWanted, this, &Shell::startDeliver);
            connect(inbox, &SharedWithMePage::contactsWanted, this,
                    [this] { showPage(QStringLiteral("contacts")); });
            connect(inbox, &SharedWithMePage::newCount, this,
                    [this](int count) { m_sidebar->setCount(QStringLiteral("inbox"), count); });
            return inbox;
        });
        offer("deliver", u"send", tr("Deliver a record"), [this]() -> Page * {
            auto *deliver = new DeliverPage{m_session};
            connect(deliver, &DeliverPage::newDeliveryWanted, this, &Shell::startDeliver);
            return deliver;
        });
        offer("activity", u"eye", tr("My activity"), makeActivity);
    } else {
        m_sidebar->addGroup(tr("My health"));
        offer("overview", u"overview", tr("Overview"), [this]() -> Page * {
            auto *overview = new OverviewPage{m_session};
            connect(overview, &OverviewPage::shareWanted, this, [this] { startShare(); });
            connect(overview, &OverviewPage::addRecordsWanted, this,
                    [this] { showPage(QStringLiteral("adding")); });
            connect(overview, &OverviewPage::recordWanted, this, &Shell::openRecord);
            connect(overview, &OverviewPage::trendWanted, this, &Shell::openTrend);
            return overview;
        });
        offer("records", u"records", tr("Records"), [this]() -> Page * {
            auto *records = new RecordsPage{m_session};
            connect(records, &RecordsPage::addRecordsWanted, this,
                    [this] { showPage(QStringLiteral("adding")); });
            connect(records, &RecordsPage::shareWanted, this,
                    [this](qint64 id) { startShare(static_cast<RecordId>(id)); });
            connect(records, &RecordsPage::trendWanted, this, &Shell::openTrend);
            return records;
        });
        offer("trend", {}, {}, [this]() -> Page * {
            auto *trend = new TrendPage{m_session};
            connect(trend, &TrendPage::recordWanted, this, &Shell::openRecord);
            connect(trend, &TrendPage::recordsWanted, this,
                    [this] { showPage(QStringLiteral("records")); });
            return trend;
        });
        offer("adding", {}, {}, [this]() -> Page * {
            auto *adding = new AddingPage{m_session};
            connect(adding, &AddingPage::finished, this, [this](const QString &sentence) {
                if (m_current != QLatin1String("adding")) {
                    page(m_current)->refresh();
                    say(sentence);
                }
            });
            return adding;
        });
        m_sidebar->addGroup(tr("Who can see it"));
        offer("sharing", u"share", tr("Sharing"), [this]() -> Page * {
            auto *sharing = new SharingPage{m_session};
            connect(sharing, &SharingPage::newShareWanted, this, [this] { startShare(); });
            return sharing;
        });
        offer("activity", u"eye", tr("Activity"), makeActivity);
    }
    m_sidebar->addGroup(tr("People"));
    offer("contacts", u"contacts", tr("Contacts"), [this]() -> Page * {
        auto *contacts = new ContactsPage{m_session};
        connect(contacts, &ContactsPage::shareWanted, this,
                [this](qint64 id) { startShare({}, id); });
        return contacts;
    });
    m_sidebar->addGroup(m_session.isClinician() ? tr("This computer") : tr("This wallet"));
    offer("settings", u"settings", tr("Settings"), [this]() -> Page * {
        auto *settings = new SettingsPage{m_session, m_appearance};
        connect(settings, &SettingsPage::languageChosen, this, &Shell::languageChosen);
        connect(settings, &SettingsPage::lockMinutesChanged, this, &Shell::lockMinutesChanged);
        connect(settings, &SettingsPage::syncWanted, this, &Shell::syncNow);
        return settings;
    });
    m_sidebar->finish();
}

QStringList Shell::pageNames() const { return m_sidebar->pageNames(); }

Page *Shell::page(const QString &name)
{
    if (Page *made = m_made.value(name)) {
        return made;
    }
    Page *fresh = m_makers.value(name)();
    m_made.insert(name, fresh);
    m_pages->addWidget(fresh);
    connect(fresh, &Page::said, this, &Shell::say);
    connect(fresh, &Page::wantsPage, this, &Shell::showPage);
    return fresh;
}

void Shell::showPage(const QString &name)
{
    if (!m_makers.contains(name)) {
        return;
    }
    if (!m_current.isEmpty() && m_current != name) {
        m_trail << m_current;
    }
    m_current = name;
    Page *shown = page(name);
    m_pages->setCurrentWidget(shown);
    m_sidebar->setCurrent(name == QLatin1String("adding") || name == QLatin1String("trend")
                              ? QStringLiteral("records")
                              : name);
    const QWidget *focus = window()->focusWidget();
    if (focus == nullptr || m_sidebar->isAncestorOf(focus)) {
        m_sidebar->focusCurrent();
    }
    shown->refresh();
}

void Shell::openRecord(qint64 id)
{
    showPage(QStringLiteral("records"));
    static_cast<RecordsPage *>(page(QStringLiteral("records")))
        ->openRecord(static_cast<RecordId>(id));
}

void Shell::openTrend(qint64 id)
{
    static_cast<TrendPage *>(page(QStringLiteral("trend")))->openRecord(static_cast<RecordId>(id));
    showPage(QStringLiteral("trend"));
}

void Shell::goBack()
{
    if (isInFlow() || m_trail.isEmpty()) {
        return;
    }
    const QString name = m_trail.takeLast();
    m_current.clear();
    showPage(name);
}

void Shell::startFlow(WizardFrame *flow)
{
    endFlow();
    m_layers->addWidget(flow);
    m_layers->setCurrentWidget(flow);
    connect(flow, &WizardFrame::cancelled, this, &Shell::endFlow);
}

bool Shell::isInFlow() const { return m_layers->currentWidget() != m_main; }

bool Shell::isAdding() const
{
    const Page *adding = m_made.value(QStringLiteral("adding"));
    return adding != nullptr && static_cast<const AddingPage *>(adding)->isBusy();
}

void Shell::endFlow()
{
    if (isInFlow()) {
        QWidget *flow = m_layers->currentWidget();
        m_layers->removeWidget(flow);
        m_layers->setCurrentWidget(m_main);
        m_sidebar->focusCurrent();
        flow->hide();
        flow->deleteLater();
        page(m_current)->refresh();
    }
}

void Shell::startShare(std::optional<RecordId> record, std::optional<std::int64_t> contact)
{
    if (m_session.isClinician()) {
        return;
    }
    auto *flow = new ShareFlow{m_session};
    if (record) {
        flow->startWith(*record);
    }
    if (contact) {
        flow->startWithContact(*contact);
    }
    connect(flow, &ShareFlow::shared, this, [this](const QString &sentence) {
        endFlow();
        showPage(QStringLiteral("sharing"));
        say(sentence);
    });
    connect(flow, &ShareFlow::contactsWanted, this, [this] {
        endFlow();
        showPage(QStringLiteral("contacts"));
    });
    startFlow(flow);
}

void Shell::startDeliver()
{
    auto *flow = new DeliverFlow{m_session};
    connect(flow, &DeliverFlow::delivered, this, [this](const QString &sentence) {
        endFlow();
        showPage(QStringLiteral("deliver"));
        say(sentence);
    });
    connect(flow, &DeliverFlow::contactsWanted, this, [this] {
        endFlow();
        showPage(QStringLiteral("contacts"));
    });
    startFlow(flow);
}

void Shell::say(const QString &sentence)
{
    if (!sentence.isEmpty()) {
        m_toast->say(sentence);
    }
}

void Shell::setPeriodicSync(bool on)
{
    if (on) {
        m_syncTimer.start();
        QTimer::singleShot(0, this, &Shell::syncNow);
        awaitNews();
    } else {
        m_syncTimer.stop();
        m_news.request_stop();
    }
}

void Shell::awaitNews()
{
    m_news.request_stop(); // one at a time
    m_news = m_session.await(
        this, [](Wallet &wallet, std::stop_token stop) { return wallet.awaitNews(stop); },
        [this](const Result<std::int64_t> &taken) {
            if (!taken) {
                return; // stopped
            }
            page(m_current)->refresh();
            readUnseen();
            syncNow(); // for what follows from it: answers, deliveries, endings
            awaitNews();
        });
}

void Shell::syncNow()
{
    if (m_syncing) {
        m_syncAgain = true;
        return;
    }
    m_syncing = true;
    m_syncAgain = false;
    m_session.ask(
        this, [](Wallet &wallet, std::stop_token stop) { return wallet.sync(std::move(stop)); },
        [this](const Result<SyncReport> &report) {
            m_syncing = false;
            readStatus();
            readUnseen();
            if (report && report->received + report->filed > 0) {
                page(m_current)->refresh();
            }
            if (!report && report.error().code == ErrorCode::Tampered) {
                say(sentenceOf(report.error()));
            }
            if (m_syncAgain) {
                syncNow();
            }
        });
}

void Shell::readStatus()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.status(); },
        [this](const Result<WalletStatus> &status) {
            const ConnectionLine line = status ? lineOf(*status)
                                               : ConnectionLine{.offline = true,
                                                                .line = tr("You are offline"),
                                                                .second = tr("We try again")};
            const auto waiting = status ? status->outbox : 0;
            m_offlinePlace->setVisible(line.offline);
            m_sidebar->setConnection(line.good, line.line, line.second);
            m_offline->say(line.line + QLatin1Char('.'),
                           waiting == 0 ? tr("Nothing waits to be sent.")
                                        : tr("%n change(s) wait and will be sent later.", nullptr,
                                             static_cast<int>(waiting)));
        });
}

void Shell::readUnseen()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.unseenActivity(); },
        [this](const Result<std::int64_t> &unseen) {
            m_sidebar->setCount(QStringLiteral("activity"), static_cast<int>(unseen.value_or(0)));
        });
}

void Shell::focusSidebar() { m_sidebar->focusCurrent(); }

void Shell::fold() { m_sidebar->setRail(width() < px(kFullSidebar)); }

void Shell::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void Shell::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        fold();
    }
    QWidget::changeEvent(event);
}

} // namespace keepwell::ui
