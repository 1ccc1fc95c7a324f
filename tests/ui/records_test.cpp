// SPDX-License-Identifier: Apache-2.0
// Records by date, a test over time, and what goes onto paper.
#include "tests/ui/two_windows.hpp"
#include "ui/printing/print_dialog.hpp"
#include "ui/records/record_delegate.hpp"
#include "ui/records/record_list_model.hpp"
#include "ui/records/trend_chart.hpp"
#include "ui/settings/copy_panel.hpp"
#include "ui/sharing/what_step.hpp"
#include "ui/words/dates.hpp"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QListView>
#include <QMessageBox>
#include <QPointer>
#include <QTimer>

#include <functional>

using namespace keepwell;
using namespace keepwell::test;

class RecordsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_two.reset(); }
    void records_areFilteredByDate();
    void chips_sayHowMany();
    void test_isShownOverTime();
    void record_isPrinted();
    void summary_isPrintedWithoutWhatIsLeftOut();
    void lock_isOneKeyAwayFromADialogToo();
    void others_areNamedAndNeverSharedAsMine();
    void record_farDownIsSharedByItsButton();
    void copyOfAll_isSavedAndComesBack();
    void deleted_isBackByUndo();
    void deleted_isGoneWhenThePageIsLeft();
    void deleted_isGoneAfterALock();
    void question_doesNotOutliveALock();
    void shared_isNamedBeforeItIsDeleted();
    void title_withoutAnEndIsAsHighAsFourLines();

private:
    ui::MainWindow &window() { return *m_two->patientWindow; }
    QDate today() const { return ui::localTime(m_two->clock.now()).date(); }
    void importValue(int monthsAgo, const std::string &value);
    int listed()
    {
        const auto *list = shown<QListView>(&window(), "recordList");
        int found = 0;
        for (int row = 0; list != nullptr && row < list->model()->rowCount(); ++row) {
            const auto *model = static_cast<const ui::RecordListModel *>(list->model());
            found += model->record(model->index(row)) != nullptr ? 1 : 0;
        }
        return found;
    }
    void chooseDates(const QString &name)
    {
        auto *choice = shown<QComboBox>(&window(), "dateChoice");
        QVERIFY(choice != nullptr);
        choice->setFocus();
        while (choice->currentText() != name) {
            const int before = choice->currentIndex();
            key(&window(), Qt::Key_Down);
            QVERIFY2(choice->currentIndex() > before, qPrintable(name));
        }
    }
    /// Presses the button with these words in the question that comes up, and so on.
    void answer(const QStringList &all)
    {
        if (all.isEmpty()) {
            return;
        }
        QTimer::singleShot(0, this, [this, all] {
            if (m_two == nullptr) {
                return; // the test has failed before
            }
            QAbstractButton *there = nullptr;
            for (auto *box : window().findChildren<QMessageBox *>()) {
                there = box->isVisible() ? button(box, all.front()) : nullptr;
            }
            answer(there != nullptr ? all.mid(1) : all);
            if (there != nullptr) {
                there->click();
            }
        });
    }
    void deleteFirst()
    {
        EVENTUALLY(says(&window(), "Creatinine 92 umol/L"));
        answer({"Delete it"});
        QVERIFY(pressNamed(window(), "deleteRecord"));
        EVENTUALLY(says(&window(), "The record was deleted."));
        QCOMPARE(listed(), 2);
        shown(&window(), "toastAction")->setFocus(); // it stays for as long as that
    }
    static std::int64_t kept(Wallet &wallet) { return must(wallet.recordCounts({})).total; }
    ui::PrintDialog *dialog()
    {
        const bool there = QTest::qWaitFor(
            [&] { return window().findChild<ui::PrintDialog *>() != nullptr; }, kPatience);
        return there ? window().findChild<ui::PrintDialog *>() : nullptr;
    }
    QByteArray pdf(ui::PrintDialog &from);

    std::unique_ptr<TwoWindows> m_two;
};

