// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace keepwell::vault {

/// The number of a row in one table of the vault; another table's number cannot be passed for it.
template <class Tag>
struct RowId
{
    std::int64_t value = 0;
    friend auto operator<=>(const RowId &, const RowId &) = default;
};

using PersonId = RowId<struct PersonRowTag>;
using SourceId = RowId<struct SourceRowTag>;           ///< A file that records came from.
using AnchorBatchId = RowId<struct AnchorBatchRowTag>; ///< The records of one Anchor entry.
using AttachmentId = RowId<struct AttachmentRowTag>;

} // namespace keepwell::vault
