// SPDX-License-Identifier: Apache-2.0
#include "ui/door/restore_flow.hpp"

#include "ui/door/passphrase_form.hpp"
#include "ui/door/word_grid.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/sentences.hpp"

#include <QLineEdit>

namespace keepwell::ui {

RestoreFlow::RestoreFlow(DoorPlace place, TaskRunner &tasks, Kind kind, bool clinician,
                         QWidget *parent)
    : WizardFrame{{tr("Your 12 words"), tr("New passphrase"), tr("Ready")}, parent}
    , m_place{std::move(place)}
    , m_tasks{tasks}
    , m_kind{kind}
    , m_clinician{clinician}
{
    addWords();
    addPassphrase(clinician);
    addReady();
    goTo(Words);
}

void RestoreFlow::addWords()
{
    QVBoxLayout *body = addStep(tr("Type your 12 words"),
                                tr("Take the paper you wrote. Keep the order. You can also paste "
                                   "all 12 into the first field."));
    m_wordFailure = new Strip{ToneName::Stop, u"alert", {}, {}};
    m_wordFailure->hide();
    body->addWidget(m_wordFailure);
    auto *card = new Card;
    m_grid = new WordGrid;
    card->column()->addWidget(m_grid);
    body->addWidget(card);
    body->addStretch(1);
    connect(m_grid, &WordGrid::finished, this, [this] { next(); });
    connect(m_grid, &WordGrid::edited, m_wordFailure, &QWidget::hide);
}

void RestoreFlow::addPassphrase(bool)
{
    QVBoxLayout *body = addStep(tr("Choose a new passphrase"),
                                tr("It opens Keepwell on this computer from now on."));
    m_failure = new Strip{ToneName::Stop, u"alert", {}, {}};
    m_failure->hide();
    body->addWidget(m_failure);
    auto *card = new Card;
    card->setMaximumWidth(px(640));
    if (m_kind == Kind::BringBack) {
        m_name = new QLineEdit;
        m_name->setObjectName(QStringLiteral("name"));
        m_name->setMaxLength(100);
        m_nameField = new Field{tr("Your name"), m_name};
        card->column()->addWidget(m_nameField);
        connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameField->setError({}); });
    }
    m_passphrase = new PassphraseForm;
    card->column()->addWidget(m_passphrase);
    body->addWidget(card);
    body->addStretch(1);
    connect(m_passphrase, &PassphraseForm::finished, this, [this] { next(); });
}

void RestoreFlow::addReady()
{
    QVBoxLayout *body = addStep(tr("Your wallet is back"), {});
    auto *card = new Card;
    card->setMaximumWidth(px(640));
    m_report = new Label{TextRole::Body};
    card->column()->addWidget(m_report);
    body->addWidget(card);
    body->addStretch(1);
    if (m_kind == Kind::NewPassphrase) {
        setStepTitle(Ready, tr("Your new passphrase is set"), {});
    }
}

void RestoreFlow::entered(int step)
{
    nextButton()->setText(step == Ready ? tr("Open my wallet") : tr("Next"));
    nextButton()->setAccessibleName(nextButton()->text());
    backButton()->setVisible(step == Passphrase);
    cancelButton()->setVisible(step != Ready);
    if (step == Words) {
        m_grid->focusEntry(0);
    } else if (step == Passphrase) {
        m_name != nullptr ? m_name->setFocus(Qt::OtherFocusReason) : m_passphrase->focusFirst();
    } else {
        nextButton()->setFocus(Qt::OtherFocusReason);
    }
}

void RestoreFlow::next()
{
    switch (step()) {
    case Words:
        checkWords();
        return;
    case Passphrase:
        if (m_name != nullptr && m_name->text().trimmed().isEmpty()) {
            m_nameField->setError(tr("Type your name."));
            m_name->setFocus();
            return;
        }
        if (m_passphrase->check()) {
            m_kind == Kind::BringBack ? bringBack() : replacePassphrase();
        }
        return;
    default:
        m_kind == Kind::BringBack ? emit opened(m_wallet) : emit passphraseReplaced();
    }
}

