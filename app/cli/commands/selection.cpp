// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/selection.hpp"

#include "app/cli/dates.hpp"

#include <CLI/CLI.hpp>

#include <charconv>

namespace keepwell::cli {

void addKindOption(CLI::App &command, std::vector<std::string> &kinds)
{
    static const std::vector<std::string> kNames{vault::kRecordKindNames.begin(),
                                                 vault::kRecordKindNames.end()};
    command.add_option("--kind", kinds, "allergy, condition, medication, immunization, result …")
        ->delimiter(',')
        ->check(CLI::IsMember(kNames));
}

std::vector<RecordKind> kindsNamed(const std::vector<std::string> &names)
{
    std::vector<RecordKind> kinds;
    for (const auto &name : names) {
        if (const auto kind = vault::recordKindOf(name)) {
            kinds.push_back(*kind);
        }
    }
    return kinds;
}

Result<RecordId> recordNamed(const std::string &id)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc{} || end != id.data() + id.size() || number <= 0) {
        return fail(ErrorCode::NotFound, "there is no record \"" + id + "\"");
    }
    return RecordId{number};
}

Result<> checkDates(const std::string &since, const std::string &until)
{
    if (!since.empty()) {
        KEEPWELL_CHECK(firstMoment(since));
    }
    if (!until.empty()) {
        KEEPWELL_CHECK(lastMoment(until));
    }
    return {};
}

} // namespace keepwell::cli
