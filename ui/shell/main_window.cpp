// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.hpp"

#include "ui/door/new_wallet_flow.hpp"
#include "ui/door/restore_flow.hpp"
#include "ui/door/welcome_page.hpp"
#include "ui/settings/locking_panel.hpp"
#include "ui/shell/idle_lock.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/session.hpp"
#include "ui/shell/shell.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"

#include <QCloseEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QShortcut>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <utility>

namespace keepwell::ui {

namespace {

constexpr std::chrono::milliseconds kTryAgain{20};
constexpr int kTries = 100; ///< Then it is locked whatever waits.

} // namespace

MainWindow::MainWindow(DoorPlace place, Appearance &appearance, MakeDemo makeDemo, QWidget *parent)
    : QMainWindow{parent}
    , m_place{std::move(place)}
    , m_appearance{appearance}
    , m_makeDemo{std::move(makeDemo)}
    , m_looks{m_place.home}
{
    setWindowTitle(QStringLiteral("Keepwell"));
    setMinimumSize(960, 640);
    if (!restoreGeometry(m_looks.geometry())) {
        resize(1280, 800);
    }
    addSizeKeys();
    connect(&m_appearance, &Appearance::changed, this, [this] {
        if (Wallet::existsAt(m_place.home)) {
            m_looks.save(m_appearance);
        }
    });
}

void MainWindow::addSizeKeys()
{
    const auto on = [this](const QKeySequence &keys, int step) {
        connect(new QShortcut{keys, this}, &QShortcut::activated, this, [this, step] {
            m_appearance.setTextPercent(step == 0 ? Appearance::kSmallest
                                                  : m_appearance.textPercent() + step);
        });
    };
    on(QKeySequence{QKeySequence::ZoomIn}, Appearance::kStep);
    on(QKeySequence{Qt::CTRL | Qt::Key_Equal}, Appearance::kStep);
    on(QKeySequence{QKeySequence::ZoomOut}, -Appearance::kStep);
    on(QKeySequence{Qt::CTRL | Qt::Key_0}, 0);
}

MainWindow::~MainWindow()
{
    delete takeCentralWidget();
    m_session.reset();
}

Shell *MainWindow::shell() { return m_shell; }

Session *MainWindow::session() { return m_session.get(); }

IdleLock *MainWindow::idleLock() { return m_idle; }

bool MainWindow::isBusy() const
{
    return m_tasks.pending() > 0 || (m_session && m_session->isBusy());
}

void MainWindow::setContent(QWidget *content)
{
    QWidget *wanted = content->focusWidget(); // moving into the window makes it forget
    delete takeCentralWidget();
    setCentralWidget(content);
    content->setVisible(true); // at once: a main window shows its content only later
    if (wanted != nullptr) {
        wanted->setFocus(Qt::OtherFocusReason);
    }
}

void MainWindow::start() { Wallet::existsAt(m_place.home) ? showUnlock({}) : showWelcome(); }

void MainWindow::showWelcome()
{
    auto *page = new WelcomePage{m_appearance, static_cast<bool>(m_makeDemo)};
    page->setClinician(m_clinician);
    connect(page, &WelcomePage::newWalletChosen, this, &MainWindow::showNewWallet);
    connect(page, &WelcomePage::restoreChosen, this,
            [this](bool clinician) { showRestore(false, clinician); });
    connect(page, &WelcomePage::demoChosen, this, &MainWindow::makeDemo);
    connect(page, &WelcomePage::clinicianToggled, this,
            [this](bool clinician) { m_clinician = clinician; });
    connect(
        page, &WelcomePage::languageChosen, this,
        [this](const QString &code) {
            useLanguage(code);
            showWelcome();
        },
        Qt::QueuedConnection);
    setContent(page);
}

void MainWindow::showUnlock(const QString &why)
{
    auto *page = new UnlockPage{m_appearance, m_tries, why};
    m_unlock = page;
    connect(page, &UnlockPage::unlockAsked, this,
            [this](crypto::SecretText &passphrase) { unlock(std::move(passphrase)); });
    connect(
        page, &UnlockPage::forgotten, this, [this] { showRestore(true, false); },
        Qt::QueuedConnection);
    connect(page, &UnlockPage::otherWalletWanted, this, &MainWindow::chooseWallet);
    connect(
        page, &UnlockPage::languageChosen, this,
        [this](const QString &code) {
            chooseLanguage(code);
            showUnlock({}); // why it is locked was said in the other language
        },
        Qt::QueuedConnection);
    setContent(page);
}

void MainWindow::chooseWallet()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Choose the folder of a wallet"),
        QString::fromStdU16String(m_place.home.parent_path().u16string()));
    if (!folder.isEmpty() && !useWallet(folder.toStdU16String())) {
        QMessageBox::information(this, tr("Keepwell"),
                                 tr("There is no wallet in this folder. Nothing was changed."));
    }
}

bool MainWindow::useWallet(const std::filesystem::path &home)
{
    if (!Wallet::existsAt(home)) {
        return false;
    }
    m_place.home = home;
    m_place.network = NetworkConfig::beside(home);
    m_looks = LookStore{home};
    m_demo = false;
    emit homeChosen(home);
    showUnlock({});
    return true;
}

void MainWindow::unlock(crypto::SecretText passphrase)
{
    auto shared = std::make_shared<crypto::SecretText>(std::move(passphrase));
    m_tasks.run(
        this,
        [home = m_place.home, shared, clock = m_place.clock](const std::stop_token &) {
            auto wallet = Wallet::unlock(home, *shared, *clock);
            shared->clear();
            return wallet;
        },
        [this, home = m_place.home](Result<std::unique_ptr<Wallet>> wallet) {
            if (home != m_place.home) {
                return; // somebody turned to another wallet meanwhile
            }
            if (wallet) {
                m_tries = {};
                open(*std::move(wallet));
            } else if (!m_unlock.isNull()) {
                m_unlock->refuse(wallet.error());
            }
        });
}

