// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/add_contact_dialog.hpp"

#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/save_bytes.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/sentences.hpp"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QScrollArea>

namespace keepwell::ui {

namespace {

constexpr qint64 kLargestInvite = 64 * 1024;

} // namespace

AddContactDialog::AddContactDialog(Session &session, QWidget *parent)
    : QDialog{parent}
    , m_session{session}
    , m_link{new QPlainTextEdit}
    , m_take{new Button{ButtonKind::Primary, tr("Add them"), u"plus"}}
    , m_failure{new Strip{ToneName::Stop, u"alert", {}, {}}}
{
    setWindowTitle(tr("Add a contact"));
    auto *inner = new QWidget;
    inner->setProperty("role", "clear");
    auto *column = new QVBoxLayout{inner};
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(16));
    column->addWidget(new Label{TextRole::Title, tr("Add a contact")});
    m_failure->hide();
    column->addWidget(m_failure);
    column->addWidget(makeTake());
    column->addWidget(makeGive());
    auto *close = new Button{ButtonKind::Secondary, tr("Close")};
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    column->addWidget(close, 0, Qt::AlignTrailing);
    auto *whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(makeScrollArea(inner));
    const QSize room = parent != nullptr ? parent->window()->size() : QSize{960, 640};
    resize(std::min(px(640), room.width() - 40),
           std::min(column->totalHeightForWidth(px(600)) + px(20), room.height() - 40));
    m_link->setFocus();
}

QWidget *AddContactDialog::makeTake()
{
    auto *card = new Card{u"inbox", tr("I have an invite from them")};
    m_link->setObjectName(QStringLiteral("inviteLink"));
    m_link->setTabChangesFocus(true);
    m_link->setMaximumHeight(px(88));
    card->column()->addWidget(new Field{tr("Paste the link they gave you"), m_link});
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    m_take->setObjectName(QStringLiteral("takeInvite"));
    auto *file = new Button{ButtonKind::Secondary, tr("Open a file"), u"folder-open"};
    flow->addWidget(m_take);
    flow->addWidget(file);
    card->column()->addWidget(buttons);
    m_take->setEnabled(false);
    connect(m_link, &QPlainTextEdit::textChanged, this,
            [this] { m_take->setEnabled(!m_link->toPlainText().trimmed().isEmpty()); });
    connect(m_take, &QPushButton::clicked, this,
            [this] { accept(m_link->toPlainText().trimmed().toStdString()); });
    connect(file, &QPushButton::clicked, this, &AddContactDialog::openFile);
    return card;
}

QWidget *AddContactDialog::makeGive()
{
    auto *card = new Card{u"send", tr("I give them an invite")};
    card->column()->addWidget(
        new Label{TextRole::Body,
                  tr("Send it to one person only. It works once. When they have taken it, "
                     "they appear in your contacts.")});
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    auto *file = new Button{ButtonKind::Secondary, tr("Save as a file"), u"save"};
    file->setObjectName(QStringLiteral("saveInvite"));
    auto *link = new Button{ButtonKind::Secondary, tr("Copy as a link"), u"copy"};
    link->setObjectName(QStringLiteral("copyInvite"));
    flow->addWidget(file);
    flow->addWidget(link);
    card->column()->addWidget(buttons);
    connect(file, &QPushButton::clicked, this, [this] { makeInvite(false); });
    connect(link, &QPushButton::clicked, this, [this] { makeInvite(true); });
    return card;
}

void AddContactDialog::openFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open an invite"), {}, tr("Invites (*.keepwell *.kwinvite);;All files (*)"));
    QFile file{path};
    if (path.isEmpty()) {
        return;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        fail({ErrorCode::Unavailable, file.errorString().toStdString()});
        return;
    }
    accept(file.read(kLargestInvite).toStdString());
}

void AddContactDialog::accept(const std::string &invite)
{
    m_failure->hide();
    m_take->setEnabled(false);
    m_session.ask(
        this,
        [invite](Wallet &wallet, const std::stop_token &) {
            return wallet.acceptInvite(bytesOf(invite));
        },
        [this](const Result<ContactRow> &contact) {
            m_take->setEnabled(true);
            if (!contact) {
                fail(contact.error());
                return;
            }
            emit said(
                tr("%1 is in your contacts. Compare the words next.").arg(plain(contact->name)));
            emit added(contact->id);
            QDialog::accept();
        });
}

void AddContactDialog::makeInvite(bool toClipboard)
{
    m_failure->hide();
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.createInvite(); },
        [this, toClipboard](const Result<Bytes> &invite) {
            if (!invite) {
                fail(invite.error());
            } else if (toClipboard) {
                const Result<std::string> link = Wallet::inviteLink(*invite);
                if (!link) {
                    fail(link.error());
                    return;
                }
                QApplication::clipboard()->setText(QString::fromStdString(*link));
                emit said(tr("The link is copied. Paste it into a message to them."));
            } else {
                const QString told = saveBytes(this, *invite, QStringLiteral("invite.keepwell"));
                if (!told.isEmpty()) {
                    emit said(tr("The invite is saved. Give the file to one person."));
                }
            }
        });
}

void AddContactDialog::fail(const Error &error)
{
    const FailureWords words = wordsOf(error);
    m_failure->show();
    m_failure->say(words.bold, words.text);
}

} // namespace keepwell::ui
