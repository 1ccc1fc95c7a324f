// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/selection.hpp"

#include "core/base/cbor.hpp"
#include "core/vault/person_table.hpp"
#include "core/vault/record_table.hpp"

#include <algorithm>

namespace keepwell::sharing {

namespace {

enum Field : std::uint64_t { Kinds = 1, Records, Since, PersonField, WithPrivate };

constexpr std::size_t kMostRecords = 1'000'000;
constexpr cbor::Limits kLimits{.bytes = 16 * 1024 * 1024, .depth = 4};

} // namespace

Bytes Selection::encode() const
{
    cbor::Array kindNumbers;
    for (const vault::RecordKind kind : kinds) {
        kindNumbers.emplace_back(std::uint64_t{static_cast<std::uint8_t>(kind)});
    }
    cbor::Array ids;
    for (const vault::RecordId id : records) {
        ids.emplace_back(static_cast<std::uint64_t>(id));
    }
    const auto number = person ? static_cast<std::uint64_t>(person->value) : 0;
    cbor::Map map{{Kinds, std::move(kindNumbers)},
                  {Records, std::move(ids)},
                  {Since, since},
                  {PersonField, number}};
    if (withPrivate) { // one written before there was such a thing has no such field
        map.emplace_back(WithPrivate, cbor::Value::boolean(true));
    }
    return cbor::encode(std::move(map));
}

Result<Selection> Selection::parse(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(bytes, kLimits));
    cbor::MapReader reader{value, "selection"};
    const cbor::Array *kinds = reader.arrayAt(Kinds, vault::kRecordKindNames.size());
    const cbor::Array *records = reader.arrayAt(Records, kMostRecords);
    Selection selection;
    selection.since = reader.textAt(Since, 64);
    const std::uint64_t person = reader.unsignedAt(PersonField, INT64_MAX);
    if (value.find(WithPrivate) != nullptr) {
        selection.withPrivate = reader.boolAt(WithPrivate);
    }
    KEEPWELL_CHECK(reader.finish());
    for (const cbor::Value &kind : *kinds) {
        const auto number = kind.asUnsigned();
        if (!number || *number >= vault::kRecordKindNames.size()) {
            return fail(ErrorCode::InvalidInput, "selection: an unknown kind of record");
        }
        selection.kinds.push_back(static_cast<vault::RecordKind>(*number));
    }
    for (const cbor::Value &record : *records) {
        const auto number = record.asUnsigned();
        if (!number || *number > INT64_MAX) {
            return fail(ErrorCode::InvalidInput, "selection: an unknown record");
        }
        selection.records.push_back(static_cast<vault::RecordId>(*number));
    }
    if (person != 0) {
        selection.person = vault::PersonId{static_cast<std::int64_t>(person)};
    }
    return selection;
}

Result<std::vector<vault::RecordId>> recordsOf(vault::Database &database,
                                               const Selection &selection)
{
    vault::RecordTable table{database};
    if (!selection.records.empty()) {
        for (const vault::RecordId id : selection.records) {
            KEEPWELL_CHECK(table.find(id));
        }
        std::vector<vault::RecordId> records = selection.records;
        std::ranges::sort(records);
        const auto repeated = std::ranges::unique(records);
        records.erase(repeated.begin(), repeated.end());
        return records;
    }
    vault::RecordFilter filter{.kinds = selection.kinds, .since = selection.since, .limit = 0};
    if (!selection.withPrivate) {
        filter.isPrivate = false;
    }
    if (selection.person) {
        filter.person = selection.person->value;
    } else {
        KEEPWELL_TRY(const vault::PersonId owner, vault::PersonTable{database}.owner());
        filter.person = owner.value;
    }
    KEEPWELL_TRY(std::vector<vault::RecordId> records, table.ids(filter));
    std::ranges::reverse(records);
    return records;
}

} // namespace keepwell::sharing