void RestoreFlow::checkWords()
{
    const int unknown = m_grid->markFirst(
        [](int, const crypto::SecretText &word) { return !isPhraseWord(word); });
    if (unknown >= 0) {
        m_wordFailure->show();
        m_wordFailure->say(tr("Word %1 is not in the list.").arg(unknown + 1),
                           tr("Most often one letter is wrong. Look at your paper again."));
        return;
    }
    auto seed = seedOf(m_grid->words());
    if (!seed) {
        m_wordFailure->show();
        m_wordFailure->say(tr("These words do not fit together."),
                           tr("Most often one word is misspelt. Look at your paper again."));
        return;
    }
    m_seed = std::make_unique<crypto::Seed>(*std::move(seed));
    goTo(Passphrase);
}

void RestoreFlow::setBusy(bool busy)
{
    nextButton()->setEnabled(!busy);
    backButton()->setEnabled(!busy);
    note()->setText(busy ? tr("Bringing your wallet back…") : QString{});
}

void RestoreFlow::fail(const Error &error)
{
    const FailureWords words = wordsOf(error);
    m_failure->show();
    if (error.code == ErrorCode::WrongKey) {
        m_failure->say(tr("No wallet was found for these words."),
                       tr("Check the words, or choose another network. Nothing was changed."));
    } else {
        m_failure->say(words.bold, words.text);
    }
}

void RestoreFlow::bringBack()
{
    struct Restored
    {
        Result<std::unique_ptr<Wallet>> wallet;
        RestoreReport report;
    };
    setBusy(true);
    m_failure->hide();
    NewWallet what{.home = m_place.home,
                   .name = m_name->text().trimmed().toStdString(),
                   .role = m_clinician ? identity::Role::Clinician : identity::Role::Patient,
                   .network = m_place.network,
                   .cost = m_place.cost};
    auto showProgress = m_tasks.relay(this, [this](std::uint64_t done, std::uint64_t total) {
        if (total > 0) {
            note()->setText(tr("%1 % done").arg(done * 100 / total));
        }
    });
    m_tasks.run(
        this,
        [what = std::move(what), seed = m_seed->duplicate(),
         passphrase = m_passphrase->passphrase(), clock = m_place.clock,
         showProgress](const std::stop_token &stop) {
            RestoreReport report{};
            auto wallet = Wallet::restore(
                what, seed, passphrase, *clock, report, stop,
                [&](std::uint64_t done, std::uint64_t total) { showProgress(done, total); });
            return Restored{std::move(wallet), report};
        },
        [this](Restored restored) {
            setBusy(false);
            if (!restored.wallet) {
                fail(restored.wallet.error());
                return;
            }
            m_wallet = *std::move(restored.wallet);
            m_passphrase->clear();
            m_report->setText(
                tr("Your shares and contacts are back: %1 shares, %2 contacts. Your records come "
                   "back from a backup, or add the files again.")
                    .arg(restored.report.shares)
                    .arg(restored.report.contacts));
            goTo(Ready);
        });
}

void RestoreFlow::replacePassphrase()
{
    setBusy(true);
    m_failure->hide();
    m_tasks.run(
        this,
        [home = m_place.home, seed = m_seed->duplicate(), passphrase = m_passphrase->passphrase()](
            const std::stop_token &) { return Wallet::resetPassphrase(home, seed, passphrase); },
        [this](const Result<> &done) {
            setBusy(false);
            if (!done) {
                fail(done.error());
                return;
            }
            m_passphrase->clear();
            m_report->setText(
                tr("Use it the next time you unlock Keepwell. Nothing else changed."));
            goTo(Ready);
        });
}

} // namespace keepwell::ui
