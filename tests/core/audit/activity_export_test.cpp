// SPDX-License-Identifier: Apache-2.0
#include "core/audit/activity_export.hpp"
#include "core/records/json/document.hpp"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace keepwell;
using namespace keepwell::audit;
using records::json::Document;
using records::json::Value;
namespace fs = std::filesystem;

namespace {

const ExportContext kPatient{.owner = "Anna Berg", .network = std::string(64, 'a')};
const ExportContext kClinician{
    .owner = "Dr Okafor", .role = identity::Role::Clinician, .network = std::string(64, 'a')};

ActivityRow row(std::int64_t id, std::string_view kind, std::string_view who)
{
    ActivityRow line;
    line.id = ActivityId{id};
    line.time = contract::instantOf(1'795'349'045);
    line.kind = kind;
    line.who = who;
    line.what = "4 records";
    line.purpose = 0;
    Bytes32 bytes;
    bytes.fill(static_cast<std::byte>(id));
    line.grant = contract::GrantId{bytes};
    line.tx = contract::TxId{bytes};
    line.index = static_cast<std::uint64_t>(id) + 40;
    line.proof = ProofState::Proven;
    return line;
}

/// One line of every kind, and one of a kind that is not known yet.
std::vector<ActivityRow> everyKind()
{
    std::vector<ActivityRow> rows;
    std::int64_t id = 0;
    for (const std::string_view name :
         {kind::kShared, kind::kUpdated, kind::kRevoked, kind::kEnded, kind::kOpened,
          kind::kRefused, kind::kDelivered, kind::kFiled, kind::kDeclined, kind::kAnchored,
          kind::kImported, kind::kExported, kind::kConnected, std::string_view{"later"}}) {
        rows.push_back(row(++id, name, "Dr Okafor"));
        if (name == kind::kRefused) {
            rows.back().code = "E_REVOKED";
        }
    }
    rows.push_back({.time = contract::instantOf(0), .kind = "imported"});
    return rows;
}

class Exported
{
public:
    std::string of(const std::vector<ActivityRow> &rows, ExportFormat format,
                   const ExportContext &context = kPatient)
    {
        std::size_t at = 0;
        const auto done = exportActivity(file(), format, context, [&] {
            return Result<std::optional<ActivityRow>>{at < rows.size() ? std::optional{rows[at++]}
                                                                       : std::nullopt};
        });
        if (!done) {
            return done.error().detail;
        }
        std::ostringstream content;
        content << std::ifstream{file(), std::ios::binary}.rdbuf();
        return content.str();
    }
    fs::path folder() const { return m_folder.path().toStdString(); }
    fs::path file() const { return folder() / "activity"; }

private:
    QTemporaryDir m_folder;
};

// What FHIR R4 and the profiles of IHE BALP 1.1 demand, written down from their pages.

struct Profile
{
    std::string type;
    std::string action;
    std::string subtype;
    std::set<std::string> agents; ///< Codes that must be there.
    std::string observer;         ///< The agent that must be the source's observer too.
    bool network;                 ///< Whether source and destination must name theirs.
};

const std::map<std::string, Profile> &profiles()
{
    static const std::map<std::string, Profile> table{
        {"PrivacyDisclosure.Source",
         {"110106", "R", "disclose", {"110153", "110152"}, "110153", true}},
        {"PrivacyDisclosure.Recipient",
         {"110107", "C", "disclose", {"110153", "110152"}, "110152", true}},
        {"AuthZconsent",
         {"110113",
          "E",
          "AuthZ-Consent",
          {"110150", "IRCP", "PROV", "authserver"},
          "authserver",
          true}},
        {"PatientCreate", {"rest", "C", "create", {"110153", "110152"}, "", true}},
        {"PatientUpdate", {"rest", "U", "update", {"110153", "110152"}, "", true}},
    };
    return table;
}

/// No empty text, list or object anywhere, no control characters.
std::string emptyIn(Value value)
{
    if (value.isString() && (value.text().empty() || std::ranges::any_of(value.text(), [](char c) {
                                 return c >= 0 && c < 0x20;
                             }))) {
        return "an empty or unprintable text: " + std::string{value.key()};
    }
    if ((value.isObject() || value.isArray()) && value.children().empty()) {
        return "an empty list or object: " + std::string{value.key()};
    }
    for (const Value child : value.children()) {
        if (std::string what = emptyIn(child); !what.empty()) {
            return what;
        }
    }
    return {};
}

bool isCoding(Value coding)
{
    return !coding["system"].text().empty() && !coding["code"].text().empty();
}

std::string checkProfile(Value event, const Profile &profile)
{
    if (event["type"]["code"].text() != profile.type || event["action"].text() != profile.action) {
        return "type or action";
    }
    bool subtype = false;
    for (const Value code : event["subtype"].children()) {
        subtype = subtype || code["code"].text() == profile.subtype
            || (profile.subtype == "update" && code["code"].text() == "patch");
    }
    std::set<std::string> missing = profile.agents;
    for (const Value agent : event["agent"].children()) {
        const std::string code{agent["type"]["coding"][0]["code"].text()};
        missing.erase(code);
        if (profile.agents.contains(code) && !agent["who"].isObject()) {
            return "agent without who: " + code;
        }
        if (profile.network && (code == "110153" || code == "110152" || code == "110150")
            && agent["network"]["address"].text().empty()) {
            return "agent without network: " + code;
        }
        const Value observer = event["source"]["observer"];
        if (code == profile.observer
            && (agent["who"]["reference"].text() != observer["reference"].text()
                || agent["who"]["display"].text() != observer["display"].text())) {
            return "the observer is not the agent " + code;
        }
    }
    bool patient = false;
    for (const Value entity : event["entity"].children()) {
        patient = patient
            || (entity["type"]["code"].text() == "1" && entity["role"]["code"].text() == "1"
                && entity["what"].isObject());
    }
    return !subtype                       ? "subtype"
        : !missing.empty()                ? "agent " + *missing.begin()
        : !patient                        ? "patient entity"
        : event["outcome"].text().empty() ? "outcome"
                                          : "";
}

/// Empty when `event` is an AuditEvent of R4, and of the BALP profile it claims.
std::string checkEvent(Value event)
{
    static const QRegularExpression instant{
        R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$)"};
    static const QRegularExpression id{"^[A-Za-z0-9.-]{1,64}$"};
    const auto textOf = [](Value value) {
        return QString::fromUtf8(value.text().data(), static_cast<qsizetype>(value.text().size()));
    };
    if (event["resourceType"].text() != "AuditEvent" || !isCoding(event["type"])
        || !instant.match(textOf(event["recorded"])).hasMatch()
        || !id.match(textOf(event["id"])).hasMatch() || !event["source"]["observer"].isObject()
        || event["agent"].size() == 0) {
        return "a required element";
    }
    if (event["action"].exists()
        && std::string_view{"CRUDE"}.find(event["action"].text()) == std::string_view::npos) {
        return "action";
    }
    for (const Value agent : event["agent"].children()) {
        if (agent["requestor"].type() != records::json::Type::Boolean) {
            return "agent.requestor";
        }
    }
    for (const Value entity : event["entity"].children()) {
        for (const Value detail : entity["detail"].children()) {
            if (detail["type"].text().empty() || !detail["valueString"].isString()) {
                return "entity.detail";
            }
        }
    }
    if (std::string empty = emptyIn(event); !empty.empty()) {
        return empty;
    }
    for (const Value profile : event["meta"]["profile"].children()) {
        const std::string_view url = profile.text();
        const auto found = profiles().find(std::string{url.substr(url.find("BasicAudit.") + 11)});
        if (found != profiles().end()) {
            if (std::string wrong = checkProfile(event, found->second); !wrong.empty()) {
                return found->first + ": " + wrong;
            }
        }
    }
    return {};
}

} // namespace

class ActivityExportTest : public QObject
{
    Q_OBJECT

private slots:
    void balp_isWellFormedForEveryKind_data();
    void balp_isWellFormedForEveryKind();
    void balp_mapsOpeningsAndRefusals();
    void balp_ofNothing_isAnEmptyBundle();
    void ourCheck_acceptsTheProfilesOwnExamples();
    void csv_isQuotedAndNeverAFormula();
    void json_hasTheKeysOfTheCli();
    void theFile_isPrivateWholeAndReplaced();
    void anErrorMidway_leavesTheOldFile();
};

void ActivityExportTest::balp_isWellFormedForEveryKind_data()
{
    QTest::addColumn<bool>("patient");
    QTest::newRow("patient") << true;
    QTest::newRow("clinician") << false;
}

void ActivityExportTest::balp_isWellFormedForEveryKind()
{
    QFETCH(bool, patient);
    auto rows = everyKind();
    rows[0].who = "Bidi \xE2\x80\xAE and control \x01\x1b and \"quotes\" \\";
    rows[1].who = "";
    rows[1].reason = "check-up";
    rows[2].what = "";
    const std::string text
        = Exported{}.of(rows, ExportFormat::Balp, patient ? kPatient : kClinician);
    const auto document = Document::parse(text);
    QVERIFY2(document.has_value(), text.c_str());
    const Value bundle = document->root();
    QCOMPARE(bundle["resourceType"].text(), "Bundle");
    QCOMPARE(bundle["type"].text(), "collection");
    QCOMPARE(bundle["entry"].size(), rows.size());
    std::set<std::string> ids;
    for (const Value entry : bundle["entry"].children()) {
        const std::string wrong = checkEvent(entry["resource"]);
        QVERIFY2(wrong.empty(), wrong.c_str());
        ids.emplace(entry["resource"]["id"].text());
    }
    QCOMPARE(ids.size(), rows.size());
}

void ActivityExportTest::balp_mapsOpeningsAndRefusals()
{
    auto opened = row(1, kind::kOpened, "Dr Okafor");
    opened.reason = "kidney check";
    auto refused = row(2, kind::kRefused, "Coastline Imaging");
    refused.code = "E_EXPIRED";
    const auto profileOf = [](Value event) { return event["meta"]["profile"][0].text(); };

    const std::string mine = Exported{}.of({opened, refused}, ExportFormat::Balp);
    const auto document = Document::parse(mine);
    const Value first = document->root()["entry"][0]["resource"];
    QVERIFY(profileOf(first).ends_with("PrivacyDisclosure.Source"));
    QCOMPARE(first["recorded"].text(), "2026-11-22T12:04:05Z");
    QCOMPARE(first["outcome"].text(), "0");
    QCOMPARE(first["agent"][1]["who"]["display"].text(), "Dr Okafor");
    QCOMPARE(first["purposeOfEvent"][0]["coding"][0]["code"].text(), "TREAT");
    QCOMPARE(first["purposeOfEvent"][0]["text"].text(), "kidney check");
    QCOMPARE(first["entity"][1]["detail"][3]["valueString"].text(), "41");
    const Value second = document->root()["entry"][1]["resource"];
    QVERIFY(profileOf(second).ends_with("AuthZconsent"));
    QCOMPARE(second["outcome"].text(), "8");
    QCOMPARE(second["outcomeDesc"].text(), "Refused: E_EXPIRED. Nothing was shown.");

    const std::string theirs = Exported{}.of({opened}, ExportFormat::Balp, kClinician);
    const auto other = Document::parse(theirs);
    QVERIFY(
        profileOf(other->root()["entry"][0]["resource"]).ends_with("PrivacyDisclosure.Recipient"));
}

void ActivityExportTest::balp_ofNothing_isAnEmptyBundle()
{
    QCOMPARE(Exported{}.of({}, ExportFormat::Balp),
             "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}\n");
}

void ActivityExportTest::ourCheck_acceptsTheProfilesOwnExamples()
{
    const QDir folder{QStringLiteral(KEEPWELL_SHARED_DATA "/fhir/balp-auditevent")};
    if (!folder.exists()) {
        QSKIP("skipped: no shared data");
    }
    int profiled = 0;
    const auto files = folder.entryInfoList({QStringLiteral("AuditEvent-*.json")});
    for (const QFileInfo &file : files) {
        std::ostringstream content;
        content << std::ifstream{file.filePath().toStdString()}.rdbuf();
        const std::string text = content.str();
        const auto document = Document::parse(text);
        QVERIFY(document.has_value());
        const std::string url{document->root()["meta"]["profile"][0].text()};
        const auto at = url.find("BasicAudit.");
        if (at != std::string::npos && profiles().contains(url.substr(at + 11))) {
            ++profiled;
            const std::string wrong = checkEvent(document->root());
            QVERIFY2(wrong.empty(), (url + ": " + wrong).c_str());
        }
    }
    QVERIFY(profiled >= 8);
}

void ActivityExportTest::csv_isQuotedAndNeverAFormula()
{
    auto line = row(1, kind::kOpened, "=HYPERLINK(\"x\")");
    line.what = "a,b \"c\"\r\nd";
    line.reason = "+1";
    const std::string hex(64, '0');
    QCOMPARE(Exported{}.of({line, {.time = contract::instantOf(0), .kind = "imported"}},
                           ExportFormat::Csv),
             "time,kind,who,what,reason,grant,proof,tx,code,index\r\n"
             "2026-11-22T12:04:05Z,opened,\"'=HYPERLINK(\"\"x\"\")\",\"a,b \"\"c\"\"\r\nd\",'+1,"
                 + line.grant->toHex() + ",proven," + line.tx->toHex()
                 + ",,41\r\n"
                   "1970-01-01T00:00:00Z,imported,,,,,local,,,\r\n");
}

void ActivityExportTest::json_hasTheKeysOfTheCli()
{
    const std::string text = Exported{}.of(everyKind(), ExportFormat::Json);
    const auto document = Document::parse(text);
    QVERIFY(document.has_value());
    QCOMPARE(document->root().size(), everyKind().size());
    for (const Value line : document->root().children()) {
        std::string keys;
        for (const Value member : line.children()) {
            keys += std::string{member.key()} + " ";
        }
        QCOMPARE(keys, "time kind who what reason grant proof tx code ");
    }
    QCOMPARE(document->root()[0]["proof"].text(), "proven");
    QCOMPARE(Exported{}.of({}, ExportFormat::Json), "[]\n");
}

void ActivityExportTest::theFile_isPrivateWholeAndReplaced()
{
    Exported exported;
    std::ofstream{exported.file()} << "old";
    (void)exported.of(everyKind(), ExportFormat::Json);
    struct stat status = {};
    QCOMPARE(::stat(exported.file().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    QCOMPARE(std::distance(fs::directory_iterator{exported.folder()}, {}), 1);
    const auto missing
        = exportActivity(exported.folder() / "none" / "x", ExportFormat::Csv, kPatient,
                         [] { return Result<std::optional<ActivityRow>>{}; });
    QVERIFY(missing.error().code == ErrorCode::Unavailable);
}

void ActivityExportTest::anErrorMidway_leavesTheOldFile()
{
    Exported exported;
    std::ofstream{exported.file()} << "old";
    int calls = 0;
    const auto broken = exportActivity(exported.file(), ExportFormat::Json, kPatient,
                                       [&calls]() -> Result<std::optional<ActivityRow>> {
                                           if (++calls > 3) {
                                               return fail(ErrorCode::Unavailable, "gone");
                                           }
                                           return row(calls, kind::kOpened, "x");
                                       });
    QCOMPARE(broken.error().detail, "gone");
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = exportActivity(
        exported.file(), ExportFormat::Json, kPatient,
        [] { return Result<std::optional<ActivityRow>>{}; }, stop.get_token());
    QVERIFY(stopped.error().code == ErrorCode::Cancelled);
    std::ostringstream content;
    content << std::ifstream{exported.file()}.rdbuf();
    QCOMPARE(content.str(), "old");
    QCOMPARE(std::distance(fs::directory_iterator{exported.folder()}, {}), 1);
}

QTEST_GUILESS_MAIN(ActivityExportTest)
#include "activity_export_test.moc"
