// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/input_file.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/output_file.hpp"
#include "app/cli/text_output.hpp"

namespace keepwell::cli {

namespace {

struct ContactOptions
{
    std::string name;
    std::string newName;
    std::filesystem::path file;
};

constexpr std::size_t kMostInviteBytes = 64 * 1024;

Result<Answer> invite(Session &session, const ContactOptions &options)
{
    KEEPWELL_CHECK(checkNewFile(options.file));
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const Bytes bytes, wallet->createInvite());
    KEEPWELL_CHECK(writeNewFile(options.file, bytes));
    KEEPWELL_TRY(const std::string link, Wallet::inviteLink(bytes));
    return Answer{.json = json::invite(options.file, link),
                  .text = text::invite(options.file, link)};
}

/// The invite itself where a link was given, else what is in the file.
Result<Bytes> inviteNamed(const std::filesystem::path &file)
{
    const std::string &name = file.native();
    return name.starts_with("keepwell:") ? copyOf(bytesOf(name))
                                         : readWholeFile(file, kMostInviteBytes);
}

Result<Answer> accept(Session &session, const ContactOptions &options)
{
    KEEPWELL_TRY(const Bytes bytes, inviteNamed(options.file));
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const ContactRow contact, wallet->acceptInvite(bytes));
    KEEPWELL_TRY(const SendState state, sendStateOf(*wallet));
    return Answer{.json = json::contact(contact, state), .text = text::contact(contact)};
}

Result<Answer> list(Session &session, const ContactOptions &)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto asOf, session.refresh(*wallet));
    KEEPWELL_TRY(const auto contacts, wallet->contacts());
    return Answer{.json = json::contacts(contacts, asOf), .text = text::contacts(contacts)};
}

/// A command that does one thing to the contact called NAME.
template <class Act>
auto onContact(Act act)
{
    return [act](Session &session, const ContactOptions &options) -> Result<Answer> {
        KEEPWELL_TRY(const auto wallet, session.unlock());
        KEEPWELL_TRY(const std::int64_t contact, wallet->findContact(options.name));
        KEEPWELL_CHECK(act(*wallet, contact, options));
        return Answer{.text = "Done.\n"};
    };
}

Result<> confirm(Wallet &wallet, std::int64_t contact, const ContactOptions &)
{
    return wallet.confirmContact(contact);
}

Result<> rename(Wallet &wallet, std::int64_t contact, const ContactOptions &options)
{
    return wallet.renameContact(contact, options.newName);
}

Result<> block(Wallet &wallet, std::int64_t contact, const ContactOptions &)
{
    return wallet.blockContact(contact, true);
}

Result<> unblock(Wallet &wallet, std::int64_t contact, const ContactOptions &)
{
    return wallet.blockContact(contact, false);
}

Result<> remove(Wallet &wallet, std::int64_t contact, const ContactOptions &)
{
    return wallet.removeContact(contact);
}

} // namespace

void addContactCommands(CLI::App &program, Command &chosen)
{
    CLI::App &contact = addFamily(program, "contact", "People and places to share with");
    const auto options = std::make_shared<ContactOptions>();
    addCommand(contact, "invite", "Write an invite for one person", chosen, options, invite)
        .add_option("--out", options->file, "A new file")
        ->required();
    addCommand(contact, "accept", "Take an invite", chosen, options, accept)
        .add_option("file", options->file, "The invite's file, or its keepwell: link")
        ->required();
    addCommand(contact, "list", "Who they are", chosen, options, list);

    const auto named = [&](const std::string &name, const std::string &description, auto run) {
        CLI::App &command = addCommand(contact, name, description, chosen, options, run);
        command.add_option("name", options->name, "Their exact name, or #id of the list")
            ->required();
        return &command;
    };
    named("confirm", "The check words were compared and are the same", onContact(confirm));
    named("rename", "Call them something else", onContact(rename))
        ->add_option("new-name", options->newName, "What to call them")
        ->required();
    named("block", "Take nothing from them any more", onContact(block));
    named("unblock", "Take from them again", onContact(unblock));
    named("remove", "Forget them", onContact(remove));
}

} // namespace keepwell::cli
