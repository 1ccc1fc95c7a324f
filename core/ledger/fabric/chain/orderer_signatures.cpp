// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/orderer_signatures.hpp"

#include "fabric/block.pb.h"
#include "fabric/common.pb.h"

#include <set>

namespace keepwell::ledger::fabric {
namespace {

constexpr int kMostSignatures = 256;
constexpr std::size_t kMostKnown = 256;

std::unexpected<Error> unsignedBlock(const Block &block, const std::string &why)
{
    return fail(ErrorCode::Tampered,
                "block " + std::to_string(block.number) + " is not signed by the orderers: " + why);
}

Result<wire::Metadata> signaturesOf(const Block &block)
{
    wire::Metadata metadata;
    const bool isRead = metadata.ParseFromArray(block.signatures.data(),
                                                static_cast<int>(block.signatures.size()));
    if (!isRead || metadata.signatures().empty()) {
        return unsignedBlock(block, "it has no signature");
    }
    if (metadata.signatures_size() > kMostSignatures) {
        return unsignedBlock(block, "it has too many signatures");
    }
    return metadata;
}

Bytes signedBytes(const wire::Metadata &metadata, const std::string &header, const Block &block)
{
    return concat({bytesOf(metadata.value()), bytesOf(header), block.header});
}

} // namespace

std::size_t OrdererSignatures::quorum(std::size_t consenters)
{
    const std::size_t faulty = (consenters - 1) / 3;
    return (consenters + faulty + 2) / 2; // ceil((n + f + 1) / 2)
}

Result<> OrdererSignatures::check(const Block &block)
{
    return m_config.consensus() == Consensus::Raft ? checkRaft(block) : checkSmartBft(block);
}

Result<const Certificate *> OrdererSignatures::signer(const std::string &mspId,
                                                      const std::string &pem)
{
    const std::pair key{mspId, pem};
    if (const auto known = m_known.find(key); known != m_known.end()) {
        return &known->second;
    }
    const Msp *organisation = m_config.ordererOrganisation(mspId);
    if (organisation == nullptr) {
        return fail(ErrorCode::Denied, "its signer belongs to no organisation of orderers");
    }
    KEEPWELL_TRY(Certificate certificate, organisation->checkOrderer(pem));
    if (m_known.size() >= kMostKnown) {
        m_known.clear();
    }
    return &m_known.emplace(key, std::move(certificate)).first->second;
}

Result<> OrdererSignatures::checkRaft(const Block &block)
{
    KEEPWELL_TRY(const wire::Metadata metadata, signaturesOf(block));
    std::string why;
    for (const wire::MetadataSignature &one : metadata.signatures()) {
        wire::SignatureHeader header;
        wire::SerializedIdentity identity;
        if (!header.ParseFromString(one.signature_header())
            || !identity.ParseFromString(header.creator())) {
            why = "its signer cannot be read";
            continue;
        }
        const auto certificate = signer(identity.msp_id(), identity.id_bytes());
        if (!certificate) {
            why = certificate.error().detail;
        } else if (!(*certificate)
                        ->verifies(signedBytes(metadata, one.signature_header(), block),
                                   bytesOf(one.signature()))) {
            why = "a signature is not over this block";
        } else {
            return {};
        }
    }
    return unsignedBlock(block, why);
}

Result<> OrdererSignatures::checkSmartBft(const Block &block)
{
    KEEPWELL_TRY(const wire::Metadata metadata, signaturesOf(block));
    std::set<std::uint32_t> signers;
    std::string why = "too few signatures";
    for (const wire::MetadataSignature &one : metadata.signatures()) {
        wire::IdentifierHeader header;
        if (!one.signature_header().empty() || !header.ParseFromString(one.identifier_header())) {
            why = "a signer does not say its number";
            continue;
        }
        const auto consenter = m_config.consenters().find(header.identifier());
        if (consenter == m_config.consenters().end()) {
            why = "a signer has a number that no orderer has";
            continue;
        }
        const auto certificate = signer(consenter->second.mspId, consenter->second.certificate);
        if (!certificate) {
            why = certificate.error().detail;
        } else if (!(*certificate)
                        ->verifies(signedBytes(metadata, one.identifier_header(), block),
                                   bytesOf(one.signature()))) {
            why = "a signature is not over this block";
        } else {
            signers.insert(header.identifier());
        }
    }
    const std::size_t wanted = quorum(m_config.consenters().size());
    if (signers.size() < wanted) {
        return unsignedBlock(
            block,
            std::to_string(signers.size()) + " of " + std::to_string(m_config.consenters().size())
                + " orderers signed it, " + std::to_string(wanted) + " must: " + why);
    }
    return {};
}

} // namespace keepwell::ledger::fabric
