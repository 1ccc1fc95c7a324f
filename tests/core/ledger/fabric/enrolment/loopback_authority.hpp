// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/ssl.h>

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace keepwell::test {

/// What the double was asked.
struct AskedOfAuthority
{
    std::string path;
    std::string authorization;
    std::string body;
};

struct AuthorityReply
{
    int status = 201;
    std::string body;
};

/// A test double on 127.0.0.1 that stands in for fabric-ca in unit tests: TLS with a certificate of
/// its own, one connection at a time, answers as the test says. The real one is in tests/network.
class LoopbackAuthority
{
public:
    using Answer = std::function<AuthorityReply(const AskedOfAuthority &)>;

    explicit LoopbackAuthority(Answer answer);
    ~LoopbackAuthority();
    LoopbackAuthority(const LoopbackAuthority &) = delete;
    LoopbackAuthority &operator=(const LoopbackAuthority &) = delete;

    std::string url() const { return "https://127.0.0.1:" + std::to_string(m_port); }
    const std::string &tlsCa() const { return m_tlsCa; } ///< PEM.

    /// Signs what is asked, as an authority does; `name` in place of the asked one unless empty.
    std::string certificateFor(const std::string &request, const std::string &name = "") const;

private:
    void serve();
    void serveOne(int connection);

    Answer m_answer;
    std::string m_tlsCa;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
    std::unique_ptr<X509, decltype(&X509_free)> m_certificate;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_context;
    int m_socket = -1;
    unsigned m_port = 0;
    std::thread m_thread;
};

} // namespace keepwell::test
