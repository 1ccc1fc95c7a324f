// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/member/certificate.hpp"
#include "core/ledger/fabric/member/private_key.hpp"

#include <string>

namespace keepwell::ledger::fabric {

/// Who this wallet is to the channel: a certificate of an organisation and its key. It says only
/// that it is a member; what it may do, its inner signatures say. Immutable; move only; any thread.
class ClientIdentity
{
public:
    /// Errors: InvalidInput (an MSP id or certificate that is none, a key that is not the
    /// certificate's), and those of PrivateKey::parse().
    static Result<ClientIdentity> create(std::string mspId, std::string certificatePem,
                                         const crypto::SecretText &privateKeyPem);

    const std::string &mspId() const { return m_mspId; }
    const Certificate &certificate() const { return m_certificate; }
    /// SerializedIdentity, as it stands in every header.
    const std::string &creator() const { return m_creator; }

    Result<std::string> sign(std::string_view message) const;

private:
    ClientIdentity(std::string mspId, Certificate certificate, PrivateKey key, std::string creator);

    std::string m_mspId;
    Certificate m_certificate;
    PrivateKey m_key;
    std::string m_creator;
};

} // namespace keepwell::ledger::fabric
