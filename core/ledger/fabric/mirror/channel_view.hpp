// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/map_state.hpp"
#include "core/ledger/fabric/gateway/call_time.hpp"
#include "core/ledger/fabric/gateway/sent_transactions.hpp"
#include "core/ledger/fabric/member/organisation_roots.hpp"
#include "core/ledger/fabric/mirror/channel_origin.hpp"

namespace keepwell::ledger::fabric {

/// What FabricLedger sees of its channel: all of it (WholeView) or what concerns its wallet (OwnView).
/// One thread at a time.
class ChannelView
{
public:
    virtual ~ChannelView() = default;

    virtual const ChannelOrigin &origin() const = 0;
    virtual bool isPartial() const = 0;
    virtual void follow(const std::vector<contract::PublicKey> &keys) = 0; ///< As Ledger's.

    /// Takes in what is new. Errors: of fabric::catchUp().
    virtual Result<> catchUp(const CallTime &time) = 0;
    /// Would an entry of this block be known by now?
    virtual bool hasRead(std::uint64_t block) const = 0;
    virtual std::uint64_t nextBlock() const = 0; ///< The first that may bring something new.

    // Of what was taken in: as ChainMirror's.
    virtual Head head() const = 0;
    virtual Result<std::vector<Entry>> entries(std::uint64_t from, std::size_t limit) = 0;
    virtual Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index,
                                                         std::uint64_t size) const
        = 0;
    virtual Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize,
                                                           std::uint64_t size) const
        = 0;
    virtual Result<std::optional<Entry>> find(const contract::TxId &envelope) = 0;
    virtual contract::MapState &state() = 0;
    virtual OrganisationRoots members() const = 0;
    virtual SentTransactions &sent() = 0;

    /// What EntriesOf answers, of any key.
    virtual Result<std::vector<contract::IndexRow>> entriesOf(const contract::PublicKey &key,
                                                              const CallTime &time)
        = 0;
};

} // namespace keepwell::ledger::fabric
