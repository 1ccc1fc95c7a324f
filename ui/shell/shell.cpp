// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shell.hpp"

#include "ui/adding/adding_page.hpp"
#include "ui/contacts/contacts_page.hpp"
#include "ui/records/records_page.hpp"
#include "ui/records/trend_page.hpp"
#include "ui/settings/connection_words.hpp"
#include "ui/settings/settings_page.hpp"
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
        static_cast<SettingsPage *>(page(QStringLiteral("settings")))
            ->openPanel(SettingsPage::Connections);
    });
    m_sidebar->setConnection(true, tr("Connecting…"), {});
    m_syncTimer.setInterval(kSyncEvery);
    connect(&m_syncTimer, &QTimer::timeout, this, &Shell::syncNow);
    setPeriodicSync(true);
    m_session.wallet().sendLater(m_session.tasks().relay(this, [this] { syncNow(); }));
    fold();
    showPage(pageNames().front());
}

QStringList Shell::pageNames() const { return m_sidebar->pageNames(); }

Page *Shell::page(const QString &name)
{
    if (Page *made = m_made.value(name)) {
        return made;
    }
    Page *fresh = (this->*m_makers.value(name))();
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

void Shell::openContact(qint64 id)
{
    static_cast<ContactsPage *>(page(QStringLiteral("contacts")))->choose(id);
    showPage(QStringLiteral("contacts"));
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

bool Shell::isAdding() const
{
    const Page *adding = m_made.value(QStringLiteral("adding"));
    return adding != nullptr && static_cast<const AddingPage *>(adding)->isBusy();
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
