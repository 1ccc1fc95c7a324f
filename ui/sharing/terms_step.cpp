// SPDX-License-Identifier: Apache-2.0
#include "ui/sharing/terms_step.hpp"

#include "ui/widgets/field.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QRadioButton>

namespace keepwell::ui {

namespace {

enum Length { OneDay, OneMonth, ThreeMonths, ADay };

constexpr int kLongestDays = 400;
constexpr int kReasonBytes = 300;

} // namespace

TermsStep::TermsStep(Instant now, QWidget *parent)
    : QWidget{parent}
    , m_now{now}
    , m_reason{new QLineEdit}
    , m_reasonField{new Field{tr("Reason, in your own words"), m_reason}}
    , m_purpose{new QComboBox}
    , m_length{new QButtonGroup{this}}
    , m_day{new QDateEdit}
    , m_often{new QComboBox}
{
    auto *row = new FoldingRow{860, 24};
    auto *why = new Card;
    why->column()->addWidget(new Label{TextRole::Card, tr("Why")});
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setMaxLength(150);
    m_reasonField->setHint(tr("They see this reason each time they open a record."));
    why->column()->addWidget(m_reasonField);
    for (int purpose = 0; purpose < 6; ++purpose) {
        m_purpose->addItem(purposeName(purpose), purpose);
    }
    why->column()->addWidget(new Field{tr("What it is for"), m_purpose});
    why->column()->addStretch(1);
    row->add(why, 1);

    auto *length = new Card;
    length->column()->addWidget(new Label{TextRole::Card, tr("How long")});
    int id = OneDay;
    for (const QString &name :
         {tr("1 day"), tr("1 month"), tr("3 months"), tr("Until a day I choose")}) {
        auto *radio = new QRadioButton{name};
        radio->setMinimumHeight(px(36));
        m_length->addButton(radio, id++);
        length->column()->addWidget(radio);
    }
    m_length->button(OneMonth)->setChecked(true);
    const QDate today = localTime(now).date();
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    m_day->setDateRange(today, today.addDays(kLongestDays));
    m_day->setDate(today.addMonths(6));
    m_day->setAccessibleName(tr("Last day"));
    m_day->setEnabled(false);
    length->column()->addWidget(m_day);
    connect(m_length, &QButtonGroup::idToggled, this,
            [this](int, bool) { m_day->setEnabled(m_length->checkedId() == ADay); });
    m_often->addItem(tr("As often as they need"), 0);
    for (const int times : {1, 3, 10}) {
        m_often->addItem(tr("At most %n time(s)", nullptr, times), times);
    }
    length->column()->addWidget(new Field{tr("How often they may open it"), m_often});
    length->column()->addStretch(1);
    row->add(length, 1);

    auto *whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(row);
    whole->addStretch(1);
    connect(m_reason, &QLineEdit::textEdited, this, [this] { m_reasonField->setError({}); });
}

bool TermsStep::check()
{
    if (reason().isEmpty()) {
        m_reasonField->setError(tr("Write a short reason, such as: diabetes review."));
        m_reason->setFocus();
        return false;
    }
    if (reason().toUtf8().size() > kReasonBytes) {
        m_reasonField->setError(tr("This is too long. Use fewer words."));
        m_reason->setFocus();
        return false;
    }
    return true;
}

QString TermsStep::reason() const { return m_reason->text().trimmed(); }

QDate TermsStep::untilDay() const
{
    const QDate today = localTime(m_now).date();
    switch (m_length->checkedId()) {
    case OneDay:
        return today.addDays(1);
    case OneMonth:
        return today.addMonths(1);
    case ThreeMonths:
        return today.addMonths(3);
    default:
        return m_day->date();
    }
}

ShareTerms TermsStep::terms() const
{
    ShareTerms terms;
    terms.purpose = m_purpose->currentData().toInt();
    terms.reason = reason().toStdString();
    terms.until = endOfDay(untilDay());
    terms.maxOpens = static_cast<std::uint64_t>(m_often->currentData().toInt());
    return terms;
}

QString TermsStep::untilSentence() const
{
    return m_length->checkedId() == ADay
        ? tr("Then it ends by itself")
        : tr("%1, then it ends by itself").arg(m_length->checkedButton()->text());
}

void TermsStep::focusFirst() { m_reason->setFocus(Qt::OtherFocusReason); }

} // namespace keepwell::ui
