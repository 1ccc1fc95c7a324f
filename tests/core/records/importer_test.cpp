// SPDX-License-Identifier: Apache-2.0
#include "core/records/attachment.hpp"
#include "core/records/importer.hpp"
#include "core/records/json/document.hpp"
#include "core/records/whose.hpp"
#include "core/vault/attachment_table.hpp"
#include "core/vault/person_table.hpp"
#include "core/vault/record_table.hpp"
#include "core/vault/source_table.hpp"
#include "record_vault.hpp"

#include <QtTest>

using namespace keepwell;
using namespace keepwell::records;

namespace {

/// A wallet of Ana Ruiz and short ways to import into it.
struct Wallet
{
    test::RecordVault vault;
    test::StillClock clock;
    vault::PersonId me = *addPerson(vault.database(), "Ana Ruiz", "1962-03-31", true);

    ImportReport import(std::string_view name, std::string_view bytes,
                        PersonChoice person = ByTheFile{})
    {
        ImportOptions options;
        options.person = person;
        auto report = importBytes(vault.database(), clock, name, bytes, options);
        if (!report) {
            qFatal("%s", report.error().detail.c_str());
        }
        return *std::move(report);
    }

    std::vector<vault::RecordRow> rows()
    {
        vault::RecordFilter filter;
        filter.limit = 0;
        return *vault::RecordTable{vault.database()}.list(filter);
    }
};

std::string patient(const std::string &family, const std::string &given, const std::string &born)
{
    return R"({"resourceType":"Patient","id":")" + given + R"(","name":[{"family":")" + family
        + R"(","given":[")" + given + R"("]}],"birthDate":")" + born + R"("})";
}

std::string observation(const std::string &id, const std::string &subject)
{
    return R"({"resourceType":"Observation","id":")" + id
        + R"(","code":{"text":"Pulse"},"subject":{"reference":")" + subject + R"("}})";
}

} // namespace

class ImporterTest : public QObject
{
    Q_OBJECT

private slots:
    void resource_isOne();
    void bundle_isItsEntries();
    void nestedBundle_isOneRecord();
    void ndjson_namesTheBadLine();
    void mark_isSkippedInTheSlice();
    void duplicate_addsProvenanceOnly();
    void duplicate_ignoresWhatCliSays();
    void brokenFile_changesNothing();
    void other_formatsAreNamed_data();
    void other_formatsAreNamed();
    void dryRun_reportsAndChangesNothing();
    void stop_undoesTheFile();
    void strangers_areRejected();
    void owner_isKnownByName();
    void birthDate_contradicts();
    void identifier_isKnownAgain();
    void newPeople_areMade();
    void subject_byDisplay();
    void folder_isReadSorted();
    void original_isTheWholeFile();
    void attachments_areFound();
    void outcome_isTheFirstRejection();
};

void ImporterTest::resource_isOne()
{
    Wallet wallet;
    const std::string text = "\n {\"resourceType\":\"Observation\",\"code\":{\"text\":\"Pulse\"},"
                             "\"valueQuantity\":{\"value\":5.50,\"unit\":\"x\"}} \n";
    const ImportReport report = wallet.import("a.json", text);
    QCOMPARE(report.added, 1U);
    QCOMPARE(report.files.front().format, "FHIR resource");
    QCOMPARE(wallet.rows().front().title, "Pulse 5.50 x");
    const std::string slice = *vault::RecordTable{wallet.vault.database()}.bytes(report.records[0]);
    QCOMPARE(slice, text.substr(2, text.size() - 4));
}

