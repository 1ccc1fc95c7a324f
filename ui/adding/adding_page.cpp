// SPDX-License-Identifier: Apache-2.0
#include "ui/adding/adding_page.hpp"

#include "ui/adding/drop_zone.hpp"
#include "ui/adding/file_list.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/announce.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/sentences.hpp"

#include <QComboBox>
#include <QProgressBar>

#include <utility>

namespace keepwell::ui {

namespace {

constexpr int kByTheFile = -1;
constexpr int kNewPeople = -2;

} // namespace

AddingPage::AddingPage(Session &session, QWidget *parent)
    : Page{tr("Adding records"), parent}
    , m_session{session}
    , m_progressCard{new Card}
    , m_doing{new Label{TextRole::Card}}
    , m_howFar{new Label{TextRole::Second}}
    , m_bar{new QProgressBar}
    , m_stopButton{new Button{ButtonKind::Secondary, tr("Stop"), u"cross"}}
    , m_files{new FileList}
    , m_person{new QComboBox}
    , m_new{new Label{TextRole::Value, QStringLiteral("0")}}
    , m_here{new Label{TextRole::Value, QStringLiteral("0")}}
    , m_unread{new Label{TextRole::Value, QStringLiteral("0")}}
    , m_hint{new Label{TextRole::Second}}
{
    auto *folder = new Button{ButtonKind::Secondary, tr("Choose a folder"), u"records"};
    auto *files = new Button{ButtonKind::Primary, tr("Choose files"), u"folder-open"};
    files->setObjectName(QStringLiteral("chooseFiles"));
    addAction(folder);
    addAction(files);
    connect(files, &QPushButton::clicked, this, [this] { add(chooseFiles(this)); });
    connect(folder, &QPushButton::clicked, this, [this] { add(chooseFolder(this)); });

    body()->addWidget(makeProgress());
    auto *row = new FoldingRow{760, 16};
    auto *left = new QWidget;
    auto *column = new QVBoxLayout{left};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    column->addWidget(m_files);
    auto *drop = new DropZone{tr("Drop files or folders here")};
    connect(drop, &DropZone::dropped, this, &AddingPage::add);
    column->addWidget(drop);
    column->addWidget(makePersonChoice());
    column->addStretch(1);
    row->add(left, 2);
    row->add(makeReport(), 1);
    body()->addWidget(row);
    body()->addStretch(1);
}

QWidget *AddingPage::makeProgress()
{
    QHBoxLayout *first = makeRow(12);
    first->addWidget(m_doing, 1);
    first->addWidget(m_howFar->onOneLine());
    m_progressCard->column()->addLayout(first);
    m_bar->setProperty("overall", true);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setAccessibleName(tr("Progress"));
    m_progressCard->column()->addWidget(m_bar);
    QHBoxLayout *second = makeRow(12);
    second->addWidget(new Label{TextRole::Second,
                                tr("You can use other pages while this runs. Files are read on "
                                   "this computer only.")},
                      1);
    m_stopButton->setObjectName(QStringLiteral("stopAdding"));
    second->addWidget(m_stopButton->small());
    m_progressCard->column()->addLayout(second);
    m_progressCard->hide();
    connect(m_stopButton, &QPushButton::clicked, this, [this] {
        m_queue.clear();
        m_stop.request_stop();
        m_stopButton->setEnabled(false);
    });
    return m_progressCard;
}

QWidget *AddingPage::makePersonChoice()
{
    m_person->setObjectName(QStringLiteral("whose"));
    auto *field = new Field{tr("Whose records are these?"), m_person};
    field->setHint(tr("Keepwell compares the name in each file with yours."));
    return field;
}

QWidget *AddingPage::makeReport()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    auto *card = new Card;
    card->column()->addWidget(new Label{TextRole::Card, tr("So far")});
    struct Line
    {
        const char16_t *icon;
        ToneName tone;
        QString name;
        Label *count;
    };
    const Line lines[] = {{u"plus", ToneName::Good, tr("New records"), m_new},
                          {u"equal", ToneName::Quiet, tr("Already here, left alone"), m_here},
                          {u"alert", ToneName::Stop, tr("Could not be read"), m_unread}};
    for (const Line &line : lines) {
        QHBoxLayout *row = makeRow(12);
        row->addWidget(new IconPlate{line.icon, line.tone, 32});
        row->addWidget(new Label{TextRole::Body, line.name}, 1);
        row->addWidget(line.count->onOneLine());
        card->column()->addLayout(row);
    }
    card->column()->addWidget(m_hint);
    m_hint->hide();
    column->addWidget(card);
    column->addWidget(new Strip{
        ToneName::Good,
        u"shield-check",
        {},
        tr("Added files are locked with your key at once. Your originals stay where they are.")});
    column->addStretch(1);
    return side;
}

