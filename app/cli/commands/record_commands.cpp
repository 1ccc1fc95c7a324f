// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/commands/selection.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/output_file.hpp"
#include "app/cli/plain_text.hpp"
#include "app/cli/text_output.hpp"

namespace keepwell::cli {

namespace {

struct ListOptions
{
    std::string person;
    std::vector<std::string> kinds;
    RecordFilter filter;
};

struct RecordOptions
{
    std::string id;
    std::string format = "text";
    std::filesystem::path out;
};

struct ForgetOptions
{
    std::string id;
    bool evenIfShared = false;
};

struct MarkOptions
{
    std::vector<std::string> ids;
    bool off = false;
};

struct PersonOptions
{
    std::string person;
    std::string format = "text";
    std::filesystem::path out;
};

Result<std::optional<PersonId>> personNamed(Wallet &wallet, const std::string &name)
{
    if (name.empty()) {
        return std::nullopt;
    }
    KEEPWELL_TRY(const PersonId person, wallet.findPerson(name));
    return person;
}

Result<Answer> listRecords(Session &session, const ListOptions &options)
{
    RecordFilter filter = options.filter;
    KEEPWELL_CHECK(checkDates(filter.since, filter.until));
    filter.kinds = kindsNamed(options.kinds);
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto person, personNamed(*wallet, options.person));
    if (person) {
        filter.person = person->value;
    }
    KEEPWELL_TRY(const auto rows, wallet->records(filter));
    return Answer{.json = json::records(rows), .text = text::records(rows)};
}

/// What `record` shows or writes, in the form that was asked for.
Result<Bytes> contentOf(Wallet &wallet, RecordId id, const std::string &format)
{
    if (format == "fhir") {
        return wallet.recordSource(id);
    }
    if (format == "original") {
        return wallet.recordOriginalFile(id);
    }
    KEEPWELL_TRY(const RecordDetail detail, wallet.record(id));
    return copyOf(bytesOf(onLines(records::renderText(detail.readable))));
}

Result<Answer> show(Session &session, const RecordOptions &options)
{
    KEEPWELL_TRY(const RecordId id, recordNamed(options.id));
    if (!options.out.empty()) {
        KEEPWELL_CHECK(checkNewFile(options.out));
    }
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const Bytes source, wallet->recordSource(id));
    Answer answer{.json = std::string{textOf(source)}, .isVerbatim = options.format != "text"};
    if (session.options().json && options.out.empty()) {
        answer.isVerbatim = options.format == "fhir";
        return answer;
    }
    KEEPWELL_TRY(const Bytes content, contentOf(*wallet, id, options.format));
    if (options.out.empty()) {
        answer.text = textOf(content);
        return answer;
    }
    KEEPWELL_CHECK(writeNewFile(options.out, content));
    answer.text = "Written to " + options.out.string() + "\n";
    answer.isVerbatim = false;
    return answer;
}

Result<Answer> forget(Session &session, const ForgetOptions &options)
{
    KEEPWELL_TRY(const RecordId id, recordNamed(options.id));
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_CHECK(wallet->removeRecord(id, options.evenIfShared));
    return Answer{.text = "The record is not in this wallet any more.\n"};
}

Result<Answer> mark(Session &session, const MarkOptions &options)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    std::vector<RecordId> ids;
    for (const std::string &name : options.ids) { // all of them, or none
        KEEPWELL_TRY(const RecordId id, recordNamed(name));
        KEEPWELL_CHECK(wallet->record(id));
        ids.push_back(id);
    }
    bool isShared = false;
    for (const RecordId id : ids) {
        KEEPWELL_CHECK(wallet->markPrivate(id, !options.off));
        KEEPWELL_TRY(const bool thisOne, wallet->isShared(id));
        isShared = isShared || thisOne;
    }
    if (isShared && !options.off) {
        session.warn("a share that has not ended holds it until the share is updated or stopped");
    }
    return Answer{.text = options.off ? "No mark any more.\n" : "Marked as extra private.\n"};
}