void ImporterTest::bundle_isItsEntries()
{
    Wallet wallet;
    const std::string text = R"({"resourceType":"Bundle","type":"collection","entry":[
        {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Organization","name":"North Clinic"}},
        {"resource":{"resourceType":"Observation","code":{"text":"A"},
            "performer":[{"reference":"urn:uuid:1"}]}},
        {"response":{"status":"201"}},
        {"resource":{"no":"type"}},
        {"resource":{"resourceType":"Observation","code":{"text":"A"},
            "performer":[{"reference":"urn:uuid:1"}]}}]})";
    const ImportReport report = wallet.import("b.json", text);
    QCOMPARE(report.added, 2U);
    QCOMPARE(report.duplicates, 1U);
    QCOMPARE(report.rejected.size(), 2U);
    QCOMPARE(report.rejected[0].place, "entry[2]");
    QCOMPARE(report.rejected[1].place, "entry[3]");
    QCOMPARE(report.rejected[0].code, ErrorCode::InvalidInput);
    const FileReport &file = report.files.front();
    QCOMPARE(file.added + file.duplicates + file.rejected, 5U);
    QCOMPARE(file.format, "FHIR Bundle");
    QCOMPARE(wallet.rows()[1].source, "North Clinic");
    const ImportReport none
        = wallet.import("c.json", R"({"resourceType":"Bundle","type":"batch"})");
    QCOMPARE(none.files.front().added, 0U);
    QVERIFY(outcomeOf(none).has_value());
    QVERIFY(!outcomeOf(wallet.import("d.json", R"({"resourceType":"Bundle","entry":{}})")));
}

void ImporterTest::nestedBundle_isOneRecord()
{
    Wallet wallet;
    const ImportReport report = wallet.import("b.json", R"({"resourceType":"Bundle","entry":[
        {"resource":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Basic"}},
        {"resource":{"resourceType":"Basic"}}]}}]})");
    QCOMPARE(report.added, 1U);
    QCOMPARE(wallet.rows().size(), 1U);
}

void ImporterTest::ndjson_namesTheBadLine()
{
    Wallet wallet;
    const std::string text = "{\"resourceType\":\"Basic\",\"id\":\"a\"}\r\n\r\n"
                             "{\"resourceType\":\"Basic\",\"id\":\r\n"
                             "{\"resourceType\":\"Basic\",\"id\":\"c\"}";
    const ImportReport report = wallet.import("x.ndjson", text);
    QCOMPARE(report.added, 2U);
    QCOMPARE(report.rejected.size(), 1U);
    QCOMPARE(report.rejected[0].place, "line 3");
    QCOMPARE(report.files.front().format, "FHIR NDJSON");
    const std::string slice = *vault::RecordTable{wallet.vault.database()}.bytes(report.records[1]);
    QCOMPARE(slice, "{\"resourceType\":\"Basic\",\"id\":\"c\"}");
}

void ImporterTest::mark_isSkippedInTheSlice()
{
    Wallet wallet;
    const ImportReport report
        = wallet.import("x.json", "\xEF\xBB\xBF{\"resourceType\":\"Basic\",\"id\":\"a\"}");
    QCOMPARE(report.added, 1U);
    QCOMPARE(*vault::RecordTable{wallet.vault.database()}.bytes(report.records[0]),
             "{\"resourceType\":\"Basic\",\"id\":\"a\"}");
}

void ImporterTest::duplicate_addsProvenanceOnly()
{
    Wallet wallet;
    const std::string text = R"({"resourceType":"Basic","id":"a","code":{"text":"x"}})";
    const ImportReport first = wallet.import("one.json", text);
    const ImportReport again = wallet.import("two.json", text + "\n");
    QCOMPARE(again.added, 0U);
    QCOMPARE(again.duplicates, 1U);
    const auto origins
        = *vault::RecordTable{wallet.vault.database()}.provenance(first.records.front());
    QCOMPARE(origins.size(), 2U);
    QCOMPARE(origins[0].name, "one.json");
    QCOMPARE(origins[1].name, "two.json");
}

