// SPDX-License-Identifier: Apache-2.0
#include "ui/door/unlock_page.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/picture.hpp"
#include "ui/widgets/secret_line_edit.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/sentences.hpp"

#include <QScrollArea>

#include <algorithm>
#include <chrono>

namespace keepwell::ui {

namespace {

constexpr int kFreeTries = 5;
constexpr int kLongestWait = 300;

QWidget *makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(14));
    row->addWidget(new Logo{52});
    QVBoxLayout *words = makeColumn(0);
    words->addWidget(new Label{TextRole::Second, UnlockPage::tr("Keepwell is locked")});
    words->addWidget(new Label{TextRole::Title, UnlockPage::tr("Welcome back")});
    row->addLayout(words, 1);
    return head;
}

} // namespace

UnlockPage::UnlockPage(const QString &why, QWidget *parent)
    : QWidget{parent}
    , m_picture{new Picture{Picture::Scene::Wide, this}}
    , m_plate{makeFrame("plate")}
    , m_entry{new SecretLineEdit}
    , m_field{new Field{tr("Passphrase"), m_entry}}
    , m_capsLock{new Strip{ToneName::Care, u"arrow-up", {}, tr("Caps Lock is on.")}}
    , m_unlock{new Button{ButtonKind::Primary, tr("Unlock"), u"unlock"}}
{
    m_entry->addShowButton();
    m_entry->setObjectName(QStringLiteral("passphrase"));
    m_unlock->setObjectName(QStringLiteral("unlock"));
    auto *column = new QVBoxLayout{m_plate};
    column->setContentsMargins(px(40), px(40), px(40), px(36));
    column->setSpacing(px(14));
    column->addWidget(makeHead());
    column->addSpacing(px(14));
    column->addWidget(m_field);
    m_capsLock->hide();
    column->addWidget(m_capsLock);
    column->addWidget(m_unlock);
    auto *forgot = new Button{ButtonKind::Quiet, tr("Forgot it? Use your recovery phrase")};
    forgot->setObjectName(QStringLiteral("forgot"));
    column->addWidget(forgot);
    if (!why.isEmpty()) {
        column->addWidget(makeRule());
        QHBoxLayout *row = makeRow(12);
        row->addWidget(new IconView{u"clock", IconColour::Second, 20});
        row->addWidget(new Label{TextRole::Second, why}, 1);
        column->addLayout(row);
    }
    auto *middle = new QWidget;
    middle->setProperty("role", "clear");
    auto *place = new QHBoxLayout{middle};
    place->setContentsMargins(px(24), px(24), px(24), px(24));
    place->addStretch(1);
    auto *upright = new QVBoxLayout;
    upright->addStretch(4);
    upright->addWidget(m_plate);
    upright->addStretch(6);
    place->addLayout(upright);
    place->addStretch(6);
    auto *scroll = new QScrollArea;
    scroll->setWidget(middle);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(scroll);

    connect(m_entry, &SecretLineEdit::returnPressed, this, &UnlockPage::ask);
    connect(m_entry, &SecretLineEdit::edited, this, [this] { m_field->setError({}); });
    connect(m_entry, &SecretLineEdit::capsLockSeen, m_capsLock, &QWidget::setVisible);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::ask);
    connect(forgot, &QPushButton::clicked, this, &UnlockPage::forgotten);
    m_wait.setInterval(std::chrono::seconds{1});
    connect(&m_wait, &QTimer::timeout, this, &UnlockPage::countDown);
    m_entry->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::ask()
{
    if (m_secondsLeft > 0 || !m_unlock->isEnabled()) {
        return;
    }
    if (m_entry->isEmpty()) {
        m_field->setError(tr("Type your passphrase."));
        return;
    }
    setBusy(true);
    crypto::SecretText passphrase = m_entry->text();
    emit unlockAsked(passphrase);
}

void UnlockPage::setBusy(bool busy)
{
    m_unlock->setEnabled(!busy);
    m_entry->setEnabled(!busy);
    m_unlock->setText(busy ? tr("Unlocking…") : tr("Unlock"));
}

int UnlockPage::waitAfter(int wrongTries) const
{
    const int over = wrongTries - kFreeTries;
    return over < 0 ? 0 : std::min(kLongestWait, 5 << std::min(over, 6));
}

void UnlockPage::refuse(const Error &error)
{
    setBusy(false);
    m_entry->clear();
    if (error.code == ErrorCode::WrongKey) {
        ++m_wrongTries;
        m_field->setError(tr("That is not the right passphrase. Check Caps Lock and try again."));
        m_secondsLeft = waitAfter(m_wrongTries);
        if (m_secondsLeft > 0) {
            ++m_secondsLeft;
            countDown();
            m_wait.start();
        }
    } else {
        m_field->setError(sentenceOf(error));
    }
    m_entry->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::countDown()
{
    --m_secondsLeft;
    m_unlock->setEnabled(m_secondsLeft <= 0);
    m_unlock->setText(m_secondsLeft > 0 ? tr("Try again in %n second(s)", nullptr, m_secondsLeft)
                                        : tr("Unlock"));
    if (m_secondsLeft <= 0) {
        m_wait.stop();
    }
}

void UnlockPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_plate->setFixedWidth(std::min(width() - px(64), px(500)));
    m_picture->setGeometry(rect());
    m_picture->lower();
}

} // namespace keepwell::ui
