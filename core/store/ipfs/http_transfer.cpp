// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/http_transfer.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace keepwell::store {

namespace {

constexpr long kSendBuffer = 512 * 1024;
constexpr long kReceiveBuffer = 256 * 1024;
/// Nobody who answers with a block or a few numbers needs more.
constexpr std::size_t kMostHeaderBytes = 32 * 1024;

curl_slist *withHeader(curl_slist *list, const char *header)
{
    curl_slist *longer = curl_slist_append(list, header);
    if (longer == nullptr) {
        curl_slist_free_all(list);
        throw std::bad_alloc{};
    }
    return longer;
}

long countOf(std::chrono::milliseconds time) { return static_cast<long>(time.count()); }

} // namespace

HttpTransfer::HttpTransfer(HttpRequest request, const Settings &settings)
    : m_request{std::move(request)}, m_handle{curl_easy_init()}
{
    if (!m_handle) {
        throw std::bad_alloc{};
    }
    m_answer.body = std::move(m_request.memory);
    m_answer.body.clear();
    setHeaders();
    setWay(settings);
    setReceiving();
    if (m_request.isPost) {
        setSending();
    }
}

HttpTransfer::~HttpTransfer()
{
    m_handle.reset(); // Before the headers, which it reads.
    for (curl_slist *header = m_headers; header != nullptr; header = header->next) {
        sodium_memzero(header->data, std::strlen(header->data));
    }
    curl_slist_free_all(m_headers);
}

void HttpTransfer::setHeaders()
{
    m_headers = withHeader(m_headers, "Expect:"); // A round trip that helps nobody here.
    for (const std::string &header : m_request.headers) {
        m_headers = withHeader(m_headers, header.c_str());
    }
    if (!m_request.secretHeader.empty()) {
        std::string header{m_request.secretHeader};
        m_headers = withHeader(m_headers, header.c_str());
        sodium_memzero(header.data(), header.size());
    }
}

void HttpTransfer::setWay(const Settings &settings)
{
    const std::string url = m_request.to.origin() + m_request.target;
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!settings.caFile.empty()) {
        set(CURLOPT_CAINFO, settings.caFile.c_str());
    }
    if (!m_request.to.socket().empty()) {
        set(CURLOPT_UNIX_SOCKET_PATH, m_request.to.socket().c_str());
    }
    if (m_request.to.isOnThisComputer()) {
        set(CURLOPT_PROXY, ""); // A proxy of the environment is for what lies beyond.
    }
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, countOf(settings.connectTimeout));
    set(CURLOPT_TIMEOUT_MS, countOf(m_request.timeout));
    if (m_request.silence.count() > 0) {
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, std::max(1L, countOf(m_request.silence) / 1000));
    }
    set(CURLOPT_HTTPHEADER, m_headers);
    set(CURLOPT_ERRORBUFFER, m_error);
}

void HttpTransfer::setReceiving()
{
    set(CURLOPT_BUFFERSIZE, kReceiveBuffer);
    curl_write_callback receiveBody = [](char *data, std::size_t, std::size_t size, void *self) {
        const ByteView bytes = std::as_bytes(std::span{data, size});
        return static_cast<HttpTransfer *>(self)->receive(bytes) ? size : 0;
    };
    set(CURLOPT_WRITEFUNCTION, receiveBody);
    set(CURLOPT_WRITEDATA, this);
    curl_write_callback takeHeader = [](char *data, std::size_t, std::size_t size, void *self) {
        return static_cast<HttpTransfer *>(self)->receiveHeader({data, size}) ? size : 0;
    };
    set(CURLOPT_HEADERFUNCTION, takeHeader);
    set(CURLOPT_HEADERDATA, this);
}

void HttpTransfer::setSending()
{
    curl_off_t size = 0;
    for (const ByteView piece : m_request.body) {
        size += static_cast<curl_off_t>(piece.size());
    }
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, size);
    set(CURLOPT_UPLOAD_BUFFERSIZE, kSendBuffer);
    curl_read_callback sendBody
        = [](char *buffer, std::size_t size1, std::size_t count, void *self) {
              return static_cast<HttpTransfer *>(self)->send(buffer, size1 * count);
          };
    set(CURLOPT_READFUNCTION, sendBody);
    set(CURLOPT_READDATA, this);
    // A connection that was kept open and has died meanwhile is replaced, and the body sent again.
    curl_seek_callback rewindBody = [](void *self, curl_off_t offset, int origin) {
        const bool isDone = origin == SEEK_SET && static_cast<HttpTransfer *>(self)->rewind(offset);
        return isDone ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
    };
    set(CURLOPT_SEEKFUNCTION, rewindBody);
    set(CURLOPT_SEEKDATA, this);
}

