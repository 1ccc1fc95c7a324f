// SPDX-License-Identifier: Apache-2.0
// The shortcuts of the shell (UI: Keyboard). One table, so that it reads like the page it is from.
#include "ui/adding/adding_page.hpp"
#include "ui/adding/drop_zone.hpp"
#include "ui/records/records_page.hpp"
#include "ui/settings/settings_page.hpp"
#include "ui/shell/search_dialog.hpp"
#include "ui/shell/session.hpp"
#include "ui/shell/shell.hpp"
#include "ui/shell/sidebar.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/widgets/toast.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QMessageBox>
#include <QShortcut>
#include <QStackedWidget>

namespace keepwell::ui {

void Shell::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut{keys, this}, &QShortcut::activated, this, act);
    };
    on(QKeySequence{Qt::CTRL | Qt::Key_K}, [this] { searchEverything(); });
    on(QKeySequence{Qt::CTRL | Qt::Key_F}, [this] { find(); });
    on(QKeySequence{Qt::CTRL | Qt::Key_L}, [this] { emit lockRequested(); });
    on(QKeySequence{Qt::CTRL | Qt::Key_Comma}, [this] { showPage(QStringLiteral("settings")); });
    on(QKeySequence{Qt::CTRL | Qt::Key_N},
       [this] { m_session.isClinician() ? startDeliver() : startShare(); });
    on(QKeySequence{Qt::CTRL | Qt::Key_I}, [this] { showPage(QStringLiteral("adding")); });
    on(QKeySequence::Print, [this] { isInFlow() ? void() : page(m_current)->print(); });
    on(QKeySequence::Save, [this] { isInFlow() ? void() : page(m_current)->saveCopy(); });
    on(QKeySequence{Qt::ALT | Qt::Key_Left}, [this] { goBack(); });
    on(QKeySequence{Qt::Key_F6}, [this] { movePane(true); });
    on(QKeySequence{Qt::SHIFT | Qt::Key_F6}, [this] { movePane(false); });
    on(QKeySequence{Qt::Key_F1}, [this] { showHelp(); });
    on(QKeySequence{Qt::Key_Escape}, [this] { endFlow(); });
    on(QKeySequence{Qt::CTRL | Qt::Key_Z}, [this] { m_toast->act(); });
    qApp->installEventFilter(this);
    const QStringList names = pageNames();
    for (int place = 0; place < names.size() && place < 9; ++place) {
        on(QKeySequence{static_cast<int>(Qt::CTRL) | (Qt::Key_1 + place)}, [this, place] {
            if (!isInFlow()) {
                showPage(pageNames()[place]);
            }
        });
    }
}

bool Shell::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QWidget *before = QApplication::activeModalWidget();
        while (before != nullptr && before != this) {
            before = before->parentWidget();
        }
        if (before == this && key->key() == Qt::Key_L && key->modifiers() == Qt::ControlModifier) {
            emit lockRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Shell::searchEverything()
{
    if (isInFlow()) {
        return;
    }
    if (Page *records = m_made.value(QStringLiteral("records"))) {
        static_cast<RecordsPage *>(records)->settle(); // what is deleted is not found any more
    }
    QList<SearchPlace> places = m_places;
    for (int number = 0; number < SettingsPage::kPanels; ++number) {
        const auto panel = static_cast<SettingsPage::Panel>(number);
        places << SearchPlace{QStringLiteral("settings"), number, SettingsPage::iconOf(panel),
                              SettingsPage::nameOf(panel)};
    }
    auto *dialog = new SearchDialog{m_session, places, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchDialog::recordChosen, this, &Shell::openRecord);
    const auto findIn = [this](const QString &name) {
        return [this, name](const QString &words) {
            showPage(name);
            page(name)->find(words);
        };
    };
    connect(dialog, &SearchDialog::recordsChosen, this, findIn(QStringLiteral("records")));
    connect(dialog, &SearchDialog::patientChosen, this, findIn(QStringLiteral("inbox")));
    connect(dialog, &SearchDialog::contactChosen, this, &Shell::openContact);
    connect(dialog, &SearchDialog::placeChosen, this, [this](const QString &name, int panel) {
        showPage(name);
        if (panel >= 0) {
            static_cast<SettingsPage *>(page(name))
                ->openPanel(static_cast<SettingsPage::Panel>(panel));
        }
    });
    dialog->open();
}

void Shell::find()
{
    if (!isInFlow() && !page(m_current)->find({})) {
        searchEverything();
    }
}

void Shell::movePane(bool forward)
{
    Q_UNUSED(forward) // there are two panes: the sidebar and the page
    QWidget *focus = QApplication::focusWidget();
    const bool inSidebar = focus != nullptr && m_sidebar->isAncestorOf(focus);
    QWidget *pane = inSidebar ? m_pages->currentWidget() : static_cast<QWidget *>(m_sidebar);
    for (QWidget *child : pane->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<QAbstractButton *>(child);
        const bool current = inSidebar || (button != nullptr && button->isChecked());
        if (current && child->isVisible() && child->isEnabled()
            && child->focusPolicy() & Qt::TabFocus) {
            child->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void Shell::showHelp()
{
    QMessageBox help{this};
    help.setWindowTitle(tr("Help"));
    help.setText(tr("Keys you can use"));
    help.setInformativeText(
        tr("Ctrl+K: search everything\nCtrl+F: find in this page\nCtrl+1, Ctrl+2 …: the pages at "
           "the side\nCtrl+N: new share\n"
           "Ctrl+I: add records\nCtrl+P: print\nCtrl+S: save a copy\nCtrl+L: lock now\nCtrl+plus, "
           "Ctrl+minus: text size\nCtrl+Z: bring back a record you just deleted\n"
           "Alt+Left: back\nF6: next pane\nEsc: close"));
    help.addButton(tr("Close"), QMessageBox::AcceptRole);
    help.exec();
}

} // namespace keepwell::ui
