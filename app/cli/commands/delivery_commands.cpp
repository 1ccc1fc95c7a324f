// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/text_output.hpp"

namespace keepwell::cli {

namespace {

struct DeliverOptions
{
    std::string to;
    std::vector<std::filesystem::path> paths;
    std::string note;
};

struct DeliveryOptions
{
    std::string delivery;
    std::string person;
};

Result<Answer> deliver(Session &session, const DeliverOptions &options)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const std::int64_t contact, wallet->findContact(options.to));
    KEEPWELL_TRY(const auto delivery,
                 wallet->deliver(contact, options.paths, options.note, session.stop(),
                                 session.progress("Locking the records")));
    KEEPWELL_TRY(const SendState state, sendStateOf(*wallet));
    return Answer{.json = json::delivered(delivery, state),
                  .text
                  = std::string{state == SendState::Queued ? "Waiting to be sent" : "Delivered"}
                      + ": " + delivery.toHex() + "\n"};
}

Result<Answer> list(Session &session, const DeliveryOptions &)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto asOf, session.refresh(*wallet));
    KEEPWELL_TRY(const auto rows, wallet->deliveries());
    return Answer{.json = json::deliveries(rows, wallet->ownerName(), asOf),
                  .text = text::deliveries(rows)};
}

Result<Answer> accept(Session &session, const DeliveryOptions &options)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_CHECK(session.refresh(*wallet)); // it may have come just now
    KEEPWELL_TRY(const auto delivery, wallet->findDelivery(options.delivery));
    std::optional<PersonId> person;
    if (!options.person.empty()) {
        KEEPWELL_TRY(person, wallet->findPerson(options.person));
    }
    KEEPWELL_TRY(const ImportReport report,
                 wallet->acceptDelivery(delivery, person, session.stop()));
    KEEPWELL_TRY(const SendState state, sendStateOf(*wallet));
    const auto outcome = records::outcomeOf(report);
    const auto failure = outcome ? std::nullopt : std::optional{outcome.error()};
    return Answer{.json = json::imported(report, state, failure),
                  .text = text::imported(report, false),
                  .failure = failure};
}

Result<Answer> refuse(Session &session, const DeliveryOptions &options)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_CHECK(session.refresh(*wallet)); // it may have come just now
    KEEPWELL_TRY(const auto delivery, wallet->findDelivery(options.delivery));
    KEEPWELL_CHECK(wallet->refuseDelivery(delivery));
    return Answer{.text = "Refused. Nothing of it is kept.\n"};
}

} // namespace

void addDeliveryCommands(CLI::App &program, Command &chosen)
{
    const auto what = std::make_shared<DeliverOptions>();
    CLI::App &delivering
        = addCommand(program, "deliver", "Send records to a patient", chosen, what, deliver);
    delivering.add_option("--to", what->to, "A contact: the exact name, or #id of the list")
        ->required();
    delivering.add_option("path", what->paths, "Files or folders")->required();
    delivering.add_option("--note", what->note, "A note beside them");

    CLI::App &delivery = addFamily(program, "delivery", "Records on their way");
    const auto options = std::make_shared<DeliveryOptions>();
    addCommand(delivery, "list", "What came and went", chosen, options, list);
    CLI::App &accepting = addCommand(delivery, "accept", "File it", chosen, options, accept);
    accepting.add_option("delivery", options->delivery, "Its id, or 8 or more digits of it")
        ->required();
    accepting.add_option("--person", options->person, "Whose records they are");
    addCommand(delivery, "refuse", "Keep nothing of it", chosen, options, refuse)
        .add_option("delivery", options->delivery, "Its id, or 8 or more digits of it")
        ->required();
}

} // namespace keepwell::cli
