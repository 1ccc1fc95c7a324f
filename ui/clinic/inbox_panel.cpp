// SPDX-License-Identifier: Apache-2.0
#include "ui/clinic/inbox_panel.hpp"

#include "ui/clinic/inbox_words.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QComboBox>
#include <QLineEdit>

namespace keepwell::ui {

InboxPanel::InboxPanel(QWidget *parent) : QFrame{parent}, m_column{new QVBoxLayout{this}}
{
    setProperty("role", "card");
    m_column->setContentsMargins(px(20), px(20), px(20), px(20));
    m_column->setSpacing(px(14));
}

void InboxPanel::showNothing()
{
    clear(m_column);
    m_open = nullptr;
    auto *label = new Label{TextRole::Lead, tr("Choose a patient.")};
    label->setAlignment(Qt::AlignCenter);
    m_column->addWidget(label, 1);
}

void InboxPanel::addFact(const QString &icon, const QString &first, const QString &second)
{
    QHBoxLayout *row = makeRow(12);
    row->addWidget(new IconView{icon, IconColour::Second, 20}, 0, Qt::AlignTop);
    QVBoxLayout *words = makeColumn(0);
    words->addWidget(new Label{TextRole::Body, first});
    words->addWidget(new Label{TextRole::Small, second});
    row->addLayout(words, 1);
    m_column->addLayout(row);
}

void InboxPanel::show(const InboxRow &row, Instant now)
{
    clear(m_column);
    m_open = nullptr;
    const QString name = plain(row.from);
    QHBoxLayout *head = makeRow(14);
    head->addWidget(new Avatar{name, name, 52});
    head->addWidget(new Label{TextRole::Section, name}, 1);
    m_column->addLayout(head);
    m_column->addWidget(
        new Badge{row.checked ? BadgeText{ToneName::Good, "verified", tr("Key checked")}
                              : BadgeText{ToneName::Care, "warning", tr("Key not checked")}});
    addFact(QStringLiteral("records"), tr("%n record(s)", nullptr, static_cast<int>(row.records)),
            purposeName(row.purpose));
    addFact(QStringLiteral("message"), row.reason.empty() ? tr("No reason") : plain(row.reason),
            tr("Reason given by the patient"));
    addFact(QStringLiteral("clock"), tr("Until %1").arg(shortDate(localTime(row.until).date())),
            timeLeft(row.until, now));
    if (row.state == InboxState::Open) {
        addOpening(row);
    } else {
        m_column->addWidget(
            new Strip{ToneName::Quiet, u"clock", badgeOf(row.state).text, sentenceOf(row.state)});
    }
    m_column->addStretch(1);
    setAccessibleName(name);
}

void InboxPanel::addOpening(const InboxRow &row)
{
    m_column->addWidget(new Strip{ToneName::Note,
                                  u"eye",
                                  {},
                                  tr("Opening is written in the patient’s activity with your name, "
                                     "the time and the reason.")});
    m_reason = new QComboBox;
    m_reason->setEditable(true);
    m_reason->setObjectName(QStringLiteral("openReason"));
    m_reason->lineEdit()->setMaxLength(150);
    if (!row.reason.empty()) {
        m_reason->addItem(plain(row.reason));
    }
    m_reason->addItem(tr("Follow-up"));
    m_reason->addItem(tr("Second opinion"));
    m_reason->lineEdit()->setCursorPosition(0);
    m_reason->lineEdit()->setAccessibleName(tr("Why are you opening them now?"));
    m_column->addWidget(new Field{tr("Why are you opening them now?"), m_reason});
    m_failure = new Strip{ToneName::Stop, u"alert", {}, {}};
    m_failure->hide();
    m_column->addWidget(m_failure);
    m_open = new Button{ButtonKind::Primary, tr("Open records"), u"folder-open"};
    m_open->setObjectName(QStringLiteral("openRecords"));
    m_column->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString reason = m_reason->currentText().trimmed();
        if (reason.isEmpty()) {
            m_failure->show();
            m_failure->say(tr("Write why you are opening them."), {});
            m_reason->setFocus();
            return;
        }
        emit openWanted(reason);
    });
}

void InboxPanel::setBusy(bool busy)
{
    if (m_open != nullptr) {
        m_open->setEnabled(!busy);
        m_open->setText(busy ? tr("Writing it down, then opening…") : tr("Open records"));
        m_failure->hide();
    }
}

void InboxPanel::fail(const Error &error)
{
    setBusy(false);
    if (m_open == nullptr) {
        return;
    }
    m_failure->show();
    if (error.code == ErrorCode::Unavailable) {
        m_failure->say(tr("It could not be opened now."), wordsOf(error).text);
    } else if (error.code == ErrorCode::Denied) {
        m_failure->say(tr("Refused. The patient can see that you tried."), wordsOf(error).text);
    } else {
        m_failure->say(wordsOf(error).bold, wordsOf(error).text);
    }
}

} // namespace keepwell::ui
