// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret_text.hpp"

#include <QTimer>
#include <QWidget>

#include <chrono>

class QHBoxLayout;

namespace keepwell::ui {

class Appearance;
class Button;
class Field;
class Label;
class Picture;
class SecretLineEdit;
class Strip;

/// Wrong passphrases since a wallet was last opened in this window, and until when the next one waits.
struct WrongTries
{
    int count = 0;
    std::chrono::steady_clock::time_point until{};
};

/// The door: passphrase, Show, Caps Lock note, and why the wallet is locked; at its foot what helps
/// before it is open. It knows no name, because nothing readable lies outside the vault. After 5
/// wrong tries the next ones wait.
class UnlockPage final : public QWidget
{
    Q_OBJECT

public:
    /// `tries` outlive the page, so that no way around it starts them anew.
    UnlockPage(Appearance &appearance, WrongTries &tries, const QString &why,
               QWidget *parent = nullptr);

    /// After unlockAsked(): what went wrong. The entry is empty again and has the keyboard.
    void refuse(const Error &error);

signals:
    void unlockAsked(keepwell::crypto::SecretText &passphrase);
    void forgotten();
    void otherWalletWanted(); ///< One in another folder.
    void languageChosen(const QString &code);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillPlate(const QString &why);
    QWidget *makeFoot(Appearance &appearance);
    Button *makeLanguage();
    void showHelp();
    void ask();
    void setBusy(bool busy);
    void countDown();
    int secondsLeft() const;

    Picture *m_picture;
    QWidget *m_plate;
    QHBoxLayout *m_foot = nullptr;
    SecretLineEdit *m_entry;
    Field *m_field;
    Strip *m_capsLock;
    Button *m_unlock;
    QTimer m_wait;
    WrongTries &m_tries;
};

} // namespace keepwell::ui
