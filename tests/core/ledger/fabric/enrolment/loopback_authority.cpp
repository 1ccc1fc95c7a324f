// SPDX-License-Identifier: Apache-2.0
#include "tests/core/ledger/fabric/enrolment/loopback_authority.hpp"

#include <QtGlobal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <csignal>

namespace keepwell::test {

namespace {

constexpr long kDay = 24L * 60 * 60;

std::string pemOf(X509 *certificate)
{
    BIO *memory = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(memory, certificate);
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory, &text);
    std::string pem(text, static_cast<std::size_t>(size));
    BIO_free(memory);
    return pem;
}

X509 *newCertificate(EVP_PKEY *key, const std::string &name, X509 *issuer, EVP_PKEY *signer)
{
    X509 *made = X509_new();
    X509_set_version(made, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made), issuer == nullptr ? 1 : 2);
    X509_gmtime_adj(X509_getm_notBefore(made), -60);
    X509_gmtime_adj(X509_getm_notAfter(made), 30 * kDay);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.c_str()), -1, -1, 0);
    X509_set_issuer_name(made, X509_get_subject_name(issuer == nullptr ? made : issuer));
    X509_set_pubkey(made, key);
    if (issuer == nullptr) {
        X509V3_CTX context;
        X509V3_set_ctx_nodb(&context);
        X509V3_set_ctx(&context, made, made, nullptr, nullptr, 0);
        for (const auto &[nid, value] : {std::pair{NID_subject_alt_name, "IP:127.0.0.1"},
                                         std::pair{NID_basic_constraints, "CA:TRUE"}}) {
            X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
            X509_add_ext(made, extension, -1);
            X509_EXTENSION_free(extension);
        }
    }
    X509_sign(made, signer, EVP_sha256());
    return made;
}

std::string headerOf(const std::string &head, const std::string &name)
{
    std::string lower = head;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto at = lower.find("\r\n" + name + ": ");
    if (at == std::string::npos) {
        return "";
    }
    const auto from = at + name.size() + 4;
    return head.substr(from, head.find("\r\n", from) - from);
}

AskedOfAuthority readRequest(SSL *tls)
{
    std::string text;
    std::size_t bodyAt = std::string::npos;
    std::size_t length = 0;
    while (bodyAt == std::string::npos || text.size() < bodyAt + length) {
        char piece[4096];
        const int got = SSL_read(tls, piece, sizeof piece);
        if (got <= 0) {
            break;
        }
        text.append(piece, static_cast<std::size_t>(got));
        const auto end = text.find("\r\n\r\n");
        if (bodyAt == std::string::npos && end != std::string::npos) {
            bodyAt = end + 4;
            length = std::stoul("0" + headerOf(text.substr(0, end + 2), "content-length"));
        }
    }
    const std::string head = text.substr(0, bodyAt);
    const auto blank = head.find(' ');
    return {.path = head.substr(blank + 1, head.find(' ', blank + 1) - blank - 1),
            .authorization = headerOf(head, "authorization"),
            .body = bodyAt == std::string::npos ? "" : text.substr(bodyAt)};
}

} // namespace

LoopbackAuthority::LoopbackAuthority(Answer answer)
    : m_answer{std::move(answer)}
    , m_key{EVP_EC_gen("P-256"), EVP_PKEY_free}
    , m_certificate{newCertificate(m_key.get(), "a test authority", nullptr, m_key.get()),
                    X509_free}
    , m_context{SSL_CTX_new(TLS_server_method()), SSL_CTX_free}
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to clients that have hung up, too
    m_tlsCa = pemOf(m_certificate.get());
    SSL_CTX_use_certificate(m_context.get(), m_certificate.get());
    SSL_CTX_use_PrivateKey(m_context.get(), m_key.get());
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof place;
    auto *address = reinterpret_cast<sockaddr *>(&place);
    if (::bind(m_socket, address, size) != 0 || ::listen(m_socket, 4) != 0
        || ::getsockname(m_socket, address, &size) != 0) {
        qFatal("no loopback server");
    }
    m_port = ntohs(place.sin_port);
    m_thread = std::thread{[this] { serve(); }};
}

LoopbackAuthority::~LoopbackAuthority()
{
    ::shutdown(m_socket, SHUT_RDWR); // wakes accept()
    m_thread.join();
    ::close(m_socket);
}

void LoopbackAuthority::serve()
{
    while (true) {
        const int connection = ::accept(m_socket, nullptr, nullptr);
        if (connection < 0) {
            return;
        }
        serveOne(connection);
        ::close(connection);
    }
}

void LoopbackAuthority::serveOne(int connection)
{
    const std::unique_ptr<SSL, decltype(&SSL_free)> tls{SSL_new(m_context.get()), SSL_free};
    SSL_set_fd(tls.get(), connection);
    if (SSL_accept(tls.get()) != 1) {
        return; // somebody who does not trust us
    }
    const AuthorityReply reply = m_answer(readRequest(tls.get()));
    const std::string text = "HTTP/1.1 " + std::to_string(reply.status)
        + " Said\r\ncontent-type: application/json\r\ncontent-length: "
        + std::to_string(reply.body.size()) + "\r\nconnection: close\r\n\r\n" + reply.body;
    SSL_write(tls.get(), text.data(), static_cast<int>(text.size()));
    SSL_shutdown(tls.get());
}

std::string LoopbackAuthority::certificateFor(const std::string &request,
                                              const std::string &name) const
{
    BIO *memory = BIO_new_mem_buf(request.data(), static_cast<int>(request.size()));
    X509_REQ *asked = PEM_read_bio_X509_REQ(memory, nullptr, nullptr, nullptr);
    BIO_free(memory);
    if (asked == nullptr || X509_REQ_verify(asked, X509_REQ_get0_pubkey(asked)) != 1) {
        return "";
    }
    char itsName[65]{};
    X509_NAME_get_text_by_NID(X509_REQ_get_subject_name(asked), NID_commonName, itsName,
                              sizeof itsName);
    X509 *made = newCertificate(X509_REQ_get0_pubkey(asked), name.empty() ? itsName : name,
                                m_certificate.get(), m_key.get());
    std::string pem = pemOf(made);
    X509_free(made);
    X509_REQ_free(asked);
    return pem;
}

} // namespace keepwell::test
