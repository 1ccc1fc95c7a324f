// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text_output.hpp"

#include "app/cli/dates.hpp"
#include "app/cli/exit_status.hpp"
#include "app/cli/plain_text.hpp"
#include "app/cli/state_names.hpp"
#include "app/cli/table.hpp"

#include <algorithm>

namespace keepwell::cli::text {

namespace {

/// "1 record", "3 records".
std::string counted(std::int64_t count, const std::string &noun)
{
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

template <class Count>
std::string counted(Count count, const std::string &noun)
{
    return counted(static_cast<std::int64_t>(count), noun);
}

/// Enough of an id to type it; the commands take any unique prefix.
template <class Id>
std::string shortId(const Id &id)
{
    return id.toHex().substr(0, 12);
}

std::string problemLines(const std::vector<std::string> &problems)
{
    std::string lines;
    for (const auto &problem : problems) {
        lines += "PROBLEM: " + onOneLine(problem) + "\n";
    }
    return lines;
}

/// People who are no contact have no name here.
std::string nameOrStranger(const std::string &name)
{
    return name.empty() ? "somebody unknown" : name;
}

std::string opensOf(const ShareRow &row)
{
    return std::to_string(row.opens)
        + (row.maxOpens == 0 ? "" : " of " + std::to_string(row.maxOpens));
}

/// What is wrong in one file for one reason is one line.
std::string rejections(const ImportReport &report)
{
    const auto &rejected = report.rejected;
    std::string text;
    for (std::size_t i = 0; i < rejected.size();) {
        const auto &first = rejected[i];
        std::size_t alike = 1;
        while (i + alike < rejected.size() && rejected[i + alike].path == first.path
               && rejected[i + alike].detail == first.detail) {
            ++alike;
        }
        const std::string more = alike > 1 ? " and " + std::to_string(alike - 1) + " more" : "";
        text += onOneLine(first.path + (first.place.empty() ? "" : " " + first.place) + more + ": "
                          + first.detail)
            + "\n";
        i += alike;
    }
    if (std::ranges::any_of(rejected,
                            [](const auto &one) { return one.code == ErrorCode::Denied; })) {
        text += "Whose they are: --person me, --person new, or --person NAME.\n";
    }
    return text;
}

} // namespace

std::string newWallet(const NewWallet &wallet, std::string_view phrase,
                      const std::filesystem::path &phraseFile)
{
    std::string text
        = "The wallet of " + onOneLine(wallet.name) + " is ready.\n" + keysTaken(wallet.network);
    if (phrase.empty()) {
        return text + "The 12 words of the recovery phrase are in " + phraseFile.string()
            + ". Write them on paper, then delete the file.\n";
    }
    return text
        + "Write down these 12 words, on paper, in this order. They are shown only now:\n\n    "
        + std::string{phrase}
    + "\n\nNobody can find them for you, and whoever has them can read your records.\n";
}

std::string restored(const RestoreReport &report)
{
    return "Restored: " + counted(report.contacts, "contact") + ", "
        + counted(report.shares, "share") + ", " + counted(report.records, "record")
        + ". Records come from a backup or from importing them again.\n";
}

std::string status(const WalletStatus &status)
{
    Table table{{"Wallet of", status.name}};
    table.add({"Role", std::string{identity::nameOf(status.role)}});
    table.add({"Records", std::to_string(status.records)});
    table.add({"Contacts", std::to_string(status.contacts)});
    table.add({"Waiting to be sent", std::to_string(status.outbox)});
    table.add({"Activity log",
               status.ledgerState + " (" + status.ledgerKind + ")"
                   + (status.ledgerDetail.empty() ? "" : ": " + status.ledgerDetail)});
    table.add({"Blocks",
               status.blocksState + " (" + status.blocksKind + ")"
                   + (status.blocksDetail.empty() ? "" : ": " + status.blocksDetail)});
    return table.text("");
}

std::string keysTaken(const NetworkConfig &config)
{
    std::string text;
    for (const std::filesystem::path &file :
         {config.fabric.privateKey, config.fabric.tlsPrivateKey, config.ipfs.authorization}) {
        if (!file.empty()) {
            text += "What is in " + file.string() + " is in the wallet now. Delete the file.\n";
        }
    }
    return text;
}

std::string movePlan(const MovePlan &plan)
{
    std::string text = "This moves the wallet to the network " + onOneLine(plan.to)
        + ". Stays: " + counted(plan.records, "record") + ", confirmed anew there; "
        + counted(plan.activity, "line") + " of activity, marked as of the old network. Ends: "
        + counted(plan.shares, "share") + " of yours, stopped here first; "
        + counted(plan.received, "share") + " with you, which cannot be opened any more; "
        + counted(plan.contacts, "contact") + ", to be met again with a new invite.";
    if (plan.waiting > 0) {
        text += " Sent first: " + counted(plan.waiting, "waiting act") + ".";
    }
    return text;
}

std::string joined(const MovePlan &plan)
{
    return "The wallet belongs to the network " + onOneLine(plan.to)
        + " now. The code was used: delete its file.\n";
}

std::string demo(const demo::DemoWallets &wallets)
{
    return "Everything in these two wallets is made up.\nPatient:    " + wallets.patient.string()
        + "\nClinician:  " + wallets.clinician.string()
        + "\nPassphrase: " + wallets.passphraseFile.string() + "\n";
}

std::string people(const std::vector<Person> &rows)
{
    Table table{{"No", "Name", "Born", "Records"}};
    for (const auto &row : rows) {
        table.add({"#" + std::to_string(row.id.value), row.name + (row.owner ? " (you)" : ""),
                   row.born.value_or("not known"), std::to_string(row.records)});
    }
    return table.text("This wallet keeps nobody's records yet.");
}

std::string contacts(const std::vector<ContactRow> &rows)
{
    Table table{{"No", "Name", "Role", "Checked", "Check words"}};
    for (const auto &row : rows) {
        std::string checked = row.checked ? "checked" : "not checked";
        if (row.blocked) {
            checked = "blocked";
        } else if (row.keyChanged) {
            checked = "changed, check again";
        }
        table.add({"#" + std::to_string(row.id), row.name, std::string{identity::nameOf(row.role)},
                   checked, row.words});
    }
    return table.text("No contacts yet.");
}

std::string contact(const ContactRow &row)
{
    const std::string name = onOneLine(row.name);
    return name + " is now a contact. Before you share, compare these six words with the ones on "
        + name + "'s screen:\n\n    " + onOneLine(row.words)
        + "\n\nIf they are the same, in the same order: keepwell-cli contact confirm \"" + name
        + "\"\n";
}

std::string invite(const std::filesystem::path &file, std::string_view link)
{
    return "The invite is in " + file.string() + ". Give it to one person. As a link:\n"
        + onOneLine(link) + "\n";
}

std::string imported(const ImportReport &report, bool dryRun)
{
    Table table{{"File", "Format", dryRun ? "Would add" : "Added", "Duplicates", "Rejected"}};
    for (const auto &file : report.files) {
        table.add({file.path, file.format, std::to_string(file.added),
                   std::to_string(file.duplicates), std::to_string(file.rejected)});
    }
    std::string text = report.files.size() == 1 && report.rejected.empty() ? "" : table.text("");
    text += rejections(report);
    return text + counted(report.added, "record") + (dryRun ? " would be added, " : " added, ")
        + counted(report.duplicates, "duplicate") + ", " + std::to_string(report.rejected.size())
        + " rejected." + (report.stopped ? " Stopped before the end." : "") + "\n";
}

std::string records(const std::vector<RecordRow> &rows)
{
    const bool marks = std::ranges::any_of(rows, &RecordRow::isPrivate);
    Table table{{"Id", "Date", "Kind", "Title", "Source", "Person", "Verified"}};
    for (const auto &row : rows) {
        table.add({std::to_string(static_cast<std::int64_t>(row.id)), row.date.substr(0, 10),
                   std::string{vault::nameOf(row.kind)}, (row.isPrivate ? "* " : "") + row.title,
                   row.source, row.personName, row.verified ? "yes" : "no"});
    }
    return table.text("No records.") + (marks ? "* marked as extra private\n" : "");
}

std::string shared(const ShareResult &result)
{
    return "Shared " + counted(result.records, "record") + " until " + localTime(result.until)
        + (result.state == SendState::Queued ? ". Waiting to be sent: nobody can open it yet.\n"
                                             : ".\n")
        + "Grant " + result.grant.toHex() + ", by " + result.assurance + ".\n";
}

std::string shares(const std::vector<ShareRow> &rows)
{
    Table table{{"Grant", "With", "State", "Records", "Until", "Opened", "Reason"}};
    for (const auto &row : rows) {
        table.add({shortId(row.grant), row.to,
                   std::string{nameOf(row.state)} + (row.waiting ? " (waiting to be sent)" : ""),
                   std::to_string(row.records), localTime(row.until), opensOf(row), row.reason});
    }
    return table.text("You share with nobody.");
}

std::string inbox(const std::vector<InboxRow> &rows)
{
    Table table{{"Grant", "From", "State", "Records", "Until", "Reason"}};
    for (const auto &row : rows) {
        table.add({shortId(row.grant),
                   nameOrStranger(row.from) + (row.checked ? "" : " (not checked)"),
                   std::string{nameOf(row.state)}, std::to_string(row.records),
                   localTime(row.until), row.reason});
    }
    return table.text("Nobody shares with you yet.");
}

std::string opened(const OpenedShare &share, const std::filesystem::path &out)
{
    std::string text = "Opened, and written in the activity of "
        + onOneLine(nameOrStranger(share.author())) + ": " + counted(share.records(), "record")
        + ", " + std::to_string(share.anchored())
        + " of them anchored on the shared activity log.\n";
    if (!out.empty()) {
        return text + "Written to " + out.string() + "\n";
    }
    return text + records(share.rows()) + "Nothing was kept. --out DIR writes them to a folder.\n";
}

std::string deliveries(const std::vector<DeliveryRow> &rows)
{
    Table table{{"Delivery", "", "Name", "State", "Records", "Time", "Note"}};
    for (const auto &row : rows) {
        table.add(
            {shortId(row.delivery), row.incoming ? "from" : "to", row.from,
             std::string{nameOf(row.state)} + (row.waitingFor.empty() ? "" : ": " + row.waitingFor),
             std::to_string(row.records), localTime(row.time), row.note});
    }
    return table.text("No deliveries.");
}

std::string synced(const SyncReport &report)
{
    return std::to_string(report.sent) + " sent, " + std::to_string(report.received) + " received, "
        + std::to_string(report.filed) + " filed"
        + (report.state == "queued" ? "; some acts still wait to be sent" : "") + ".\n";
}

std::string activity(const std::vector<ActivityRow> &rows)
{
    Table table{{"Time", "What", "Who", "", "Reason", "Proof"}};
    for (const auto &row : rows) {
        table.add({localTime(row.time), row.kind, row.tx ? nameOrStranger(row.who) : row.who,
                   row.what, row.reason, std::string{nameOf(row.proof)}});
    }
    return table.text("Nothing has happened yet.");
}

std::string verified(const VerifyReport &report)
{
    return counted(report.records, "record") + ", " + std::to_string(report.anchored)
        + " anchored; " + std::to_string(report.entries) + " log entries" + ", "
        + std::to_string(report.proven) + " proven.\n"
        + (report.problems.empty() ? "No problems.\n" : problemLines(report.problems));
}

std::string proofChecked(const audit::ProofReport &report)
{
    std::string text = counted(report.records, "record") + " by the key " + report.author + ", "
        + std::to_string(report.proven) + " proven by the log's entries.\n"
        + problemLines(report.problems);
    for (const auto &sentence : report.toCompare) {
        text += onOneLine(sentence) + "\n";
    }
    return text;
}

std::string ledgerChecked(const ledger::LedgerReport &report)
{
    std::string text = std::to_string(report.entries) + " entries, root " + toHex(report.root)
        + "\nNetwork " + report.network.toHex() + "\n";
    for (const auto &problem : report.problems) {
        text += "PROBLEM: "
            + onOneLine((problem.index ? "entry " + std::to_string(*problem.index) + ": " : "")
                        + problem.what)
            + "\n";
    }
    return text
        + (report.problems.empty()
               ? "Every entry holds. Whether entries were cut off the end, only a wallet that "
                 "saw more can tell.\n"
               : "");
}

} // namespace keepwell::cli::text