std::size_t HttpTransfer::send(char *buffer, std::size_t room)
{
    std::size_t done = 0;
    while (done < room && m_piece < m_request.body.size()) {
        const ByteView rest = m_request.body[m_piece].subspan(m_inPiece);
        const std::size_t size = std::min(rest.size(), room - done);
        if (size > 0) {
            std::memcpy(buffer + done, rest.data(), size);
        }
        done += size;
        m_inPiece += size;
        if (m_inPiece == m_request.body[m_piece].size()) {
            ++m_piece;
            m_inPiece = 0;
        }
    }
    return done;
}

bool HttpTransfer::rewind(curl_off_t offset)
{
    m_piece = 0;
    m_inPiece = 0;
    return offset == 0;
}

bool HttpTransfer::receiveHeader(std::string_view line)
{
    m_headerBytes += line.size();
    m_isTooLong = m_isTooLong || m_headerBytes > kMostHeaderBytes;
    m_isHeadWhole = line == "\r\n" || line == "\n";
    return !m_isTooLong;
}

bool HttpTransfer::receive(ByteView bytes)
{
    Bytes &body = m_answer.body;
    if (bytes.size() > m_request.mostBytes - body.size()) {
        m_isTooLong = true;
        return false;
    }
    append(body, bytes);
    return true;
}

bool HttpTransfer::startsAgain(CURLcode code)
{
    long connectionsMade = 1;
    curl_easy_getinfo(m_handle.get(), CURLINFO_NUM_CONNECTS, &connectionsMade);
    const bool isBroken
        = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING;
    if (!isBroken || connectionsMade > 0 || m_headerBytes > 0) {
        return false;
    }
    rewind(0);
    set(CURLOPT_FRESH_CONNECT, 1L);
    return true;
}

HttpOutcome HttpTransfer::outcome(CURLcode code)
{
    if (code != CURLE_OK) {
        return std::unexpected{failureOf(code)};
    }
    if (!m_isHeadWhole) { // libcurl takes that for an answer without a body.
        return std::unexpected{HttpFailure{HttpFailure::Kind::Broken,
                                           "the connection broke in the head of the answer"}};
    }
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &m_answer.status);
    if (m_answer.status >= 300 && m_answer.status < 400) {
        return std::unexpected{
            HttpFailure{HttpFailure::Kind::Redirected, "it sent us to another address"}};
    }
    curl_off_t wait = 0;
    if (curl_easy_getinfo(m_handle.get(), CURLINFO_RETRY_AFTER, &wait) == CURLE_OK) {
        m_answer.retryAfter = std::chrono::seconds{wait};
    }
    return std::move(m_answer);
}

HttpFailure HttpTransfer::failureOf(CURLcode code) const
{
    using Kind = HttpFailure::Kind;
    if (m_isTooLong) {
        return {Kind::TooLong, "it gave more than was asked for"};
    }
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {Kind::Unreachable, "its name is not known here"};
    case CURLE_COULDNT_CONNECT: {
        long number = 0;
        curl_easy_getinfo(m_handle.get(), CURLINFO_OS_ERRNO, &number);
        const bool isRefused = number == ECONNREFUSED || number == ENOENT;
        return {Kind::Unreachable,
                isRefused ? "nothing answers there" : "it cannot be reached from here"};
    }
    case CURLE_OPERATION_TIMEDOUT:
        return {Kind::TimedOut, "it did not answer in time"};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return {Kind::Untrusted, "its certificate does not prove who it is"};
    default:
        break;
    }
    // English of libcurl, about the connection only.
    const char *words = m_error[0] != '\0' ? m_error : curl_easy_strerror(code);
    return {Kind::Broken, "the connection broke (" + std::string{words} + ")"};
}

} // namespace keepwell::store
