// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/text_output.hpp"

#include <algorithm>

namespace keepwell::cli {

namespace {

struct PersonOptions
{
    std::string name;
    std::string born;
};

Result<Answer> list(Session &session, const PersonOptions &)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto people, wallet->people());
    return Answer{.json = json::people(people), .text = text::people(people)};
}

Result<Answer> add(Session &session, const PersonOptions &options)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const PersonId added, wallet->addPerson(options.name, options.born));
    KEEPWELL_TRY(auto people, wallet->people());
    std::erase_if(people, [added](const Person &person) { return person.id != added; });
    return Answer{.json = json::people(people), .text = text::people(people)};
}

} // namespace

void addPersonCommands(CLI::App &program, Command &chosen)
{
    CLI::App &person = addFamily(program, "person", "The people whose records this wallet keeps");
    const auto options = std::make_shared<PersonOptions>();
    addCommand(person, "list", "Who they are", chosen, options, list);
    CLI::App &adding
        = addCommand(person, "add", "Keep somebody's records too", chosen, options, add);
    adding.add_option("name", options->name, "Their name")->required();
    adding.add_option("--born", options->born, "Their birth date");
}

} // namespace keepwell::cli
