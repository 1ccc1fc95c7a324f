// SPDX-License-Identifier: Apache-2.0
// Which pages and flows there are, and how each leads to the others.
#include "ui/activity/activity_page.hpp"
#include "ui/adding/adding_page.hpp"
#include "ui/clinic/deliver_flow.hpp"
#include "ui/clinic/deliver_page.hpp"
#include "ui/clinic/shared_with_me_page.hpp"
#include "ui/contacts/contacts_page.hpp"
#include "ui/overview/overview_page.hpp"
#include "ui/records/records_page.hpp"
#include "ui/records/trend_page.hpp"
#include "ui/settings/settings_page.hpp"
#include "ui/sharing/share_flow.hpp"
#include "ui/sharing/sharing_page.hpp"
#include "ui/shell/session.hpp"
#include "ui/shell/shell.hpp"
#include "ui/shell/sidebar.hpp"
#include "ui/widgets/toast.hpp"

#include <QStackedLayout>

namespace keepwell::ui {

void Shell::offer(const QString &name, QStringView icon, const QString &text, MakePage make)
{
    offerWithin(name, icon, text, make);
    m_sidebar->addPage(name, icon, text);
}

void Shell::offerWithin(const QString &name, QStringView icon, const QString &text, MakePage make)
{
    m_makers.insert(name, make);
    m_places << SearchPlace{.page = name, .icon = icon.toString(), .name = text};
}

void Shell::addPages()
{
    m_session.isClinician() ? addClinicPages() : addHealthPages();
    m_sidebar->addGroup(tr("People"));
    offer("contacts", u"contacts", tr("Contacts"), &Shell::makeContacts);
    m_sidebar->addGroup(m_session.isClinician() ? tr("This computer") : tr("This wallet"));
    offer("settings", u"settings", tr("Settings"), &Shell::makeSettings);
    m_sidebar->finish();
}

void Shell::addClinicPages()
{
    m_sidebar->addGroup(tr("Clinic"));
    offer("inbox", u"inbox", tr("Shared with me"), &Shell::makeInbox);
    offer("deliver", u"send", tr("Deliver a record"), &Shell::makeDeliver);
    offer("activity", u"eye", tr("My activity"), &Shell::makeActivity);
}

void Shell::addHealthPages()
{
    m_sidebar->addGroup(tr("My health"));
    offer("overview", u"overview", tr("Overview"), &Shell::makeOverview);
    offer("records", u"records", tr("Records"), &Shell::makeRecords);
    offerWithin("adding", u"add-records", tr("Add records"), &Shell::makeAdding);
    offerWithin("trend", u"test-tube", tr("Tests over time"), &Shell::makeTrend);
    m_sidebar->addGroup(tr("Who can see it"));
    offer("sharing", u"share", tr("Sharing"), &Shell::makeSharing);
    offer("activity", u"eye", tr("Activity"), &Shell::makeActivity);
}

Page *Shell::makeInbox()
{
    auto *inbox = new SharedWithMePage{m_session};
    connect(inbox, &SharedWithMePage::deliverWanted, this, &Shell::startDeliver);
    connect(inbox, &SharedWithMePage::contactsWanted, this,
            [this] { showPage(QStringLiteral("contacts")); });
    connect(inbox, &SharedWithMePage::newCount, this,
            [this](int count) { m_sidebar->setCount(QStringLiteral("inbox"), count); });
    return inbox;
}

Page *Shell::makeDeliver()
{
    auto *deliver = new DeliverPage{m_session};
    connect(deliver, &DeliverPage::newDeliveryWanted, this, &Shell::startDeliver);
    return deliver;
}

Page *Shell::makeOverview()
{
    auto *overview = new OverviewPage{m_session};
    connect(overview, &OverviewPage::shareWanted, this, [this] { startShare(); });
    connect(overview, &OverviewPage::searchWanted, this, &Shell::searchEverything);
    connect(overview, &OverviewPage::addRecordsWanted, this,
            [this] { showPage(QStringLiteral("adding")); });
    connect(overview, &OverviewPage::recordWanted, this, &Shell::openRecord);
    connect(overview, &OverviewPage::trendWanted, this, &Shell::openTrend);
    return overview;
}

Page *Shell::makeRecords()
{
    auto *records = new RecordsPage{m_session};
    connect(records, &RecordsPage::addRecordsWanted, this,
            [this] { showPage(QStringLiteral("adding")); });
    connect(records, &RecordsPage::shareWanted, this,
            [this](qint64 id) { startShare(static_cast<RecordId>(id)); });
    connect(records, &RecordsPage::trendWanted, this, &Shell::openTrend);
    connect(records, &RecordsPage::removed, this,
            [this, records](qint64 id, const QString &sentence) {
                m_toast->say(
                    sentence, tr("Undo"), [records] { records->undoRemoval(); },
                    [records, id] { records->settle(static_cast<RecordId>(id)); });
            });
    connect(records, &RecordsPage::settled, this, [this, records] {
        if (page(m_current) != records) {
            page(m_current)->refresh(); // it was opened while the record went
        }
    });
    return records;
}

Page *Shell::makeTrend()
{
    auto *trend = new TrendPage{m_session};
    connect(trend, &TrendPage::recordWanted, this, &Shell::openRecord);
    connect(trend, &TrendPage::recordsWanted, this,
            [this] { showPage(QStringLiteral("records")); });
    return trend;
}

Page *Shell::makeAdding()
{
    auto *adding = new AddingPage{m_session};
    connect(adding, &AddingPage::finished, this, [this](const QString &sentence) {
        if (m_current != QLatin1String("adding")) {
            page(m_current)->refresh();
            say(sentence);
        }
    });
    return adding;
}

Page *Shell::makeSharing()
{
    auto *sharing = new SharingPage{m_session};
    connect(sharing, &SharingPage::newShareWanted, this, [this] { startShare(); });
    return sharing;
}

Page *Shell::makeActivity()
{
    auto *activity = new ActivityPage{m_session};
    connect(activity, &ActivityPage::seenChanged, this, &Shell::readUnseen);
    return activity;
}

Page *Shell::makeContacts()
{
    auto *contacts = new ContactsPage{m_session};
    connect(contacts, &ContactsPage::shareWanted, this, [this](qint64 id) { startShare({}, id); });
    return contacts;
}

Page *Shell::makeSettings()
{
    auto *settings = new SettingsPage{m_session, m_appearance};
    connect(settings, &SettingsPage::languageChosen, this, &Shell::languageChosen);
    connect(settings, &SettingsPage::lockMinutesChanged, this, &Shell::lockMinutesChanged);
    connect(settings, &SettingsPage::syncWanted, this, &Shell::syncNow);
    return settings;
}

void Shell::startFlow(WizardFrame *flow)
{
    endFlow();
    m_layers->addWidget(flow);
    m_layers->setCurrentWidget(flow);
    connect(flow, &WizardFrame::cancelled, this, &Shell::endFlow);
}

bool Shell::isInFlow() const { return m_layers->currentWidget() != m_main; }

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
    auto *flow = new ShareFlow{m_session, {.record = record, .contact = contact}};
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

} // namespace keepwell::ui
