// SPDX-License-Identifier: Apache-2.0
#include "ui/door/unlock_page.hpp"

#include "ui/theme/appearance.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/language_box.hpp"
#include "ui/widgets/picture.hpp"
#include "ui/widgets/secret_line_edit.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/sentences.hpp"

#include <QMenu>
#include <QMessageBox>
#include <QScrollArea>

#include <algorithm>
#include <chrono>

namespace keepwell::ui {

namespace {

constexpr int kFreeTries = 5;
constexpr int kLongestWait = 300; ///< Seconds.
constexpr int kMargin = 24;
constexpr int kBefore = 1; ///< Of the room beside the plate, and after it.
constexpr int kAfter = 6;

std::chrono::seconds waitAfter(int wrongTries)
{
    const int over = wrongTries - kFreeTries;
    return std::chrono::seconds{over < 0 ? 0 : std::min(kLongestWait, 5 << std::min(over, 6))};
}

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

UnlockPage::UnlockPage(Appearance &appearance, WrongTries &tries, const QString &why,
                       QWidget *parent)
    : QWidget{parent}
    , m_picture{new Picture{Picture::Scene::Wide, this}}
    , m_plate{makeFrame("plate")}
    , m_entry{new SecretLineEdit}
    , m_field{new Field{tr("Passphrase"), m_entry}}
    , m_capsLock{new Strip{ToneName::Care, u"arrow-up", {}, tr("Caps Lock is on.")}}
    , m_unlock{new Button{ButtonKind::Primary, tr("Unlock"), u"unlock"}}
    , m_tries{tries}
{
    fillPlate(why);
    auto *whole = new QWidget;
    whole->setProperty("role", "clear");
    auto *column = new QVBoxLayout{whole};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *place = new QHBoxLayout;
    place->setContentsMargins(px(kMargin), px(kMargin), px(kMargin), px(kMargin));
    place->addStretch(kBefore);
    auto *upright = new QVBoxLayout;
    upright->addStretch(4);
    upright->addWidget(m_plate);
    upright->addStretch(6);
    place->addLayout(upright);
    place->addStretch(kAfter);
    column->addLayout(place, 1);
    column->addWidget(makeFoot(appearance));
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeScrollArea(whole));

    connect(m_entry, &SecretLineEdit::returnPressed, this, &UnlockPage::ask);
    connect(m_entry, &SecretLineEdit::edited, this, [this] { m_field->setError({}); });
    connect(m_entry, &SecretLineEdit::capsLockSeen, m_capsLock, &QWidget::setVisible);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::ask);
    m_wait.setInterval(std::chrono::seconds{1});
    connect(&m_wait, &QTimer::timeout, this, &UnlockPage::countDown);
    m_entry->setFocus(Qt::OtherFocusReason);
    countDown();
}

void UnlockPage::fillPlate(const QString &why)
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
    connect(forgot, &QPushButton::clicked, this, &UnlockPage::forgotten);
    column->addWidget(forgot);
    if (!why.isEmpty()) {
        column->addWidget(makeRule());
        QHBoxLayout *row = makeRow(12);
        row->addWidget(new IconView{u"clock", IconColour::Second, 20});
        row->addWidget(new Label{TextRole::Second, why}, 1);
        column->addLayout(row);
    }
}

QWidget *UnlockPage::makeFoot(Appearance &appearance)
{
    auto *choices = new QWidget;
    auto *flow = new FlowLayout{16, choices};
    auto *other = new Button{ButtonKind::Picture, tr("Use another wallet"), u"person"};
    other->setObjectName(QStringLiteral("otherWallet"));
    connect(other, &QPushButton::clicked, this, &UnlockPage::otherWalletWanted);
    flow->addWidget(other);
    flow->addWidget(makeLanguage());
    auto *size = new Button{ButtonKind::Picture, tr("Text size"), u"text-size"};
    size->setObjectName(QStringLiteral("textSize"));
    connect(size, &QPushButton::clicked, &appearance, &Appearance::nextTextSize);
    flow->addWidget(size);
    auto *help = new Button{ButtonKind::Picture, tr("Help"), u"help"};
    help->setObjectName(QStringLiteral("help"));
    connect(help, &QPushButton::clicked, this, &UnlockPage::showHelp);
    flow->addWidget(help);
    QFrame *foot = makeFrame("hill");
    m_foot = new QHBoxLayout{foot};
    m_foot->addWidget(choices);
    return foot;
}

Button *UnlockPage::makeLanguage()
{
    auto *button = new Button{ButtonKind::Picture, {}, u"language"};
    button->setObjectName(QStringLiteral("language"));
    auto *menu = new QMenu{button};
    for (const LanguageName &language : languageNames()) {
        QAction *action = menu->addAction(language.name);
        action->setCheckable(true);
        action->setChecked(language.isNow);
        if (language.isNow) {
            button->setText(language.name);
            button->setAccessibleName(tr("Language: %1").arg(language.name));
        }
        connect(action, &QAction::triggered, this,
                [this, code = language.code] { emit languageChosen(code); });
    }
    connect(button, &QPushButton::clicked, menu,
            [button, menu] { menu->popup(button->mapToGlobal(QPoint{})); });
    return button;
}

void UnlockPage::showHelp()
{
    auto *help = new QMessageBox{this};
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->setWindowTitle(tr("Help"));
    help->setText(tr("Opening your wallet"));
    help->setInformativeText(
        tr("Type the passphrase that you chose for this wallet. Capital letters, spaces and signs "
           "count. \"Show\" lets you read what you type.\n\n"
           "Did you forget it? Your 12 words let you set a new one. Nothing is lost by that.\n\n"
           "Without the passphrase and the words nobody can open the wallet. We cannot either."));
    help->addButton(tr("Close"), QMessageBox::AcceptRole);
    help->open();
}

void UnlockPage::ask()
{
    if (!m_unlock->isEnabled()) {
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

int UnlockPage::secondsLeft() const
{
    const auto left = m_tries.until - std::chrono::steady_clock::now();
    return static_cast<int>(
        std::max<std::int64_t>(0, std::chrono::ceil<std::chrono::seconds>(left).count()));
}

void UnlockPage::refuse(const Error &error)
{
    setBusy(false);
    m_entry->clear();
    if (error.code == ErrorCode::WrongKey) {
        m_field->setError(tr("That is not the right passphrase. Check Caps Lock and try again."));
        m_tries.until = std::chrono::steady_clock::now() + waitAfter(++m_tries.count);
        countDown();
    } else {
        m_field->setError(sentenceOf(error));
    }
    m_entry->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::countDown()
{
    const int left = secondsLeft();
    m_unlock->setEnabled(left == 0);
    m_unlock->setText(left > 0 ? tr("Try again in %n second(s)", nullptr, left) : tr("Unlock"));
    left > 0 ? m_wait.start() : m_wait.stop();
}

void UnlockPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_plate->setFixedWidth(std::min(width() - px(64), px(500)));
    const int beside = std::max(0, width() - m_plate->width() - px(2 * kMargin));
    const int under = px(kMargin - 8) + beside / (kBefore + kAfter); // in line with the plate
    isRightToLeft() ? m_foot->setContentsMargins(px(kMargin), px(8), under, px(16))
                    : m_foot->setContentsMargins(under, px(8), px(kMargin), px(16));
    m_picture->setGeometry(rect());
    m_picture->lower();
}

} // namespace keepwell::ui
