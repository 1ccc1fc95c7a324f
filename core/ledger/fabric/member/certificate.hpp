// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/clock.hpp"
#include "core/base/result.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using X509 = struct x509_st;

namespace keepwell::ledger::fabric {

/// An X.509 certificate as organisations give them to peers, orderers and members. Immutable
/// value; any thread.
class Certificate
{
public:
    /// The first certificate in `pem`. Errors: InvalidInput.
    static Result<Certificate> parse(std::string_view pem);
    /// All of them, in order, at least one. Errors: InvalidInput.
    static Result<std::vector<Certificate>> parseAll(std::string_view pem);

    /// Did the key of this certificate sign `message`? ECDSA over SHA-256 with low S on P-256 and
    /// P-384, DER; or Ed25519. False for any other key and for a malformed signature.
    bool verifies(ByteView message, ByteView signature) const;

    Instant notBefore() const;
    Instant notAfter() const;
    Bytes der() const;
    X509 *handle() const { return m_certificate.get(); }

private:
    explicit Certificate(X509 *owned);
    std::shared_ptr<X509> m_certificate;
};

/// Does `certificate` lead to one of `roots` over `intermediates`, by signatures and CA flags?
/// Dates are not judged: an old block stays signed after its signer's certificate has ended.
bool isIssuedBy(const Certificate &certificate, std::span<const Certificate> roots,
                std::span<const Certificate> intermediates);

} // namespace keepwell::ledger::fabric
