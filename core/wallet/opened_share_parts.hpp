// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/proof_entries.hpp"
#include "core/sharing/opening.hpp"
#include "core/wallet/opened_share.hpp"

namespace keepwell {

struct OpenedShare::Parts
{
    sharing::OpenedObject opened;
    std::string author;
    std::vector<RecordRow> rows;
    audit::ProofEntries entries;
    std::uint64_t anchored = 0;
};

/// The list row of record `i` of a share, from its slice. Errors: none; what is no resource of ours
/// is listed by what it is.
Result<> addRow(std::vector<RecordRow> &rows, std::size_t i, std::string_view slice);

} // namespace keepwell
