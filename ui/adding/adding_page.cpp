// SPDX-License-Identifier: Apache-2.0
#include "ui/adding/adding_page.hpp"

#include "ui/adding/drop_zone.hpp"
#include "ui/adding/file_list.hpp"
#include "ui/adding/path_list.hpp"
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

#include <set>
#include <utility>

namespace keepwell::ui {

namespace {

constexpr int kByTheFile = -1;
constexpr int kNewPeople = -2;
constexpr qint64 kTellTimeLeftAfter = 5'000; ///< Milliseconds.

} // namespace

AddingPage::AddingPage(Session &session, QWidget *parent)
    : Page{tr("Adding records"), parent}
    , m_session{session}
    , m_progressCard{new Card}
    , m_doing{new Label{TextRole::Card}}
    , m_howFar{new Label{TextRole::Second}}
    , m_meanwhile{new Label{TextRole::Second}}
    , m_bar{new QProgressBar}
    , m_stopButton{new Button{ButtonKind::Secondary, tr("Stop"), u"cross"}}
    , m_files{new FileList}
    , m_unfinished{new Strip{ToneName::Note, u"add-records", {}, {}}}
    , m_person{new QComboBox}
    , m_new{new Label{TextRole::Value, QStringLiteral("0")}}
    , m_here{new Label{TextRole::Value, QStringLiteral("0")}}
    , m_unread{new Label{TextRole::Value, QStringLiteral("0")}}
    , m_strangers{makeStrangers()}
{
    auto *folder = new Button{ButtonKind::Secondary, tr("Choose a folder"), u"records"};
    auto *files = new Button{ButtonKind::Primary, tr("Choose files"), u"folder-open"};
    files->setObjectName(QStringLiteral("chooseFiles"));
    addAction(folder);
    addAction(files);
    connect(files, &QPushButton::clicked, this, [this] { add(chooseFiles(this)); });
    connect(folder, &QPushButton::clicked, this, [this] { add(chooseFolder(this)); });

    m_unfinished->hide();
    Button *again = m_unfinished->addButton(tr("Add the rest now"));
    again->setObjectName(QStringLiteral("addTheRest"));
    connect(again, &QPushButton::clicked, this, [this] { add(std::exchange(m_again, {})); });
    body()->addWidget(m_unfinished);
    body()->addWidget(makeProgress());
    body()->addWidget(m_strangers);
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
    m_meanwhile->setText(tr("You can use other pages while this runs. Files are read on this "
                            "computer only."));
    second->addWidget(m_meanwhile, 1);
    m_stopButton->setObjectName(QStringLiteral("stopAdding"));
    second->addWidget(m_stopButton->small());
    m_progressCard->column()->addLayout(second);
    m_progressCard->hide();
    connect(m_stopButton, &QPushButton::clicked, this, [this] {
        m_queue.clear();
        *m_wantedStop = true;
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

Strip *AddingPage::makeStrangers()
{
    auto *strip = new Strip{ToneName::Care, u"warning", {}, {}};
    strip->setObjectName(QStringLiteral("strangers"));
    m_areMine = strip->addButton(tr("They are mine"));
    m_areMine->setObjectName(QStringLiteral("strangersAreMe"));
    connect(m_areMine, &QPushButton::clicked, this, [this] { addStrangersAs(m_owner); });
    Button *apart = strip->addButton(tr("Keep them apart"));
    apart->setObjectName(QStringLiteral("strangersApart"));
    connect(apart, &QPushButton::clicked, this, [this] { addStrangersAs(kNewPeople); });
    strip->hide();
    return strip;
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
                          {u"alert", ToneName::Stop, tr("Not added"), m_unread}};
    for (const Line &line : lines) {
        QHBoxLayout *row = makeRow(12);
        row->addWidget(new IconPlate{line.icon, line.tone, 32});
        row->addWidget(new Label{TextRole::Body, line.name}, 1);
        row->addWidget(line.count->onOneLine());
        card->column()->addLayout(row);
    }
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
    if (!m_busy) {
        m_session.ask(
            this,
            [](Wallet &wallet, const std::stop_token &) {
                return wallet.setting(kUnfinishedAdding, "");
            },
            [this](const Result<std::string> &paths) {
                if (!m_busy) {
                    offerUnfinished(paths.value_or(""));
                }
            });
    }
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
                m_owner = person.owner ? static_cast<qlonglong>(person.id.value) : m_owner;
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
    m_now = {};
    m_expected = 0;
    m_unfinished->hide();
    m_strangers->hide();
    m_progressCard->show();
    m_stopButton->show();
    m_meanwhile->show();
    m_stopButton->setEnabled(true);
    m_bar->setValue(0);
    m_since.start();
    for (const std::filesystem::path &path : paths) {
        std::error_code error;
        const QString name = QString::fromStdU16String(path.u16string());
        paths.size() == 1 ? m_files->read(name) : m_files->wait(name);
        const bool countable = m_expected >= 0 && !std::filesystem::is_directory(path, error);
        m_expected = countable ? m_expected + 1 : -1;
    }
    m_doing->setText(m_expected > 0 ? tr("Reading %n file(s)", nullptr, m_expected)
                                    : tr("Reading your files…"));
    m_stop = startImport(paths);
}

std::stop_source AddingPage::startImport(const std::vector<std::filesystem::path> &paths)
{
    TaskRunner &tasks = m_session.tasks();
    auto progress = tasks.relay(
        this, [this](std::uint64_t done, std::uint64_t total) { showHowFar(done, total); });
    auto file = tasks.relay(this, [this](const FileReport &one) { fileDone(one); });
    m_wantedStop = std::make_shared<std::atomic_bool>(false);
    return m_session.ask(
        this,
        [paths, person = personChoice(), progress, file,
         wanted = m_wantedStop](Wallet &wallet, std::stop_token stop) -> Result<ImportReport> {
            KEEPWELL_CHECK(wallet.setSetting(kUnfinishedAdding, joinedPaths(paths)));
            ImportOptions options;
            options.person = person;
            options.stop = std::move(stop);
            options.progress
                = [progress](std::uint64_t done, std::uint64_t total) { progress(done, total); };
            options.fileDone = [file](const FileReport &one) { file(one); };
            auto report = wallet.import(paths, options);
            if (report && (!report->stopped || *wanted)) {
                KEEPWELL_CHECK(wallet.setSetting(kUnfinishedAdding, ""));
            }
            return report;
        },
        [this](const Result<ImportReport> &report) { done(report); });
}

void AddingPage::showHowFar(std::uint64_t done, std::uint64_t total)
{
    const int percent = total == 0 ? 0 : static_cast<int>(done * 100 / total);
    m_bar->setValue(percent * 10);
    QString far = m_expected > 1 ? tr("%1 of %2 done").arg(m_now.files).arg(m_expected)
                                 : tr("%1 % done").arg(percent);
    const qint64 milliseconds = m_since.elapsed();
    if (milliseconds > kTellTimeLeftAfter && percent > 0 && percent < 100) {
        const auto minutes = static_cast<int>(milliseconds * (100 - percent) / percent / 60'000);
        far += QStringLiteral(", ")
            + (minutes == 0 ? tr("less than a minute left")
                            : tr("about %n minute(s) left", nullptr, minutes));
    }
    m_howFar->setText(far);
    if (percent / 25 > m_lastQuarter) {
        m_lastQuarter = percent / 25;
        announce(*m_doing, tr("Reading your files, %1 % done").arg(percent));
    }
}

void AddingPage::fileDone(const FileReport &file)
{
    m_files->add(file, {});
    m_now = m_now
        + Totals{.files = 1,
                 .added = file.added,
                 .duplicates = file.duplicates,
                 .rejected = file.rejected};
    showTotals();
}

void AddingPage::done(const Result<ImportReport> &report)
{
    m_busy = false;
    m_stopButton->hide();
    m_meanwhile->hide();
    m_howFar->clear();
    if (!report) {
        m_doing->setText(sentenceOf(report.error()));
        m_files->addFailure(tr("Adding stopped"), sentenceOf(report.error()));
    } else {
        for (const FileReport &file : report->files) {
            if (file.rejected > 0) { // now it is known why; the others stand there as they are
                m_files->add(file, report->rejected);
            }
        }
        m_now = {.files = report->files.size(),
                 .added = report->added,
                 .duplicates = report->duplicates,
                 .rejected = report->rejected.size()};
        m_bar->setValue(report->stopped ? m_bar->value() : 1000);
        m_doing->setText(report->stopped ? tr("Stopped. Files that were done stay.")
                                         : tr("Done. %n new record(s).", nullptr,
                                              static_cast<int>(report->added)));
        offerStrangers(*report);
    }
    m_files->giveUpWaiting();
    showTotals();
    m_before = m_before + m_now;
    m_now = {};
    announce(*m_doing, m_doing->text());
    refresh();
    emit finished(m_doing->text());
    if (!m_queue.empty()) {
        startNext();
    }
}

void AddingPage::offerStrangers(const ImportReport &report)
{
    m_ofStrangersCount = 0;
    std::set<std::string> who;
    std::set<std::filesystem::path> files;
    for (const Rejection &one : report.rejected) {
        if (one.code == ErrorCode::Denied) {
            who.insert(one.detail);
            ++m_ofStrangersCount;
            files.insert(QString::fromStdString(one.path).toStdU16String());
        }
    }
    m_ofStrangers.assign(files.begin(), files.end());
    m_strangers->setVisible(!files.empty());
    m_areMine->setVisible(who.size() == 1); // several people's must never be made one person's
    m_strangers->say(who.size() == 1 ? tr("Some records name somebody else. Whose are they?")
                                     : tr("Some records name other people. Whose are they?"),
                     tr("They are not added yet. Look at the names below before you choose."));
}

void AddingPage::addStrangersAs(qlonglong person)
{
    const int before = m_person->currentIndex();
    const int chosen = m_person->findData(person);
    if (m_busy || chosen < 0) {
        return;
    }
    m_before.rejected -= std::min(m_before.rejected, std::exchange(m_ofStrangersCount, 0));
    m_person->setCurrentIndex(chosen); // startNext() reads it
    add(std::exchange(m_ofStrangers, {}));
    m_person->setCurrentIndex(before);
}

void AddingPage::showTotals()
{
    const Totals all = m_before + m_now;
    m_new->setText(locale().toString(qulonglong{all.added}));
    m_here->setText(locale().toString(qulonglong{all.duplicates}));
    m_unread->setText(locale().toString(qulonglong{all.rejected}));
}

void AddingPage::offerUnfinished(const std::string &paths)
{
    m_again = splitPaths(paths);
    m_unfinished->setVisible(!m_again.empty());
    m_unfinished->say(tr("Keepwell was locked or closed while it added records."),
                      tr("Files that were done are in. Nothing is there twice."));
}

} // namespace keepwell::ui
