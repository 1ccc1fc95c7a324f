// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/title.hpp"

#include <array>
#include <cstdint>

namespace keepwell::records::fhir {
namespace {

struct VaccineName
{
    std::string_view words; ///< All of these (folded, blanks between) stand in the record's words.
    std::string_view name;
};

// The more particular first.
constexpr auto kByWords = std::to_array<VaccineName>({
    {"sars-cov-2", "COVID-19 vaccine"},
    {"covid", "COVID-19 vaccine"},
    {"haemophilus influenzae", "Hib vaccine"},
    {"h1n1", "Swine flu vaccine (H1N1)"},
    {"influenza", "Flu vaccine"},
    {"flu vaccine", "Flu vaccine"},
    {"dtap-hep", "Diphtheria, tetanus, whooping cough, hepatitis B and polio vaccine"},
    {"dtap", "Diphtheria, tetanus and whooping cough vaccine (DTaP)"},
    {"tdap", "Tetanus, diphtheria and whooping cough vaccine (Tdap)"},
    {"pertussis", "Diphtheria, tetanus and whooping cough vaccine"},
    {"td adult", "Tetanus and diphtheria vaccine (Td)"},
    {"td (adult)", "Tetanus and diphtheria vaccine (Td)"},
    {"tetanus diphtheria", "Tetanus and diphtheria vaccine"},
    {"tetanus", "Tetanus vaccine"},
    {"hep a-hep b", "Hepatitis A and B vaccine"},
    {"hep b", "Hepatitis B vaccine"},
    {"hepatitis b", "Hepatitis B vaccine"},
    {"hep a", "Hepatitis A vaccine"},
    {"hepatitis a", "Hepatitis A vaccine"},
    {"mmr", "Measles, mumps and rubella vaccine (MMR)"},
    {"measles mumps", "Measles, mumps and rubella vaccine (MMR)"},
    {"varicella", "Chickenpox vaccine"},
    {"zoster", "Shingles vaccine"},
    {"hpv", "HPV vaccine"},
    {"papilloma", "HPV vaccine"},
    {"pneumococcal", "Pneumococcal vaccine"},
    {"rotavirus", "Rotavirus vaccine"},
    {"ipv", "Polio vaccine"},
    {"polio", "Polio vaccine"},
    {"hib", "Hib vaccine"},
    {"meningococcal", "Meningococcal vaccine"},
    {"rabies", "Rabies vaccine"},
    {"yellow fever", "Yellow fever vaccine"},
    {"typhoid", "Typhoid vaccine"},
    {"rsv", "RSV vaccine"},
    {"bcg", "Tuberculosis vaccine (BCG)"},
});

struct CvxName
{
    std::uint16_t code;
    std::string_view name;
};

// For records that carry the CVX code alone (CDC, "Vaccines administered").
constexpr auto kByCvx = std::to_array<CvxName>({
    {3, "Measles, mumps and rubella vaccine (MMR)"},
    {8, "Hepatitis B vaccine"},
    {9, "Tetanus and diphtheria vaccine (Td)"},
    {10, "Polio vaccine"},
    {15, "Flu vaccine"},
    {16, "Flu vaccine"},
    {17, "Hib vaccine"},
    {19, "Tuberculosis vaccine (BCG)"},
    {20, "Diphtheria, tetanus and whooping cough vaccine (DTaP)"},
    {21, "Chickenpox vaccine"},
    {33, "Pneumococcal vaccine"},
    {43, "Hepatitis B vaccine"},
    {49, "Hib vaccine"},
    {52, "Hepatitis A vaccine"},
    {62, "HPV vaccine"},
    {83, "Hepatitis A vaccine"},
    {88, "Flu vaccine"},
    {104, "Hepatitis A and B vaccine"},
    {111, "Flu vaccine"},
    {113, "Tetanus and diphtheria vaccine (Td)"},
    {114, "Meningococcal vaccine"},
    {115, "Tetanus, diphtheria and whooping cough vaccine (Tdap)"},
    {119, "Rotavirus vaccine"},
    {121, "Shingles vaccine"},
    {133, "Pneumococcal vaccine"},
    {135, "Flu vaccine"},
    {140, "Flu vaccine"},
    {141, "Flu vaccine"},
    {150, "Flu vaccine"},
    {155, "Flu vaccine"},
    {158, "Flu vaccine"},
    {161, "Flu vaccine"},
    {165, "HPV vaccine"},
    {168, "Flu vaccine"},
    {171, "Flu vaccine"},
    {185, "Flu vaccine"},
    {187, "Shingles vaccine"},
    {197, "Flu vaccine"},
    {205, "Flu vaccine"},
    {207, "COVID-19 vaccine"},
    {208, "COVID-19 vaccine"},
    {210, "COVID-19 vaccine"},
    {211, "COVID-19 vaccine"},
    {212, "COVID-19 vaccine"},
});

/// Whether `word` stands in `text` and does not begin in the middle of another word.
bool standsIn(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const char before = at == 0 ? ' ' : text[at - 1];
        if (!((before >= 'a' && before <= 'z') || (before >= '0' && before <= '9'))) {
            return true;
        }
    }
    return false;
}

std::string byWords(std::string_view words)
{
    for (const VaccineName &rule : kByWords) {
        if (standsIn(words, rule.words)) {
            return std::string{rule.name};
        }
    }
    return {};
}

std::string byCvx(json::Value vaccine)
{
    for (const json::Value coding : vaccine["coding"].items()) {
        if (coding["system"].text() != "http://hl7.org/fhir/sid/cvx") {
            continue;
        }
        for (const CvxName &rule : kByCvx) {
            if (coding["code"].text() == std::to_string(rule.code)) {
                return std::string{rule.name};
            }
        }
    }
    return {};
}

} // namespace

std::string plainVaccineName(json::Value immunization)
{
    const json::Value vaccine = immunization["vaccineCode"];
    if (std::string name = byWords(folded(conceptWords(vaccine))); !name.empty()) {
        return name;
    }
    // Words of the record that name no vaccine we know are kept as they are.
    return conceptWords(vaccine).empty() ? byCvx(vaccine) : std::string{};
}

} // namespace keepwell::records::fhir