void RecordsTest::init()
{
    m_two = std::make_unique<TwoWindows>();
    importValue(1, "92");
    importValue(8, "80");
    importValue(20, "71");
    m_two->showPatient();
    TwoWindows::front(window());
    QVERIFY(pressNamed(window(), "nav_records"));
    EVENTUALLY(listed() == 3);
}

void RecordsTest::importValue(int monthsAgo, const std::string &value)
{
    const std::string day = today().addMonths(-monthsAgo).toString(Qt::ISODate).toStdString();
    const std::string text = R"({"resourceType": "Observation", "status": "final",
        "category": [{"coding": [{"code": "laboratory"}]}], "code": {"text": "Creatinine"},
        "effectiveDateTime": ")"
        + day + R"(", "valueQuantity": {"value": )" + value + R"(, "unit": "umol/L"},
        "referenceRange": [{"low": {"value": 60}, "high": {"value": 90}}]})";
    must(m_two->patient->import({m_two->write("value" + value + ".json", text)}, {}));
}

void RecordsTest::records_areFilteredByDate()
{
    chooseDates("Last 12 months");
    EVENTUALLY(listed() == 2);
    chooseDates("From … to …");
    EVENTUALLY(listed() == 2); // a year back is where it begins
    auto *to = shown<QDateEdit>(&window(), "toDate");
    QVERIFY(to != nullptr);
    to->setDate(today().addMonths(-2));
    EVENTUALLY(listed() == 1);
    shown<QDateEdit>(&window(), "fromDate")->setDate(today().addMonths(-3));
    EVENTUALLY(says(&window(), "No record fits. Try other dates"));
    auto *choice = shown<QComboBox>(&window(), "dateChoice");
    choice->setFocus();
    key(&window(), Qt::Key_Home);
    EVENTUALLY(listed() == 3);
    QVERIFY(shown(&window(), "fromDate") == nullptr);
}

void RecordsTest::chips_sayHowMany()
{
    const QAbstractButton *all = button(&window(), "All 3");
    QVERIFY(all != nullptr);
    QVERIFY(all->accessibleName().startsWith("All, 3 record"));
    const QAbstractButton *tests = button(&window(), "Tests");
    QVERIFY(tests != nullptr && tests->accessibleName().startsWith("Tests, 3 record"));
}

void RecordsTest::test_isShownOverTime()
{
    QVERIFY(pressNamed(window(), "overTime"));
    EVENTUALLY(shown<ui::TrendChart>(&window(), "trendChart") != nullptr);
    auto *chart = shown<ui::TrendChart>(&window(), "trendChart");
    EVENTUALLY(chart->shown() == 3);
    QVERIFY(says(&window(), "92"));
    QVERIFY(chart->accessibleDescription().contains("from 71 to 92 umol/L"));
    QVERIFY(chart->accessibleDescription().contains("just above range"));
    QVERIFY(pressWords(window(), "1 year"));
    QCOMPARE(chart->shown(), std::size_t{2});
    QVERIFY(pressWords(window(), "All"));
    QCOMPARE(chart->shown(), std::size_t{3});
    chart->setFocus();
    const auto newest = chart->chosen();
    key(&window(), Qt::Key_Left);
    QVERIFY(chart->chosen() != newest);
    QVERIFY(chart->accessibleDescription().startsWith("80 umol/L"));
    const QString oldest = ui::shortDate(today().addMonths(-20));
    QVERIFY(pressWords(window(), oldest + ", 71 umol/L, In range"));
    EVENTUALLY(window().shell()->currentPage() == "records");
    EVENTUALLY(says(&window(), "Creatinine 71 umol/L"));
}

