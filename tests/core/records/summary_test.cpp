// SPDX-License-Identifier: Apache-2.0
#include "core/records/exporter.hpp"
#include "core/records/importer.hpp"
#include "core/records/summary.hpp"
#include "core/records/whose.hpp"
#include "core/vault/record_table.hpp"
#include "record_vault.hpp"

#include <QDirIterator>
#include <QtTest>

using namespace keepwell;
using namespace keepwell::records;

namespace {

struct Wallet
{
    test::RecordVault vault;
    vault::PersonId me = *addPerson(vault.database(), "Ana Ruiz", {}, true);

    void add(const std::string &resource)
    {
        const auto report
            = importBytes(vault.database(), test::StillClock{}, "x.json", resource, {});
        if (report->added != 1) {
            qFatal("%s", report->rejected.front().detail.c_str());
        }
    }
    Summary summary() { return *summarize(vault.database(), me); }
};

QStringList titles(const SummarySection &section)
{
    QStringList found;
    for (const SummaryItem &item : section.items) {
        found += QString::fromStdString(item.title + (item.value.empty() ? "" : "=" + item.value));
    }
    return found;
}

std::string allergy(const char *name, const char *state, const char *rest = "")
{
    return std::string{R"({"resourceType":"AllergyIntolerance","code":{"text":")"} + name
        + R"("},"clinicalStatus":{"coding":[{"code":")" + state + R"("}]})" + rest + '}';
}

} // namespace

class SummaryTest : public QObject
{
    Q_OBJECT

private slots:
    void empty_isNotKnown();
    void allergies_areCurrentOnes();
    void none_isNotUnknown();
    void medicines_areActiveAndOnce();
    void results_areTheLatestOfEachTest();
    void vaccines_areGivenOnes();
    void text_saysAll();
    void export_writesSlicesAndFiles();
    void export_refusesAnExistingFolder();
    void export_stoppedLeavesNothing();
};

void SummaryTest::empty_isNotKnown()
{
    Wallet wallet;
    const Summary summary = wallet.summary();
    QVERIFY(summary.allergies.items.empty() && !summary.allergies.knownNone);
    QVERIFY(renderText(summary, "Ana").contains("Not known"));
}

void SummaryTest::allergies_areCurrentOnes()
{
    Wallet wallet;
    wallet.add(
        allergy("Penicillin", "active",
                R"(,"criticality":"high","reaction":[{"manifestation":[{"text":"Rash"}]}])"));
    wallet.add(allergy("Latex", "resolved"));
    wallet.add(allergy("Nuts", "active",
                       R"(,"verificationStatus":{"coding":[{"code":"entered-in-error"}]})"));
    QCOMPARE(titles(wallet.summary().allergies), QStringList{"Penicillin=Rash, severe"});
}

void SummaryTest::none_isNotUnknown()
{
    Wallet wallet;
    wallet.add(allergy("No known allergies", "active"));
    const Summary summary = wallet.summary();
    QVERIFY(summary.allergies.knownNone && summary.allergies.items.empty());
    QVERIFY(!summary.conditions.knownNone);
}

void SummaryTest::medicines_areActiveAndOnce()
{
    Wallet wallet;
    const auto request = [](const char *name, const char *status, const char *date) {
        return std::string{R"({"resourceType":"MedicationRequest","status":")"} + status
            + R"(","intent":"order","authoredOn":")" + date
            + R"(","medicationCodeableConcept":{"text":")" + name
            + R"("},"dosageInstruction":[{"text":"Once a day"}]})";
    };
    wallet.add(request("Metformin", "active", "2020"));
    wallet.add(request("Metformin", "active", "2024"));
    wallet.add(request("Aspirin", "stopped", "2024"));
    wallet.add(R"({"resourceType":"MedicationDispense","status":"completed",
        "medicationCodeableConcept":{"text":"Ibuprofen"}})");
    const Summary summary = wallet.summary();
    QCOMPARE(titles(summary.medications), QStringList{"Metformin=Once a day"});
    QCOMPARE(summary.medications.items.front().date, "2024");
}

