// SPDX-License-Identifier: Apache-2.0
#include "core/records/people_in_file.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/vault/record_date.hpp"

#include <algorithm>

namespace keepwell::records {
namespace {

// Elements that say whom a resource is about.
constexpr std::string_view kSubjects = "subject patient beneficiary for individual";

json::Value subjectOf(json::Value resource) { return fhir::firstValue(resource, kSubjects); }

json::Value officialName(json::Value patient)
{
    json::Value first;
    for (const json::Value name : patient["name"].items()) {
        if (name["use"].text() == "official") {
            return name;
        }
        if (!first) {
            first = name;
        }
    }
    return first;
}

FilePerson personOf(json::Value patient)
{
    FilePerson person;
    const json::Value name = officialName(patient);
    person.name = fhir::humanName(patient["name"]);
    person.born = vault::parseRecordDate(patient["birthDate"].text()).text;
    person.patient = true;
    if (name["family"].isString()) {
        person.key = {fhir::folded(name["family"].text()),
                      fhir::folded((*name["given"].items().begin()).text()), person.born};
    } else {
        person.key = keyOfWholeName(person.name, person.born);
    }
    for (const json::Value identifier : patient["identifier"].items()) {
        const std::string_view system = identifier["system"].text();
        const std::string_view value = identifier["value"].text();
        if (!system.empty() && !value.empty()) {
            person.identifiers.emplace_back(system, value);
        }
    }
    return person;
}

bool isPatientReference(std::string_view reference)
{
    return reference.empty() || reference.starts_with("urn:") || reference.starts_with('#')
        || reference.find("Patient/") != std::string_view::npos
        || reference.starts_with("Patient?");
}

/// "http://server/Patient/12" and "Patient/12" are one to us.
std::string_view shortReference(std::string_view reference)
{
    const std::size_t at = reference.rfind("Patient/");
    return at == std::string_view::npos ? reference : reference.substr(at);
}

std::string nameKey(std::string_view name) { return "name:" + fhir::folded(name); }

} // namespace

Result<PeopleInFile> PeopleInFile::find(vault::Database &database, FileEntries &entries)
{
    PeopleInFile people;
    entries.each([&](const FileEntry &entry) {
        people.seePatient(entry);
        return true;
    });
    entries.each([&](const FileEntry &entry) {
        people.seeSubject(entry);
        return true;
    });
    KEEPWELL_CHECK(people.lookUp(database));
    return people;
}

void PeopleInFile::seePatient(const FileEntry &entry)
{
    if (entry.resource && (*entry.resource)["resourceType"].text() == "Patient") {
        addPatient(*entry.resource, entry.fullUrl);
    }
}

void PeopleInFile::seeSubject(const FileEntry &entry)
{
    if (entry.resource) {
        addSubject(*entry.resource);
    }
}

void PeopleInFile::addPatient(json::Value patient, std::string_view fullUrl)
{
    const FilePerson person = personOf(patient);
    if (person.name.empty() && person.identifiers.empty()) {
        return;
    }
    const std::size_t index = m_people.size();
    m_people.push_back(person);
    if (!fullUrl.empty()) {
        m_byReference.insert_or_assign(std::string{fullUrl}, index);
    }
    if (const std::string_view id = patient["id"].text(); !id.empty()) {
        m_byReference.insert_or_assign("Patient/" + std::string{id}, index);
    }
    for (const auto &[system, value] : person.identifiers) {
        m_byReference.insert_or_assign("Patient?identifier=" + system + '|' + value, index);
    }
    if (!person.name.empty()) {
        m_byReference.try_emplace(nameKey(person.name), index);
    }
}

void PeopleInFile::addSubject(json::Value resource)
{
    if (resource["resourceType"].text() == "Patient") {
        return;
    }
    const json::Value subject = subjectOf(resource);
    const std::string_view reference = subject["reference"].text();
    if (!subject || !isPatientReference(reference)
        || m_byReference.contains(shortReference(reference))) {
        return;
    }
    FilePerson person;
    for (const json::Value inside : resource["contained"].items()) {
        if (reference.starts_with('#') && inside["id"].text() == reference.substr(1)
            && inside["resourceType"].text() == "Patient") {
            person = personOf(inside);
            person.patient = false;
        }
    }
    if (person.name.empty()) {
        const std::string_view display = subject["display"].text();
        if (!fhir::hasWords(display)) {
            return;
        }
        person.name = fhir::plainLine(display, 200);
        person.key = keyOfWholeName(person.name, "");
    }
    const auto [place, isNew] = m_byReference.try_emplace(nameKey(person.name), m_people.size());
    const std::size_t index = place->second;
    if (isNew) {
        m_people.push_back(std::move(person));
    }
    if (!reference.empty() && !reference.starts_with('#')) {
        m_byReference.insert_or_assign(std::string{shortReference(reference)}, index);
    }
}

Result<> PeopleInFile::lookUp(vault::Database &database)
{
    KEEPWELL_TRY(m_owner, vault::PersonTable{database}.owner());
    for (FilePerson &person : m_people) {
        KEEPWELL_TRY(person.filedUnder, knownPerson(database, person));
    }
    return {};
}

Result<> PeopleInFile::choose(vault::Database &database, const PersonChoice &choice)
{
    if (const auto *person = std::get_if<vault::PersonId>(&choice)) {
        m_everything = *person;
        for (FilePerson &named : m_people) {
            named.filedUnder = *person;
        }
        return {};
    }
    if (m_people.empty()) {
        m_everything = m_owner;
        return {};
    }
    if (!std::holds_alternative<NewPeople>(choice)) {
        return {};
    }
    vault::PersonTable table{database};
    for (FilePerson &named : m_people) {
        // One of them may be somebody an entry before has made known.
        KEEPWELL_TRY(named.filedUnder, knownPerson(database, named));
        if (named.filedUnder) {
            continue;
        }
        const auto born = named.born.empty() ? std::nullopt : std::optional{named.born};
        KEEPWELL_TRY(
            named.filedUnder,
            table.add(named.name.empty() ? "Unnamed person" : named.name, born, named.key));
        for (const auto &[system, value] : named.identifiers) {
            KEEPWELL_CHECK(table.addIdentifier(*named.filedUnder, system, value));
        }
    }
    return {};
}

const FilePerson *PeopleInFile::aboutWhom(json::Value resource, std::string_view fullUrl) const
{
    const auto named = [&](std::string_view key) -> const FilePerson * {
        const auto found = key.empty() ? m_byReference.end() : m_byReference.find(key);
        return found == m_byReference.end() ? nullptr : &m_people[found->second];
    };
    if (resource["resourceType"].text() == "Patient") {
        const FilePerson *byUrl = named(fullUrl);
        return byUrl != nullptr ? byUrl : named("Patient/" + std::string{resource["id"].text()});
    }
    const json::Value subject = subjectOf(resource);
    const std::string_view reference = subject["reference"].text();
    if (!isPatientReference(reference)) {
        return nullptr;
    }
    if (const FilePerson *byReference = named(shortReference(reference))) {
        return byReference;
    }
    const std::string_view display = subject["display"].text();
    return display.empty() ? nullptr : named(nameKey(fhir::plainLine(display, 200)));
}

Result<vault::PersonId> PeopleInFile::whose(json::Value resource, std::string_view fullUrl) const
{
    if (m_everything) {
        return *m_everything;
    }
    const FilePerson *person = aboutWhom(resource, fullUrl);
    if (person == nullptr) {
        // A clinician, a place: part of the record of the one the file is about.
        const auto known = std::ranges::find_if(
            m_people, [](const FilePerson &named) { return named.filedUnder.has_value(); });
        if (known != m_people.end()) {
            return *known->filedUnder;
        }
        person = &m_people.front();
    }
    if (person->filedUnder) {
        return *person->filedUnder;
    }
    return fail(ErrorCode::Denied,
                "this is about " + (person->name.empty() ? "somebody" : person->name)
                    + ", who is not known to this wallet; say whose records these are");
}

Result<> PeopleInFile::remember(vault::Database &database) const
{
    vault::PersonTable table{database};
    for (const FilePerson &named : m_people) {
        if (!named.filedUnder) {
            continue;
        }
        if (!named.key.given.empty() || !named.key.family.empty()) {
            KEEPWELL_CHECK(table.addKey(*named.filedUnder, named.key));
        }
        if (!m_everything && !named.born.empty()) {
            KEEPWELL_CHECK(table.setBorn(*named.filedUnder, named.born));
        }
        for (const auto &[system, value] : named.identifiers) {
            KEEPWELL_CHECK(table.addIdentifier(*named.filedUnder, system, value));
        }
    }
    return {};
}

} // namespace keepwell::records
