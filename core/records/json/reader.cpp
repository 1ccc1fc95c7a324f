// SPDX-License-Identifier: Apache-2.0
#include "core/records/json/nodes.hpp"
#include "core/records/json/string_escapes.hpp"

#include <simdjson.h>

#include <algorithm>

namespace keepwell::records::json {
namespace {

constexpr std::size_t kMostBytes = 0xFFFFFFFFU;

/// An array or object that is not closed yet. No recursion: depth costs heap, not stack.
struct Open
{
    std::uint32_t node;
    bool isObject;
};

class Reader
{
public:
    Reader(Value::Nodes &nodes, const Limits &limits)
        : m_nodes{nodes}, m_text{nodes.source}, m_limits{limits}
    {
    }

    Result<> run();

private:
    Result<> value();
    Result<> afterValue();
    Result<> key();
    Result<> open(bool isObject);
    Result<> close(bool isObject);
    Result<> string(std::uint32_t &begin, std::uint32_t &length, bool &escaped);
    Result<> number();
    Result<> literal(std::string_view word, Type type);
    Result<> uniqueKeys(std::uint32_t object);
    std::unexpected<Error> broken(std::string_view rule) const
    {
        return fail(ErrorCode::InvalidInput,
                    "not valid JSON at byte " + std::to_string(m_at) + ": " + std::string{rule});
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool isDigit() const { return peek() >= '0' && peek() <= '9'; }
    void space()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r'
                   || m_text[m_at] == '\t')) {
            ++m_at;
        }
    }
    Node &add(Type type)
    {
        Node &node = m_nodes.nodes.emplace_back(m_pending);
        m_pending = Node{};
        node.type = type;
        node.begin = static_cast<std::uint32_t>(m_at);
        return node;
    }

    Value::Nodes &m_nodes;
    std::string_view m_text;
    const Limits &m_limits;
    std::size_t m_at = 0;
    bool m_finished = false;
    Node m_pending; ///< Carries the key to the value that follows it.
    std::vector<Open> m_open;
    std::vector<std::string_view> m_keys;
};

Result<> Reader::run()
{
    if (m_text.size() > std::min(m_limits.bytes, kMostBytes)) {
        return fail(ErrorCode::InvalidInput,
                    "the JSON text is larger than " + std::to_string(m_limits.bytes) + " bytes");
    }
    if (!simdjson::validate_utf8(m_text.data(), m_text.size())) {
        return fail(ErrorCode::InvalidInput, "the text is not UTF-8");
    }
    space();
    while (!m_finished) {
        KEEPWELL_CHECK(value());
    }
    space();
    if (m_at != m_text.size()) {
        return broken("something follows the end of the value");
    }
    return {};
}

/// Reads one scalar, or the start of an array or object, and all that closes after it.
Result<> Reader::value()
{
    if (m_nodes.nodes.size() >= m_limits.values) {
        return broken("more than " + std::to_string(m_limits.values) + " values");
    }
    switch (peek()) {
    case '{':
        return open(true);
    case '[':
        return open(false);
    case '"': {
        Node &node = add(Type::String);
        KEEPWELL_CHECK(string(node.begin, node.length, node.escaped));
        break;
    }
    case 't':
        KEEPWELL_CHECK(literal("true", Type::Boolean));
        break;
    case 'f':
        KEEPWELL_CHECK(literal("false", Type::Boolean));
        break;
    case 'n':
        KEEPWELL_CHECK(literal("null", Type::Null));
        break;
    default:
        KEEPWELL_CHECK(number());
    }
    return afterValue();
}

Result<> Reader::open(bool isObject)
{
    if (m_open.size() >= m_limits.depth) {
        return broken("nested deeper than " + std::to_string(m_limits.depth) + " levels");
    }
    add(isObject ? Type::Object : Type::Array);
    m_open.push_back({static_cast<std::uint32_t>(m_nodes.nodes.size() - 1), isObject});
    ++m_at;
    space();
    if (peek() == (isObject ? '}' : ']')) {
        KEEPWELL_CHECK(close(isObject));
        return afterValue();
    }
    return isObject ? key() : Result<>{};
}

Result<> Reader::key()
{
    if (peek() != '"') {
        return broken("a key in quotes is expected");
    }
    KEEPWELL_CHECK(string(m_pending.keyBegin, m_pending.keyLength, m_pending.keyEscaped));
    space();
    if (peek() != ':') {
        return broken("a colon is expected after the key");
    }
    ++m_at;
    space();
    return {};
}