void SummaryTest::results_areTheLatestOfEachTest()
{
    Wallet wallet;
    const auto result = [](const char *name, const char *value, const char *date) {
        return std::string{R"({"resourceType":"Observation","status":"final","code":{"text":")"}
        + name + R"("},"effectiveDateTime":")" + date + R"(","valueQuantity":{"value":)" + value
            + R"(,"unit":"%"},"referenceRange":[{"high":{"value":6.0,"unit":"%"}}]})";
    };
    wallet.add(result("HbA1c", "6.10", "2024-01-01"));
    wallet.add(result("HbA1c", "5.0", "2023-01-01"));
    wallet.add(result("Other", "1", "2022-01-01"));
    const Summary summary = wallet.summary();
    QCOMPARE(titles(summary.results), (QStringList{"HbA1c=6.10 %", "Other=1 %"}));
    QCOMPARE(summary.results.items.front().flag, RangeFlag::JustAbove);
}

void SummaryTest::vaccines_areGivenOnes()
{
    Wallet wallet;
    const auto vaccine = [](const char *status, const char *name) {
        return std::string{R"({"resourceType":"Immunization","status":")"} + status
            + R"(","occurrenceDateTime":"2025-10-01","vaccineCode":{"coding":[{"display":")" + name
            + R"("}]}})";
    };
    wallet.add(vaccine("completed", "Influenza, seasonal, injectable, preservative free"));
    wallet.add(vaccine("not-done", "MMR"));
    QCOMPARE(titles(wallet.summary().immunizations), QStringList{"Flu vaccine"});
}

void SummaryTest::text_saysAll()
{
    Wallet wallet;
    wallet.add(allergy("Penicillin", "active"));
    wallet.add(
        R"({"resourceType":"Condition","code":{"text":"Asthma"},"onsetDateTime":"2001-05"})");
    const std::string text = renderText(wallet.summary(), "Ana Ruiz");
    for (const char *words : {"Health summary of Ana Ruiz", "Penicillin", "Asthma (2001-05)",
                              "Not known", "May be incomplete"}) {
        QVERIFY2(text.contains(words), words);
    }
}

void SummaryTest::export_writesSlicesAndFiles()
{
    Wallet wallet;
    const std::string resource
        = R"({"resourceType":"DocumentReference","date":"2020-01-02T00:00:00Z",
        "description":"../../a<b>","content":[{"attachment":{"title":"../../x<y>.txt","data":"aGk="}}]})";
    wallet.add(resource);
    QTemporaryDir folder;
    const std::filesystem::path target = folder.filePath("out").toStdString();
    const auto report = exportRecords(wallet.vault.database(), target, {}, {}, {});
    QCOMPARE(report->records, 1U);
    QCOMPARE(report->files, 2U);
    QDirIterator each{folder.filePath("out"), QDir::Files, QDirIterator::Subdirectories};
    int files = 0;
    while (each.hasNext()) {
        QFile file{each.next()};
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression safe{"^[A-Za-z0-9_.-]+$"};
        QVERIFY(each.fileName().contains(safe));
        QCOMPARE(file.readAll().toStdString(), each.fileName().endsWith(".json") ? resource : "hi");
        ++files;
    }
    QCOMPARE(files, 2);
}

void SummaryTest::export_refusesAnExistingFolder()
{
    Wallet wallet;
    QTemporaryDir folder;
    QFile own{folder.filePath("mine.txt")};
    QVERIFY(own.open(QIODevice::WriteOnly));
    const auto report
        = exportRecords(wallet.vault.database(), folder.path().toStdString(), {}, {}, {});
    QVERIFY(!report.has_value());
    QCOMPARE(report.error().code, ErrorCode::Conflict);
    QVERIFY(own.exists());
}

void SummaryTest::export_stoppedLeavesNothing()
{
    Wallet wallet;
    wallet.add(allergy("x", "active"));
    QTemporaryDir folder;
    const std::filesystem::path target = folder.filePath("out").toStdString();
    std::stop_source source;
    source.request_stop();
    const auto report = exportRecords(wallet.vault.database(), target, {}, source.get_token(), {});
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QVERIFY(!std::filesystem::exists(target));
}

QTEST_APPLESS_MAIN(SummaryTest)
#include "summary_test.moc"
