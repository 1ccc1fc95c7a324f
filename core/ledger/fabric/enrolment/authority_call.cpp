// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/enrolment/authority_call.hpp"

#include <curl/curl.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kMostAnswer = std::size_t{256} * 1024;
constexpr long kConnectMilliseconds = 10'000;

struct HandleEnd
{
    void operator()(CURL *handle) const noexcept { curl_easy_cleanup(handle); }
};
struct ListEnd
{
    void operator()(curl_slist *list) const noexcept
    {
        for (curl_slist *one = list; one != nullptr; one = one->next) {
            sodium_memzero(one->data,
                           std::char_traits<char>::length(one->data)); // a secret is in one
        }
        curl_slist_free_all(list);
    }
};
using Handle = std::unique_ptr<CURL, HandleEnd>;
using Headers = std::unique_ptr<curl_slist, ListEnd>;

struct Taking
{
    std::string body;
    bool isTooLong = false;
};

std::size_t take(char *bytes, std::size_t, std::size_t count, void *user)
{
    auto &taking = *static_cast<Taking *>(user);
    if (taking.body.size() + count > kMostAnswer) {
        taking.isTooLong = true;
        return 0;
    }
    taking.body.append(bytes, count);
    return count;
}

int stopped(void *user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const Patience *>(user)->stop.stop_requested() ? 1 : 0;
}

bool addHeader(Headers &headers, const char *line)
{
    curl_slist *longer = curl_slist_append(headers.get(), line);
    if (longer != nullptr) {
        headers.release();
        headers.reset(longer);
    }
    return longer != nullptr;
}

std::string whyNot(CURLcode code, const std::array<char, CURL_ERROR_SIZE> &words)
{
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return "it is not the one that the connection file names (its TLS certificate does not "
               "fit)";
    case CURLE_OPERATION_TIMEDOUT:
        return "it did not answer in time";
    default:
        return words[0] != '\0' ? words.data() : curl_easy_strerror(code);
    }
}

std::string urlOf(const AuthorityAddress &authority, const AuthorityCall &call)
{
    std::string url = authority.url;
    while (url.ends_with('/')) {
        url.pop_back();
    }
    return url + call.path;
}

/// TLS, straight to who is named, and vouched for by `authorities` alone. Kept until the call ends.
void pin(CURL *curl, curl_blob &authorities)
{
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_CAINFO, nullptr);
    curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    curl_easy_setopt(curl, CURLOPT_CAINFO_BLOB, &authorities);
}

} // namespace

Result<AuthorityAnswer> post(const AuthorityAddress &authority, const AuthorityCall &call,
                             const Patience &patience)
{
    if (!authority.url.starts_with("https://")) {
        return fail(ErrorCode::InvalidInput, "the authority's address must begin with https://");
    }
    const Handle handle{curl_easy_init()};
    Headers headers;
    std::string authorization{"authorization: "};
    authorization += call.authorization.expose();
    const bool ready = handle && addHeader(headers, "content-type: application/json")
        && addHeader(headers, "expect:") && addHeader(headers, authorization.c_str());
    sodium_memzero(authorization.data(), authorization.size());
    if (!ready) {
        throw std::bad_alloc{};
    }
    Taking taking;
    std::array<char, CURL_ERROR_SIZE> words{};
    std::string ca = authority.tlsCa;
    curl_blob pinned{.data = ca.data(), .len = ca.size(), .flags = CURL_BLOB_NOCOPY};
    CURL *curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, urlOf(authority, call).c_str());
    pin(curl, pinned);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &taking);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, stopped);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &patience);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, kConnectMilliseconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, // 0 would be no end at all
                     std::max(1L, static_cast<long>(patience.atMost.count())));
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words.data());

    const CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_ABORTED_BY_CALLBACK) {
        return fail(ErrorCode::Cancelled, "stopped; nothing was changed");
    }
    if (taking.isTooLong) {
        return fail(ErrorCode::InvalidInput, "the authority's answer is too long to be one");
    }
    if (code != CURLE_OK) {
        return fail(ErrorCode::Unavailable,
                    "the organisation's authority at " + authority.url
                        + " cannot be reached: " + whyNot(code, words));
    }
    AuthorityAnswer answer{.body = std::move(taking.body)};
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

} // namespace keepwell::ledger::fabric
