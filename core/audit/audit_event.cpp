// SPDX-License-Identifier: Apache-2.0
#include "core/audit/audit_event.hpp"

#include "core/audit/iso_time.hpp"
#include "core/contract/terms.hpp"
#include "core/records/json/string_escapes.hpp"

#include <array>
#include <vector>

namespace keepwell::audit {

namespace {

constexpr std::string_view kDicom = "http://dicom.nema.org/resources/ontology/DCM";
constexpr std::string_view kSnomed = "http://snomed.info/sct";
constexpr std::string_view kRest = "http://hl7.org/fhir/restful-interaction";
constexpr std::string_view kEventType = "http://terminology.hl7.org/CodeSystem/audit-event-type";
constexpr std::string_view kLifecycle = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
constexpr std::string_view kEntityType = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
constexpr std::string_view kObjectRole = "http://terminology.hl7.org/CodeSystem/object-role";
constexpr std::string_view kActReason = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
constexpr std::string_view kParticipation
    = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
constexpr std::string_view kRoleClass = "http://terminology.hl7.org/CodeSystem/v3-RoleClass";
constexpr std::string_view kSecurityRole
    = "http://terminology.hl7.org/CodeSystem/extra-security-role-type";
constexpr std::string_view kSourceType
    = "http://terminology.hl7.org/CodeSystem/security-source-type";
constexpr std::string_view kResourceTypes = "http://hl7.org/fhir/resource-types";
constexpr std::string_view kBalp = "https://profiles.ihe.net/ITI/BALP/";

constexpr std::string_view kNotKnown = "Not known to this wallet";

/// A JSON string that FHIR accepts: never empty, no control characters.
std::string jsonText(std::string_view text)
{
    std::string clean{text.empty() ? kNotKnown : text};
    for (char &character : clean) {
        if (static_cast<unsigned char>(character) < 0x20 || character == 0x7f) {
            character = ' ';
        }
    }
    std::string json;
    records::json::appendQuoted(json, clean);
    return json;
}

std::string listOf(const std::vector<std::string> &items)
{
    std::string text = "[";
    for (const std::string &item : items) {
        text += (text.size() > 1 ? "," : "") + item;
    }
    return text + "]";
}

std::string coding(std::string_view system, std::string_view code, std::string_view display = {})
{
    return R"({"system":)" + jsonText(system) + R"(,"code":)" + jsonText(code)
        + (display.empty() ? "" : R"(,"display":)" + jsonText(display)) + "}";
}

std::string codeable(const std::string &code) { return R"({"coding":[)" + code + "]}"; }

std::string named(std::string_view display) { return R"({"display":)" + jsonText(display) + "}"; }

/// Which BALP profile a kind of line is, and the codes that go with it.
enum class Shape { Disclosed, Received, Refused, Created, Updated, Imported, Exported, Other };

Shape shapeOf(const ActivityRow &row, const ExportContext &context)
{
    const std::pair<std::string_view, Shape> shapes[]
        = {{kind::kRefused, Shape::Refused},   {kind::kShared, Shape::Created},
           {kind::kUpdated, Shape::Updated},   {kind::kRevoked, Shape::Updated},
           {kind::kEnded, Shape::Updated},     {kind::kDelivered, Shape::Created},
           {kind::kFiled, Shape::Received},    {kind::kImported, Shape::Imported},
           {kind::kExported, Shape::Exported}, {kind::kDeclined, Shape::Imported}};
    if (row.kind == kind::kOpened) {
        return row.who == context.owner ? Shape::Received : Shape::Disclosed;
    }
    for (const auto &[name, shape] : shapes) {
        if (row.kind == name) {
            return shape;
        }
    }
    return Shape::Other;
}

/// Writes one event field by field.
class Event
{
public:
    Event(const ActivityRow &row, const ExportContext &context)
        : m_row{row}
        , m_shape{shapeOf(row, context)}
        , m_owner{context.owner}
        , m_wallet{"Keepwell wallet of " + (m_owner.empty() ? std::string{kNotKnown} : m_owner)}
        , m_network{R"({"address":"urn:keepwell:network:)" + context.network + R"(","type":"5"})"}
        , m_patientIsOwner{context.role == identity::Role::Patient}
    {
    }

