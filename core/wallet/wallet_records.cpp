// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/records/whose.hpp"
#include "core/sharing/anchoring.hpp"
#include "core/vault/grant_table.hpp"
#include "core/vault/record_table.hpp"
#include "core/vault/replica.hpp"
#include "core/wallet/parts.hpp"

/// People, records, their import and their way out.
namespace keepwell {

namespace {

std::string countText(std::uint64_t count, const char *one, const char *many)
{
    return std::to_string(count) + (count == 1 ? one : many);
}

} // namespace

Result<std::vector<Person>> Wallet::people()
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::PersonTable{m_parts->database()}.list();
}

Result<PersonId> Wallet::addPerson(std::string_view name, std::string_view born)
{
    const std::scoped_lock lock{m_parts->mutex};
    return records::addPerson(m_parts->database(), name,
                              born.empty() ? std::nullopt : std::optional<std::string>{born});
}

Result<ImportReport> Wallet::import(const std::vector<std::filesystem::path> &paths,
                                    const ImportOptions &options)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    if (!options.dryRun) {
        KEEPWELL_CHECK(parts.readyToWrite());
    }
    KEEPWELL_TRY(ImportReport report,
                 records::importFiles(parts.database(), parts.clock, paths, options));
    if (options.dryRun || report.added == 0) {
        return report;
    }
    KEEPWELL_CHECK(parts.noteLocal("imported",
                                   countText(report.added, " record", " records") + " from "
                                       + countText(report.files.size(), " file", " files")));
    KEEPWELL_CHECK(sharing::queueAnchor(parts.database(), parts.keys, parts.clock.now()));
    KEEPWELL_CHECK(parts.flush());
    return report;
}

Result<std::vector<RecordRow>> Wallet::records(const RecordFilter &filter)
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::RecordTable{m_parts->database()}.list(filter);
}

Result<RecordCounts> Wallet::recordCounts(const RecordFilter &filter)
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::RecordTable{m_parts->database()}.counts(filter);
}

Result<RecordDetail> Wallet::record(RecordId id)
{
    const std::scoped_lock lock{m_parts->mutex};
    vault::RecordTable table{m_parts->database()};
    KEEPWELL_TRY(const vault::StoredRecord stored, table.find(id));
    KEEPWELL_TRY(Readable readable, records::readRecord(m_parts->database(), id));
    KEEPWELL_TRY(const std::vector<vault::Provenance> provenance, table.provenance(id));
    RecordDetail detail{.row = stored.row,
                        .readable = std::move(readable),
                        .sources = {},
                        .sha256 = toHex(stored.sha256)};
    for (const vault::Provenance &one : provenance) {
        detail.sources.push_back(one.place.empty() ? one.name : one.name + ", " + one.place);
    }
    return detail;
}

Result<Bytes> Wallet::recordSource(RecordId id)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(const std::string slice, vault::RecordTable{m_parts->database()}.bytes(id));
    return copyOf(bytesOf(slice));
}

Result<Bytes> Wallet::recordOriginalFile(RecordId id)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(const vault::StoredRecord stored,
                 vault::RecordTable{m_parts->database()}.find(id));
    Bytes whole;
    KEEPWELL_CHECK(vault::SourceTable{m_parts->database()}.readAll(
        stored.source, [&whole](std::string_view piece) -> Result<> {
            append(whole, bytesOf(piece));
            return {};
        }));
    return whole;
}

Result<Bytes> Wallet::attachment(RecordId id, std::size_t index)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(const std::string slice, vault::RecordTable{m_parts->database()}.bytes(id));
    KEEPWELL_TRY(const auto found, records::attachmentsIn(slice));
    if (index >= found.size()) {
        return fail(ErrorCode::NotFound, "this record has no such attachment");
    }
    return records::attachmentBytes(slice, found[index]);
}

Result<> Wallet::removeRecord(RecordId id, bool evenIfShared)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(const auto holding, vault::GrantTable{m_parts->database()}.holding(id));
    if (!holding.empty() && !evenIfShared) {
        std::string ids;
        for (const contract::GrantId &grant : holding) {
            ids += (ids.empty() ? "" : ", ") + grant.toHex().substr(0, 8);
        }
        return fail(ErrorCode::Conflict,
                    "this record is in a share that is still open (" + ids
                        + "); stop the share first, or remove it here only");
    }
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(m_parts->database()));
    KEEPWELL_CHECK(vault::RecordTable{m_parts->database()}.remove(id));
    return transaction.commit();
}

Result<> Wallet::markPrivate(RecordId id, bool isPrivate)
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::RecordTable{m_parts->database()}.markPrivate(id, isPrivate);
}

Result<bool> Wallet::isShared(RecordId id)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(const auto holding, vault::GrantTable{m_parts->database()}.holding(id));
    return !holding.empty();
}

Result<Summary> Wallet::summary(std::optional<PersonId> person)
{
    const std::scoped_lock lock{m_parts->mutex};
    if (!person) {
        KEEPWELL_TRY(person, vault::PersonTable{m_parts->database()}.owner());
    }
    return records::summarize(m_parts->database(), *person);
}

Result<std::vector<Trend>> Wallet::trends(std::optional<PersonId> person)
{
    const std::scoped_lock lock{m_parts->mutex};
    return records::trendsOf(m_parts->database(), person);
}

Result<ExportReport> Wallet::exportRecords(const std::filesystem::path &folder,
                                           std::optional<PersonId> person,
                                           const std::stop_token &stop, const ProgressFn &progress)
{
    const std::scoped_lock lock{m_parts->mutex};
    RecordFilter filter;
    filter.limit = 0;
    if (person) {
        filter.person = person->value;
    }
    KEEPWELL_TRY(const ExportReport report,
                 records::exportRecords(m_parts->database(), folder, filter, stop, progress));
    KEEPWELL_CHECK(
        m_parts->noteLocal("exported", countText(report.records, " record", " records")));
    return report;
}

} // namespace keepwell
