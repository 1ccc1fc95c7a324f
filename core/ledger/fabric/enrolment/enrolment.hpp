// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.hpp"
#include "core/ledger/ledger.hpp"

#include <string>
#include <string_view>

/// How a wallet becomes a member of an organisation: its certificate authority (fabric-ca, REST)
/// signs a certificate for a key that was made here (docs/spec/connection-file.md).
namespace keepwell::ledger::fabric {

/// A certificate authority. TLS is pinned: `tlsCa`, and nobody else, vouches for it.
struct AuthorityAddress
{
    std::string url;   ///< "https://ca.example.org:7054"
    std::string tlsCa; ///< PEM.
    std::string name;  ///< Which of its authorities; empty: its default one.
};

/// What a member shows and signs with.
struct Enrolled
{
    std::string certificate;       ///< PEM.
    crypto::SecretText privateKey; ///< PEM, PKCS #8; of that certificate.
};

/// Enrols with a code that the organisation gave, "name:secret", and a fresh key. The name becomes
/// the certificate's and is seen by the channel: organisations hand out pseudonyms.
/// Errors: InvalidInput (a code or address that is none; an answer that is none), Denied (the code is
/// wrong or was used), Unavailable (out of reach; not the pinned authority), Cancelled.
Result<Enrolled> enrol(const AuthorityAddress &authority, const crypto::SecretText &code,
                       const Patience &patience = {});

/// A new certificate, for a fresh key, before the old one ends; the old one vouches.
/// Errors: as enrol(); Denied also when the old one has ended or was revoked.
Result<Enrolled> renew(const AuthorityAddress &authority, const Enrolled &now,
                       const Patience &patience = {});

/// The certificate's common name: what others see of a member. Errors: InvalidInput.
Result<std::string> nameOf(const std::string &certificate);

} // namespace keepwell::ledger::fabric
