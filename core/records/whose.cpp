// SPDX-License-Identifier: Apache-2.0
#include "core/records/whose.hpp"

#include "core/records/fhir/plain_text.hpp"
#include "core/records/people_in_file.hpp"
#include "core/vault/record_date.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records {
namespace {

/// A key whose family name is this has the whole name as its given one.
constexpr std::string_view kWholeName = "*";

std::vector<std::string> wordsOf(std::string_view folded)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded) {
        if (c == ' ' || c == ',' || c == '.') {
            if (!word.empty()) {
                words.push_back(std::move(word));
            }
            word.clear();
        } else {
            word += c;
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

bool contains(const std::vector<std::string> &all, const std::vector<std::string> &some)
{
    return !some.empty() && std::ranges::all_of(some, [&](const std::string &word) {
        return std::ranges::find(all, word) != all.end();
    });
}

std::vector<std::string> withoutTitles(std::vector<std::string> words)
{
    static constexpr auto kTitles
        = std::to_array<std::string_view>({"dr", "miss", "mr", "mrs", "ms", "prof", "sir"});
    std::erase_if(words, [](const std::string &word) {
        return std::ranges::find(kTitles, word) != kTitles.end();
    });
    return words;
}

/// A name in one piece against family and first given name, or against another one in one piece.
bool isSameWholeName(const vault::PersonKey &whole, const vault::PersonKey &other)
{
    const auto words = wordsOf(whole.given);
    if (other.family == kWholeName) {
        const auto mine = withoutTitles(words);
        const auto theirs = withoutTitles(wordsOf(other.given));
        return !mine.empty() && !theirs.empty()
            && (std::ranges::is_permutation(mine, theirs) // "Ruiz, Ana"

                || (mine.front() == theirs.front() && mine.back() == theirs.back()));
    }
    auto given = wordsOf(other.given);
    given.resize(std::min<std::size_t>(given.size(), 1)); // "Ana María" is called Ana
    return contains(words, wordsOf(other.family)) && contains(words, given);
}

bool contradicts(std::string_view a, std::string_view b)
{
    return !a.empty() && !b.empty() && !a.starts_with(b) && !b.starts_with(a);
}

/// The person's own birth date and every one a file gave must agree with `born`.
Result<bool> fits(vault::PersonTable &table, vault::PersonId id, std::string_view keyBorn,
                  std::string_view born)
{
    KEEPWELL_TRY(const auto person, table.find(id));
    return person && !contradicts(keyBorn, born) && !contradicts(person->born.value_or(""), born);
}

} // namespace

vault::PersonKey keyOfWholeName(std::string_view name, std::string_view born)
{
    return {std::string{kWholeName}, fhir::folded(name), std::string{born}};
}

Result<std::optional<vault::PersonId>> knownPerson(vault::Database &database,
                                                   const FilePerson &person)
{
    vault::PersonTable table{database};
    for (const auto &[system, value] : person.identifiers) {
        KEEPWELL_TRY(const auto known, table.withIdentifier(system, value));
        if (known) {
            return known;
        }
    }
    if (person.key.family != kWholeName && !person.key.family.empty()) {
        KEEPWELL_TRY(const auto named, table.withName(person.key.family, person.key.given));
        for (const auto &[id, key] : named) {
            KEEPWELL_TRY(const bool same, fits(table, id, key.born, person.born));
            if (same) {
                return id;
            }
        }
    }
    KEEPWELL_TRY(const auto all, table.keys());
    for (const auto &[id, key] : all) {
        const bool whole = key.family == kWholeName;
        const bool sameName = whole
            ? isSameWholeName(key, person.key)
            : person.key.family == kWholeName && isSameWholeName(person.key, key);
        if (sameName) {
            KEEPWELL_TRY(const bool same, fits(table, id, key.born, person.born));
            if (same) {
                return id;
            }
        }
    }
    return std::nullopt;
}

Result<std::vector<NamedPerson>> peopleIn(vault::Database &database, std::string_view bytes)
{
    KEEPWELL_TRY(FileEntries entries, FileEntries::read("", bytes));
    KEEPWELL_TRY(const PeopleInFile people, PeopleInFile::find(database, entries));
    std::vector<NamedPerson> named;
    for (const FilePerson &person : people.people()) {
        named.push_back({person.name, person.born, person.filedUnder});
    }
    return named;
}

Result<vault::PersonId> addPerson(vault::Database &database, std::string_view name,
                                  std::optional<std::string> born, bool owner)
{
    const std::string plain = fhir::plainLine(name, 200);
    if (plain.empty()) {
        return fail(ErrorCode::InvalidInput, "a person needs a name");
    }
    if (born && vault::parseRecordDate(*born).text != *born) {
        return fail(ErrorCode::Usage, "a birth date is written as 1962-03-31");
    }
    return vault::PersonTable{database}.add(plain, born, keyOfWholeName(plain, born.value_or("")),
                                            owner);
}

} // namespace keepwell::records
