// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/enrolment/enrolment.hpp"

#include "core/crypto/base64.hpp"
#include "core/ledger/fabric/enrolment/authority_call.hpp"
#include "core/ledger/fabric/enrolment/certificate_request.hpp"
#include "core/ledger/fabric/member/certificate.hpp"
#include "core/ledger/fabric/member/openssl.hpp"
#include "core/ledger/fabric/member/private_key.hpp"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <array>

namespace keepwell::ledger::fabric {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostCode = 1024;

/// What the authority said was wrong, for people; at most a line.
std::string wordsOf(const Json &answer)
{
    const auto errors = answer.find("errors");
    if (errors == answer.end() || !errors->is_array() || errors->empty()
        || !errors->front().is_object() || !errors->front().contains("message")
        || !errors->front()["message"].is_string()) {
        return "";
    }
    constexpr std::size_t kMostWords = 200;
    std::string words = errors->front()["message"].get<std::string>().substr(0, kMostWords);
    std::erase_if(words, [](unsigned char c) { return c < ' ' || c > '~'; });
    return " (" + words + ")";
}

Result<std::string> certificateIn(const AuthorityAnswer &answer)
{
    constexpr long kUnauthorised = 401;
    constexpr long kForbidden = 403;
    constexpr long kFirstError = 300;
    const Json json = Json::parse(answer.body, nullptr, false);
    if (answer.status == kUnauthorised || answer.status == kForbidden) {
        return fail(ErrorCode::Denied,
                    "the organisation's authority did not accept it: the code may be wrong, or "
                    "used already"
                        + (json.is_object() ? wordsOf(json) : std::string{}));
    }
    if (answer.status >= kFirstError || !json.is_object()) {
        return fail(answer.status >= 500 ? ErrorCode::Unavailable : ErrorCode::InvalidInput,
                    "the organisation's authority answered with status "
                        + std::to_string(answer.status)
                        + (json.is_object() ? wordsOf(json) : std::string{}));
    }
    const auto result = json.find("result");
    if (result == json.end() || !result->is_object() || !result->contains("Cert")
        || !(*result)["Cert"].is_string()) {
        return fail(ErrorCode::InvalidInput, "the authority's answer holds no certificate");
    }
    const auto pem = crypto::fromBase64((*result)["Cert"].get_ref<const std::string &>());
    if (!pem) {
        return fail(ErrorCode::InvalidInput, "the authority's certificate is not in base64");
    }
    return std::string{textOf(*pem)};
}

std::string bodyOf(const AuthorityAddress &authority, const std::string &request)
{
    Json body{{"certificate_request", request}};
    if (!authority.name.empty()) {
        body["caname"] = authority.name;
    }
    return body.dump();
}

/// The certificate must be for our key, and bear the name we asked for.
Result<Enrolled> checked(const AuthorityAnswer &answer, CertificateRequest request,
                         std::string_view name)
{
    KEEPWELL_TRY(std::string pem, certificateIn(answer));
    KEEPWELL_TRY(const Certificate certificate, Certificate::parse(pem));
    KEEPWELL_TRY(const PrivateKey key, PrivateKey::parse(request.privateKey));
    KEEPWELL_TRY(const std::string got, nameOf(pem));
    if (!key.isOf(certificate) || got != name) {
        return fail(ErrorCode::Tampered,
                    "the authority's certificate is not the one that was asked for");
    }
    return Enrolled{.certificate = std::move(pem), .privateKey = std::move(request.privateKey)};
}

crypto::SecretText secretLine(std::string_view begin, std::string end)
{
    crypto::SecretText line;
    line.append(begin);
    line.append(end);
    sodium_memzero(end.data(), end.size());
    return line;
}

} // namespace

Result<Enrolled> enrol(const AuthorityAddress &authority, const crypto::SecretText &code,
                       const Patience &patience)
{
    const std::string_view text = code.expose();
    const auto colon = text.find(':');
    if (colon == text.npos || colon == 0 || colon + 1 == text.size() || text.size() > kMostCode
        || text.find_first_of("\r\n") != text.npos) {
        return fail(ErrorCode::InvalidInput,
                    "an enrolment code is a name, a colon and a secret on one line");
    }
    const std::string name{text.substr(0, colon)};
    KEEPWELL_TRY(CertificateRequest request, CertificateRequest::make(name));
    const crypto::SecretText authorization = secretLine("Basic ", crypto::toBase64(bytesOf(text)));
    KEEPWELL_TRY(const AuthorityAnswer answer,
                 post(authority,
                      {.path = "/api/v1/enroll",
                       .body = bodyOf(authority, request.request),
                       .authorization = authorization},
                      patience));
    return checked(answer, std::move(request), name);
}

Result<Enrolled> renew(const AuthorityAddress &authority, const Enrolled &now,
                       const Patience &patience)
{
    constexpr const char *kPath = "/api/v1/reenroll";
    KEEPWELL_TRY(const std::string name, nameOf(now.certificate));
    KEEPWELL_TRY(CertificateRequest request, CertificateRequest::make(name));
    const std::string body = bodyOf(authority, request.request);
    const std::string certificate = crypto::toBase64(bytesOf(now.certificate));
    KEEPWELL_TRY(const PrivateKey key, PrivateKey::parse(now.privateKey));
    const std::string toSign = "POST." + crypto::toBase64(bytesOf(kPath)) + "."
        + crypto::toBase64(bytesOf(body)) + "." + certificate;
    KEEPWELL_TRY(const Bytes signature, key.sign(bytesOf(toSign)));
    const crypto::SecretText authorization
        = secretLine(certificate + ".", crypto::toBase64(signature));
    KEEPWELL_TRY(
        const AuthorityAnswer answer,
        post(authority, {.path = kPath, .body = body, .authorization = authorization}, patience));
    return checked(answer, std::move(request), name);
}

Result<std::string> nameOf(const std::string &certificate)
{
    KEEPWELL_TRY(const Certificate parsed, Certificate::parse(certificate));
    X509_NAME *subject = X509_get_subject_name(parsed.handle()); // the certificate's own
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    ASN1_STRING *value
        = at < 0 ? nullptr : X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
    unsigned char *utf8 = nullptr;
    const int size = value == nullptr ? -1 : ASN1_STRING_to_UTF8(&utf8, value);
    if (size <= 0) {
        ERR_clear_error();
        return fail(ErrorCode::InvalidInput, "the certificate names nobody");
    }
    std::string name{reinterpret_cast<const char *>(utf8), static_cast<std::size_t>(size)};
    OPENSSL_free(utf8);
    return name;
}

} // namespace keepwell::ledger::fabric
