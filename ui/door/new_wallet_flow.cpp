// SPDX-License-Identifier: Apache-2.0
#include "ui/door/new_wallet_flow.hpp"

#include "ui/door/blank_form.hpp"
#include "ui/door/passphrase_form.hpp"
#include "ui/door/phrase_sheet.hpp"
#include "ui/door/word_grid.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace keepwell::ui {

namespace {

QWidget *makeWhyItMatters()
{
    QFrame *frame = makeFrame("tint");
    auto *column = new QVBoxLayout{frame};
    column->setContentsMargins(px(24), px(22), px(24), px(22));
    column->setSpacing(px(16));
    column->addWidget(new Label{TextRole::Card, NewWalletFlow::tr("Why this matters")});
    const std::pair<QString, QString> points[] = {
        {"key",
         NewWalletFlow::tr("They open your wallet again if this computer is lost, broken "
                           "or stolen.")},
        {"person-cross",
         NewWalletFlow::tr("No one can find them for you. Not us, not your doctor.")},
        {"no-photo",
         NewWalletFlow::tr("No photo, no email, no cloud. Anyone with these words can "
                           "read your records.")},
        {"home-safe", NewWalletFlow::tr("Keep the paper where you keep your will or passport.")},
    };
    for (const auto &[icon, text] : points) {
        QHBoxLayout *row = makeRow(12);
        row->addWidget(new IconView{icon, IconColour::Main, 22}, 0, Qt::AlignTop);
        row->addWidget(new Label{TextRole::Body, text}, 1);
        column->addLayout(row);
    }
    column->addWidget(makeRule());
    column->addWidget(new Label{TextRole::Small,
                                NewWalletFlow::tr("The words hide by themselves when you switch to "
                                                  "another window.")});
    column->addStretch(1);
    return frame;
}

} // namespace

NewWalletFlow::NewWalletFlow(DoorPlace place, TaskRunner &tasks, bool clinician, QWidget *parent)
    : WizardFrame{{tr("About you"), tr("Recovery phrase"), tr("Check it"), tr("Passphrase"),
                   tr("Ready")},
                  parent}
    , m_place{std::move(place)}
    , m_tasks{tasks}
    , m_seed{crypto::Seed::random()}
{
    addAboutYou(clinician);
    addPhrase();
    addCheck();
    addPassphrase();
    addReady();
    goTo(AboutYou);
}

void NewWalletFlow::addAboutYou(bool clinician)
{
    QVBoxLayout *body = addStep(tr("About you"), tr("People you share with will see this name."));
    auto *card = new Card;
    card->setMaximumWidth(px(640));
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMaxLength(100);
    m_nameField
        = new Field{clinician ? tr("Your name, as patients know you") : tr("Your name"), m_name};
    card->column()->addWidget(m_nameField);
    m_role = new QComboBox;
    using identity::Role;
    if (clinician) {
        m_role->addItem(tr("I look after patients"), static_cast<int>(Role::Clinician));
        m_role->addItem(tr("We are a clinic or another place"),
                        static_cast<int>(Role::Organisation));
        card->column()->addWidget(new Field{tr("Who you are"), m_role});
    } else {
        m_role->addItem(roleName(Role::Patient), static_cast<int>(Role::Patient));
        m_role->setParent(card);
        m_role->hide();
    }
    card->column()->addWidget(
        new Label{TextRole::Small,
                  tr("The name stays on this computer and goes only to people "
                     "you add as contacts.")});
    body->addWidget(card);
    body->addStretch(1);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameField->setError({}); });
    connect(m_name, &QLineEdit::returnPressed, this, [this] { next(); });
}

