// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/crypto/merkle.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace keepwell::sharing {

inline constexpr std::size_t kDeepestPath = 48; ///< Nodes of an anchorage's path.
inline constexpr std::size_t kMostProvenanceBytes = 512;

/// How a record stands on the ledger: the leaf that hides its hash under a salt, and the leaf's
/// place under an anchor's root (docs/spec/record.md).
struct Anchorage
{
    Bytes32 salt{};
    std::uint64_t index = 0;              ///< Of the leaf under the anchor's root.
    crypto::merkle::Proof path;           ///< From the leaf to the root; its length is the depth.
    std::optional<contract::TxId> anchor; ///< None: never anchored, or not committed yet.

    friend bool operator==(const Anchorage &, const Anchorage &) = default;
};

/// One row of a shared object's table: where a record stands in the bundle, and its anchorage.
struct TableRow
{
    std::uint64_t offset = 0; ///< In the bundle, bytes.
    std::uint64_t length = 0;
    Anchorage anchorage;
    std::string provenance; ///< "From Larkmere Hospital"; at most 512 bytes; may be empty.

    Bytes encode() const;

    /// Errors: InvalidInput naming the row's field.
    static Result<TableRow> parse(ByteView bytes);

    friend bool operator==(const TableRow &, const TableRow &) = default;
};

} // namespace keepwell::sharing
