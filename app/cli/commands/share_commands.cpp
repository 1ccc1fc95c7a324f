// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/commands/selection.hpp"
#include "app/cli/dates.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/state_names.hpp"
#include "app/cli/text_output.hpp"

#include <algorithm>
#include <set>

namespace keepwell::cli {

namespace {

struct NewShareOptions
{
    std::string to;
    bool all = false;
    std::vector<std::string> kinds;
    std::vector<std::string> records;
    std::string since;
    std::string person;
    bool withoutPrivate = false;
    std::string purpose;
    int days = 0;
    std::string until;
    ShareTerms terms;
};

struct GrantOptions
{
    std::vector<std::string> grants;
};

/// The four ways to choose exclude one another; only kinds and a date may be joined.
Result<> checkSelection(const NewShareOptions &options)
{
    const bool byFilter = !options.kinds.empty() || !options.since.empty();
    const int ways = (options.all ? 1 : 0) + (options.records.empty() ? 0 : 1) + (byFilter ? 1 : 0);
    if (ways != 1) {
        return fail(ErrorCode::Usage,
                    "say what to share: --all, or --record ID…, or --kind K… "
                    "and/or --since D");
    }
    if (options.terms.live && !options.records.empty()) {
        return fail(ErrorCode::Usage, "--live cannot go with --record: single records do not grow");
    }
    return checkDates(options.since, "");
}

Result<Selection> selectionOf(Wallet &wallet, const NewShareOptions &options)
{
    Selection selection;
    selection.kinds = kindsNamed(options.kinds);
    selection.since = options.since;
    selection.withPrivate = !options.withoutPrivate; // who types --all means all
    for (const auto &id : options.records) {
        KEEPWELL_TRY(const RecordId record, recordNamed(id));
        selection.records.push_back(record);
    }
    if (!options.person.empty()) {
        KEEPWELL_TRY(selection.person, wallet.findPerson(options.person));
    }
    return selection;
}

Result<ShareTerms> termsOf(const NewShareOptions &options, Instant now)
{
    ShareTerms terms = options.terms;
    const auto *purpose = std::ranges::find(kPurposes, options.purpose);
    terms.purpose = static_cast<int>(purpose - std::ranges::begin(kPurposes));
    if (options.until.empty()) {
        terms.until = now + std::chrono::days{options.days};
    } else {
        KEEPWELL_TRY(terms.until, lastMoment(options.until));
    }
    return terms;
}

/// How many of those that are chosen by kind or date are extra private.
Result<std::int64_t> privateIn(Wallet &wallet, const Selection &selection)
{
    if (!selection.records.empty() || !selection.withPrivate) {
        return 0;
    }
    RecordFilter filter{.kinds = selection.kinds, .since = selection.since, .isPrivate = true};
    KEEPWELL_TRY(const PersonId owner, wallet.findPerson("me"));
    filter.person = selection.person.value_or(owner).value;
    KEEPWELL_TRY(const RecordCounts counts, wallet.recordCounts(filter));
    return counts.total;
}

Result<Answer> create(Session &session, const NewShareOptions &options)
{
    KEEPWELL_CHECK(checkSelection(options));
    KEEPWELL_TRY(const ShareTerms terms, termsOf(options, session.clock().now()));
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const std::int64_t contact, wallet->findContact(options.to));
    KEEPWELL_TRY(const Selection selection, selectionOf(*wallet, options));
    KEEPWELL_TRY(const ShareResult result,
                 wallet->share(contact, selection, terms, session.stop(),
                               session.progress("Locking the records")));
    KEEPWELL_TRY(const std::int64_t extraPrivate, privateIn(*wallet, selection));
    if (extraPrivate > 0) {
        session.warn(std::to_string(extraPrivate)
                     + " of the records are marked as extra private, and are shared as well; "
                       "--without-private leaves such records out");
    }
    return Answer{.json = json::shared(result), .text = text::shared(result)};
}

Result<Answer> list(Session &session, const GrantOptions &)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto asOf, session.refresh(*wallet));
    KEEPWELL_TRY(const auto rows, wallet->shares());
    return Answer{.json = json::shares(rows, asOf), .text = text::shares(rows)};
}

Result<std::vector<ShareRow>> sharesOf(Wallet &wallet, const std::vector<contract::GrantId> &grants)
{
    KEEPWELL_TRY(auto rows, wallet.shares());
    std::erase_if(rows, [&](const ShareRow &row) {
        return std::ranges::find(grants, row.grant) == grants.end();
    });
    return rows;
}

