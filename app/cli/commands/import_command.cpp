// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/text_output.hpp"

namespace keepwell::cli {

namespace {

struct ImportCommandOptions
{
    std::vector<std::filesystem::path> paths;
    std::string person;
    bool dryRun = false;
};

Result<records::PersonChoice> personChoice(Wallet &wallet, const std::string &person)
{
    if (person.empty()) {
        return records::ByTheFile{};
    }
    if (person == "new") {
        return records::NewPeople{};
    }
    KEEPWELL_TRY(const PersonId known, wallet.findPerson(person));
    return known;
}

std::optional<Error> failureOf(const ImportReport &report)
{
    if (report.stopped) {
        return Error{ErrorCode::Cancelled, "stopped; the files in the report are done"};
    }
    const auto outcome = records::outcomeOf(report);
    return outcome ? std::nullopt : std::optional{outcome.error()};
}

Result<Answer> import(Session &session, const ImportCommandOptions &options)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    ImportOptions how;
    KEEPWELL_TRY(how.person, personChoice(*wallet, options.person));
    how.dryRun = options.dryRun;
    how.stop = session.stop();
    how.progress = session.progress("Importing");
    KEEPWELL_TRY(const ImportReport report, wallet->import(options.paths, how));
    KEEPWELL_TRY(const SendState state, sendStateOf(*wallet));
    const auto failure = failureOf(report);
    return Answer{.json = json::imported(report, state, failure),
                  .text = text::imported(report, options.dryRun),
                  .failure = failure};
}

} // namespace

void addImportCommand(CLI::App &program, Command &chosen)
{
    const auto options = std::make_shared<ImportCommandOptions>();
    CLI::App &command = addCommand(program, "import", "Add records from files and folders", chosen,
                                   options, import);
    command.add_option("path", options->paths, "Files or folders")->required();
    command.add_option("--person", options->person,
                       "Whose records they are: me, new (one person per Patient), or a name");
    command.add_flag("--dry-run", options->dryRun, "Only say what would happen");
}

} // namespace keepwell::cli
