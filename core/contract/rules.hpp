// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/apply.hpp"
#include "core/contract/overlay.hpp"

/// One decide() per transaction type; the rules are the named functions they call, in the order of
/// the table in docs/spec/transaction.md. Internal to core/contract.
namespace keepwell::contract {

/// One transaction on its way through the rules.
struct Step
{
    Overlay &state;
    const Transaction &transaction;
    KeyRow signer; ///< As before this transaction; a key never seen counts as live.
    Instant t;     ///< Effective so far: the key's and the transaction's own; grants may raise it.
    Code outcome = Code::Done;

    const PublicKey &key() const { return transaction.payload().key; }
};

Verdict<> decide(Step &step, const GrantBody &body);
Verdict<> decide(Step &step, const UpdateGrantBody &body);
Verdict<> decide(Step &step, const RevokeBody &body);
Verdict<> decide(Step &step, const RequestAccessBody &body);
Verdict<> decide(Step &step, const DeliverBody &body);
Verdict<> decide(Step &step, const AckDeliveryBody &body);
Verdict<> decide(Step &step, const AnchorBody &body);
Verdict<> decide(Step &step, const SetPointerBody &body);
Verdict<> decide(Step &step, const RevokeKeyBody &body);

/// False only for a key that was revoked.
Result<bool> isLive(Overlay &state, const PublicKey &key);

/// The row of a grant that must be there. Reject: NotFound.
Verdict<GrantRow> existingGrant(Overlay &state, const GrantId &id);

} // namespace keepwell::contract