QByteArray RecordsTest::pdf(ui::PrintDialog &from)
{
    const QString path = QString::fromStdString(m_two->path("paper.pdf").string());
    if (!from.savePdf(path)) {
        return {};
    }
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void RecordsTest::record_isPrinted()
{
    EVENTUALLY(says(&window(), "Creatinine 92 umol/L"));
    key(&window(), Qt::Key_P, Qt::ControlModifier);
    ui::PrintDialog *paper = dialog();
    QVERIFY(paper != nullptr);
    const QByteArray bytes = pdf(*paper);
    QVERIFY(bytes.startsWith("%PDF-"));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
    const auto permissions
        = QFile::permissions(QString::fromStdString(m_two->path("paper.pdf").string()));
    QVERIFY(!permissions.testFlag(QFileDevice::ReadOther));
    paper->reject();
}

void RecordsTest::summary_isPrintedWithoutWhatIsLeftOut()
{
    QVERIFY(pressNamed(window(), "nav_overview"));
    QVERIFY(pressNamed(window(), "printSummary"));
    ui::PrintDialog *paper = dialog();
    QVERIFY(paper != nullptr);
    const QByteArray whole = pdf(*paper);
    QVERIFY(whole.startsWith("%PDF-"));
    for (auto *tick : paper->findChildren<QCheckBox *>()) {
        if (tick->text() == "Latest results") {
            tick->click();
        }
    }
    const QByteArray less = pdf(*paper);
    QVERIFY(less.startsWith("%PDF-"));
    QVERIFY2(less.size() < whole.size(), "without its largest part the paper is shorter");
    paper->reject();
}

void RecordsTest::lock_isOneKeyAwayFromADialogToo()
{
    QVERIFY(pressNamed(window(), "nav_overview"));
    QVERIFY(pressNamed(window(), "printSummary"));
    ui::PrintDialog *paper = dialog();
    QVERIFY(paper != nullptr);
    const QPointer<QObject> open = paper;
    EVENTUALLY(QApplication::activeModalWidget() == paper);
    key(paper, Qt::Key_L, Qt::ControlModifier);
    EVENTUALLY(window().session() == nullptr);
    EVENTUALLY(open.isNull());
    QVERIFY(shown(&window(), "passphrase") != nullptr);
}

void RecordsTest::others_areNamedAndNeverSharedAsMine()
{
    Wallet &wallet = window().session()->wallet();
    ImportOptions apart;
    apart.person = records::NewPeople{};
    must(wallet.import({m_two->write("child.json", R"({"resourceType":"Bundle",
        "type":"collection","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient",
        "name":[{"family":"Child","given":["Tim"]}],"birthDate":"2019-05-01"}},
        {"resource":{"resourceType":"Observation","status":"final",
        "category":[{"coding":[{"code":"laboratory"}]}],"subject":{"reference":"urn:uuid:1"},
        "code":{"text":"Lead in blood"},"valueQuantity":{"value":5,"unit":"ug/L"}}}]})")},
                       apart));
    window().shell()->showPage("overview");
    QVERIFY(pressNamed(window(), "nav_records"));
    EVENTUALLY(shown<QComboBox>(&window(), "whoseRecords") != nullptr);
    EVENTUALLY(listed() == 5);
    const auto *list = shown<QListView>(&window(), "recordList");
    int named = 0;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QString second
            = list->model()->index(row, 0).data(ui::RecordListModel::SecondRole).toString();
        named += second.contains("Tim Child") ? 1 : 0;
    }
    QCOMPARE(named, 2);
    auto *whose = shown<QComboBox>(&window(), "whoseRecords");
    whose->setCurrentText("Mine");
    EVENTUALLY(listed() == 3);
    EVENTUALLY(button(&window(), "All 3") != nullptr);
    whose->setCurrentText("Tim Child");
    EVENTUALLY(listed() == 2);

    // A name without an end takes no more room than another.
    const std::string endless
        = R"({"resourceType":"Patient","name":[{"family":")" + std::string(3000, 'A') + R"("}]})";
    must(wallet.import({m_two->write("endless.json", endless)}, apart));
    window().shell()->showPage("overview");
    QVERIFY(pressNamed(window(), "nav_records"));
    EVENTUALLY(whose->count() == 4);
    QVERIFY(whose->sizeHint().width() < 500);

    // The wizard begins with the owner's, and shows for each what would be shared and no more.
    ui::WhatStep step{*window().session()};
    step.layout()->addWidget(step.modeChips());
    step.show();
    step.begin();
    EVENTUALLY(shown<QCheckBox>(&step, "kind_test-tube") != nullptr);
    shown<QCheckBox>(&step, "kind_test-tube")->setChecked(true);
    EVENTUALLY(step.count() == 3);
    QVERIFY(step.selection().person == must(wallet.people()).front().id);
    QVERIFY(press(shown(&step, "mode2")));
    auto *ofWhom = step.modeChips()->findChild<QComboBox *>("whoseRecords");
    ofWhom->setCurrentText("Tim Child");
    auto *oneByOne = shown<QListView>(&step, "oneByOne");
    EVENTUALLY(oneByOne->model()->rowCount() > 0 && oneByOne->model()->rowCount() < 5);
    QVERIFY(step.selection().person != must(wallet.people()).front().id);
}

