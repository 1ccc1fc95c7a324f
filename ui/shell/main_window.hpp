// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/door/door_place.hpp"
#include "ui/door/unlock_page.hpp"
#include "ui/shell/look_store.hpp"
#include "ui/tasks/task_runner.hpp"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace keepwell::ui {

class Appearance;
class IdleLock;
class Session;
class Shell;

/// A demo's patient wallet: where it is and the passphrase that opens it.
struct DemoWallet
{
    std::filesystem::path home;
    crypto::SecretText passphrase;
};

/// The window: the door while there is no open wallet, the shell while there is one. Locking
/// destroys the shell and everything in it, then the session.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// Makes a demo beside the wallet's home; absent where there is none to make.
    using MakeDemo = std::function<Result<DemoWallet>(std::stop_token)>;

    MainWindow(DoorPlace place, Appearance &appearance, MakeDemo makeDemo = {},
               QWidget *parent = nullptr);
    ~MainWindow() override;

    void start();                              ///< Unlock where there is a wallet, else Welcome.
    void setDemo(bool demo) { m_demo = demo; } ///< Everything opened from now on is made up.
    /// Goes to the door of the wallet at `home`; false, with nothing changed, where there is none.
    bool useWallet(const std::filesystem::path &home);
    void unlock(crypto::SecretText passphrase);
    void lock(const QString &why);
    void open(std::unique_ptr<Wallet> wallet);

    Shell *shell();
    Session *session();
    IdleLock *idleLock();
    /// Whether work is under way whose outcome will change the page.
    bool isBusy() const;

    void showWelcome();
    void showUnlock(const QString &why);
    void showNewWallet(bool clinician);
    void showRestore(bool newPassphrase, bool clinician);

signals:
    void opened();
    void homeChosen(const std::filesystem::path &home); ///< By useWallet().

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setContent(QWidget *content);
    void lock(const QString &why, int tries);
    void addSizeKeys(); ///< Text size, from the first page on.
    void showShell();
    void chooseLanguage(const QString &code);
    void chooseWallet();
    void makeDemo();
    void readLockMinutes();

    DoorPlace m_place;
    Appearance &m_appearance;
    MakeDemo m_makeDemo;
    LookStore m_looks;
    TaskRunner m_tasks;
    std::unique_ptr<Session> m_session;
    QPointer<Shell> m_shell;
    WrongTries m_tries;
    QPointer<UnlockPage> m_unlock;
    QPointer<IdleLock> m_idle;
    int m_loopLevel = 0; ///< Of event loops, when the shell was made.
    bool m_demo = false;
    bool m_clinician = false;
};

} // namespace keepwell::ui