void NewWalletFlow::addPhrase()
{
    QVBoxLayout *body
        = addStep(tr("Write down these 12 words"), tr("Use pen and paper. Keep the order."));
    auto *row = new FoldingRow{980, 28};
    auto *left = new QWidget;
    auto *column = new QVBoxLayout{left};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(20));
    auto *card = new Card;
    m_sheet = new PhraseSheet;
    m_sheet->setWords(phraseOf(m_seed));
    card->column()->addWidget(m_sheet);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    auto *hide = new Button{ButtonKind::Secondary, tr("Hide the words"), u"eye-off"};
    auto *print = new Button{ButtonKind::Secondary, tr("Print a blank form"), u"print"};
    flow->addWidget(hide);
    flow->addWidget(print);
    auto *aloud = new Button{ButtonKind::Secondary, tr("Have them read to me"), u"message"};
    aloud->setObjectName(QStringLiteral("readAloud"));
    flow->addWidget(aloud);
    card->column()->addWidget(buttons);
    card->column()->addWidget(new Label{
        TextRole::Small, tr("The form has 12 empty lines. The words are never printed.")});
    card->column()->addStretch(1);
    column->addWidget(card);
    m_written = new QCheckBox{tr("I have written all 12 words on paper, in order.")};
    m_written->setObjectName(QStringLiteral("written"));
    column->addWidget(m_written);
    column->addStretch(1);
    row->add(left, 2);
    QWidget *why = makeWhyItMatters();
    row->add(why, 1);
    body->addWidget(row);
    body->addStretch(1);

    connect(hide, &QPushButton::clicked, this, [this] { m_sheet->setShown(!m_sheet->isShown()); });
    connect(m_sheet, &PhraseSheet::shownChanged, hide, [hide](bool shown) {
        hide->setText(shown ? tr("Hide the words") : tr("Show the words"));
        hide->setAccessibleName(hide->text());
        hide->setIconName(shown ? u"eye-off" : u"eye");
    });
    connect(print, &QPushButton::clicked, this, [this] { printBlankForm(this); });
    auto *how = new Label{TextRole::Small,
                          tr("A screen reader can say one word at a time now. Use the arrow keys. "
                             "Make sure that nobody listens. It ends when the words are hidden.")};
    card->column()->insertWidget(card->column()->indexOf(buttons) + 1, how);
    how->hide();
    connect(aloud, &QPushButton::clicked, this, [this] {
        m_sheet->setShown(true);
        m_sheet->setReadAloud(!m_sheet->isReadAloud());
    });
    connect(m_sheet, &PhraseSheet::readAloudChanged, aloud, [aloud, how](bool on) {
        aloud->setText(on ? tr("Stop reading") : tr("Have them read to me"));
        aloud->setAccessibleName(aloud->text());
        how->setVisible(on);
    });
    connect(m_written, &QCheckBox::toggled, this,
            [this](bool on) { nextButton()->setEnabled(step() != Phrase || on); });
}

void NewWalletFlow::addCheck()
{
    QVBoxLayout *body = addStep(tr("Check your words"),
                                tr("Type every word from your paper. The first letters are enough: "
                                   "press Space and the word is completed."));
    m_wrongWord = new Strip{ToneName::Stop, u"alert", {}, {}};
    m_wrongWord->hide();
    body->addWidget(m_wrongWord);
    auto *card = new Card;
    m_grid = new WordGrid;
    card->column()->addWidget(m_grid);
    body->addWidget(card);
    body->addStretch(1);
    connect(m_grid, &WordGrid::finished, this, [this] { next(); });
    connect(m_grid, &WordGrid::edited, m_wrongWord, &QWidget::hide);
}

void NewWalletFlow::addPassphrase()
{
    QVBoxLayout *body = addStep(tr("Choose a passphrase"),
                                tr("It opens Keepwell on this computer. You will type it often."));
    m_failure = new Strip{ToneName::Stop, u"alert", {}, {}};
    m_failure->hide();
    body->addWidget(m_failure);
    auto *card = new Card;
    card->setMaximumWidth(px(640));
    m_passphrase = new PassphraseForm;
    card->column()->addWidget(m_passphrase);
    body->addWidget(card);
    body->addStretch(1);
    connect(m_passphrase, &PassphraseForm::finished, this, [this] { next(); });
}