Result<> Reader::afterValue()
{
    while (!m_open.empty()) {
        space();
        const bool isObject = m_open.back().isObject;
        if (peek() == ',') {
            ++m_at;
            space();
            return isObject ? key() : Result<>{};
        }
        if (peek() != (isObject ? '}' : ']')) {
            return broken(m_at == m_text.size() ? "the text ends too early"
                                                : "a comma or the end is expected");
        }
        KEEPWELL_CHECK(close(isObject));
    }
    m_finished = true;
    return {};
}

Result<> Reader::close(bool isObject)
{
    ++m_at;
    const std::uint32_t index = m_open.back().node;
    m_open.pop_back();
    Node &node = m_nodes.nodes[index];
    node.length = static_cast<std::uint32_t>(m_at) - node.begin;
    node.span = static_cast<std::uint32_t>(m_nodes.nodes.size()) - index;
    return isObject ? uniqueKeys(index) : Result<>{};
}

Result<> Reader::string(std::uint32_t &begin, std::uint32_t &length, bool &escaped)
{
    ++m_at;
    const std::size_t start = m_at;
    begin = static_cast<std::uint32_t>(start);
    while (m_at < m_text.size() && m_text[m_at] != '"') {
        if (static_cast<unsigned char>(m_text[m_at]) < 0x20) {
            return broken("a control character in a string is not escaped");
        }
        if (m_text[m_at] == '\\') {
            escaped = true;
            ++m_at;
        }
        ++m_at;
    }
    if (m_at >= m_text.size()) {
        m_at = m_text.size();
        return broken("the text ends inside a string");
    }
    length = static_cast<std::uint32_t>(m_at - start);
    if (escaped) {
        const std::size_t offset = m_nodes.decodedText.size();
        if (!decodeEscapes(m_text.substr(start, length), m_nodes.decodedText)) {
            return broken("an escape in the string before here is not allowed");
        }
        m_nodes.decoded.push_back(
            {begin, static_cast<std::uint32_t>(offset),
             static_cast<std::uint32_t>(m_nodes.decodedText.size() - offset)});
    }
    ++m_at;
    return {};
}

/// RFC 8259 section 6: [ minus ] int [ frac ] [ exp ]
Result<> Reader::number()
{
    Node &node = add(Type::Number);
    if (peek() == '-') {
        ++m_at;
    }
    if (!isDigit()) {
        return broken("a value is expected");
    }
    const bool leadingZero = peek() == '0';
    const std::size_t first = m_at;
    while (isDigit()) {
        ++m_at;
    }
    if (leadingZero && m_at - first > 1) {
        return broken("a number starts with a zero too many");
    }
    if (peek() == '.') {
        ++m_at;
        if (!isDigit()) {
            return broken("a digit is expected after the decimal point");
        }
        while (isDigit()) {
            ++m_at;
        }
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_at;
        if (peek() == '+' || peek() == '-') {
            ++m_at;
        }
        if (!isDigit()) {
            return broken("a digit is expected in the exponent");
        }
        while (isDigit()) {
            ++m_at;
        }
    }
    node.length = static_cast<std::uint32_t>(m_at) - node.begin;
    return {};
}

Result<> Reader::literal(std::string_view word, Type type)
{
    if (m_text.substr(m_at, word.size()) != word) {
        return broken("a value is expected");
    }
    add(type).length = static_cast<std::uint32_t>(word.size());
    m_at += word.size();
    return {};
}

/// Two readers would see two records where a key stands twice.
Result<> Reader::uniqueKeys(std::uint32_t object)
{
    m_keys.clear();
    const std::uint32_t end = object + m_nodes.nodes[object].span;
    for (std::uint32_t at = object + 1; at < end; at += m_nodes.nodes[at].span) {
        m_keys.push_back(m_nodes.keyOf(m_nodes.nodes[at]));
    }
    constexpr std::size_t kFew = 12;
    bool repeated = false;
    if (m_keys.size() <= kFew) {
        for (std::size_t i = 1; i < m_keys.size() && !repeated; ++i) {
            const auto here = m_keys.begin() + static_cast<std::ptrdiff_t>(i);
            repeated = std::find(m_keys.begin(), here, *here) != here;
        }
    } else {
        std::sort(m_keys.begin(), m_keys.end());
        repeated = std::adjacent_find(m_keys.begin(), m_keys.end()) != m_keys.end();
    }
    if (repeated) {
        return broken("the object that ends here has a key twice");
    }
    return {};
}

} // namespace

Result<> readNodes(Value::Nodes &nodes, const Limits &limits)
{
    return Reader{nodes, limits}.run();
}

} // namespace keepwell::records::json
