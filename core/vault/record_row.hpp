// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The shapes in which records leave the vault, for every layer above it. Plain values.
namespace keepwell::vault {

/// A record's number in this vault; opaque to people and to other vaults.
enum class RecordId : std::int64_t {};

/// What a person would call it. The numbers are stored; the names are keepwell-cli's.
enum class RecordKind : std::uint8_t {
    Allergy = 0,
    Condition = 1,
    Medication = 2,
    Immunization = 3,
    Result = 4,
    Vital = 5,
    Procedure = 6,
    Visit = 7,
    Document = 8,
    Imaging = 9,
    Plan = 10,
    Appointment = 11,
    Message = 12,
    Device = 13,
    Insurance = 14,
    Other = 15,
};

inline constexpr std::array<std::string_view, 16> kRecordKindNames
    = {"allergy",   "condition", "medication", "immunization", "result", "vital",
       "procedure", "visit",     "document",   "imaging",      "plan",   "appointment",
       "message",   "device",    "insurance",  "other"};

constexpr std::string_view nameOf(RecordKind kind)
{
    return kRecordKindNames[static_cast<std::uint8_t>(kind)];
}

constexpr std::optional<RecordKind> recordKindOf(std::string_view name)
{
    for (std::size_t i = 0; i < kRecordKindNames.size(); ++i) {
        if (kRecordKindNames[i] == name) {
            return static_cast<RecordKind>(i);
        }
    }
    return std::nullopt;
}

/// One line of a list of records.
struct RecordRow
{
    RecordId id{};
    RecordKind kind = RecordKind::Other;
    std::string title;  ///< Legible, never a code where words exist.
    std::string date;   ///< ISO 8601 as the record gives it, partial dates too; may be empty.
    std::string source; ///< The organisation, or the practitioner; may be empty.
    std::int64_t person = 0;
    std::string personName;
    bool verified = false; ///< Anchored, and the anchor is proven on the ledger.
    std::string from;      ///< The contact who delivered it; empty for imports.
    /// Marked as extra private, by hand or by its own label: no share takes it in by its kind or date.
    bool isPrivate = false;
};

/// Which records, newest first. All conditions hold together.
struct RecordFilter
{
    std::optional<std::int64_t> person; ///< Empty = everybody in the wallet.
    std::vector<RecordKind> kinds;      ///< Empty = all.
    std::string since;                  ///< ISO 8601 day or instant, inclusive; empty = any.
    std::string until;                  ///< The same, inclusive.
    std::optional<bool> isPrivate;      ///< Only those marked as that, or only the others.
    std::string search;                 ///< Words, each a prefix; empty = any.
    std::int64_t limit = 100;           ///< 0 = all.
    std::int64_t offset = 0;
};

/// How many records match, in all and by kind.
struct RecordCounts
{
    std::int64_t total = 0;
    std::array<std::int64_t, 16> byKind{};
};

} // namespace keepwell::vault
