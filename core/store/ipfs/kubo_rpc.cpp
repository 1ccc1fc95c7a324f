// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/kubo_rpc.hpp"

#include "core/base/hex.hpp"
#include "core/crypto/base64.hpp"
#include "core/store/ipfs/backoff.hpp"

#include <sodium.h>

#include <algorithm>

namespace keepwell::store {

namespace {

using Kind = HttpFailure::Kind;

std::string randomWord()
{
    std::array<std::byte, 16> random{};
    randombytes_buf(random.data(), random.size());
    return toHex(random);
}

/// What a second try may mend. A time-out has used its time already.
bool isWorthAnotherTry(const HttpOutcome &outcome)
{
    if (!outcome) {
        return outcome.error().kind == Kind::Unreachable || outcome.error().kind == Kind::Broken;
    }
    const long status = outcome->status;
    return status == 429 || status == 502 || status == 503 || status == 504;
}

std::string errorWords(const kubo::Refusal &refusal, const std::string &who)
{
    switch (refusal.kind) {
    case kubo::Refusal::Kind::NotFound:
        return who + " does not have it";
    case kubo::Refusal::Kind::NotInTime:
        return who + " found nobody who gave it in time";
    case kubo::Refusal::Kind::NotPinned:
        return who + " has not pinned it";
    case kubo::Refusal::Kind::DiskFull:
        return "the disk of " + who + " is full";
    case kubo::Refusal::Kind::Other:
        break;
    }
    return who
        + (refusal.words.empty() ? " failed and does not say why" : " says: " + refusal.words);
}

} // namespace

Result<crypto::SecretText> authorizationHeader(const crypto::SecretText &secret)
{
    const std::string_view text = secret.expose();
    const bool isPrintable = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
    if (!isPrintable || text.size() > 4096) {
        return fail(ErrorCode::InvalidInput, "the secret of an IPFS node is printable ASCII");
    }
    crypto::SecretText header;
    if (text.empty()) {
        return header;
    }
    const std::size_t colon = text.find(':');
    const std::string_view kind = colon == std::string_view::npos ? "" : text.substr(0, colon);
    const std::string_view value = colon == std::string_view::npos ? text : text.substr(colon + 1);
    if (colon == std::string_view::npos || kind == "bearer") {
        header.append("Authorization: Bearer ");
        header.append(value);
    } else if (kind == "basic") {
        header.append("Authorization: Basic ");
        if (value.find(':') == std::string_view::npos) {
            header.append(value); // In base64 already.
            return header;
        }
        std::string encoded = crypto::toBase64(bytesOf(value));
        header.append(encoded);
        sodium_memzero(encoded.data(), encoded.size());
    } else {
        return fail(ErrorCode::InvalidInput,
                    "the secret of an IPFS node starts with bearer: or basic:");
    }
    return header;
}

Error explained(const HttpFailure &failure, const std::string &who)
{
    switch (failure.kind) {
    case Kind::Cancelled:
        return {ErrorCode::Cancelled, "stopped while talking to " + who};
    case Kind::TooLong:
        return {ErrorCode::Tampered, who + " gave more than was asked for"};
    case Kind::Unreachable:
        return {ErrorCode::Unavailable, who + " cannot be reached: " + failure.detail};
    case Kind::Untrusted:
        return {ErrorCode::Unavailable, who + " is not trusted: " + failure.detail};
    case Kind::TimedOut:
    case Kind::Broken:
    case Kind::Redirected:
        break;
    }
    return {ErrorCode::Unavailable, who + " does not work: " + failure.detail};
}

KuboRpc::KuboRpc(HttpClient &client, HttpAddress address, crypto::SecretText authorization,
                 unsigned tries)
    : m_client{client}
    , m_address{std::move(address)}
    , m_authorization{std::move(authorization)}
    , m_tries{tries}
    , m_name{"the IPFS node at " + m_address.text()}
    , m_boundary{randomWord()}
    , m_beforeFile{"--" + m_boundary
                   + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"block\"\r\n"
                     "Content-Type: application/octet-stream\r\n\r\n"}
    , m_afterFile{"\r\n--" + m_boundary + "--\r\n"}
{
}

HttpRequest KuboRpc::request(Command command) const
{
    HttpRequest request{.to = m_address,
                        .target = "/api/v0/" + command.target,
                        .isPost = true,
                        .secretHeader = m_authorization.expose(),
                        .mostBytes = command.mostBytes,
                        .timeout = command.timeout,
                        .memory = std::move(command.memory)};
    if (command.hasFile) {
        request.headers = {"Content-Type: multipart/form-data; boundary=" + m_boundary};
        request.body = {bytesOf(m_beforeFile), command.file, bytesOf(m_afterFile)};
    } else {
        request.headers = {"Content-Type:"};
    }
    return request;
}

HttpExchange KuboRpc::start(Command command, const std::stop_token &stop) const
{
    return m_client.start(request(std::move(command)), stop);
}

KuboRpc::Outcome KuboRpc::run(const Command &command, const std::stop_token &stop) const
{
    Backoff backoff{m_tries};
    while (true) {
        HttpOutcome outcome = start(command, stop).take();
        if (!isWorthAnotherTry(outcome)
            || !backoff.waitForNext(stop,
                                    outcome ? outcome->retryAfter : std::chrono::seconds{0})) {
            return finish(std::move(outcome));
        }
    }
}

KuboRpc::Outcome KuboRpc::finish(HttpOutcome outcome) const
{
    const auto failed = [](ErrorCode code, std::string detail) {
        return std::unexpected{Failure{.refusal = {}, .error = {code, std::move(detail)}}};
    };
    if (!outcome) {
        return std::unexpected{Failure{.refusal = {}, .error = explained(outcome.error(), m_name)}};
    }
    const long status = outcome->status;
    if (status == 200) {
        return std::move(outcome->body);
    }
    if (status == 401 || status == 403) {
        return failed(ErrorCode::Denied,
                      m_name + " refuses us: its API wants another authorization");
    }
    if (status == 500) {
        const kubo::Refusal refusal = kubo::refusal(outcome->body);
        const ErrorCode code = refusal.kind == kubo::Refusal::Kind::NotFound
            ? ErrorCode::NotFound
            : ErrorCode::Unavailable;
        return std::unexpected{
            Failure{.refusal = refusal.kind, .error = {code, errorWords(refusal, m_name)}}};
    }
    return failed(ErrorCode::Unavailable,
                  m_name + " does not answer as Kubo's RPC does (HTTP status "
                      + std::to_string(status) + ")");
}

} // namespace keepwell::store
