// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/gateway_error.hpp"
#include "core/ledger/fabric/gateway/proposal.hpp"
#include "core/ledger/fabric/member/organisation_roots.hpp"

namespace keepwell::ledger::fabric {

/// What a gateway made of a proposal and its endorsements, seen to be exactly that.
struct PreparedTransaction
{
    std::string payload; ///< wire::Payload: what is signed and sent.
    Bytes answer;        ///< What the contract answered.
};

/// Looks at everything before it is signed: the headers are the proposal's own;
/// there is one action, of our contract, with our arguments and without transient values; the
/// endorsers signed over the hash of this proposal; nobody counts twice; each comes from an
/// organisation that was asked, and each that was asked is there; with `roots` known, each
/// certificate is one of its organisation's.
/// Errors: Dishonest, saying what is off.
GatewayResult<PreparedTransaction> checkPrepared(const Proposal &proposal,
                                                 const std::vector<std::string> &organisations,
                                                 std::string_view payload,
                                                 const OrganisationRoots &roots);

} // namespace keepwell::ledger::fabric
