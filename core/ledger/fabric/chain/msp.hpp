// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/member/organisation_roots.hpp"

#include <memory>
#include <optional>

using X509_CRL = struct X509_crl_st;

namespace keepwell::ledger::fabric {

/// Who belongs to an organisation of a channel, as the channel's configuration says: its CAs and
/// what they took back. Immutable value; any thread.
class Msp
{
public:
    /// Reads the value "MSP" of an organisation in the configuration (a wire::MspConfig).
    /// Errors: InvalidInput; Unsupported for another kind of membership than certificates.
    static Result<Msp> parse(ByteView value);

    const std::string &id() const { return m_id; }
    const CertificateAuthorities &authorities() const { return m_authorities; }

    /// The certificate of one that may sign blocks for this organisation: issued by its CAs, itself
    /// no CA, not revoked, and an orderer where the organisation tells its members apart. When a
    /// certificate ended is not asked, as Fabric does not: a block carries no date to hold it
    /// against, and old blocks stay signed (docs/decisions/0101-certificates-of-orderers.md).
    /// Errors: InvalidInput; Denied, saying why not.
    Result<Certificate> checkOrderer(std::string_view pem) const;

private:
    using Crl = std::shared_ptr<X509_CRL>;

    Msp() = default;
    bool isRevoked(const Certificate &certificate) const;

    std::string m_id;
    CertificateAuthorities m_authorities;
    std::vector<Crl> m_revoked;
    std::optional<std::string> m_ordererUnit; ///< nullopt: members are not told apart.
};

} // namespace keepwell::ledger::fabric
