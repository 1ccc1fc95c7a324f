// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/proof_entries.hpp"
#include "core/records/described.hpp"
#include "core/sharing/opening.hpp"
#include "core/wallet/opened_share.hpp"

namespace keepwell {

struct OpenedShare::Parts
{
    sharing::OpenedObject opened;
    std::string author;
    records::Neighbours neighbours;
    std::vector<RecordRow> rows;
    std::optional<audit::ProofEntries> entries; ///< nullopt: the ledger shows no common places.
    std::uint64_t anchored = 0;
};

/// The list rows of a share that was checked, in words that its records have for one another.
/// Errors: those of the object's reader; Cancelled.
Result<std::vector<RecordRow>> rowsOf(const sharing::SharedObject &object,
                                      const records::Neighbours &neighbours,
                                      const std::stop_token &stop);

} // namespace keepwell