Result<std::vector<contract::GrantId>> grantsNamed(Wallet &wallet,
                                                   const std::vector<std::string> &names)
{
    std::vector<contract::GrantId> grants;
    for (const auto &name : names) {
        KEEPWELL_TRY(const contract::GrantId grant, wallet.findGrant(name));
        if (std::ranges::find(grants, grant) == grants.end()) {
            grants.push_back(grant);
        }
    }
    return grants;
}

Result<Answer> show(Session &session, const GrantOptions &options)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto asOf, session.refresh(*wallet));
    KEEPWELL_TRY(const auto grants, grantsNamed(*wallet, options.grants));
    KEEPWELL_TRY(const auto rows, sharesOf(*wallet, grants));
    if (rows.empty()) {
        return fail(ErrorCode::NotFound, "no share of yours is " + grants.front().toHex());
    }
    KEEPWELL_TRY(const auto included, wallet->sharedRecords(grants.front()));
    return Answer{.json = json::shares(rows, asOf, &included),
                  .text = text::shares(rows) + "\n" + text::records(included)};
}

Result<Answer> update(Session &session, const GrantOptions &options)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto grants, grantsNamed(*wallet, options.grants));
    KEEPWELL_CHECK(wallet->updateShare(grants.front(), session.stop(),
                                       session.progress("Locking the records")));
    KEEPWELL_TRY(const auto rows, sharesOf(*wallet, grants));
    return Answer{.json = json::shares(rows, {}), .text = text::shares(rows)};
}

Result<Answer> revoke(Session &session, const GrantOptions &options)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto grants, grantsNamed(*wallet, options.grants));
    KEEPWELL_TRY(const SendState state, wallet->revoke(grants));
    KEEPWELL_TRY(const auto rows, sharesOf(*wallet, grants));
    const bool isOnIpfs = wallet->network().blocksKind == BlocksKind::Ipfs;
    return Answer{.json = json::shares(rows, {}),
                  .text = text::shares(rows)
                      + (state == SendState::Queued
                             ? "Waiting to be sent: until then it can still be opened.\n"
                             : "They can open nothing new. They may keep copies of what they "
                               "already opened.\n")
                      + (isOnIpfs ? "Your IPFS node gives the encrypted blocks up. Nodes that "
                                    "fetched them may keep copies; no key is given out for them.\n"
                                  : "")};
}

void addNewShare(CLI::App &share, Command &chosen)
{
    const auto options = std::make_shared<NewShareOptions>();
    CLI::App &command
        = addCommand(share, "new", "Let somebody open records", chosen, options, create);
    command.add_option("--to", options->to, "A contact: the exact name, or #id of the list")
        ->required();
    command.add_flag("--all", options->all, "Every record");
    addKindOption(command, options->kinds);
    command.add_option("--record", options->records, "These records, by id")->delimiter(',');
    command.add_option("--since", options->since, "Records from this day or time on");
    command.add_option("--person", options->person, "Whose records; else yours");
    command.add_flag("--without-private", options->withoutPrivate,
                     "Leave out records that are marked as extra private");
    command.add_option("--purpose", options->purpose, "TREAT, ETREAT, HRESCH, PATRQT …")
        ->required()
        ->check(CLI::IsMember(std::set<std::string>{std::begin(kPurposes), std::end(kPurposes)}));
    command.add_option("--reason", options->terms.reason, "Why, for them to read")->required();
    constexpr int kMostDays = 400;
    CLI::Option_group &ending = *command.add_option_group("How long");
    ending.add_option("--days", options->days, "For so many days, at most 400")
        ->check(CLI::Range(1, kMostDays));
    ending.add_option("--until", options->until, "To the end of this day, or to this time");
    ending.require_option(1);
    command.add_option("--max-opens", options->terms.maxOpens, "How often; 0 = any number");
    command.add_flag("--live", options->terms.live, "New records of this kind join by themselves");
    command.add_flag("--allow-unchecked", options->terms.allowUnchecked,
                     "Share although the check words were not compared");
}

} // namespace

void addShareCommands(CLI::App &program, Command &chosen)
{
    CLI::App &share = addFamily(program, "share", "Who may open your records");
    addNewShare(share, chosen);
    const auto options = std::make_shared<GrantOptions>();
    addCommand(share, "list", "Your shares", chosen, options, list);
    const auto oneGrant = [&](const std::string &name, const std::string &description, auto run) {
        addCommand(share, name, description, chosen, options, run)
            .add_option("grant", options->grants, "The grant's id, or 8 or more digits of it")
            ->required()
            ->expected(1);
    };
    oneGrant("show", "One share and its records", show);
    oneGrant("update", "Put in what the selection holds now", update);
    addCommand(share, "revoke", "Stop sharing", chosen, options, revoke)
        .add_option("grant", options->grants, "The grants' ids, or 8 or more digits of each")
        ->required();
}

} // namespace keepwell::cli