void NewWalletFlow::addReady()
{
    QVBoxLayout *body = addStep(tr("Your wallet is ready"),
                                tr("It is locked with your passphrase. Only you can open it."));
    auto *card = new Card;
    card->setMaximumWidth(px(760));
    const std::pair<QString, QString> points[] = {
        {"lock", tr("Everything in it is locked on this computer.")},
        {"key", tr("Keep the paper with your 12 words in a safe place.")},
        {"add-records", tr("Next, add your records or the people who look after you.")},
        {"save",
         tr("The words do not bring back your records. Keep a copy: Settings, Copy of my "
            "records.")},
    };
    for (const auto &[icon, text] : points) {
        QHBoxLayout *row = makeRow(14);
        row->addWidget(new IconPlate{icon, ToneName::Good});
        row->addWidget(new Label{TextRole::Body, text}, 1);
        card->column()->addLayout(row);
    }
    body->addWidget(card);
    body->addStretch(1);
}

void NewWalletFlow::entered(int step)
{
    nextButton()->setEnabled(step != Phrase || m_written->isChecked());
    nextButton()->setText(step == Ready ? tr("Open my wallet") : tr("Next"));
    nextButton()->setAccessibleName(nextButton()->text());
    backButton()->setVisible(step != Ready);
    cancelButton()->setVisible(step != Ready);
    m_sheet->setReadAloud(false);
    switch (step) {
    case AboutYou:
        m_name->setFocus(Qt::OtherFocusReason);
        break;
    case Check:
        m_grid->focusEntry(0);
        break;
    case Passphrase:
        m_passphrase->focusFirst();
        break;
    case Ready:
        nextButton()->setFocus(Qt::OtherFocusReason);
        break;
    default:
        nextButton()->setFocus(Qt::MouseFocusReason);
        break;
    }
}

void NewWalletFlow::back()
{
    m_sheet->setShown(true);
    WizardFrame::back();
}

void NewWalletFlow::next()
{
    switch (step()) {
    case AboutYou:
        if (m_name->text().trimmed().isEmpty()) {
            m_nameField->setError(tr("Type your name."));
            m_name->setFocus();
            return;
        }
        goTo(Phrase);
        return;
    case Phrase:
        if (m_written->isChecked()) {
            goTo(Check);
        }
        return;
    case Check:
        checkWords();
        return;
    case Passphrase:
        if (m_passphrase->check()) {
            create();
        }
        return;
    default:
        emit opened(m_wallet);
    }
}

void NewWalletFlow::checkWords()
{
    const PhraseWords right = phraseOf(m_seed);
    const int wrong = m_grid->markFirst([&right](int place, const crypto::SecretText &word) {
        return !word.equals(right[static_cast<std::size_t>(place)]);
    });
    if (wrong >= 0) {
        m_wrongWord->show();
        m_wrongWord->say(tr("Word %1 is different.").arg(wrong + 1),
                         tr("Look at your paper again."));
        return;
    }
    goTo(Passphrase);
}

void NewWalletFlow::create()
{
    nextButton()->setEnabled(false);
    backButton()->setEnabled(false);
    note()->setText(tr("Making your wallet…"));
    m_failure->hide();
    NewWallet what{.home = m_place.home,
                   .name = m_name->text().trimmed().toStdString(),
                   .role = static_cast<identity::Role>(m_role->currentData().toInt()),
                   .network = m_place.network,
                   .cost = m_place.cost};
    m_tasks.run(
        this,
        [what = std::move(what), seed = m_seed.duplicate(), passphrase = m_passphrase->passphrase(),
         clock = m_place.clock](const std::stop_token &) {
            return Wallet::create(what, seed, passphrase, *clock);
        },
        [this](Result<std::unique_ptr<Wallet>> made) {
            note()->clear();
            nextButton()->setEnabled(true);
            backButton()->setEnabled(true);
            if (!made) {
                const FailureWords words = wordsOf(made.error());
                m_failure->show();
                m_failure->say(words.bold, words.text);
                return;
            }
            m_wallet = *std::move(made);
            m_passphrase->clear();
            goTo(Ready);
        });
}

} // namespace keepwell::ui
