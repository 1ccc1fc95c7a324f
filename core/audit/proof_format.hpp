// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/proof_entries.hpp"

#include <string>
#include <string_view>

/// The lines of proof.json (docs/spec/proof.md). There is one spelling of each; a reader demands it,
/// so that no byte of a proof can be changed unseen. Internal to the proof sources. Pure functions.
namespace keepwell::audit::proof {

inline constexpr std::string_view kFileName = "proof.json";
inline constexpr std::string_view kBundleName = "bundle.json";
inline constexpr std::size_t kMostLineBytes = 512 * 1024;

/// A record's line: its row in the shared object's table, and the hash of its bytes.
struct Record
{
    sharing::TableRow row;
    Bytes32 sha256{};

    friend bool operator==(const Record &, const Record &) = default;
};

std::string entryJson(const ProvenEntry &entry);
std::string recordJson(const Record &record);

// Errors of both: InvalidInput for what the functions above would not write.
Result<ProvenEntry> parseEntry(std::string_view json); ///< Entry::t is the time in the leaf.
Result<Record> parseRecord(std::string_view json);

} // namespace keepwell::audit::proof
