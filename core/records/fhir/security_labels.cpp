// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/security_labels.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records::fhir {
namespace {

constexpr std::string_view kConfidentiality
    = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
constexpr std::string_view kActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

// The policies about what a record says, and the two that a patient or their doctor asked for; not
// those about who somebody is (age, race, income) or where they work.
constexpr auto kSensitivities = std::to_array<std::string_view>({
    "BH",  "COGN", "DVD",      "EMOTDIS", "ETH", "ETHUD", "GDIS",    "HIV",
    "MH",  "MST",  "OPIOIDUD", "PDS",     "PRS", "PSY",   "PSYTHPN", "SCA",
    "SDV", "SEX",  "SICKLE",   "SPI",     "STD", "SUD",   "TBOO",    "VIO",
});
static_assert(std::ranges::is_sorted(kSensitivities));

bool isPrivate(json::Value label)
{
    const std::string_view system = label["system"].text();
    const std::string_view code = label["code"].text();
    return (system == kConfidentiality && (code == "R" || code == "V"))
        || (system == kActCode && std::ranges::binary_search(kSensitivities, code));
}

} // namespace

bool isLabelledPrivate(json::Value resource)
{
    return std::ranges::any_of(resource["meta"]["security"].items(), isPrivate);
}

} // namespace keepwell::records::fhir
