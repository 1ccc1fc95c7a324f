// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.hpp"

#include <QWidget>

namespace keepwell::ui {

class Field;
class Label;
class SecretLineEdit;

/// A new passphrase, typed twice, with its strength in words.
class PassphraseForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PassphraseForm(QWidget *parent = nullptr);

    /// True when both are the same and the vault takes it; else says what is wrong beside the field.
    bool check();
    crypto::SecretText passphrase() const;
    void clear();
    void focusFirst();

signals:
    void finished(); ///< Return in the second field.

private:
    SecretLineEdit *m_first;
    SecretLineEdit *m_second;
    Field *m_firstField;
    Field *m_secondField;
};

} // namespace keepwell::ui
