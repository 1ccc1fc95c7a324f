// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/join_panel.hpp"

#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/secret_line_edit.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/sentences.hpp"

#include <QFileDialog>
#include <QLineEdit>
#include <QStackedLayout>

namespace keepwell::ui {

JoinPanel::JoinPanel(Session &session, QWidget *parent)
    : QWidget{parent}
    , m_session{session}
    , m_steps{new QStackedLayout}
    , m_error{new Strip{ToneName::Stop, u"alert", {}, {}}}
    , m_file{new QLineEdit}
    , m_fileField{nullptr}
    , m_code{new SecretLineEdit}
    , m_codeField{nullptr}
    , m_next{new Button{ButtonKind::Primary, tr("Next")}}
    , m_plan{makeColumn(8)}
    , m_move{new Button{ButtonKind::Primary, tr("Join this network")}}
    , m_back{new Button{ButtonKind::Secondary, tr("Back")}}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    m_error->setObjectName(QStringLiteral("joinError"));
    column->addWidget(m_error);
    auto *steps = new QWidget;
    steps->setLayout(m_steps);
    m_steps->addWidget(makeForm());
    m_steps->addWidget(makeConfirm());
    column->addWidget(steps);
    start();
}

QWidget *JoinPanel::makeForm()
{
    auto *card = new Card;
    card->column()->addWidget(new Label{TextRole::Card, tr("Join your organisation's network")});
    card->column()->addWidget(new Label{TextRole::Second,
                                        tr("Your clinic or hospital gives you a connection file "
                                           "and a code. The code works once.")});
    m_file->setObjectName(QStringLiteral("connectionFile"));
    m_file->setMinimumHeight(px(44));
    m_fileField = new Field{tr("Connection file"), m_file};
    card->column()->addWidget(m_fileField);
    auto *choose = new Button{ButtonKind::Secondary, tr("Choose file"), u"folder-open"};
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Choose a connection file"), {},
                                                          tr("Connection files (*.json)"));
        if (!path.isEmpty()) {
            chooseFile(path);
        }
    });
    card->column()->addWidget(choose, 0, Qt::AlignLeading);
    m_code->setObjectName(QStringLiteral("enrolmentCode"));
    m_code->addShowButton();
    m_codeField = new Field{tr("Code"), m_code};
    card->column()->addWidget(m_codeField);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    m_next->setObjectName(QStringLiteral("joinNext"));
    connect(m_next, &QPushButton::clicked, this, &JoinPanel::readPlan);
    connect(m_code, &SecretLineEdit::returnPressed, this, &JoinPanel::readPlan);
    auto *cancel = new Button{ButtonKind::Secondary, tr("Cancel")};
    cancel->setObjectName(QStringLiteral("joinCancel"));
    connect(cancel, &QPushButton::clicked, this, [this] {
        start();
        emit cancelled();
    });
    flow->addWidget(m_next);
    flow->addWidget(cancel);
    card->column()->addWidget(buttons);
    return card;
}

QWidget *JoinPanel::makeConfirm()
{
    auto *card = new Card;
    card->column()->addLayout(m_plan);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    m_move->setObjectName(QStringLiteral("joinNow"));
    connect(m_move, &QPushButton::clicked, this, &JoinPanel::join);
    m_back->setObjectName(QStringLiteral("joinBack"));
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_steps->setCurrentIndex(0);
        m_next->setFocus();
    });
    flow->addWidget(m_move);
    flow->addWidget(m_back);
    card->column()->addWidget(buttons);
    return card;
}

void JoinPanel::start()
{
    m_file->clear();
    m_code->clear();
    m_fileField->setError({});
    m_codeField->setError({});
    m_error->hide();
    m_move->setEnabled(true);
    m_back->setEnabled(true);
    m_steps->setCurrentIndex(0);
    m_file->setFocus();
}

void JoinPanel::chooseFile(const QString &path)
{
    m_file->setText(path);
    m_code->setFocus();
}

