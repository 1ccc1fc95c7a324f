// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/title.hpp"
#include "core/records/importer.hpp"
#include "core/records/json/document.hpp"
#include "core/records/readable.hpp"
#include "core/records/whose.hpp"
#include "core/vault/record_table.hpp"
#include "core/vault/source_table.hpp"
#include "record_vault.hpp"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <map>
#include <set>

using namespace keepwell;
using namespace keepwell::records;

namespace {

const QString kFhir = QStringLiteral(KEEPWELL_SHARED_DATA "/fhir");
const QString kBad = QStringLiteral(KEEPWELL_SHARED_DATA "/bad");

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// How many entries a file has, by another reader than ours.
qsizetype entriesOf(const QString &path, const QByteArray &bytes)
{
    if (path.endsWith(".ndjson")) {
        qsizetype lines = 0;
        for (const QByteArray &line : bytes.split('\n')) {
            lines += line.trimmed().isEmpty() ? 0 : 1;
        }
        return lines;
    }
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    return root["resourceType"] == "Bundle" ? root["entry"].toArray().size() : 1;
}

/// Whether some `display` or `text` with a letter stands in a value.
bool hasWordsIn(const QJsonValue &value)
{
    if (value.isArray()) {
        for (const auto &item : value.toArray()) {
            if (hasWordsIn(item)) {
                return true;
            }
        }
        return false;
    }
    const QJsonObject object = value.toObject();
    for (const char *key : {"display", "text"}) {
        static const QRegularExpression letter{"\\p{L}"};
        if (object[QLatin1String{key}].toString().contains(letter)) {
            return true;
        }
    }
    return object.contains("coding") && hasWordsIn(object["coding"]);
}

} // namespace

class SharedDataTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fhir_isAccountedFor();
    void again_addsNothing();
    void slices_areExact();
    void titles_areLegible();
    void records_areReadable();
    void madeHere_endsAsItsManifestSays_data();
    void madeHere_endsAsItsManifestSays();
    void fuzzCorpus_neverCrashes();
    void cleanupTestCase() { m_vault.reset(); }

private:
    ImportReport import(const QString &path)
    {
        ImportOptions options;
        options.person = m_me;
        const std::filesystem::path paths[] = {path.toStdString()};
        return *importFiles(m_vault->database(), test::StillClock{}, paths, options);
    }

    std::unique_ptr<test::RecordVault> m_vault;
    vault::PersonId m_me;
    std::vector<vault::RecordId> m_records;
};

void SharedDataTest::initTestCase()
{
    if (!QDir{kFhir}.exists()) {
        QSKIP("skipped: no shared data");
    }
    m_vault = std::make_unique<test::RecordVault>();
    m_me = *addPerson(m_vault->database(), "Me", {}, true);
}

