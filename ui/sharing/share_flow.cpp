// SPDX-License-Identifier: Apache-2.0
#include "ui/sharing/share_flow.hpp"

#include "ui/sharing/check_step.hpp"
#include "ui/sharing/terms_step.hpp"
#include "ui/sharing/what_step.hpp"
#include "ui/sharing/who_step.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QVBoxLayout>

namespace keepwell::ui {

ShareFlow::ShareFlow(Session &session, const Start &start, QWidget *parent)
    : WizardFrame{{tr("Who"), tr("What"), tr("Why and how long"), tr("Check")}, parent}
    , m_session{session}
    , m_who{new WhoStep}
    , m_what{new WhatStep{session}}
    , m_terms{new TermsStep{session.now()}}
    , m_check{new CheckStep}
    , m_failure{new Strip{ToneName::Stop, u"alert", {}, {}}}
{
    addStep(tr("Who may see your records?"), tr("Choose one person or place."))->addWidget(m_who);
    addStep({}, tr("Tick what you want to share. Everything else stays private."))
        ->addWidget(m_what);
    addStepAction(What, m_what->modeChips());
    addStep(tr("Why and how long?"), tr("It ends by itself on the last day."))->addWidget(m_terms);
    QVBoxLayout *last = addStep(tr("Check before you share"),
                                tr("Nothing is shared until you press the button below."));
    m_failure->hide();
    last->addWidget(m_failure);
    last->addWidget(m_check);

    connect(m_who, &WhoStep::changed, this, [this] { nextButton()->setEnabled(true); });
    connect(m_who, &WhoStep::contactsWanted, this, &ShareFlow::contactsWanted);
    connect(m_what, &WhatStep::previewed, this, [this] {
        if (step() == What) {
            nextButton()->setEnabled(m_what->count() > 0);
        }
    });
    connect(m_check, &CheckStep::changeWanted, this, [this](int step) { goTo(step); });
    connect(m_check, &CheckStep::changed, this, [this] {
        if (step() == Check) {
            nextButton()->setEnabled(m_check->mayShare());
        }
    });
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.contacts(); },
        [this, wanted = start.contact](Result<std::vector<ContactRow>> contacts) {
            if (!contacts) {
                m_who->setContacts({});
                return;
            }
            m_who->setContacts(*std::move(contacts));
            focusStep();
            if (wanted) {
                m_who->choose(*wanted);
                if (m_who->chosen()) {
                    goTo(What);
                }
            }
        });
    m_what->begin(start.record);
    goTo(Who);
}

void ShareFlow::entered(int step)
{
    const auto who = m_who->chosen();
    const QString name = who ? plain(who->name) : QString{};
    nextButton()->setText(step == Check ? tr("Share with %1").arg(name) : tr("Next"));
    nextButton()->setAccessibleName(nextButton()->text());
    nextButton()->setIconName(step == Check ? u"share" : u"arrow-right");
    nextButton()->withTrailingIcon(step != Check);
    backButton()->setVisible(step != Who);
    m_failure->hide();
    switch (step) {
    case Who:
        nextButton()->setEnabled(who.has_value());
        break;
    case What:
        setStepTitle(What, tr("What may %1 see?").arg(name),
                     tr("Tick what you want to share. Everything else stays private."));
        m_what->setRecipient(name);
        nextButton()->setEnabled(m_what->count() > 0);
        break;
    case Terms:
        nextButton()->setEnabled(true);
        m_terms->focusFirst();
        break;
    default:
        showCheck();
    }
}

void ShareFlow::showCheck()
{
    const ContactRow who = *m_who->chosen();
    const QDate until = localTime(m_terms->terms().until).date();
    const QDate today = localTime(m_session.now()).date();
    m_check->show({{QStringLiteral("person"), tr("Who"), plain(who.name), roleName(who.role), Who},
                   {QStringLiteral("records"), tr("What"),
                    tr("%n record(s)", nullptr, static_cast<int>(m_what->count())),
                    m_what->kindsSentence()
                        + (m_what->isLive() ? tr(". New ones are shared too.") : QString{}),
                    What},
                   {QStringLiteral("message"), tr("Why"), m_terms->reason(),
                    tr("They see this reason each time they open a record."), Terms},
                   {QStringLiteral("clock"), tr("Until"), longDate(until, today),
                    m_terms->untilSentence(), Terms}},
                  who);
    nextButton()->setEnabled(m_check->mayShare());
}

void ShareFlow::next()
{
    switch (step()) {
    case Who:
        if (m_who->chosen()) {
            goTo(What);
        }
        return;
    case What:
        if (m_what->count() > 0) {
            goTo(Terms);
        }
        return;
    case Terms:
        if (m_terms->check()) {
            goTo(Check);
        }
        return;
    default:
        if (m_check->mayShare()) {
            share();
        }
    }
}

void ShareFlow::share()
{
    nextButton()->setEnabled(false);
    backButton()->setEnabled(false);
    m_failure->hide();
    note()->setText(tr("Locking the records for %1…").arg(plain(m_who->chosen()->name)));
    ShareTerms terms = m_terms->terms();
    terms.live = m_what->isLive();
    terms.allowUnchecked = m_check->acceptsUnchecked();
    auto showProgress
        = m_session.tasks().relay(this, [this](std::uint64_t done, std::uint64_t total) {
              if (total > 0) {
                  note()->setText(tr("%1 % done").arg(done * 100 / total));
              }
          });
    m_session.ask(
        this,
        [contact = m_who->chosen()->id, selection = m_what->selection(), terms,
         confirm = m_check->confirmsWords(),
         showProgress](Wallet &wallet, std::stop_token stop) -> Result<ShareResult> {
            if (confirm) {
                KEEPWELL_CHECK(wallet.confirmContact(contact));
            }
            return wallet.share(contact, selection, terms, std::move(stop),
                                [showProgress](std::uint64_t done, std::uint64_t total) {
                                    showProgress(done, total);
                                });
        },
        [this](const Result<ShareResult> &result) { finish(result); });
}

void ShareFlow::finish(const Result<ShareResult> &result)
{
    note()->clear();
    nextButton()->setEnabled(true);
    backButton()->setEnabled(true);
    if (!result) {
        const FailureWords words = wordsOf(result.error());
        m_failure->show();
        m_failure->say(words.bold, words.text + QLatin1Char(' ') + tr("Nothing was shared."));
        return;
    }
    const QString name = plain(m_who->chosen()->name);
    emit shared(
        result->state == SendState::Queued
            ? tr("The share with %1 waits to be sent.").arg(name)
            : tr("%1 can now open %n record(s).", nullptr, static_cast<int>(result->records))
                  .arg(name));
}

} // namespace keepwell::ui