void ImporterTest::duplicate_ignoresWhatCliSays()
{
    Wallet wallet;
    const auto import = [&](const char *text) { return wallet.import("x.json", text).added; };
    QCOMPARE(import(R"({"resourceType":"Basic","id":"a","text":{"div":"<div>a b</div>"},
                        "n":1.50,"s":"\u00e9"})"),
             1U);
    QCOMPARE(import(R"({"s":"é","n":1.50,"id":"a","resourceType":"Basic","meta":{"versionId":"2",
                        "lastUpdated":"2020-01-01T00:00:00Z","source":"x"},
                        "text":{"div":"<div> a\n  b </div>"}})"),
             0U);
    QCOMPARE(import(R"({"resourceType":"Basic","id":"a","text":{"div":"<div>a b</div>"},
                        "n":1.5,"s":"é"})"),
             1U);
    QCOMPARE(import(R"({"resourceType":"Basic","id":"a","text":{"div":"<div>a b</div>"},
                        "n":1.50,"s":"é","meta":{"profile":["p"]}})"),
             1U);
    QCOMPARE(import(R"({"resourceType":"Basic","id":"a","text":{"div":"<div>ab c</div>"},
                        "n":1.50,"s":"é"})"),
             1U);
}

void ImporterTest::brokenFile_changesNothing()
{
    Wallet wallet;
    const std::string text
        = R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Basic","id":"a"}}]})";
    for (std::size_t cut = 0; cut < text.size(); ++cut) {
        const ImportReport report = wallet.import("x.json", text.substr(0, cut));
        QCOMPARE(report.added, 0U);
        QCOMPARE(report.rejected.size(), 1U);
        QCOMPARE(report.files.front().rejected, 1U);
    }
    QVERIFY(wallet.rows().empty());
    auto count = wallet.vault.database().prepare("SELECT count(*) FROM source");
    QVERIFY(count->step().value());
    QCOMPARE(count->integerAt(0), 0);
}

void ImporterTest::other_formatsAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    const auto row = [](const char *name, const QByteArray &bytes, const char *format) {
        QTest::newRow(format) << name << bytes << format;
    };
    row("a.xml", "<Patient xmlns=\"http://hl7.org/fhir\"/>", "FHIR XML");
    row("a.xml", "<?xml version=\"1.0\"?><ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>", "C-CDA");
    row("a.xml", "<HealthData/>", "Apple Health");
    row("a.pdf", "%PDF-1.7", "PDF");
    row("a", QByteArray(128, '\0') + "DICM", "DICOM");
    row("a.zip", QByteArray("PK\x03\x04", 4), "ZIP");
    row("a.gz", "\x1f\x8b\x08", "gzip");
    row("a.csv", "a,b\n1,2\n", "CSV");
    row("a.smart-health-card", "{\"verifiableCredential\":[\"x\"]}", "SMART Health Card");
}

void ImporterTest::other_formatsAreNamed()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    Wallet wallet;
    const ImportReport report = wallet.import(name.toStdString(), bytes.toStdString());
    QCOMPARE(report.files.front().format, format.toStdString());
    QCOMPARE(report.rejected.front().code, ErrorCode::Unsupported);
    QVERIFY(report.rejected.front().detail.contains(format.toStdString()));
}

void ImporterTest::dryRun_reportsAndChangesNothing()
{
    Wallet wallet;
    ImportOptions options;
    options.dryRun = true;
    const std::string text = R"({"resourceType":"Bundle","entry":[
        {"resource":{"resourceType":"Basic","id":"a"}},{"resource":{"resourceType":"Basic","id":"a"}}]})";
    const auto report = importBytes(wallet.vault.database(), wallet.clock, "x.json", text, options);
    QCOMPARE(report->added, 1U);
    QCOMPARE(report->duplicates, 1U);
    QVERIFY(report->records.empty());
    QVERIFY(wallet.rows().empty());
    QCOMPARE(wallet.import("x.json", text).added, 1U);
}

void ImporterTest::stop_undoesTheFile()
{
    Wallet wallet;
    std::string text;
    for (int i = 0; i < 1'000; ++i) {
        text += "{\"resourceType\":\"Basic\",\"id\":\"" + std::to_string(i) + "\"}\n";
    }
    std::stop_source source;
    ImportOptions options;
    options.stop = source.get_token();
    options.progress = [&](std::uint64_t done, std::uint64_t total) {
        QVERIFY(done <= total);
        if (done > total / 2) {
            source.request_stop();
        }
    };
    const auto report
        = importBytes(wallet.vault.database(), wallet.clock, "x.ndjson", text, options);
    QVERIFY(report->stopped);
    QVERIFY(report->files.empty());
    QVERIFY(wallet.rows().empty());
}

