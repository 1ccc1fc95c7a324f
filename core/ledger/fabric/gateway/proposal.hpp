// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/ledger/fabric/gateway/contract_call.hpp"
#include "core/ledger/fabric/member/client_identity.hpp"

#include <string>

namespace keepwell::ledger::fabric {

/// Which contract on which channel.
struct ContractAddress
{
    std::string channel;
    std::string contract;
};

/// One signed call of the contract, as the Gateway takes it, and the parts of it that a prepared
/// transaction must repeat. Immutable value; any thread.
class Proposal
{
public:
    /// With a random nonce. `time`: the transaction's. Errors: those of signing.
    static Result<Proposal> make(const ClientIdentity &identity, const ContractAddress &address,
                                 const ContractCall &call, Instant time);
    /// The same with a given nonce, for what must come out the same twice.
    static Result<Proposal> make(const ClientIdentity &identity, const ContractAddress &address,
                                 const ContractCall &call, Instant time, ByteView nonce);

    /// Fabric's transaction id: lower-case hex of SHA-256(nonce || creator).
    const std::string &id() const { return m_id; }
    const std::string &contract() const { return m_contract; }
    const std::string &bytes() const { return m_bytes; } ///< wire::Proposal
    const std::string &signature() const { return m_signature; }

    const std::string &channelHeader() const { return m_channelHeader; }
    const std::string &signatureHeader() const { return m_signatureHeader; }
    /// wire::ChaincodeProposalPayload without its transient map.
    const std::string &publicPayload() const { return m_publicPayload; }

private:
    Proposal() = default;

    std::string m_id;
    std::string m_contract;
    std::string m_channelHeader;
    std::string m_signatureHeader;
    std::string m_publicPayload;
    std::string m_bytes;
    std::string m_signature;
};

} // namespace keepwell::ledger::fabric
