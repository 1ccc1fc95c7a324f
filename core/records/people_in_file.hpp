// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/records/file_entries.hpp"
#include "core/records/person_choice.hpp"
#include "core/vault/database.hpp"
#include "core/vault/person_table.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace keepwell::records {

/// Somebody a file names: by a Patient resource, or by the display of a subject.
struct FilePerson
{
    std::string name; ///< A plain line.
    vault::PersonKey key;
    std::string born; ///< "" when the file does not say.
    std::vector<std::pair<std::string, std::string>> identifiers; ///< System and value.
    bool patient = false;                                         ///< There is a Patient resource.
    std::optional<vault::PersonId> filedUnder;
};

/// Who the records of one file are about, and under whom each is filed (decision 0044).
/// One thread at a time.
class PeopleInFile
{
public:
    /// Collects everybody `entries` names and looks for them among the wallet's people.
    static Result<PeopleInFile> find(vault::Database &database, FileEntries &entries);
    /// The same in the steps of a caller that goes through the entries anyway: first each entry's
    /// Patient, then each entry's subject, then lookUp().
    PeopleInFile() = default;
    void seePatient(const FileEntry &entry);
    void seeSubject(const FileEntry &entry);
    Result<> lookUp(vault::Database &database);

    /// Applies `--person`: files under one person, or makes new ones.
    Result<> choose(vault::Database &database, const PersonChoice &choice);

    /// Under whom this resource goes. Errors: Denied, naming who it is about.
    Result<vault::PersonId> whose(json::Value resource, std::string_view fullUrl) const;

    /// Remembers names, identifiers and birth dates of those whose records were filed.
    Result<> remember(vault::Database &database) const;

    const std::vector<FilePerson> &people() const { return m_people; }

private:
    void addPatient(json::Value patient, std::string_view fullUrl);
    void addSubject(json::Value resource);
    const FilePerson *aboutWhom(json::Value resource, std::string_view fullUrl) const;

    std::vector<FilePerson> m_people;
    std::map<std::string, std::size_t, std::less<>> m_byReference; ///< And "name:" + folded name.
    std::optional<vault::PersonId> m_everything;                   ///< All goes here.
    vault::PersonId m_owner;
};

/// The person of the wallet that this is: one who has an identifier of theirs, else one of the same
/// name whose birth dates, as far as they are known, do not contradict (decision 0044).
Result<std::optional<vault::PersonId>> knownPerson(vault::Database &database,
                                                   const FilePerson &person);

/// A name typed by hand as a key: no family name is told apart in it.
vault::PersonKey keyOfWholeName(std::string_view name, std::string_view born);

} // namespace keepwell::records
