// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/standard_codes.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records::fhir {
namespace {

struct StandardCode
{
    std::string_view system; ///< The last part of its address: servers differ in the first ones.
    std::string_view code;
    std::string_view words;
};

constexpr auto kCodes = std::to_array<StandardCode>({
    {"careplan-category", "assess-plan", "Assessment and plan"},
    {"claim-type", "institutional", "Hospital"},
    {"claim-type", "oral", "Dental"},
    {"claim-type", "pharmacy", "Pharmacy"},
    {"claim-type", "professional", "Medical care"},
    {"claim-type", "vision", "Vision"},
    {"communication-category", "alert", "Alert"},
    {"communication-category", "instruction", "Instruction"},
    {"communication-category", "notification", "Notification"},
    {"communication-category", "reminder", "Reminder"},
    {"consentscope", "adr", "Advance directive"},
    {"consentscope", "patient-privacy", "Privacy"},
    {"consentscope", "research", "Research"},
    {"consentscope", "treatment", "Treatment"},
    {"ex-claimtype", "institutional", "Hospital"},
    {"ex-claimtype", "oral", "Dental"},
    {"ex-claimtype", "pharmacy", "Pharmacy"},
    {"ex-claimtype", "professional", "Medical care"},
    {"ex-claimtype", "vision", "Vision"},
    {"goal-category", "dietary", "Diet"},
    {"goal-category", "safety", "Safety"},
    {"list-example-use-codes", "allergies", "Allergies"},
    {"list-example-use-codes", "medications", "Medicines"},
    {"list-example-use-codes", "problems", "Health problems"},
    {"urn:ietf:bcp:47", "ar", "Arabic"},
    {"urn:ietf:bcp:47", "de", "German"},
    {"urn:ietf:bcp:47", "de-DE", "German"},
    {"urn:ietf:bcp:47", "en", "English"},
    {"urn:ietf:bcp:47", "en-AU", "English"},
    {"urn:ietf:bcp:47", "en-GB", "English"},
    {"urn:ietf:bcp:47", "en-US", "English"},
    {"urn:ietf:bcp:47", "es", "Spanish"},
    {"urn:ietf:bcp:47", "fr", "French"},
    {"urn:ietf:bcp:47", "fr-FR", "French"},
    {"urn:ietf:bcp:47", "hi", "Hindi"},
    {"urn:ietf:bcp:47", "it", "Italian"},
    {"urn:ietf:bcp:47", "ja", "Japanese"},
    {"urn:ietf:bcp:47", "ko", "Korean"},
    {"urn:ietf:bcp:47", "nl", "Dutch"},
    {"urn:ietf:bcp:47", "nl-NL", "Dutch"},
    {"urn:ietf:bcp:47", "pl", "Polish"},
    {"urn:ietf:bcp:47", "pt", "Portuguese"},
    {"urn:ietf:bcp:47", "ru", "Russian"},
    {"urn:ietf:bcp:47", "tr", "Turkish"},
    {"urn:ietf:bcp:47", "uk", "Ukrainian"},
    {"urn:ietf:bcp:47", "vi", "Vietnamese"},
    {"urn:ietf:bcp:47", "zh", "Chinese"},
    {"v2-0074", "CT", "CT scan"},
    {"v2-0074", "CUS", "Heart ultrasound"},
    {"v2-0074", "EC", "ECG"},
    {"v2-0074", "GE", "Genetics"},
    {"v2-0074", "HM", "Blood test"},
    {"v2-0074", "LAB", "Laboratory"},
    {"v2-0074", "MB", "Microbiology"},
    {"v2-0074", "PAT", "Pathology"},
    {"v2-0074", "RAD", "Radiology"},
    {"v2-0074", "RUS", "Ultrasound"},
    {"v2-0131", "C", "Emergency contact"},
    {"v2-0131", "E", "Employer"},
    {"v2-0131", "F", "Federal agency"},
    {"v2-0131", "I", "Insurance company"},
    {"v2-0131", "N", "Next of kin"},
    {"v2-0131", "S", "State agency"},
    {"v3-ActCode", "ACUTE", "Hospital stay"},
    {"v3-ActCode", "AMB", "Outpatient visit"},
    {"v3-ActCode", "EHCPOL", "Extra health insurance"},
    {"v3-ActCode", "EMER", "Emergency visit"},
    {"v3-ActCode", "FLD", "Visit on the spot"},
    {"v3-ActCode", "HH", "Home visit"},
    {"v3-ActCode", "HIP", "Health insurance"},
    {"v3-ActCode", "IMP", "Hospital stay"},
    {"v3-ActCode", "NONAC", "Hospital stay"},
    {"v3-ActCode", "OBSENC", "Stay for observation"},
    {"v3-ActCode", "PAY", "Paid by oneself"},
    {"v3-ActCode", "PRENC", "Visit before admission"},
    {"v3-ActCode", "PUBLICPOL", "Public health insurance"},
    {"v3-ActCode", "SS", "Short hospital stay"},
    {"v3-ActCode", "VR", "Visit by phone or video"},
    {"v3-MaritalStatus", "A", "Annulled"},
    {"v3-MaritalStatus", "D", "Divorced"},
    {"v3-MaritalStatus", "L", "Legally separated"},
    {"v3-MaritalStatus", "M", "Married"},
    {"v3-MaritalStatus", "S", "Never married"},
    {"v3-MaritalStatus", "T", "Domestic partner"},
    {"v3-MaritalStatus", "U", "Unmarried"},
    {"v3-MaritalStatus", "W", "Widowed"},
});

constexpr bool isBefore(const StandardCode &a, const StandardCode &b)
{
    return a.system != b.system ? a.system < b.system : a.code < b.code;
}
static_assert(std::ranges::is_sorted(kCodes, isBefore));

std::string_view lastPart(std::string_view address)
{
    const std::size_t slash = address.rfind('/');
    return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

} // namespace

std::string_view standardWords(std::string_view system, std::string_view code)
{
    const StandardCode wanted{lastPart(system), code, {}};
    const auto found = std::ranges::lower_bound(kCodes, wanted, isBefore);
    return found != kCodes.end() && found->system == wanted.system && found->code == code
        ? found->words
        : std::string_view{};
}

bool isReasonForNothing(std::string_view system)
{
    const std::string_view name = lastPart(system);
    return name == "data-absent-reason" || name == "v3-NullFlavor";
}

} // namespace keepwell::records::fhir
