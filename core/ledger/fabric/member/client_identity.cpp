// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/member/client_identity.hpp"

#include "core/contract/chaincode.hpp"

#include <fabric/common.pb.h>

namespace keepwell::ledger::fabric {

ClientIdentity::ClientIdentity(std::string mspId, Certificate certificate, PrivateKey key,
                               std::string creator)
    : m_mspId{std::move(mspId)}
    , m_certificate{std::move(certificate)}
    , m_key{std::move(key)}
    , m_creator{std::move(creator)}
{
}

Result<ClientIdentity> ClientIdentity::create(std::string mspId, std::string certificatePem,
                                              const crypto::SecretText &privateKeyPem)
{
    if (!contract::isMspId(mspId)) {
        return fail(ErrorCode::InvalidInput,
                    "\"" + mspId + "\" is not the MSP id of an organisation");
    }
    auto certificate = Certificate::parse(certificatePem);
    if (!certificate) {
        return fail(ErrorCode::InvalidInput,
                    "the member's certificate: " + certificate.error().detail);
    }
    KEEPWELL_TRY(PrivateKey key, PrivateKey::parse(privateKeyPem));
    if (!key.isOf(*certificate)) {
        return fail(ErrorCode::InvalidInput,
                    "the private key is not the one that the member's certificate is for");
    }
    wire::SerializedIdentity identity;
    identity.set_msp_id(mspId);
    identity.set_id_bytes(std::move(certificatePem));
    return ClientIdentity{std::move(mspId), *std::move(certificate), std::move(key),
                          identity.SerializeAsString()};
}

Result<std::string> ClientIdentity::sign(std::string_view message) const
{
    KEEPWELL_TRY(const Bytes signature, m_key.sign(bytesOf(message)));
    return std::string{textOf(signature)};
}

} // namespace keepwell::ledger::fabric
