// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/enrolment/enrolment.hpp"

namespace keepwell::ledger::fabric {

/// One POST to an authority; `authorization` is the whole header line and is wiped by its owner.
struct AuthorityCall
{
    std::string path; ///< "/api/v1/enroll"
    std::string body;
    const crypto::SecretText &authorization;
};

struct AuthorityAnswer
{
    long status = 0;
    std::string body; ///< At most 256 KiB.
};

/// Over TLS 1.2 or later, with the pinned authority and its host name checked; no redirects, no
/// proxies. Errors: InvalidInput, Unavailable, Cancelled.
Result<AuthorityAnswer> post(const AuthorityAddress &authority, const AuthorityCall &call,
                             const Patience &patience);

} // namespace keepwell::ledger::fabric
