// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret_text.hpp"

#include <string>
#include <string_view>

namespace keepwell::ledger::fabric {

/// A fresh ECDSA P-256 key and the request for a certificate of it (PKCS #10), both PEM. The key
/// never left this process.
struct CertificateRequest
{
    crypto::SecretText privateKey; ///< PKCS #8.
    std::string request;

    /// `name` is the subject's only field: what others of the channel will see, so a pseudonym.
    /// Errors: InvalidInput for a name that is empty or over 64 bytes; Failed when OpenSSL does.
    static Result<CertificateRequest> make(std::string_view name);
};

} // namespace keepwell::ledger::fabric
