// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/ledger.hpp"
#include "core/sharing/shared_head.hpp"
#include "core/sharing/table_row.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string_view>

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

/// What the records of a share claim: the root that each one's path leads to, and the anchor that
/// must hold it. Fed while the object is checked (sharing::OnRecord). One thread at a time.
class AnchorClaims
{
public:
    void add(const sharing::TableRow &row, std::string_view slice);

    std::set<contract::TxId> anchors() const;

    /// How many records stand under an anchor of `entries`.
    std::uint64_t provenBy(const ProofEntries &entries) const;

private:
    std::map<contract::TxId, std::map<Bytes32, std::uint64_t>> m_records; ///< Anchor, root, count.
};

/// Reads the ledger from its beginning and picks the entries that the opening `request` of a share
/// rests on, each with its inclusion under the newest head. Anchors that are not there are left out.
/// Precondition: the ledger shows all entries (not Info::isPartial).
/// Errors: NotFound naming the entry (grant, update or request); those of the ledger; Cancelled.
Result<ProofEntries> gatherProofEntries(ledger::Ledger &ledger, const sharing::SharedHead &head,
                                        const contract::TxId &request,
                                        const std::set<contract::TxId> &anchors,
                                        const std::stop_token &stop = {});

} // namespace keepwell::audit