Result<Answer> summarise(Session &session, const PersonOptions &options)
{
    if (options.format != "text") {
        return fail(ErrorCode::Unsupported,
                    "this build writes summaries as text, not yet as " + options.format);
    }
    if (!options.out.empty()) {
        KEEPWELL_CHECK(checkNewFile(options.out));
    }
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto person, personNamed(*wallet, options.person));
    KEEPWELL_TRY(const Summary summary, wallet->summary(person));
    KEEPWELL_TRY(const auto people, wallet->people());
    const auto whose = std::ranges::find_if(
        people, [&](const Person &one) { return person ? one.id == *person : one.owner; });
    const std::string name = whose == people.end() ? wallet->ownerName() : whose->name;
    std::string text = onLines(records::renderText(summary, name));
    if (!options.out.empty()) {
        KEEPWELL_CHECK(writeNewFile(options.out, bytesOf(text)));
        text = "Written to " + options.out.string() + "\n";
    }
    return Answer{.json = json::summary(summary), .text = text};
}

Result<Answer> exportAll(Session &session, const PersonOptions &options)
{
    KEEPWELL_CHECK(checkNewFolder(options.out));
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto person, personNamed(*wallet, options.person));
    KEEPWELL_TRY(
        const ExportReport report,
        wallet->exportRecords(options.out, person, session.stop(), session.progress("Exporting")));
    return Answer{.json = json::exported(report),
                  .text = std::to_string(report.records) + " records in "
                      + std::to_string(report.files) + " files, in " + options.out.string()
                      + "\nEverybody who can read this folder can read them.\n"};
}

void addPersonOption(CLI::App &command, std::string &person)
{
    command.add_option("--person", person, "One person's only: an exact name, or #id of the list");
}

} // namespace

void addRecordCommands(CLI::App &program, Command &chosen)
{
    const auto list = std::make_shared<ListOptions>();
    CLI::App &records
        = addCommand(program, "records", "List records, newest first", chosen, list, listRecords);
    addPersonOption(records, list->person);
    addKindOption(records, list->kinds);
    records.add_option("--since", list->filter.since, "From this day or time on");
    records.add_option("--until", list->filter.until, "Up to this day or time");
    records.add_option("--search", list->filter.search, "Words that start like these");
    records.add_option("--limit", list->filter.limit, "At most so many; 0 = all")
        ->check(CLI::NonNegativeNumber);

    const auto one = std::make_shared<RecordOptions>();
    CLI::App &record = addCommand(program, "record", "Show one record", chosen, one, show);
    record.add_option("id", one->id, "The id in the list")->required();
    record.add_option("--format", one->format, "text, fhir (its exact bytes) or original")
        ->check(CLI::IsMember({"text", "fhir", "original"}));
    record.add_option("--out", one->out, "A new file");

    const auto gone = std::make_shared<ForgetOptions>();
    CLI::App &forgetting
        = addCommand(program, "forget", "Remove one record from this wallet", chosen, gone, forget);
    forgetting.add_option("id", gone->id, "The id in the list")->required();
    forgetting.add_flag("--even-if-shared", gone->evenIfShared,
                        "Though a share that is still open holds it");

    const auto marked = std::make_shared<MarkOptions>();
    CLI::App &marking
        = addCommand(program, "private", "Mark records as extra private", chosen, marked, mark);
    marking.add_option("id", marked->ids, "The ids in the list")->required();
    marking.add_flag("--off", marked->off, "Take the mark off");

    const auto about = std::make_shared<PersonOptions>();
    CLI::App &summary
        = addCommand(program, "summary", "The health summary", chosen, about, summarise);
    addPersonOption(summary, about->person);
    summary.add_option("--format", about->format, "text, ips or pdf")
        ->check(CLI::IsMember({"text", "ips", "pdf"}));
    summary.add_option("--out", about->out, "A new file");

    const auto all = std::make_shared<PersonOptions>();
    CLI::App &exporting
        = addCommand(program, "export", "Write every record as FHIR", chosen, all, exportAll);
    exporting.add_option("--out", all->out, "A new or empty folder")->required();
    addPersonOption(exporting, all->person);
}

} // namespace keepwell::cli