void JoinPanel::readPlan()
{
    m_error->hide();
    m_fileField->setError({});
    m_codeField->setError({});
    if (m_file->text().trimmed().isEmpty()) {
        m_fileField->setError(tr("Choose the file your organisation gave you."));
        m_file->setFocus();
        return;
    }
    if (m_code->isEmpty()) {
        m_codeField->setError(tr("Type the code your organisation gave you."));
        m_code->setFocus();
        return;
    }
    const std::filesystem::path file{m_file->text().trimmed().toStdU16String()};
    struct Read
    {
        NetworkConfig connection;
        MovePlan plan;
    };
    m_session.ask(
        this,
        [file](Wallet &wallet, const std::stop_token &) -> Result<Read> {
            KEEPWELL_TRY(NetworkConfig connection, NetworkConfig::read(file));
            KEEPWELL_TRY(MovePlan plan, wallet.planMove(connection));
            return Read{std::move(connection), std::move(plan)};
        },
        [this](Result<Read> read) {
            if (!read) {
                m_fileField->setError(tr("This is not a connection file we can use. %1")
                                          .arg(plain(read.error().detail)));
                m_file->setFocus();
                return;
            }
            m_connection = std::move(read->connection);
            showPlan(read->plan);
        });
}

void JoinPanel::showPlan(const MovePlan &plan)
{
    clear(m_plan);
    const auto say
        = [this](TextRole role, const QString &text) { m_plan->addWidget(new Label{role, text}); };
    say(TextRole::Card, tr("Move to %1").arg(plain(plan.to)));
    say(TextRole::Strong, tr("What stays"));
    say(TextRole::Body,
        tr("Your %n record(s). They are confirmed anew there.", nullptr,
           static_cast<int>(plan.records)));
    say(TextRole::Body,
        tr("Your words, your passphrase and your activity so far. Old lines are "
           "marked \"old network\"."));
    if (plan.isMove) {
        say(TextRole::Strong, tr("What ends"));
        say(TextRole::Body,
            tr("%n share(s) of yours. We stop them first. You can share again there.", nullptr,
               static_cast<int>(plan.shares)));
        if (plan.received > 0) {
            say(TextRole::Body,
                tr("%n share(s) with you. You cannot open them any more.", nullptr,
                   static_cast<int>(plan.received)));
        }
        say(TextRole::Body,
            tr("%n contact(s). You meet them again with a new invite.", nullptr,
               static_cast<int>(plan.contacts)));
    } else {
        say(TextRole::Body, tr("Nothing ends: you share with nobody yet."));
    }
    m_move->setText(plan.isMove ? tr("Move and end these") : tr("Join this network"));
    m_steps->setCurrentIndex(1);
    m_back->setFocus();
}

void JoinPanel::join()
{
    m_move->setEnabled(false);
    m_back->setEnabled(false);
    m_session.ask(
        this,
        [connection = m_connection, code = std::make_shared<crypto::SecretText>(m_code->text())](
            Wallet &wallet, const std::stop_token &stop) {
            return wallet.join(connection, *code, stop);
        },
        [this](const JoinResult &done) {
            m_move->setEnabled(true);
            m_back->setEnabled(true);
            if (!done) {
                sayError(done.error());
                return;
            }
            start();
            emit joined(tr("You joined the network. Delete the code now."));
        });
}

void JoinPanel::sayError(const JoinFailure &failure)
{
    QString bold = wordsOf(failure.error).bold;
    if (failure.error.code == ErrorCode::Denied && failure.step == JoinStep::Code) {
        bold = tr("The code was not accepted.");
    } else if (failure.error.code == ErrorCode::Denied && failure.step == JoinStep::Reach) {
        bold = tr("The network did not let you in.");
    }
    QString left = tr("Nothing was changed.");
    if (failure.step == JoinStep::Joined) {
        left = tr("You are on the new network; what is left to do there is tried again.");
    } else if (failure.sharesEnded > 0) {
        left = tr("You stay on the network of before. %n share(s) there were stopped.", nullptr,
                  static_cast<int>(failure.sharesEnded));
    }
    m_error->say(bold, plain(failure.error.detail) + QLatin1Char(' ') + left);
    m_error->show();
    m_steps->setCurrentIndex(0);
    m_code->setFocus();
}

} // namespace keepwell::ui