void AddingPage::refresh()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.people(); },
        [this](const Result<std::vector<Person>> &people) {
            if (!people || m_busy) {
                return;
            }
            const QVariant before = m_person->currentData();
            m_person->clear();
            m_person->addItem(tr("As the file says"), kByTheFile);
            for (const Person &person : *people) {
                m_person->addItem(person.owner ? tr("All mine") : plain(person.name),
                                  static_cast<qlonglong>(person.id.value));
            }
            m_person->addItem(tr("Someone new: keep them apart"), kNewPeople);
            m_person->setCurrentIndex(std::max(0, m_person->findData(before)));
        });
}

records::PersonChoice AddingPage::personChoice() const
{
    const qlonglong chosen
        = m_person->count() == 0 ? kByTheFile : m_person->currentData().toLongLong();
    if (chosen == kByTheFile) {
        return records::ByTheFile{};
    }
    if (chosen == kNewPeople) {
        return records::NewPeople{};
    }
    return PersonId{chosen};
}

void AddingPage::add(const std::vector<std::filesystem::path> &paths)
{
    m_queue.insert(m_queue.end(), paths.begin(), paths.end());
    if (!m_busy && !m_queue.empty()) {
        startNext();
    }
}

void AddingPage::startNext()
{
    const auto paths = std::exchange(m_queue, {});
    m_busy = true;
    m_lastQuarter = 0;
    m_progressCard->show();
    m_stopButton->show();
    m_stopButton->setEnabled(true);
    m_bar->setValue(0);
    m_doing->setText(tr("Reading your files…"));
    auto showProgress
        = m_session.tasks().relay(this, [this](std::uint64_t done, std::uint64_t total) {
              const int percent = total == 0 ? 0 : static_cast<int>(done * 100 / total);
              m_bar->setValue(percent * 10);
              m_howFar->setText(tr("%1 % done").arg(percent));
              if (percent / 25 > m_lastQuarter) {
                  m_lastQuarter = percent / 25;
                  announce(*m_doing, tr("Reading your files, %1 % done").arg(percent));
              }
          });
    m_stop = m_session.ask(
        this,
        [paths, person = personChoice(), showProgress](Wallet &wallet, std::stop_token stop) {
            ImportOptions options;
            options.person = person;
            options.stop = std::move(stop);
            options.progress = [showProgress](std::uint64_t done, std::uint64_t total) {
                showProgress(done, total);
            };
            return wallet.import(paths, options);
        },
        [this](const Result<ImportReport> &report) { done(report); });
}

void AddingPage::done(const Result<ImportReport> &report)
{
    m_busy = false;
    m_stopButton->hide();
    m_howFar->clear();
    if (!report) {
        m_doing->setText(sentenceOf(report.error()));
        m_files->addFailure(tr("Adding stopped"), sentenceOf(report.error()));
    } else {
        for (const FileReport &file : report->files) {
            m_files->add(file, report->rejected);
        }
        m_added += report->added;
        m_duplicates += report->duplicates;
        m_rejected += report->rejected.size();
        m_bar->setValue(report->stopped ? m_bar->value() : 1000);
        m_doing->setText(report->stopped ? tr("Stopped. Files that were done stay.")
                                         : tr("Done. %n new record(s).", nullptr,
                                              static_cast<int>(report->added)));
        showTotals();
        const bool strangers
            = std::any_of(report->rejected.begin(), report->rejected.end(),
                          [](const Rejection &one) { return one.code == ErrorCode::Denied; });
        m_hint->setVisible(strangers);
        m_hint->setText(tr("Some records name somebody else. If they are yours or someone's you "
                           "look after, choose whose they are and add the file again."));
    }
    announce(*m_doing, m_doing->text());
    refresh();
    emit finished();
    if (!m_queue.empty()) {
        startNext();
    }
}

void AddingPage::showTotals()
{
    m_new->setText(QString::number(m_added));
    m_here->setText(QString::number(m_duplicates));
    m_unread->setText(QString::number(m_rejected));
}

} // namespace keepwell::ui
