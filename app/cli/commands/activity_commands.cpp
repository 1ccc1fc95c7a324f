// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/dates.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/output_file.hpp"
#include "app/cli/text_output.hpp"

#include <algorithm>

namespace keepwell::cli {

namespace {

struct NoOptions
{
};

struct ActivityOptions
{
    ActivityFilter filter;
    std::string since;
    std::string format;
    std::filesystem::path out;
};

Result<Answer> sync(Session &session, const NoOptions &)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const SyncReport report, wallet->sync(session.stop()));
    return Answer{.json = json::synced(report), .text = text::synced(report)};
}

ActivityFormat formatNamed(const std::string &name)
{
    if (name == "csv") {
        return ActivityFormat::Csv;
    }
    return name == "json" ? ActivityFormat::Json : ActivityFormat::Balp;
}

/// What the contact `#id` is called, as the timeline names them.
Result<std::string> nameOfContact(Wallet &wallet, const std::string &id)
{
    KEEPWELL_TRY(const std::int64_t contact, wallet.findContact(id));
    KEEPWELL_TRY(const auto contacts, wallet.contacts());
    const auto row = std::ranges::find(contacts, contact, &ContactRow::id);
    return row == contacts.end() ? id : row->name;
}

Result<Answer> activity(Session &session, const ActivityOptions &options)
{
    ActivityFilter filter = options.filter;
    if (!options.since.empty()) {
        KEEPWELL_TRY(filter.since, firstMoment(options.since));
    }
    if (!options.out.empty()) {
        KEEPWELL_CHECK(checkNewFile(options.out));
    }
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto asOf, session.refresh(*wallet));
    if (filter.who.starts_with('#')) {
        KEEPWELL_TRY(filter.who, nameOfContact(*wallet, filter.who));
    }
    KEEPWELL_TRY(const auto rows, wallet->activity(filter));
    if (options.out.empty()) {
        return Answer{.json = json::activity(rows, asOf), .text = text::activity(rows)};
    }
    KEEPWELL_CHECK(wallet->exportActivity(filter, formatNamed(options.format), options.out));
    return Answer{.json = json::activity(rows, asOf),
                  .text = "Written to " + options.out.string() + "\n"};
}

Result<Answer> verify(Session &session, const NoOptions &)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const VerifyReport report,
                 wallet->verify(session.stop(), session.progress("Checking")));
    const auto failure = report.problems.empty()
        ? std::nullopt
        : std::optional{Error{ErrorCode::Tampered, report.problems.front()}};
    return Answer{.json = json::verified(report, failure),
                  .text = text::verified(report),
                  .failure = failure};
}

} // namespace

void addActivityCommands(CLI::App &program, Command &chosen)
{
    addCommand(program, "sync", "Send what waits, take in what is new", chosen,
               std::make_shared<NoOptions>(), sync);

    const auto options = std::make_shared<ActivityOptions>();
    CLI::App &timeline
        = addCommand(program, "activity", "Who did what, newest first", chosen, options, activity);
    timeline.add_option("--since", options->since, "From this day or time on");
    timeline.add_option("--who", options->filter.who,
                        "One contact only: the name, or #id of the list");
    timeline.add_option("--kind", options->filter.kinds, "opened, refused, shared, revoked …")
        ->delimiter(',');
    CLI::Option &format = *timeline.add_option("--export", options->format, "balp, csv or json");
    format.check(CLI::IsMember({"balp", "csv", "json"}));
    CLI::Option &out = *timeline.add_option("--out", options->out, "A new file");
    format.needs(&out);
    out.needs(&format);

    addCommand(program, "verify", "Check every record, entry and block", chosen,
               std::make_shared<NoOptions>(), verify);
}

} // namespace keepwell::cli
