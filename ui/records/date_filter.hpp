// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QWidget>

#include <string>

class QComboBox;
class QDateEdit;

namespace keepwell::ui {

/// Which dates of records are wanted: any, the last months or years, or from one day to another.
class DateFilter final : public QWidget
{
    Q_OBJECT

public:
    explicit DateFilter(const QDate &today, QWidget *parent = nullptr);

    /// ISO 8601 days, both inclusive; empty where there is no end.
    std::string since() const;
    std::string until() const;
    bool isSet() const;
    void reset(); ///< Back to any date; tells nobody.

signals:
    void changed();

private:
    QDateEdit *makeDay(const QString &name, const QDate &day);
    void chosen();

    QDate m_today;
    QComboBox *m_choice;
    QWidget *m_span;
    QDateEdit *m_from;
    QDateEdit *m_to;
};

} // namespace keepwell::ui