    std::string json() const
    {
        const Codes codes = codesOf();
        std::string text = R"({"resourceType":"AuditEvent","id":"activity-)"
            + std::to_string(static_cast<std::int64_t>(m_row.id)) + '"';
        if (!codes.profile.empty()) {
            text += R"(,"meta":{"profile":[)"
                + jsonText(std::string{kBalp} + "StructureDefinition/IHE.BasicAudit."
                           + std::string{codes.profile})
                + "]}";
        }
        text += R"(,"type":)" + codes.type;
        if (!codes.subtypes.empty()) {
            text += R"(,"subtype":)" + listOf(codes.subtypes);
        }
        text += R"(,"action":")" + std::string{codes.action} + R"(","recorded":")"
            + isoUtc(m_row.time) + R"(","outcome":")" + std::string{codes.outcome} + '"';
        if (const std::string description = outcomeText(); !description.empty()) {
            text += R"(,"outcomeDesc":)" + jsonText(description);
        }
        if (const std::string purpose = purposes(); !purpose.empty()) {
            text += R"(,"purposeOfEvent":)" + purpose;
        }
        return text + R"(,"agent":)" + listOf(agents()) + R"(,"source":{"observer":)"
            + named(m_wallet) + R"(,"type":[)" + coding(kSourceType, "1", "User Device")
            + R"(]},"entity":)" + listOf(entities()) + "}";
    }

private:
    struct Codes
    {
        std::string_view profile;
        std::string type;
        std::vector<std::string> subtypes;
        std::string_view action;
        std::string_view outcome = "0";
    };

    Codes codesOf() const
    {
        const std::string rest = coding(kEventType, "rest", "Restful Operation");
        const std::string exported = coding(kDicom, "110106", "Export");
        const std::string imported = coding(kDicom, "110107", "Import");
        const std::string disclose
            = coding(kLifecycle, "disclose", "Disclose Record Lifecycle Event");
        switch (m_shape) {
        case Shape::Disclosed:
            return {"PrivacyDisclosure.Source", exported, {disclose}, "R"};
        case Shape::Received:
            return {"PrivacyDisclosure.Recipient", imported, {disclose}, "C"};
        case Shape::Refused:
            return {"AuthZconsent",
                    coding(kDicom, "110113", "Security Alert"),
                    {coding(std::string{kBalp} + "CodeSystem/AuthZsubType", "AuthZ-Consent")},
                    "E",
                    "8"};
        case Shape::Created:
            return {"PatientCreate", rest, {coding(kRest, "create", "create")}, "C"};
        case Shape::Updated:
            return {"PatientUpdate", rest, {coding(kRest, "update", "update")}, "U"};
        case Shape::Imported:
            return {"", imported, {}, "C", m_row.kind == kind::kDeclined ? "4" : "0"};
        case Shape::Exported:
            return {"", exported, {}, "R"};
        case Shape::Other:
            break;
        }
        return {"", coding(kDicom, "110100", "Application Activity"), {}, "E"};
    }

    std::string outcomeText() const
    {
        if (m_row.kind == kind::kRefused) {
            return "Refused: " + m_row.code + ". Nothing was shown.";
        }
        return m_row.kind == kind::kDeclined ? "The delivery was not taken." : "";
    }

    std::string purposes() const
    {
        constexpr std::array<std::string_view, contract::kLastPurpose + 1> kCodes
            = {"TREAT", "ETREAT", "HRESCH", "PATRQT", "FAMRQT", "HPAYMT"};
        const bool known
            = m_row.purpose >= 0 && static_cast<std::size_t>(m_row.purpose) < kCodes.size();
        if (!known && m_row.reason.empty()) {
            return "";
        }
        std::string text = "[{";
        if (known) {
            text += R"("coding":[)"
                + coding(kActReason, kCodes[static_cast<std::size_t>(m_row.purpose)]) + "]";
        }
        if (!m_row.reason.empty()) {
            text += std::string{known ? "," : ""} + R"("text":)" + jsonText(m_row.reason);
        }
        return text + "}]";
    }

    static std::string agent(const std::string &type, const std::string &who, bool requestor,
                             const std::string &more = {})
    {
        return R"({"type":)" + codeable(type) + R"(,"who":)" + who + R"(,"requestor":)"
            + (requestor ? "true" : "false") + more + "}";
    }

