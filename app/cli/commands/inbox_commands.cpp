// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/output_file.hpp"
#include "app/cli/text_output.hpp"

namespace keepwell::cli {

namespace {

struct InboxOptions
{
    std::string grant;
    std::string reason;
    std::filesystem::path out;
};

Result<Answer> list(Session &session, const InboxOptions &)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto asOf, session.refresh(*wallet));
    KEEPWELL_TRY(const auto rows, wallet->inbox());
    return Answer{.json = json::inbox(rows, asOf), .text = text::inbox(rows)};
}

Result<Answer> open(Session &session, const InboxOptions &options)
{
    // Before the opening: it is logged and counted, and should not be spent on a wrong folder.
    if (!options.out.empty()) {
        KEEPWELL_CHECK(checkNewFile(options.out));
    }
    KEEPWELL_TRY(const auto wallet, session.unlock());
    constexpr std::size_t kWholeId = 64;
    if (options.grant.size() < kWholeId) { // what it begins may have come just now
        KEEPWELL_CHECK(session.refresh(*wallet));
    }
    KEEPWELL_TRY(const auto grant, wallet->findGrant(options.grant));
    KEEPWELL_TRY(const auto share,
                 wallet->open(grant, options.reason, session.stop(), session.progress("Opening")));
    if (!options.out.empty()) {
        const auto written
            = share->writeTo(options.out, session.stop(), session.progress("Writing"));
        if (!written) {
            return fail(written.error().code,
                        written.error().detail
                            + "; nothing was written, but the opening is in "
                              "the patient's activity");
        }
    }
    return Answer{.json = json::opened(*share, options.out),
                  .text = text::opened(*share, options.out)};
}

} // namespace

void addInboxCommands(CLI::App &program, Command &chosen)
{
    const auto options = std::make_shared<InboxOptions>();
    CLI::App &inbox
        = addCommand(program, "inbox", "What is shared with you", chosen, options, list);
    CLI::App &opening
        = addCommand(inbox, "open", "Open a share; it is logged first", chosen, options, open);
    opening.add_option("grant", options->grant, "The grant's id, or 8 or more digits of it")
        ->required();
    opening.add_option("--reason", options->reason, "Why you open it, for the patient to read")
        ->required();
    opening.add_option("--out", options->out, "A new folder for records and proof");
}

} // namespace keepwell::cli