void RecordsTest::record_farDownIsSharedByItsButton()
{
    Wallet &wallet = window().session()->wallet();
    std::string lines;
    for (int number = 0; number < 300; ++number) {
        lines += R"({"resourceType":"Observation","status":"final","code":{"text":"Weight"},)"
                 R"("effectiveDateTime":"2010-01-05","valueQuantity":{"value":)"
            + std::to_string(number) + R"(,"unit":"kg"}})" + '\n';
    }
    must(wallet.import({m_two->write("many.ndjson", lines)}, {}));
    RecordFilter all;
    all.limit = 0;
    const RecordId last = must(wallet.records(all)).back().id;
    ui::WhatStep step{*window().session()};
    step.show();
    step.begin(last);
    EVENTUALLY(step.count() == 1);
    EVENTUALLY(step.selection().records == std::vector{last});
}

void RecordsTest::copyOfAll_isSavedAndComesBack()
{
    Wallet &wallet = window().session()->wallet();
    const auto stick = m_two->write("mine.txt", "mine").parent_path() / "stick";
    std::filesystem::create_directories(stick);
    ui::CopyPanel panel{*window().session()};
    panel.show();
    for (int times = 1; times <= 2; ++times) { // a second copy leaves the first alone
        panel.saveInto(stick);
        EVENTUALLY(says(&panel, "3 record(s) saved in") || says(&panel, "3 records saved in"));
        EVENTUALLY(shown(&panel, "saveAllRecords")->isEnabled());
    }
    std::vector<std::filesystem::path> copies;
    for (const auto &entry : std::filesystem::directory_iterator{stick}) {
        if (entry.is_directory()) {
            copies.push_back(entry.path());
        }
    }
    QCOMPARE(copies.size(), std::size_t{2});
    RecordFilter all;
    for (const RecordRow &row : must(wallet.records(all))) {
        must(wallet.removeRecord(row.id, true));
    }
    const ImportReport back = must(wallet.import({copies.front()}, {}));
    QCOMPARE(back.added, std::uint64_t{3});

    panel.saveInto(stick / "missing" / "place"); // said, and nothing is written
    EVENTUALLY(!says(&panel, "Saving your records"));
    QVERIFY(!says(&panel, "saved in"));
}

void RecordsTest::deleted_isBackByUndo()
{
    deleteFirst();
    EVENTUALLY(button(&window(), "All 2") != nullptr);
    QCOMPARE(kept(window().session()->wallet()), 3); // until there is no way back
    EVENTUALLY(says(&window(), "Creatinine 80 umol/L"));
    QVERIFY(pressNamed(window(), "toastAction"));
    EVENTUALLY(listed() == 3);
    EVENTUALLY(says(&window(), "Creatinine 92 umol/L"));
    EVENTUALLY(button(&window(), "All 3") != nullptr);

    deleteFirst();
    TwoWindows::front(window());
    key(&window(), Qt::Key_Z, Qt::ControlModifier);
    EVENTUALLY(listed() == 3);
    QCOMPARE(kept(window().session()->wallet()), 3);
}

