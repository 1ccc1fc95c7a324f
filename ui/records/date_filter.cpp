// SPDX-License-Identifier: Apache-2.0
#include "ui/records/date_filter.hpp"

#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"

#include <QComboBox>
#include <QDateEdit>
#include <QSignalBlocker>

namespace keepwell::ui {

namespace {

constexpr int kAny = 0;
constexpr int kSpan = -1; ///< Of the choices' numbers; the others are months back.

std::string isoOf(const QDate &day) { return day.toString(Qt::ISODate).toStdString(); }

} // namespace

DateFilter::DateFilter(const QDate &today, QWidget *parent)
    : QWidget{parent}
    , m_today{today}
    , m_choice{new QComboBox}
    , m_span{new QWidget}
    , m_from{makeDay(tr("From"), today.addYears(-1))}
    , m_to{makeDay(tr("To"), today)}
{
    m_choice->setObjectName(QStringLiteral("dateChoice"));
    m_choice->setAccessibleName(tr("Date"));
    m_choice->setProperty("small", true);
    m_choice->addItem(tr("Any date"), kAny);
    m_choice->addItem(tr("Last 3 months"), 3);
    m_choice->addItem(tr("Last 12 months"), 12);
    m_choice->addItem(tr("Last 5 years"), 60);
    m_choice->addItem(tr("From … to …"), kSpan);
    m_from->setObjectName(QStringLiteral("fromDate"));
    m_to->setObjectName(QStringLiteral("toDate"));
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(m_choice);
    row->addWidget(m_span);
    auto *span = new QHBoxLayout{m_span};
    span->setContentsMargins(0, 0, 0, 0);
    span->setSpacing(px(8));
    span->addWidget(m_from);
    span->addWidget((new Label{TextRole::Second, tr("to")})->onOneLine());
    span->addWidget(m_to);
    m_span->hide();
    connect(m_choice, &QComboBox::activated, this, &DateFilter::chosen);
    connect(m_from, &QDateEdit::dateChanged, this, &DateFilter::changed);
    connect(m_to, &QDateEdit::dateChanged, this, &DateFilter::changed);
}

QDateEdit *DateFilter::makeDay(const QString &name, const QDate &day)
{
    auto *edit = new QDateEdit{day};
    edit->setAccessibleName(name);
    edit->setProperty("small", true);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(tr("d MMM yyyy"));
    return edit;
}

void DateFilter::chosen()
{
    m_span->setVisible(m_choice->currentData().toInt() == kSpan);
    updateGeometry();
    emit changed();
}

bool DateFilter::isSet() const { return m_choice->currentData().toInt() != kAny; }

std::string DateFilter::since() const
{
    const int months = m_choice->currentData().toInt();
    return months == kAny ? std::string{}
        : months == kSpan ? isoOf(m_from->date())
                          : isoOf(m_today.addMonths(-months));
}

std::string DateFilter::until() const
{
    return m_choice->currentData().toInt() == kSpan ? isoOf(m_to->date()) : std::string{};
}

void DateFilter::reset()
{
    const QSignalBlocker quiet{this};
    m_choice->setCurrentIndex(0);
    chosen();
}

} // namespace keepwell::ui
