// SPDX-License-Identifier: Apache-2.0
#include "ui/clinic/deliver_flow.hpp"

#include "ui/adding/drop_zone.hpp"
#include "ui/sharing/who_step.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QLineEdit>

#include <algorithm>

namespace keepwell::ui {

DeliverFlow::DeliverFlow(Session &session, QWidget *parent)
    : WizardFrame{{tr("Patient"), tr("Files"), tr("Check")}, parent}
    , m_session{session}
    , m_who{new WhoStep}
    , m_failure{new Strip{ToneName::Stop, u"alert", {}, {}}}
{
    addStep(tr("Who are the records for?"), tr("Choose one patient."))->addWidget(m_who);
    addFilesStep();
    QVBoxLayout *last = addStep(tr("Check before you send"),
                                tr("Nothing is sent until you press the button below."));
    m_failure->hide();
    last->addWidget(m_failure);
    auto *card = new Card;
    m_checkRows = card->column();
    last->addWidget(card);
    last->addStretch(1);
    connect(m_who, &WhoStep::changed, this, [this] { nextButton()->setEnabled(true); });
    connect(m_who, &WhoStep::contactsWanted, this, &DeliverFlow::contactsWanted);
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.contacts(); },
        [this](Result<std::vector<ContactRow>> contacts) {
            m_who->setContacts(contacts ? *std::move(contacts) : std::vector<ContactRow>{});
            focusStep();
        });
    goTo(Who);
}

void DeliverFlow::addFilesStep()
{
    QVBoxLayout *body
        = addStep(tr("Which files?"), tr("Health records as files. Add a note for the patient."));
    auto *card = new Card;
    m_fileRows = makeColumn(8);
    card->column()->addLayout(m_fileRows);
    auto *choose = new Button{ButtonKind::Secondary, tr("Choose files"), u"folder-open"};
    choose->setObjectName(QStringLiteral("chooseFiles"));
    connect(choose, &QPushButton::clicked, this, [this] { addFiles(chooseFiles(this)); });
    card->column()->addWidget(choose, 0, Qt::AlignLeading);
    auto *drop = new DropZone{tr("Drop files here")};
    connect(drop, &DropZone::dropped, this, &DeliverFlow::addFiles);
    card->column()->addWidget(drop);
    m_note = new QLineEdit;
    m_note->setMaxLength(150);
    m_note->setObjectName(QStringLiteral("note"));
    card->column()->addWidget(new Field{tr("Note for the patient"), m_note});
    body->addWidget(card);
    body->addStretch(1);
}

void DeliverFlow::addFiles(const std::vector<std::filesystem::path> &paths)
{
    for (const std::filesystem::path &path : paths) {
        if (std::ranges::find(m_files, path) == m_files.end()) {
            m_files.push_back(path);
        }
    }
    showFiles();
}

void DeliverFlow::showFiles()
{
    clear(m_fileRows);
    for (std::size_t place = 0; place < m_files.size(); ++place) {
        const QString name = QString::fromStdU16String(m_files[place].filename().u16string());
        QHBoxLayout *row = makeRow(12);
        row->addWidget(new IconPlate{u"file", ToneName::Quiet, 32});
        row->addWidget(new Label{TextRole::Body, name}, 1);
        auto *remove = new Button{ButtonKind::Quiet, tr("Take %1 out").arg(name), u"cross"};
        remove->small()->iconOnly();
        connect(remove, &QPushButton::clicked, this, [this, place] {
            m_files.erase(m_files.begin() + static_cast<std::ptrdiff_t>(place));
            showFiles();
        });
        row->addWidget(remove);
        m_fileRows->addLayout(row);
    }
    nextButton()->setEnabled(step() != Files || !m_files.empty());
}

void DeliverFlow::entered(int step)
{
    const auto who = m_who->chosen();
    nextButton()->setText(step == Check && who ? tr("Send to %1").arg(plain(who->name))
                                               : tr("Next"));
    nextButton()->setAccessibleName(nextButton()->text());
    nextButton()->setIconName(step == Check ? u"send" : u"arrow-right");
    nextButton()->withTrailingIcon(step != Check);
    backButton()->setVisible(step != Who);
    m_failure->hide();
    switch (step) {
    case Who:
        nextButton()->setEnabled(who.has_value());
        break;
    case Files:
        nextButton()->setEnabled(!m_files.empty());
        break;
    default:
        showCheck();
    }
}

void DeliverFlow::showCheck()
{
    clear(m_checkRows);
    const ContactRow who = *m_who->chosen();
    m_checkRows->addWidget(new Label{TextRole::Card, plain(who.name)});
    m_checkRows->addWidget(new Badge{badgeOf(who)});
    if (!who.checked) {
        m_checkRows->addWidget(
            new Strip{ToneName::Care, u"warning", tr("This patient is not checked."),
                      tr("Compare the check words in Contacts first. A patient must be checked.")});
    }
    m_checkRows->addWidget(makeRule());
    m_checkRows->addWidget(new Label{TextRole::Small, tr("Files")});
    for (const std::filesystem::path &file : m_files) {
        m_checkRows->addWidget(
            new Label{TextRole::Body, QString::fromStdU16String(file.filename().u16string())});
    }
    if (!m_note->text().trimmed().isEmpty()) {
        m_checkRows->addWidget(makeRule());
        m_checkRows->addWidget(new Label{TextRole::Small, tr("Note for the patient")});
        m_checkRows->addWidget(new Label{TextRole::Body, m_note->text().trimmed()});
    }
    nextButton()->setEnabled(who.checked);
}

void DeliverFlow::next()
{
    if (step() == Check) {
        deliver();
    } else if (nextButton()->isEnabled()) {
        goTo(step() + 1);
    }
}

void DeliverFlow::deliver()
{
    nextButton()->setEnabled(false);
    backButton()->setEnabled(false);
    note()->setText(tr("Locking the files for the patient…"));
    m_failure->hide();
    m_session.ask(
        this,
        [contact = m_who->chosen()->id, files = m_files,
         text = m_note->text().trimmed().toStdString()](Wallet &wallet, std::stop_token stop) {
            return wallet.deliver(contact, files, text, std::move(stop));
        },
        [this](const Result<contract::DeliveryId> &delivery) {
            note()->clear();
            nextButton()->setEnabled(true);
            backButton()->setEnabled(true);
            if (!delivery) {
                const FailureWords words = wordsOf(delivery.error());
                m_failure->show();
                m_failure->say(words.bold, words.text + QLatin1Char(' ') + tr("Nothing was sent."));
                return;
            }
            emit delivered(tr("Sent to %1.").arg(plain(m_who->chosen()->name)));
        });
}

} // namespace keepwell::ui
