// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "ui/shell/search_dialog.hpp"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <stop_token>

class QStackedLayout;
class QStackedWidget;

namespace keepwell::ui {

class Appearance;
class Page;
class Session;
class Sidebar;
class Strip;
class Toast;
class WizardFrame;

/// The window's content after unlock: sidebar, pages, one flow over them, toasts, and the timer
/// that keeps the wallet in step with the network. Knows pages by name; makes each when it is
/// first shown. Destroyed, not hidden, when the wallet locks.
class Shell final : public QWidget
{
    Q_OBJECT

public:
    Shell(Session &session, Appearance &appearance, QWidget *parent = nullptr);

    void showPage(const QString &name);
    QString currentPage() const { return m_current; }
    Page *page(const QString &name);
    QStringList pageNames() const;
    /// Shows `flow` over everything until it says cancelled() or finished. Takes it.
    void startFlow(WizardFrame *flow);
    void endFlow();
    bool isInFlow() const;
    bool isAdding() const; ///< Whether records are being added now.
    void syncNow();
    void awaitNews();              ///< From now on, what others write is shown as soon as they did.
    void focusSidebar();           ///< Gives the keyboard to the current page's row.
    void setPeriodicSync(bool on); ///< On from the start; the tour switches it off.

public slots:
    void say(const QString &sentence);

signals:
    void lockRequested();
    void languageChosen(const QString &code);
    void lockMinutesChanged(int minutes);

protected:
    /// Ctrl+L locks while a dialog stands before the window, too: its shortcuts rest then.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using MakePage = Page *(Shell::*)();

    /// A page of the sidebar, or one that only other pages and the search lead to.
    void offer(const QString &name, QStringView icon, const QString &text, MakePage make);
    void offerWithin(const QString &name, QStringView icon, const QString &text, MakePage make);
    void addPages();
    void addClinicPages();
    void addHealthPages();
    Page *makeInbox();
    Page *makeDeliver();
    Page *makeOverview();
    Page *makeRecords();
    Page *makeTrend();
    Page *makeAdding();
    Page *makeSharing();
    Page *makeActivity();
    Page *makeContacts();
    Page *makeSettings();
    void addShortcuts();
    void fold();
    void startShare(std::optional<RecordId> record = {}, std::optional<std::int64_t> contact = {});
    void startDeliver();
    void readStatus();
    void readUnseen();
    void openRecord(qint64 id);
    void openTrend(qint64 id);
    void goBack();
    void movePane(bool forward);
    void searchEverything();
    void find();
    void openContact(qint64 id);
    void showHelp();

    Session &m_session;
    Appearance &m_appearance;
    QStackedLayout *m_layers;
    QWidget *m_main;
    Sidebar *m_sidebar;
    Strip *m_offline;
    QWidget *m_offlinePlace = nullptr;
    QStackedWidget *m_pages;
    Toast *m_toast;
    QHash<QString, MakePage> m_makers;
    QHash<QString, Page *> m_made;
    QList<SearchPlace> m_places; ///< In the order of the sidebar.
    QStringList m_trail;         ///< Pages shown before, for Back.
    QString m_current;
    QTimer m_syncTimer;
    std::stop_source m_news{std::nostopstate}; ///< Of the wait for what others write.
    bool m_syncing = false;
    bool m_syncAgain = false; ///< Something was queued meanwhile.
};

} // namespace keepwell::ui
