// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/http_address.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <sys/un.h>

#include <algorithm>
#include <memory>

namespace keepwell::store {

namespace {

constexpr std::string_view kUnix = "unix:";
constexpr std::size_t kMostText = 300;

struct UrlEnd
{
    void operator()(CURLU *url) const noexcept { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, UrlEnd>;

/// One part of a URL; empty when it has none.
std::string partOf(const Url &url, CURLUPart part)
{
    char *text = nullptr;
    if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) {
        return {};
    }
    std::string copy{text};
    curl_free(text);
    return copy;
}

std::unexpected<Error> refuse(std::string_view text, std::string_view why)
{
    return fail(ErrorCode::InvalidInput,
                "the address \"" + std::string{text} + "\" " + std::string{why});
}

bool isLoopback(const std::string &host)
{
    in_addr number{};
    const bool isNumber = ::inet_pton(AF_INET, host.c_str(), &number) == 1;
    return host == "localhost" || host == "[::1]"
        || (isNumber && ntohl(number.s_addr) >> 24U == 127);
}

/// Names and numbers only: what a person reads is what is asked.
bool isPlainHost(const std::string &host)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
    };
    return !host.empty() && std::ranges::all_of(host, isPlain);
}

} // namespace

Result<HttpAddress> HttpAddress::parse(std::string_view text)
{
    const bool isPrintable
        = std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~' && c != '"'; });
    if (text.empty() || text.size() > kMostText || !isPrintable) {
        return fail(ErrorCode::InvalidInput, "an address is 1 to 300 printable characters");
    }
    HttpAddress address;
    if (text.starts_with(kUnix)) {
        const std::string_view path = text.substr(kUnix.size());
        if (!path.starts_with('/') || path.size() >= sizeof(sockaddr_un::sun_path)) {
            return refuse(text, "does not name a unix socket by its whole, short path");
        }
        address.m_text = text;
        address.m_socket = path;
        address.m_origin = "http://localhost";
        address.m_isOnThisComputer = true;
        return address;
    }
    const Url url{curl_url()};
    const std::string copy{text};
    if (!url || curl_url_set(url.get(), CURLUPART_URL, copy.c_str(), 0) != CURLUE_OK) {
        return refuse(text, "is none: write https://node.example.org or http://127.0.0.1:5001");
    }
    const std::string scheme = partOf(url, CURLUPART_SCHEME);
    const std::string host = partOf(url, CURLUPART_HOST);
    const std::string path = partOf(url, CURLUPART_PATH);
    if (scheme != "http" && scheme != "https") {
        return refuse(text, "starts with neither https:// nor http://");
    }
    if (!isPlainHost(host) || (path != "/" && !path.empty()) || !partOf(url, CURLUPART_USER).empty()
        || !partOf(url, CURLUPART_PASSWORD).empty() || !partOf(url, CURLUPART_QUERY).empty()
        || !partOf(url, CURLUPART_FRAGMENT).empty()) {
        return refuse(text, "may hold a host and a port, nothing else");
    }
    address.m_isOnThisComputer = isLoopback(host);
    if (scheme == "http" && !address.m_isOnThisComputer) {
        return refuse(text, "is not encrypted: use https:// beyond this computer");
    }
    const std::string port = partOf(url, CURLUPART_PORT);
    address.m_origin = scheme + "://" + host + (port.empty() ? "" : ":" + port);
    address.m_text = address.m_origin;
    return address;
}

} // namespace keepwell::store
