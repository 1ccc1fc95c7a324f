// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/ipfs/http_message.hpp"

#include <curl/curl.h>

#include <memory>

namespace keepwell::store {

/// One exchange as libcurl sees it: an easy handle, the memory its callbacks fill, and what its end
/// means. No redirects, no cookies, no stored passwords, no compression, TLS 1.2 or later with the
/// peer's name checked. One thread at a time.
class HttpTransfer
{
public:
    struct Settings
    {
        std::string caFile; ///< Empty: the system's authorities.
        std::chrono::milliseconds connectTimeout{5'000};
    };

    HttpTransfer(HttpRequest request, const Settings &settings);
    ~HttpTransfer();
    HttpTransfer(const HttpTransfer &) = delete;
    HttpTransfer &operator=(const HttpTransfer &) = delete;

    CURL *handle() const { return m_handle.get(); }

    /// What came of it, once libcurl has ended it with `code`.
    HttpOutcome outcome(CURLcode code);

    /// Whether it ended with `code` because a connection kept from before had died, before a byte of
    /// an answer. If so it is ready to be handed to libcurl once more, for a connection of its own:
    /// libcurl itself does so unless the death shows while a body is being sent.
    bool startsAgain(CURLcode code);

private:
    struct HandleEnd
    {
        void operator()(CURL *handle) const noexcept { curl_easy_cleanup(handle); }
    };

    template <class Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(m_handle.get(), option, value);
    }
    void setHeaders();
    void setWay(const Settings &settings); ///< Where to, over what, and for how long.
    void setReceiving();
    void setSending();
    std::size_t send(char *buffer, std::size_t room);
    bool rewind(curl_off_t offset);
    bool receiveHeader(std::string_view line);
    bool receive(ByteView bytes);
    HttpFailure failureOf(CURLcode code) const;

    HttpRequest m_request;
    HttpAnswer m_answer;
    std::size_t m_piece = 0;   ///< Of the body, the one being sent,
    std::size_t m_inPiece = 0; ///< and how much of it is.
    std::size_t m_headerBytes = 0;
    bool m_isHeadWhole = false;
    bool m_isTooLong = false;
    curl_slist *m_headers = nullptr;
    std::unique_ptr<CURL, HandleEnd> m_handle;
    char m_error[CURL_ERROR_SIZE] = {};
};

} // namespace keepwell::store