    std::vector<std::string> agents() const
    {
        const std::string network = R"(,"network":)" + m_network;
        const std::string wallet = named(m_wallet);
        const std::string other = named(m_row.who);
        const auto from = [&network](const std::string &who, bool requestor) {
            return agent(coding(kDicom, "110153", "Source Role ID"), who, requestor, network);
        };
        const auto to = [&network](const std::string &who, bool requestor) {
            return agent(coding(kDicom, "110152", "Destination Role ID"), who, requestor, network);
        };
        switch (m_shape) {
        case Shape::Disclosed:
            return {from(wallet, false), to(other, true),
                    agent(coding(kSnomed, "429577009", "Patient Advocate"), named(m_owner), false)};
        case Shape::Received:
            return {from(named(m_row.who == m_owner ? "" : m_row.who), false), to(wallet, false),
                    agent(coding(kParticipation, "IRCP", "information recipient"), named(m_owner),
                          true)};
        case Shape::Refused:
            return {
                agent(coding(kDicom, "110150", "Application"),
                      named("Keepwell wallet of "
                            + (m_row.who.empty() ? std::string{kNotKnown} : m_row.who)),
                      false, network),
                agent(coding(kParticipation, "IRCP", "information recipient"), other, true),
                agent(coding(kRoleClass, "PROV", "healthcare provider"), named(""), false),
                agent(coding(kSecurityRole, "authserver", "authorization server"), wallet, false)};
        case Shape::Created:
        case Shape::Updated: {
            const bool theirs
                = m_row.kind == kind::kDelivered ? m_patientIsOwner : !m_patientIsOwner;
            return {from(theirs ? other : wallet, true), to(theirs ? wallet : other, false)};
        }
        default:
            return {
                agent(coding(kDicom, "110150", "Application"), wallet, false),
                agent(coding(kParticipation, "AUT", "author (originator)"), named(m_owner), true)};
        }
    }

    std::vector<std::string> entities() const
    {
        const std::string patient = m_patientIsOwner
            ? (m_owner.empty() ? std::string{kNotKnown} : m_owner)
            : std::string{"The patient of this share or delivery"};
        std::vector<std::string> entities{R"({"what":{"type":"Patient","display":)"
                                          + jsonText(patient) + R"(},"type":)"
                                          + coding(kEntityType, "1", "Person") + R"(,"role":)"
                                          + coding(kObjectRole, "1", "Patient") + "}"};
        const std::string grant = m_row.grant
            ? R"("identifier":{"system":"urn:keepwell:grant","value":")" + m_row.grant->toHex()
                + R"("},)"
            : "";
        const std::string what
            = R"({"what":{)" + grant + R"("display":)" + jsonText(m_row.what) + "}";
        if (m_shape == Shape::Refused) {
            entities.push_back(what + R"(,"type":)" + coding(kResourceTypes, "Consent", "Consent")
                               + details() + "}");
        } else {
            entities.push_back(what + R"(,"type":)" + coding(kEntityType, "2", "System Object")
                               + R"(,"role":)" + coding(kObjectRole, "3", "Report") + details()
                               + "}");
        }
        return entities;
    }

    /// Where the line stands on the ledger, and how sure the wallet is.
    std::string details() const
    {
        const auto detail = [](std::string_view type, const std::string &value) {
            return R"({"type":)" + jsonText(type) + R"(,"valueString":)" + jsonText(value) + "}";
        };
        std::vector<std::string> details{detail("kind", m_row.kind),
                                         detail("proof", std::string{nameOf(m_row.proof)})};
        if (m_row.tx) {
            details.push_back(detail("ledger-transaction", m_row.tx->toHex()));
            details.push_back(detail("ledger-index", std::to_string(m_row.index)));
        }
        return R"(,"detail":)" + listOf(details);
    }

    const ActivityRow &m_row;
    Shape m_shape;
    const std::string &m_owner;
    std::string m_wallet;
    std::string m_network;
    bool m_patientIsOwner;
};

} // namespace

std::string auditEvent(const ActivityRow &row, const ExportContext &context)
{
    return Event{row, context}.json();
}

} // namespace keepwell::audit