void MainWindow::showNewWallet(bool clinician)
{
    auto *flow = new NewWalletFlow{m_place, m_tasks, clinician};
    connect(flow, &WizardFrame::cancelled, this, &MainWindow::showWelcome, Qt::QueuedConnection);
    connect(flow, &NewWalletFlow::opened, this,
            [this](std::unique_ptr<Wallet> &wallet) { open(std::move(wallet)); });
    setContent(flow);
}

void MainWindow::showRestore(bool newPassphrase, bool clinician)
{
    auto *flow = new RestoreFlow{
        m_place, m_tasks,
        newPassphrase ? RestoreFlow::Kind::NewPassphrase : RestoreFlow::Kind::BringBack, clinician};
    connect(flow, &WizardFrame::cancelled, this, &MainWindow::start, Qt::QueuedConnection);
    connect(
        flow, &RestoreFlow::passphraseReplaced, this,
        [this] { showUnlock(tr("Your new passphrase is set. Use it now.")); },
        Qt::QueuedConnection);
    connect(flow, &RestoreFlow::opened, this,
            [this](std::unique_ptr<Wallet> &wallet) { open(std::move(wallet)); });
    setContent(flow);
}

void MainWindow::open(std::unique_ptr<Wallet> wallet)
{
    m_session = std::make_unique<Session>(std::move(wallet), *m_place.clock, m_demo);
    // Queued, for this ends the page whose signal is being delivered.
    QMetaObject::invokeMethod(
        this,
        [this] {
            showShell();
            emit opened();
        },
        Qt::QueuedConnection);
}

void MainWindow::showShell()
{
    auto *shell = new Shell{*m_session, m_appearance};
    setContent(shell);
    shell->focusSidebar();
    m_shell = shell;
    m_loopLevel = QThread::currentThread()->loopLevel();
    m_idle = new IdleLock{shell};
    connect(
        shell, &Shell::lockRequested, this,
        [this] { lock(tr("You locked it. Your records are safe.")); }, Qt::QueuedConnection);
    connect(
        shell, &Shell::languageChosen, this, [this](const QString &code) { chooseLanguage(code); },
        Qt::QueuedConnection);
    connect(
        m_idle, &IdleLock::timeIsUp, this,
        [this] {
            lock(tr("Locked at %1 after %n minute(s) without use. Your records are safe. Nothing "
                    "was lost.",
                    nullptr, m_idle->minutes())
                     .arg(localTime(m_place.clock->now()).time().toString("HH:mm")));
        },
        Qt::QueuedConnection);
    connect(shell, &Shell::lockMinutesChanged, m_idle, &IdleLock::setMinutes);
    readLockMinutes();
}

void MainWindow::readLockMinutes()
{
    m_session->ask(
        m_idle,
        [](Wallet &wallet, const std::stop_token &) {
            return wallet.setting("lock.minutes", std::to_string(LockingPanel::kDefaultMinutes));
        },
        [this](const Result<std::string> &minutes) {
            if (minutes) {
                m_idle->setMinutes(QString::fromStdString(*minutes).toInt());
            }
        });
}

void MainWindow::lock(const QString &why) { lock(why, kTries); }

/// A dialog that waits for its answer stands on the stack of a page: it has to return before the page
/// may go.
void MainWindow::lock(const QString &why, int tries)
{
    if (!m_session) {
        return;
    }
    QList<QPointer<QDialog>> dialogs; // one may take others along
    for (QDialog *dialog : findChildren<QDialog *>()) {
        dialogs << dialog;
    }
    for (const QPointer<QDialog> &one : dialogs) {
        if (QDialog *dialog = one.data(); dialog != nullptr && dialog->isVisible()) {
            dialog->reject();
        }
    }
    if (QThread::currentThread()->loopLevel() > m_loopLevel && tries > 0) {
        if (QWidget *content = centralWidget()) {
            content->hide(); // nothing is to be read meanwhile
        }
        QTimer::singleShot(kTryAgain, this, [this, why, tries] { lock(why, tries - 1); });
        return;
    }
    const bool adding = m_shell && m_shell->isAdding();
    // Destroys the shell first. The import it was running stops between two records.
    showUnlock(adding ? tr("It was locked while records were being added. Files that were done are "
                           "in. You can add the rest when you unlock.")
                      : why);
    m_session.reset();
}

void MainWindow::chooseLanguage(const QString &code)
{
    m_looks.setLanguage(code);
    useLanguage(code);
    if (m_session) {
        showShell();
        m_shell->showPage(QStringLiteral("settings"));
    }
}

void MainWindow::makeDemo()
{
    setEnabled(false);
    m_tasks.run(
        this, [make = m_makeDemo](std::stop_token stop) { return make(std::move(stop)); },
        [this](Result<DemoWallet> demo) {
            setEnabled(true);
            if (!demo) {
                QMessageBox::warning(this, tr("Keepwell"), sentenceOf(demo.error()));
                return;
            }
            m_place.home = demo->home;
            m_demo = true;
            unlock(std::move(demo->passphrase));
        });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (Wallet::existsAt(m_place.home)) {
        m_looks.setGeometry(saveGeometry());
    }
    delete takeCentralWidget();
    m_session.reset();
    event->accept();
}

} // namespace keepwell::ui
