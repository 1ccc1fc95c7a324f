// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/classification.hpp"
#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace keepwell::records::fhir {
namespace {

// Elements that refer to whoever made or holds the record, most telling first.
constexpr auto kMakers = std::to_array<std::string_view>({
    "performer",
    "performer.actor",
    "performer.function",
    "serviceProvider",
    "custodian",
    "managingOrganization",
    "organization",
    "author",
    "asserter",
    "recorder",
    "requester",
    "authorizingPrescription.requester",
    "participant.individual",
    "participant.actor",
    "provider",
    "orderer",
    "sender",
    "operator",
    "collection.collector",
    "careManager",
    "informationSource",
    "insurer",
    "payor",
    "manufacturer",
    "source",
    "prescriber", // DSTU2
    "agent.who",
    "participant.member",
    "practitioner",
    "providedBy",
    "reporter",
});

// Where it was: tells the organisation where nobody is named as its maker.
constexpr auto kPlaces = std::to_array<std::string_view>({"location.location", "location"});

bool isOrganisation(std::string_view type)
{
    return type == "Organization" || type == "HealthcareService" || type == "Location";
}

bool isPractitioner(std::string_view type)
{
    return type == "Practitioner" || type == "PractitionerRole";
}

void take(json::Value reference, const Resolver &resolver, Origin &origin)
{
    const std::string type = resolver.type(reference);
    if (isOrganisation(type) && origin.organisation.empty()) {
        origin.organisation = resolver.words(reference);
    }
    if (isPractitioner(type) && origin.practitioner.empty()) {
        origin.practitioner = resolver.words(reference);
        if (const Referenced *role = resolver.target(reference);
            role != nullptr && origin.organisation.empty()) {
            origin.organisation = role->organisation;
        }
    }
}

/// Strings under these keys are words of people; other strings are codes, ids and addresses.
constexpr auto kWordKeys = std::to_array<std::string_view>({
    "authorString",
    "city",
    "comment",
    "conclusion",
    "contentString",
    "description",
    "display",
    "family",
    "given",
    "instruction",
    "lotNumber",
    "name",
    "patientInstruction",
    "prefix",
    "summary",
    "text",
    "title",
    "valueString",
});

constexpr std::size_t kMostWords = 4'000;

/// Each word once: the index forgets how often and where a word stood, and telling it costs time.
class WordCollector
{
public:
    void add(std::string_view text)
    {
        std::size_t start = 0;
        for (std::size_t at = 0; at <= text.size(); ++at) {
            if (at == text.size() || !isInWord(text[at])) {
                addWord(text.substr(start, at - start));
                start = at + 1;
            }
        }
    }

    void collect(json::Value value)
    {
        for (const json::Value member : value.children()) {
            if (m_text.size() >= kMostWords) {
                return;
            }
            if (member.isString()) {
                const std::string_view key = value.isArray() ? value.key() : member.key();
                if (std::ranges::binary_search(kWordKeys, key)) {
                    add(member.text().substr(0, kMostWords / 4));
                }
            } else if (member.key() != "meta" && member.key() != "extension") {
                collect(member);
            }
        }
    }

    std::string take() { return std::move(m_text); }

private:
    /// Letters of other scripts are left to the index's own eye.
    static bool isInWord(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || (c & 0x80) != 0;
    }

    void addWord(std::string_view word)
    {
        constexpr std::size_t kMostWord = 64;
        if (word.empty() || word.size() > kMostWord || m_text.size() >= kMostWords) {
            return;
        }
        m_word.assign(word);
        for (char &c : m_word) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (m_seen.insert(m_word).second) {
            m_text += m_word;
            m_text += ' ';
        }
    }

    std::unordered_set<std::string> m_seen;
    std::string m_word;
    std::string m_text;
};

} // namespace

Origin originOf(json::Value resource, const Resolver &resolver)
{
    Origin origin;
    for (const std::string_view path : kMakers) {
        visitPath(resource, path, [&](json::Value reference) {
            take(reference, resolver, origin);
            return !origin.organisation.empty() && !origin.practitioner.empty();
        });
    }
    json::Value visit = resource["encounter"];
    if (!visit) {
        visit = firstValue(resource, "context context.encounter item.encounter");
    }
    if (const Referenced *target = visit ? resolver.target(visit) : nullptr) {
        if (origin.organisation.empty()) {
            origin.organisation = target->organisation;
        }
        if (origin.practitioner.empty()) {
            origin.practitioner = target->practitioner;
        }
    }
    for (const std::string_view path : kPlaces) {
        visitPath(resource, path, [&](json::Value reference) {
            take(reference, resolver, origin);
            return !origin.organisation.empty();
        });
    }
    return origin;
}

std::string searchWords(json::Value resource, std::string_view title, const Origin &origin,
                        const Resolver &resolver)
{
    WordCollector words;
    words.add(title);
    words.add(origin.organisation);
    words.add(origin.practitioner);
    words.add(resolver.words(resource["medicationReference"]));
    words.collect(resource);
    return words.take();
}

} // namespace keepwell::records::fhir
