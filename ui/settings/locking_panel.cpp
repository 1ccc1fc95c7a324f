// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/locking_panel.hpp"

#include "ui/door/passphrase_form.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/secret_line_edit.hpp"
#include "ui/words/sentences.hpp"

#include <QComboBox>

namespace keepwell::ui {

LockingPanel::LockingPanel(Session &session, QWidget *parent)
    : QFrame{parent}
    , m_session{session}
    , m_minutes{new QComboBox}
    , m_current{new SecretLineEdit}
    , m_next{new PassphraseForm}
{
    setProperty("role", "card");
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(px(20), px(18), px(20), px(18));
    column->setSpacing(px(14));
    for (const int minutes : {2, 5, 10, 30, 60}) {
        m_minutes->addItem(tr("After %n minute(s) without use", nullptr, minutes), minutes);
    }
    m_minutes->setObjectName(QStringLiteral("lockMinutes"));
    auto *field = new Field{tr("Lock by itself"), m_minutes};
    field->setHint(tr("Keepwell warns you one minute before."));
    column->addWidget(field);
    connect(m_minutes, &QComboBox::activated, this, [this] {
        const int minutes = m_minutes->currentData().toInt();
        emit minutesChanged(minutes);
        m_session.ask(
            this,
            [minutes](Wallet &wallet, const std::stop_token &) {
                return wallet.setSetting("lock.minutes", std::to_string(minutes));
            },
            [this](const Result<> &done) {
                if (!done) {
                    emit said(sentenceOf(done.error()));
                }
            });
    });
    column->addWidget(makeRule());
    column->addWidget(makePassphrase());
}

QWidget *LockingPanel::makePassphrase()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout{whole};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    column->addWidget(new Label{TextRole::Card, tr("Change the passphrase")});
    m_current->setObjectName(QStringLiteral("currentPassphrase"));
    m_current->addShowButton();
    m_currentField = new Field{tr("Passphrase now"), m_current};
    column->addWidget(m_currentField);
    column->addWidget(m_next);
    auto *change = new Button{ButtonKind::Secondary, tr("Change the passphrase"), u"key"};
    change->setObjectName(QStringLiteral("changePassphrase"));
    column->addWidget(change, 0, Qt::AlignLeading);
    connect(change, &QPushButton::clicked, this, &LockingPanel::changePassphrase);
    connect(m_next, &PassphraseForm::finished, this, &LockingPanel::changePassphrase);
    connect(m_current, &SecretLineEdit::edited, this, [this] { m_currentField->setError({}); });
    return whole;
}

void LockingPanel::changePassphrase()
{
    if (m_current->isEmpty()) {
        m_currentField->setError(tr("Type the passphrase you use now."));
        m_current->setFocus();
        return;
    }
    if (!m_next->check()) {
        return;
    }
    auto current = std::make_shared<crypto::SecretText>(m_current->text());
    auto next = std::make_shared<crypto::SecretText>(m_next->passphrase());
    m_session.ask(
        this,
        [current, next](Wallet &wallet, const std::stop_token &) {
            return wallet.changePassphrase(*current, *next);
        },
        [this](const Result<> &done) {
            if (done) {
                m_current->clear();
                m_next->clear();
                emit said(tr("Your passphrase is changed."));
            } else if (done.error().code == ErrorCode::WrongKey) {
                m_currentField->setError(
                    tr("That is not the right passphrase. Check Caps Lock and try again."));
                m_current->setFocus();
            } else {
                emit said(sentenceOf(done.error()));
            }
        });
}

void LockingPanel::refresh()
{
    m_session.ask(
        this,
        [](Wallet &wallet, const std::stop_token &) {
            return wallet.setting("lock.minutes", std::to_string(kDefaultMinutes));
        },
        [this](const Result<std::string> &minutes) {
            const int chosen = minutes ? QString::fromStdString(*minutes).toInt() : kDefaultMinutes;
            m_minutes->setCurrentIndex(std::max(0, m_minutes->findData(chosen)));
        });
}

} // namespace keepwell::ui
