// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_date.hpp"
#include "core/vault/record_row.hpp"
#include "core/vault/row_id.hpp"
#include "core/vault/source_table.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace keepwell::vault {

/// Everything kept about one record but its bytes.
struct StoredRecord
{
    RecordRow row;
    std::string type;         ///< "Observation".
    std::string logicalId;    ///< The resource's `id`, or "".
    std::string practitioner; ///< Who made it, or "".
    SourceId source;
    std::uint64_t offset = 0; ///< Of its slice in the source.
    std::uint64_t length = 0;
    std::string place; ///< "entry[12]", "line 7" or "".
    Bytes32 sha256{};  ///< Of the slice.
    Bytes32 canonical{};
    Bytes32 salt{};
    std::optional<AnchorBatchId> anchorBatch; ///< Its leaf is one of this batch.
    Instant addedAt{};
};

/// A record on its way in.
struct NewRecord
{
    PersonId person;
    RecordKind kind = RecordKind::Other;
    std::string_view title;
    RecordDate date;
    std::string_view source;
    std::string_view practitioner;
    std::string_view type;
    std::string_view logicalId;
    SourceId sourceId;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::string_view place;
    Bytes32 sha256{};
    Bytes32 canonical{};
    Bytes32 salt{};
    std::string_view from;  ///< The contact who delivered it; "" for imports.
    bool isPrivate = false; ///< By its own security label.
    std::string_view words; ///< What the search finds it by.
};

/// A source that gave a record, the first one or a later duplicate.
struct Provenance
{
    SourceId source;
    std::string name; ///< Of the file.
    std::string place;
    Instant at{};
};

/// The records of the wallet. Same thread as its Database; keeps a few numbers and pieces of bytes
/// at hand, so one table used for many records is faster than many used once.
class RecordTable
{
public:
    explicit RecordTable(Database &database) : m_database{database}, m_sources{database} {}

    Result<RecordId> insert(const NewRecord &record, Instant now);
    /// The record with this canonical content.
    Result<std::optional<RecordId>> withCanonical(const Bytes32 &canonical);
    Result<> addProvenance(RecordId id, SourceId source, std::string_view place, Instant now);

    /// The rows the filter wants, newest first, at most filter.limit. A page deep in the list is
    /// found at once by `after`, the last row of the page before (then leave filter.offset 0).
    /// Errors: Usage for a date that is none.
    Result<std::vector<RecordRow>> list(const RecordFilter &filter,
                                        std::optional<RecordId> after = {});
    /// The ids of list(), without limit and offset.
    Result<std::vector<RecordId>> ids(const RecordFilter &filter);
    Result<RecordCounts> counts(const RecordFilter &filter); ///< Without limit and offset.

    /// Errors: NotFound.
    Result<StoredRecord> find(RecordId id);
    /// The exact slice of its source. Errors: NotFound; Tampered when its hash does not match.
    Result<std::string> bytes(RecordId id);
    Result<std::vector<Provenance>> provenance(RecordId id); ///< The first source first.

    /// Errors: NotFound.
    Result<> markPrivate(RecordId id, bool isPrivate);

    /// Forgets a record for good: its row, salt, words, attachments, and its bytes in the source.
    Result<> remove(RecordId id);

private:
    struct Names
    {
        std::map<std::int64_t, std::string> people;
        std::set<std::int64_t> proven; ///< Anchor batches.
    };
    Result<Names> names();
    static RecordRow namedRow(Statement &statement, const Names &names);
    Result<std::int64_t> nextSequence();
    Result<RecordId> freeId(const RecordDate &date);

    Database &m_database;
    SourceTable m_sources;
    std::int64_t m_nextSequence = 0;
    std::int64_t m_endSequence = 0;
};

} // namespace keepwell::vault
