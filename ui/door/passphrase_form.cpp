// SPDX-License-Identifier: Apache-2.0
#include "ui/door/passphrase_form.hpp"

#include "ui/door/passphrase_strength.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/secret_line_edit.hpp"

namespace keepwell::ui {

PassphraseForm::PassphraseForm(QWidget *parent)
    : QWidget{parent}
    , m_first{new SecretLineEdit}
    , m_second{new SecretLineEdit}
    , m_firstField{new Field{tr("New passphrase"), m_first}}
    , m_secondField{new Field{tr("The same again"), m_second}}
{
    m_first->addShowButton();
    m_second->addShowButton();
    m_first->setObjectName(QStringLiteral("passphrase"));
    m_second->setObjectName(QStringLiteral("passphraseAgain"));
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(18));
    column->addWidget(m_firstField);
    column->addWidget(m_secondField);
    m_firstField->setHint(tr("Four or more words that do not belong together are best."));

    connect(m_first, &SecretLineEdit::edited, this, [this] {
        m_firstField->setError({});
        m_firstField->setHint(m_first->isEmpty()
                                  ? tr("Four or more words that do not belong together are best.")
                                  : wordsOf(strengthOf(m_first->text())));
    });
    connect(m_second, &SecretLineEdit::edited, this, [this] { m_secondField->setError({}); });
    connect(m_first, &SecretLineEdit::returnPressed, m_second, [this] { m_second->setFocus(); });
    connect(m_second, &SecretLineEdit::returnPressed, this, &PassphraseForm::finished);
}

bool PassphraseForm::check()
{
    if (const PassphraseStrength strength = strengthOf(m_first->text()); !isEnough(strength)) {
        m_firstField->setHint({}); // the error says it
        m_firstField->setError(wordsOf(strength));
        m_first->setFocus();
        return false;
    }
    if (!m_first->text().equals(m_second->text())) {
        m_secondField->setError(tr("The two are not the same. Type it again."));
        m_second->setFocus();
        return false;
    }
    return true;
}

crypto::SecretText PassphraseForm::passphrase() const { return m_first->text(); }

void PassphraseForm::clear()
{
    m_first->clear();
    m_second->clear();
}

void PassphraseForm::focusFirst() { m_first->setFocus(Qt::OtherFocusReason); }

} // namespace keepwell::ui