void RecordsTest::deleted_isGoneWhenThePageIsLeft()
{
    deleteFirst();
    QVERIFY(pressNamed(window(), "nav_overview"));
    EVENTUALLY(kept(window().session()->wallet()) == 2);
    QVERIFY(shown(&window(), "toastAction") == nullptr);
    key(&window(), Qt::Key_Z, Qt::ControlModifier); // nothing to undo
    QVERIFY(pressNamed(window(), "nav_records"));
    EVENTUALLY(listed() == 2);
    EVENTUALLY(!window().isBusy());
    QCOMPARE(kept(window().session()->wallet()), 2);
}

void RecordsTest::deleted_isGoneAfterALock()
{
    deleteFirst();
    window().lock("test");
    QVERIFY(window().session() == nullptr);
    const auto wallet
        = must(Wallet::unlock(m_two->path("patient"), secret("a test passphrase"), m_two->clock));
    QCOMPARE(kept(*wallet), 2);
}

void RecordsTest::question_doesNotOutliveALock()
{
    EVENTUALLY(says(&window(), "Creatinine 92 umol/L"));
    const std::function<void()> lockOnceAsked = [&] {
        const auto boxes = window().findChildren<QMessageBox *>();
        const bool asked = !boxes.isEmpty() && boxes.front()->isVisible();
        asked ? window().lock("test") : QTimer::singleShot(0, this, lockOnceAsked);
    };
    QTimer::singleShot(0, this, lockOnceAsked);
    QVERIFY(pressNamed(window(), "deleteRecord"));
    EVENTUALLY(window().session() == nullptr);
    QVERIFY(window().findChildren<QMessageBox *>().isEmpty());
    const auto wallet
        = must(Wallet::unlock(m_two->path("patient"), secret("a test passphrase"), m_two->clock));
    QCOMPARE(kept(*wallet), 3);
}

void RecordsTest::shared_isNamedBeforeItIsDeleted()
{
    Wallet &wallet = window().session()->wallet();
    must(wallet.acceptInvite(must(m_two->clinician->createInvite())));
    const auto contact = must(wallet.contacts()).front().id;
    must(wallet.share(contact, {},
                      {.reason = "test",
                       .until = m_two->clock.now() + std::chrono::hours{24},
                       .allowUnchecked = true}));
    EVENTUALLY(says(&window(), "Creatinine 92 umol/L"));
    answer({"Delete it", "Keep it"});
    QVERIFY(pressNamed(window(), "deleteRecord"));
    EVENTUALLY(!window().isBusy());
    QCOMPARE(listed(), 3);
    QCOMPARE(kept(wallet), 3);
}

void RecordsTest::title_withoutAnEndIsAsHighAsFourLines()
{
    const auto heightOf = [](const QString &title) {
        ui::RecordListModel model;
        RecordRow row;
        row.title = title.toStdString();
        row.date = "2026-01-05";
        model.append({row}, false);
        QListView list;
        list.resize(400, 400);
        list.setModel(&model);
        ui::RecordDelegate delegate;
        QStyleOptionViewItem option;
        option.widget = &list;
        option.rect = {0, 0, 400, 0};
        return delegate.sizeHint(option, model.index(1)).height();
    };
    const int four = heightOf(QString(3000, QLatin1Char('M')));
    QVERIFY(four > heightOf("Weight"));
    QVERIFY(four < 5 * heightOf("Weight") / 2);
    QCOMPARE(heightOf(QString(300, QLatin1Char('M'))), four); // a word alone is broken too
}

QTEST_MAIN(RecordsTest)
#include "records_test.moc"
