// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/json/document.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace keepwell::records::fhir {

/// What other resources need of one they refer to.
struct Referenced
{
    std::string type;
    std::string name;         ///< "Metformin 500 mg", "Dr Amara Okafor"; plain text.
    std::string organisation; ///< An Encounter's provider, a PractitionerRole's employer.
    std::string practitioner; ///< An Encounter's clinician.
};

/// The resources of a file by every way a reference may name them: full URL, `Type/id`,
/// `Type?identifier=system|value`. An outer index (the files read before) is asked next.
class ReferenceIndex
{
public:
    explicit ReferenceIndex(const ReferenceIndex *outer = nullptr) : m_outer{outer} {}

    /// Notes a resource. Call it for all of a file before asking. Those that only tell through
    /// another one (a PractitionerRole) are completed by a second call after the first round.
    void add(json::Value resource, std::string_view fullUrl);

    /// Notes one that is known by its title only.
    void addNamed(std::string_view type, std::string_view id, std::string_view name);

    /// nullptr when the file has no such resource.
    const Referenced *find(std::string_view reference) const;

    /// Takes over the entries of an index whose file went in, but for its full URLs.
    void merge(ReferenceIndex &&file);

private:
    const ReferenceIndex *m_outer;
    std::unordered_map<std::string, Referenced> m_byName;
};

/// A person, place or thing in a reference, in words: its display, else the contained resource or
/// the one in the index; "" when nothing tells.
class Resolver
{
public:
    Resolver(json::Value resource, const ReferenceIndex &index)
        : m_contained{resource["contained"]}, m_index{index}
    {
    }

    std::string words(json::Value reference) const;
    /// The same for the address of a definition ("http://…/Questionnaire/phq|2", "#phq").
    std::string canonicalWords(std::string_view address) const;
    /// "Organization", "Practitioner", … as far as the reference or its target tells, else "".
    std::string type(json::Value reference) const;
    /// The referenced resource's organisation or clinician.
    const Referenced *target(json::Value reference) const;
    json::Value contained(json::Value reference) const; ///< Missing unless it is `#id`.

private:
    bool isAddress(std::string_view display, json::Value reference) const;

    json::Value m_contained;
    const ReferenceIndex &m_index;
};

} // namespace keepwell::records::fhir
