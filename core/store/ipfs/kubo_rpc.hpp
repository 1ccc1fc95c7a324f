// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret_text.hpp"
#include "core/store/ipfs/http_client.hpp"
#include "core/store/ipfs/kubo_answer.hpp"

#include <expected>
#include <optional>
#include <string>

namespace keepwell::store {

/// The whole "Authorization: …" line for a secret as Kubo's API.Authorizations writes it
/// ("bearer:token", "basic:user:password", or a bare token); empty for an empty one.
/// Errors: InvalidInput for another kind, or for characters that a header cannot hold.
Result<crypto::SecretText> authorizationHeader(const crypto::SecretText &secret);

/// Says what kept an exchange from its end, with who it was with: "the IPFS node at … cannot be
/// reached: nothing answers there". Unavailable; Tampered when it gave too much; Cancelled.
Error explained(const HttpFailure &failure, const std::string &who);

/// Kubo's RPC: POST /api/v0/<command>. Every command used here may be asked twice, so that what
/// failed on the way is tried again (Backoff). Thread-safe.
class KuboRpc
{
public:
    struct Failure
    {
        std::optional<kubo::Refusal::Kind> refusal; ///< When the node itself said no.
        Error error;
    };
    using Outcome = std::expected<Bytes, Failure>;

    struct Command
    {
        std::string target; ///< "block/put?pin=true"
        ByteView file{};    ///< Sent as a file (multipart/form-data, RFC 7578) when `hasFile`.
        bool hasFile = false;
        std::size_t mostBytes = std::size_t{64} * 1024;
        std::chrono::milliseconds timeout{30'000};
        Bytes memory{};
    };

    KuboRpc(HttpClient &client, HttpAddress address, crypto::SecretText authorization,
            unsigned tries);

    /// Tries until it has an answer or a reason not to.
    Outcome run(const Command &command, const std::stop_token &stop) const;

    /// One try that goes on meanwhile; `finish` says what came of it.
    HttpExchange start(Command command, const std::stop_token &stop) const;
    Outcome finish(HttpOutcome outcome) const;

    /// "the IPFS node at http://127.0.0.1:5001".
    const std::string &name() const { return m_name; }
    const HttpAddress &address() const { return m_address; }

private:
    HttpRequest request(Command command) const;

    HttpClient &m_client;
    HttpAddress m_address;
    crypto::SecretText m_authorization; ///< The whole header line.
    unsigned m_tries;
    std::string m_name;
    std::string m_boundary; ///< Random, so that no block holds it.
    std::string m_beforeFile;
    std::string m_afterFile;
};

} // namespace keepwell::store
