// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/ledger/ledger.hpp"
#include "core/sharing/shared_object.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>

namespace keepwell::audit {

/// A committed entry, and that it stands in the log of `size` entries with this root.
struct ProvenEntry
{
    ledger::Entry entry;
    crypto::merkle::Proof path;
    std::uint64_t size = 0;
    Bytes32 root{};

    friend bool operator==(const ProvenEntry &, const ProvenEntry &) = default;
};

/// All entries that an opened share rests on.
struct ProofEntries
{
    ProvenEntry grant;                 ///< Grant: parties and terms.
    std::optional<ProvenEntry> update; ///< UpdateGrant of the epoch, where it is not the first.
    ProvenEntry request;               ///< The granted RequestAccess.
    std::map<contract::TxId, ProvenEntry> anchors;
};

/// Reads the ledger from its beginning and picks the entries that the opening `request` of `object`
/// rests on, each with its inclusion under the newest head. Anchors that are not there are left out.
/// Errors: NotFound naming the entry (grant, update or request); those of the ledger; Cancelled.
Result<ProofEntries> gatherProofEntries(ledger::Ledger &ledger, const sharing::SharedObject &object,
                                        const contract::TxId &request, std::stop_token stop = {});

/// How many records of `object` stand under an anchor of `entries`.
/// Errors: Tampered naming the record whose path does not lead to its anchor's root; those of the
/// object's reader; Cancelled.
Result<std::uint64_t> countAnchored(const sharing::SharedObject &object,
                                    const ProofEntries &entries, std::stop_token stop = {});

} // namespace keepwell::audit
