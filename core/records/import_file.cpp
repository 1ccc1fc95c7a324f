// SPDX-License-Identifier: Apache-2.0
#include "core/records/import_file.hpp"

#include "core/crypto/hash.hpp"
#include "core/records/attachments_of.hpp"
#include "core/records/canonical.hpp"
#include "core/records/fhir/classification.hpp"
#include "core/records/fhir/resource_check.hpp"
#include "core/records/fhir/security_labels.hpp"
#include "core/records/file_entries.hpp"
#include "core/records/people_in_file.hpp"
#include "core/vault/attachment_table.hpp"
#include "core/vault/source_table.hpp"

#include <sodium.h>

#include <filesystem>

namespace keepwell::records {
namespace {

constexpr std::size_t kEntriesBetweenLooks = 64; ///< At the stop token and the progress.

/// The file being filed: its source row is made when the first record needs it.
class Filing
{
public:
    Filing(const ImportContext &context, std::string_view path, std::string_view bytes,
           const PeopleInFile &people, const fhir::ReferenceIndex &references)
        : m_context{context}, m_bytes{bytes}, m_people{people}, m_references{references}
    {
        m_outcome.report.path = path;
    }

    Result<> add(const FileEntry &entry);
    FileOutcome take() { return std::move(m_outcome); }
    FileOutcome &outcome() { return m_outcome; }

private:
    void reject(const FileEntry &entry, const Error &error);
    Result<vault::SourceId> source();
    Result<> insert(const FileEntry &entry, json::Value resource, vault::PersonId person,
                    const Bytes32 &canonical);

    const ImportContext &m_context;
    std::string_view m_bytes;
    const PeopleInFile &m_people;
    const fhir::ReferenceIndex &m_references;
    std::optional<vault::SourceId> m_source;
    FileOutcome m_outcome;
};

void Filing::reject(const FileEntry &entry, const Error &error)
{
    ++m_outcome.report.rejected;
    m_outcome.rejected.push_back({m_outcome.report.path, entry.place, error.code, error.detail});
}

Result<vault::SourceId> Filing::source()
{
    if (!m_source) {
        vault::SourceTable sources{m_context.database};
        const Bytes32 hash = crypto::sha256(bytesOf(m_bytes));
        KEEPWELL_TRY(m_source, sources.withHash(hash));
        if (!m_source) {
            const std::string name
                = std::filesystem::path{m_outcome.report.path}.filename().string();
            KEEPWELL_TRY(m_source,
                         sources.add(name, m_outcome.report.format, hash, m_bytes, m_context.now));
        }
    }
    return *m_source;
}

Result<> Filing::add(const FileEntry &entry)
{
    if (!entry.resource) {
        reject(entry, entry.resource.error());
        return {};
    }
    const json::Value resource = *entry.resource;
    const auto person = m_people.whose(resource, entry.fullUrl);
    if (!person) {
        reject(entry, person.error());
        return {};
    }
    const Bytes32 canonical = canonicalHash(resource);
    KEEPWELL_TRY(const auto known, m_context.table.withCanonical(canonical));
    if (!known) {
        return insert(entry, resource, *person, canonical);
    }
    KEEPWELL_TRY(const vault::SourceId sourceId, source());
    KEEPWELL_CHECK(m_context.table.addProvenance(*known, sourceId, entry.place, m_context.now));
    ++m_outcome.report.duplicates;
    return {};
}

Result<> Filing::insert(const FileEntry &entry, json::Value resource, vault::PersonId person,
                        const Bytes32 &canonical)
{
    const fhir::Resolver resolver{resource, m_references};
    const Described described = fhir::describe(resource, resolver);
    const fhir::Origin origin{described.source, described.practitioner};
    const std::string words = fhir::searchWords(resource, described.title, origin, resolver);

    vault::NewRecord record;
    record.person = person;
    record.kind = described.kind;
    record.title = described.title;
    record.date = described.date;
    record.source = described.source.empty() ? described.practitioner : described.source;
    record.practitioner = described.practitioner;
    record.type = described.type;
    record.logicalId = resource["id"].text();
    KEEPWELL_TRY(record.sourceId, source());
    record.offset = entry.offset;
    record.length = resource.slice().size();
    record.place = entry.place;
    record.sha256 = crypto::sha256(bytesOf(resource.slice()));
    record.canonical = canonical;
    randombytes_buf(record.salt.data(), record.salt.size());
    record.from = m_context.options.from;
    record.isPrivate = fhir::isLabelledPrivate(resource);
    record.words = words;
    KEEPWELL_TRY(const vault::RecordId id, m_context.table.insert(record, m_context.now));
    for (FoundAttachment &found : attachmentsOf(resource)) {
        KEEPWELL_CHECK(
            vault::AttachmentTable{m_context.database}.insert({{},
                                                               id,
                                                               std::move(found.title),
                                                               std::move(found.contentType),
                                                               std::move(found.claimedType),
                                                               found.size,
                                                               found.offset,
                                                               found.length}));
    }
    m_outcome.records.push_back(id);
    ++m_outcome.report.added;
    return {};
}

FileOutcome rejectedWhole(std::string_view path, std::string_view format, const Error &error)
{
    FileOutcome outcome;
    outcome.report.path = path;
    outcome.report.format = format;
    outcome.report.rejected = 1;
    outcome.rejected.push_back({std::string{path}, "", error.code, error.detail});
    return outcome;
}

std::string formatOf(std::string_view path, std::string_view bytes)
{
    return detectFormat(path, bytes).name;
}

/// Goes through the entries twice: some resources are named through others that may come later, and
/// subjects through Patients.
void lookAround(FileEntries &entries, fhir::ReferenceIndex &references, PeopleInFile &people)
{
    for (const bool first : {true, false}) {
        entries.each([&](const FileEntry &entry) {
            if (entry.resource) {
                references.add(*entry.resource, entry.fullUrl);
            }
            if (first) {
                people.seePatient(entry);
            } else {
                people.seeSubject(entry);
            }
            return true;
        });
    }
}

Result<> fileAll(const ImportContext &context, FileEntries &entries, Filing &filing)
{
    Result<> done;
    std::size_t count = 0;
    entries.each([&](const FileEntry &entry) {
        if (count++ % kEntriesBetweenLooks == 0) {
            context.progress(entry.offset);
            if (context.options.stop.stop_requested()) {
                done = fail(ErrorCode::Cancelled, "the import was stopped");
                return false;
            }
        }
        done = filing.add(entry);
        return done.has_value();
    });
    return done;
}

} // namespace

Result<FileOutcome> importFile(const ImportContext &context, std::string_view path,
                               std::string_view bytes)
{
    auto entries = FileEntries::read(path, bytes);
    if (!entries) {
        return rejectedWhole(path, formatOf(path, bytes), entries.error());
    }
    fhir::ReferenceIndex references{&context.references};
    PeopleInFile people;
    lookAround(*entries, references, people);
    KEEPWELL_TRY(vault::Transaction transaction, vault::Transaction::begin(context.database));
    KEEPWELL_CHECK(people.lookUp(context.database));
    KEEPWELL_CHECK(people.choose(context.database, context.options.person));
    Filing filing{context, path, bytes, people, references};
    filing.outcome().report.format = entries->format();
    KEEPWELL_CHECK(fileAll(context, *entries, filing));
    KEEPWELL_CHECK(people.remember(context.database));
    KEEPWELL_CHECK(transaction.commit());
    context.references.merge(std::move(references));
    return filing.take();
}

} // namespace keepwell::records