void ImporterTest::strangers_areRejected()
{
    Wallet wallet;
    const std::string text = R"({"resourceType":"Bundle","entry":[{"resource":)"
        + patient("Okafor", "Ben", "1990-01-01") + R"(},{"resource":)"
        + observation("o", "Patient/Ben")
        + R"(},{"resource":{"resourceType":"Organization","name":"North"}}]})";
    const ImportReport report = wallet.import("x.json", text);
    QCOMPARE(report.added, 0U);
    QCOMPARE(report.rejected.size(), 3U);
    for (const Rejection &rejection : report.rejected) {
        QCOMPARE(rejection.code, ErrorCode::Denied);
        QVERIFY(rejection.detail.contains("Ben Okafor"));
    }
    QCOMPARE(outcomeOf(report).error().code, ErrorCode::Denied);
    QCOMPARE(wallet.import("x.json", text, wallet.me).added, 3U);
    QCOMPARE(wallet.rows()[0].personName, "Ana Ruiz");
}

void ImporterTest::owner_isKnownByName()
{
    Wallet wallet;
    QCOMPARE(wallet.import("x.json", patient("RÚIZ", "ana", "1962")).added, 1U);
    QCOMPARE(wallet.import("x.json", patient("Ruiz", "Eva", "1962-03-31")).added, 0U);
    QCOMPARE(wallet.import("x.json", R"({"resourceType":"Basic","id":"x"})").added, 1U);
}

void ImporterTest::birthDate_contradicts()
{
    Wallet wallet;
    const ImportReport report = wallet.import("x.json", patient("Ruiz", "Ana", "1999-03-31"));
    QCOMPARE(report.added, 0U);
    QCOMPARE(report.rejected.front().code, ErrorCode::Denied);
}

void ImporterTest::identifier_isKnownAgain()
{
    Wallet wallet;
    const auto text = [](const char *name, const char *system) {
        return std::string{R"({"resourceType":"Patient","name":[{"family":")"} + name
            + R"("}],"identifier":[{"system":")" + system + R"(","value":"7"}]})";
    };
    QCOMPARE(wallet.import("x.json", text("Somebody", "urn:a"), wallet.me).added, 1U);
    QCOMPARE(wallet.import("x.json", text("Else", "urn:a")).added, 1U);
    QCOMPARE(wallet.import("x.json", text("Nobody", "urn:b")).added, 0U);
}

void ImporterTest::newPeople_areMade()
{
    Wallet wallet;
    const std::string text = patient("Okafor", "Ben", "1990-01-01") + '\n'
        + patient("Okafor", "Eve", "1992-01-01") + '\n' + observation("1", "Patient/Ben") + '\n'
        + patient("Ruiz", "Ana", "1962-03-31");
    const ImportReport report = wallet.import("x.ndjson", text, NewPeople{});
    QCOMPARE(report.added, 4U);
    const auto people = vault::PersonTable{wallet.vault.database()}.list();
    QCOMPARE(people->size(), 3U);
    QCOMPARE((*people)[0].records, 1U);
    QCOMPARE((*people)[1].name, "Ben Okafor");
    QCOMPARE((*people)[1].records, 2U);
    QCOMPARE((*people)[1].born.value_or(""), "1990-01-01");
    // Known from now on.
    QCOMPARE(wallet
                 .import("y.json", R"({"resourceType":"Basic","id":"q","subject":
        {"reference":"Patient/zz","display":"Ben Okafor"}})")
                 .added,
             1U);
    QCOMPARE((*vault::PersonTable{wallet.vault.database()}.list())[1].records, 3U);
}

