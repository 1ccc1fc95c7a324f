// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QComboBox;

namespace keepwell::ui {

class Field;
class PassphraseForm;
class SecretLineEdit;
class Session;

/// When the wallet locks by itself, and a new passphrase.
class LockingPanel final : public QFrame
{
    Q_OBJECT

public:
    static constexpr int kDefaultMinutes = 10;

    explicit LockingPanel(Session &session, QWidget *parent = nullptr);

    void refresh();

signals:
    void minutesChanged(int minutes);
    void said(const QString &sentence);

private:
    QWidget *makePassphrase();
    void changePassphrase();

    Session &m_session;
    QComboBox *m_minutes;
    SecretLineEdit *m_current;
    Field *m_currentField = nullptr;
    PassphraseForm *m_next;
};

} // namespace keepwell::ui
