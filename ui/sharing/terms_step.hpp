// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QDateEdit;
class QLineEdit;

namespace keepwell::ui {

class Field;

/// Why, and how long: purpose, a reason the other side reads each time, an end, how often.
class TermsStep final : public QWidget
{
    Q_OBJECT

public:
    explicit TermsStep(Instant now, QWidget *parent = nullptr);

    /// False, with a sentence beside the field, when a reason or a day is missing.
    bool check();
    ShareTerms terms() const;
    QString reason() const;
    QString untilSentence() const; ///< "3 months, then it ends by itself".
    void focusFirst();

private:
    QDate untilDay() const;

    Instant m_now;
    QLineEdit *m_reason;
    Field *m_reasonField;
    QComboBox *m_purpose;
    QButtonGroup *m_length;
    QDateEdit *m_day;
    QComboBox *m_often;
};

} // namespace keepwell::ui