void ImporterTest::subject_byDisplay()
{
    Wallet wallet;
    const auto about = [&](const char *name) {
        return wallet.import("x.json",
                             std::string{R"({"resourceType":"Basic","subject":{"display":")"} + name
                                 + R"("}})");
    };
    QCOMPARE(about("Ruiz, Ana").added, 1U);
    QCOMPARE(about("Mrs. Ana María Ruiz").added, 1U);
    QCOMPARE(about("Ana Okafor").rejected.size(), 1U);
    QCOMPARE(about("Ben Okafor").rejected.front().code, ErrorCode::Denied);
}

void ImporterTest::folder_isReadSorted()
{
    Wallet wallet;
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file{folder.filePath(name)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    QVERIFY(QDir{folder.path()}.mkdir("sub"));
    write("b.json", R"({"resourceType":"Basic","id":"b"})");
    write("a.txt", "hello");
    write("sub/c.json", R"({"resourceType":"Basic","id":"c"})");
    const std::filesystem::path paths[]
        = {folder.path().toStdString(), folder.filePath("gone.json").toStdString()};
    std::uint64_t told = 0;
    ImportOptions options;
    options.fileDone = [&](const FileReport &) { ++told; };
    const auto report = importFiles(wallet.vault.database(), wallet.clock, paths, options);
    QCOMPARE(report->files.size(), 4U);
    QCOMPARE(told, 4U);
    QVERIFY(report->files[0].path.ends_with("a.txt"));
    QVERIFY(report->files[2].path.ends_with("sub/c.json"));
    QCOMPARE(report->added, 2U);
    QCOMPARE(report->rejected[0].code, ErrorCode::Unsupported);
    QCOMPARE(report->rejected[1].code, ErrorCode::NotFound);
}

void ImporterTest::original_isTheWholeFile()
{
    Wallet wallet;
    const std::string text = "\xEF\xBB\xBF  {\"resourceType\":\"Basic\"}\n\n";
    const ImportReport report = wallet.import("sub/x.json", text);
    vault::RecordTable table{wallet.vault.database()};
    const vault::SourceId source = table.find(report.records[0])->source;
    std::string all;
    QVERIFY(vault::SourceTable{wallet.vault.database()}
                .readAll(source,
                         [&](std::string_view piece) {
                             all += piece;
                             return Result<>{};
                         })
                .has_value());
    QCOMPARE(all, text);
    QCOMPARE(vault::SourceTable{wallet.vault.database()}.find(source)->name, "x.json");
}

void ImporterTest::attachments_areFound()
{
    Wallet wallet;
    const std::string text = R"({"resourceType":"Bundle","entry":[{"resource":
        {"resourceType":"DocumentReference","content":[{"attachment":{"contentType":"image/png",
        "title":"../../etc/x.pdf","data":"JVBERi0x\/w=="}}]}}]})";
    const ImportReport report = wallet.import("x.json", text);
    vault::AttachmentTable table{wallet.vault.database()};
    const auto found = *table.ofRecord(report.records.front());
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].contentType, "application/pdf");
    QCOMPARE(found[0].claimedType, "image/png");
    QCOMPARE(found[0].size, 7U);
    const auto bytes = attachmentBytes(wallet.vault.database(), found[0]);
    QVERIFY(bytes.has_value());
    QCOMPARE(textOf(*bytes), "%PDF-1\xff");
    QCOMPARE(safeFileName(found[0].title, found[0].contentType), "etc-x.pdf");
}

void ImporterTest::outcome_isTheFirstRejection()
{
    Wallet wallet;
    QVERIFY(outcomeOf({}).has_value());
    ImportReport report;
    report.rejected
        = {{"/x/a.pdf", "", ErrorCode::Unsupported, "why"}, {"b", "", ErrorCode::Denied, "else"}};
    QCOMPARE(outcomeOf(report).error().code, ErrorCode::Unsupported);
    QCOMPARE(outcomeOf(report).error().detail, "a.pdf: why");
    report.duplicates = 1;
    QVERIFY(outcomeOf(report).has_value());
}

QTEST_APPLESS_MAIN(ImporterTest)
#include "importer_test.moc"
