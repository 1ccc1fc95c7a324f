// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/proposal.hpp"

#include "core/base/hex.hpp"
#include "core/crypto/hash.hpp"
#include "core/ledger/fabric/gateway/signed_header.hpp"

#include <fabric/chaincode.pb.h>
#include <fabric/transaction.pb.h>

namespace keepwell::ledger::fabric {
namespace {

std::string encodeInvocation(const std::string &contract, const ContractCall &call)
{
    wire::ChaincodeInvocationSpec invocation;
    wire::ChaincodeSpec &spec = *invocation.mutable_chaincode_spec();
    spec.mutable_chaincode_id()->set_name(contract);
    spec.mutable_input()->add_args(call.function);
    for (const Bytes &argument : call.arguments) {
        spec.mutable_input()->add_args(argument.data(), argument.size());
    }
    return invocation.SerializeAsString();
}

std::string encodeExtension(const std::string &contract)
{
    wire::ChaincodeHeaderExtension extension;
    extension.mutable_chaincode_id()->set_name(contract);
    return extension.SerializeAsString();
}

} // namespace

Result<Proposal> Proposal::make(const ClientIdentity &identity, const ContractAddress &address,
                                const ContractCall &call, Instant time)
{
    KEEPWELL_TRY(const Nonce nonce, randomNonce());
    return make(identity, address, call, time, nonce);
}

Result<Proposal> Proposal::make(const ClientIdentity &identity, const ContractAddress &address,
                                const ContractCall &call, Instant time, ByteView nonce)
{
    Proposal made;
    made.m_contract = address.contract;
    made.m_id = toHex(crypto::sha256({nonce, bytesOf(identity.creator())}));

    wire::ChannelHeader channel
        = fabric::channelHeader(wire::HEADER_ENDORSER_TRANSACTION, address.channel, time);
    channel.set_tx_id(made.m_id);
    channel.set_extension(encodeExtension(address.contract));
    made.m_channelHeader = channel.SerializeAsString();
    made.m_signatureHeader = encodeSignatureHeader(identity, nonce);

    wire::Header header;
    header.set_channel_header(made.m_channelHeader);
    header.set_signature_header(made.m_signatureHeader);

    wire::ChaincodeProposalPayload payload;
    payload.set_input(encodeInvocation(address.contract, call));
    made.m_publicPayload = payload.SerializeAsString();
    for (const auto &[name, value] : call.transient) {
        (*payload.mutable_transient_map())[name].assign(textOf(value));
    }

    wire::Proposal proposal;
    proposal.set_header(header.SerializeAsString());
    proposal.set_payload(payload.SerializeAsString());
    made.m_bytes = proposal.SerializeAsString();
    KEEPWELL_TRY(made.m_signature, identity.sign(made.m_bytes));
    return made;
}

} // namespace keepwell::ledger::fabric