void SharedDataTest::fhir_isAccountedFor()
{
    const ImportReport report = import(kFhir);
    m_records = report.records;
    std::uint64_t added = 0;
    qsizetype json = 0;
    for (const FileReport &file : report.files) {
        const QString path = QString::fromStdString(file.path);
        const auto sum = static_cast<qsizetype>(file.added + file.duplicates + file.rejected);
        added += file.added;
        if (path.endsWith("json")) {
            ++json;
            QVERIFY2(sum == entriesOf(path, contentOf(path)), qPrintable(path));
        } else {
            QVERIFY2(file.rejected == 1 && file.added == 0, qPrintable(path));
        }
    }
    QVERIFY(json > 600);
    QCOMPARE(report.added, added);
    QCOMPARE(report.records.size(), added);
    QVERIFY(added > 10'000);
    for (const Rejection &rejection : report.rejected) {
        const QString path = QString::fromStdString(rejection.path);
        // What is rejected of FHIR files has no resource, or is no resource.
        QVERIFY2(!path.endsWith(".json")
                     || QString::fromStdString(rejection.detail).contains("no resource"),
                 rejection.detail.c_str());
    }
}

void SharedDataTest::again_addsNothing()
{
    const ImportReport report = import(kFhir);
    QCOMPARE(report.added, 0U);
    QVERIFY(report.duplicates >= m_records.size());
}

void SharedDataTest::slices_areExact()
{
    vault::RecordTable table{m_vault->database()};
    vault::SourceTable sources{m_vault->database()};
    std::map<std::string, QByteArray> files;
    QDirIterator each{kFhir, QDir::Files, QDirIterator::Subdirectories};
    std::map<Bytes32, QByteArray> byHash;
    while (each.hasNext()) {
        const QByteArray bytes = contentOf(each.next());
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        Bytes32 key{};
        std::memcpy(key.data(), hash.constData(), key.size());
        byHash[key] = bytes;
    }
    for (const vault::RecordId id : m_records) {
        const vault::StoredRecord stored = *table.find(id);
        const auto file = byHash.find(sources.find(stored.source)->sha256);
        QVERIFY(file != byHash.end());
        const QByteArray slice = file->second.mid(static_cast<qsizetype>(stored.offset),
                                                  static_cast<qsizetype>(stored.length));
        QCOMPARE(QByteArray::fromStdString(*table.bytes(id)), slice);
        QVERIFY(slice.startsWith('{') && slice.endsWith('}'));
        const QJsonObject resource = QJsonDocument::fromJson(slice).object();
        QCOMPARE(resource["resourceType"].toString(), QString::fromStdString(stored.type));
    }
}

void SharedDataTest::titles_areLegible()
{
    static const QRegularExpression uuid{"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}"};
    vault::RecordTable table{m_vault->database()};
    for (const vault::RecordId id : m_records) {
        const vault::StoredRecord stored = *table.find(id);
        const QString title = QString::fromStdString(stored.row.title);
        const QString type = QString::fromStdString(stored.type);
        const QByteArray label = (type + ": " + title).toUtf8();
        QVERIFY2(!title.isEmpty() && title.size() <= 160, label);
        QVERIFY2(!title.contains(uuid), label);
        QVERIFY2(title != type + "/unknown" && title != QString::fromStdString(stored.logicalId),
                 label);
        QVERIFY2(type != "Observation" || title != "Observation", label);
        const QString coded = QString::fromStdString(fhir::typeWords(stored.type)) + " (";
        if (title.startsWith(coded)) {
            const QJsonObject resource
                = QJsonDocument::fromJson(QByteArray::fromStdString(*table.bytes(id))).object();
            for (const char *key :
                 {"code", "type", "vaccineCode", "medicationCodeableConcept", "category"}) {
                QVERIFY2(!hasWordsIn(resource[QLatin1String{key}]) || type == "Device", label);
            }
        }
    }
}

void SharedDataTest::records_areReadable()
{
    std::set<std::string> types;
    vault::RecordTable table{m_vault->database()};
    for (const vault::RecordId id : m_records) {
        const vault::StoredRecord stored = *table.find(id);
        // Every type, and more of those with few examples than of those with thousands.
        if (!types.insert(stored.type).second && types.size() % 7 != 0) {
            continue;
        }
        const auto readable = readRecord(m_vault->database(), id);
        QVERIFY2(readable.has_value(), stored.type.c_str());
        QCOMPARE(readable->title, stored.row.title);
        QVERIFY(!renderText(*readable).empty());
        for (const char *bad : {"<script", "onclick", "<img", "javascript:", "style="}) {
            QVERIFY2(!readable->narrativeHtml.contains(bad), stored.type.c_str());
        }
    }
    QVERIFY(types.size() > 90);
}

void SharedDataTest::madeHere_endsAsItsManifestSays_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const QByteArray manifest = contentOf(kBad + "/made-here/MANIFEST.json");
    for (const auto &row : QJsonDocument::fromJson(manifest)["files"].toArray()) {
        const QString file = row[QLatin1String{"file"}].toString();
        QTest::newRow(qPrintable(file))
            << kBad + "/made-here/" + file << row[QLatin1String{"expected"}].toString();
    }
}

void SharedDataTest::madeHere_endsAsItsManifestSays()
{
    QFETCH(QString, path);
    QFETCH(QString, expected);
    const ImportReport report = import(path);
    const FileReport &file = report.files.front();
    const bool fhir = path.contains("/json/") || path.contains("/ndjson/");
    if (!fhir) {
        QCOMPARE(file.added, 0U);
        const ErrorCode code = report.rejected.front().code;
        QVERIFY(code == ErrorCode::Unsupported || path.endsWith("empty.dcm"));
    } else if (path.endsWith("broken-middle-line.ndjson")) {
        QCOMPARE(file.added + file.duplicates, 2U);
        QCOMPARE(report.rejected.front().place, "line 2");
    } else if (expected.startsWith("rejected with") || expected.startsWith("rejected (")) {
        QCOMPARE(file.added, 0U);
        QCOMPARE(file.rejected, 1U);
        QVERIFY(!outcomeOf(report).error().detail.empty());
    } else if (expected.startsWith("rejected")) {
        QCOMPARE(file.added + file.rejected, 1U); // either will do
    } else {
        QCOMPARE(file.rejected, 0U);
        QVERIFY(file.added > 0);
    }
    for (const vault::RecordId id : report.records) {
        QVERIFY(readRecord(m_vault->database(), id).has_value());
    }
}

void SharedDataTest::fuzzCorpus_neverCrashes()
{
    for (const char *folder : {"/fuzz-json", "/fuzz-xml", "/fuzz-zip", "/libxml2", "/pdf"}) {
        const ImportReport report = import(kBad + QLatin1String{folder});
        QVERIFY(!report.files.empty());
        QCOMPARE(report.added, 0U);
    }
}

QTEST_APPLESS_MAIN(SharedDataTest)
#include "shared_data_test.moc"
