// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"

#include "core/base/utf8.hpp"

namespace keepwell::cbor {

namespace {

enum Major : unsigned { // RFC 8949 section 3.1
    kUnsigned = 0,
    kNegative = 1,
    kBytes = 2,
    kText = 3,
    kArray = 4,
    kMap = 5,
    kTag = 6,
    kSimple = 7,
};

constexpr std::byte kFalse{0xF4};
constexpr std::byte kTrue{0xF5};
constexpr std::byte kNull{0xF6};

void putHead(Bytes &out, Major major, std::uint64_t argument)
{
    const auto put = [&](unsigned info, unsigned width) {
        out.push_back(static_cast<std::byte>((major << 5U) | info));
        for (unsigned i = width; i > 0; --i) {
            out.push_back(static_cast<std::byte>(argument >> (8U * (i - 1U))));
        }
    };
    if (argument < 24) {
        put(static_cast<unsigned>(argument), 0);
    } else if (argument <= 0xFF) {
        put(24, 1);
    } else if (argument <= 0xFFFF) {
        put(25, 2);
    } else if (argument <= 0xFFFFFFFF) {
        put(26, 4);
    } else {
        put(27, 8);
    }
}

class Encoder
{
public:
    explicit Encoder(Bytes &out) : m_out{out} {}

    void operator()(std::uint64_t number) const { putHead(m_out, kUnsigned, number); }
    void operator()(Negative number) const { putHead(m_out, kNegative, number.minusOneMinus); }
    void operator()(bool truth) const { m_out.push_back(truth ? kTrue : kFalse); }
    void operator()(Null) const { m_out.push_back(kNull); }

    void operator()(const Bytes &bytes) const
    {
        putHead(m_out, kBytes, bytes.size());
        append(m_out, bytes);
    }

    void operator()(const std::string &text) const
    {
        putHead(m_out, kText, text.size());
        append(m_out, bytesOf(text));
    }

    void operator()(const Array &items) const
    {
        putHead(m_out, kArray, items.size());
        for (const Value &item : items) {
            item.visit(*this);
        }
    }

    void operator()(const Map &entries) const
    {
        putHead(m_out, kMap, entries.size());
        for (const auto &[key, value] : entries) {
            putHead(m_out, kUnsigned, key);
            value.visit(*this);
        }
    }

private:
    Bytes &m_out;
};

class Decoder
{
public:
    Decoder(ByteView bytes, unsigned depth) : m_bytes{bytes}, m_depth{depth} {}

    Result<Value> whole()
    {
        KEEPWELL_TRY(Value value, item(0));
        if (m_at != m_bytes.size()) {
            return broken(m_at, "bytes follow the end of the item");
        }
        return value;
    }

private:
    struct Head
    {
        std::size_t at;
        unsigned major;
        std::uint64_t argument;
    };

    static std::unexpected<Error> broken(std::size_t at, std::string_view rule)
    {
        return fail(ErrorCode::InvalidInput,
                    "CBOR byte " + std::to_string(at) + ": " + std::string{rule});
    }

    std::size_t left() const { return m_bytes.size() - m_at; }

    Result<Head> head()
    {
        const std::size_t at = m_at;
        if (left() == 0) {
            return broken(at, "cut short, an item is missing");
        }
        const auto first = std::to_integer<unsigned>(m_bytes[m_at++]);
        const unsigned info = first & 0x1FU;
        if (info < 24) {
            return Head{at, first >> 5U, info};
        }
        if (info > 27) {
            return broken(
                at, info == 31 ? "indefinite lengths are not allowed" : "a reserved length code");
        }
        if (first >> 5U == kSimple) {
            return broken(at, "floats and other simple values are not allowed");
        }
        const std::size_t width = std::size_t{1} << (info - 24U);
        if (left() < width) {
            return broken(at, "cut short inside a number");
        }
        std::uint64_t argument = 0;
        for (std::size_t i = 0; i < width; ++i) {
            argument = (argument << 8U) | std::to_integer<std::uint64_t>(m_bytes[m_at++]);
        }
        const std::uint64_t least = width == 1 ? 24 : std::uint64_t{1} << (4U * width);
        if (argument < least) {
            return broken(at, "a number or length is not in its shortest form");
        }
        return Head{at, first >> 5U, argument};
    }

    Result<Value> item(unsigned depth)
    {
        KEEPWELL_TRY(const Head head, this->head());
        switch (head.major) {
        case kUnsigned:
            return Value{head.argument};
        case kNegative:
            return Value{Negative{head.argument}};
        case kBytes:
        case kText:
            return string(head);
        case kArray:
        case kMap:
            if (depth == m_depth) {
                return broken(head.at, "nested deeper than " + std::to_string(m_depth));
            }
            return head.major == kArray ? array(head, depth + 1) : map(head, depth + 1);
        case kTag:
            return broken(head.at, "tags are not allowed");
        default:
            return simple(head);
        }
    }

    static Result<Value> simple(const Head &head)
    {
        switch (head.argument) {
        case 20:
        case 21:
            return Value::boolean(head.argument == 21);
        case 22:
            return Value{};
        default:
            return broken(head.at, "a simple value other than true, false and null");
        }
    }

    Result<Value> string(const Head &head)
    {
        if (head.argument > left()) {
            return broken(head.at, "cut short inside a string");
        }
        const auto size = static_cast<std::size_t>(head.argument);
        const ByteView content = m_bytes.subspan(m_at, size);
        m_at += size;
        if (head.major == kBytes) {
            return Value{content};
        }
        if (!isUtf8(textOf(content))) {
            return broken(head.at, "a text is not UTF-8");
        }
        return Value{std::string{textOf(content)}};
    }

    Result<Value> array(const Head &head, unsigned depth)
    {
        // Every item takes a byte: a count beyond that is a lie, found before any memory is spent.
        if (head.argument > left()) {
            return broken(head.at, "cut short inside an array");
        }
        Array items;
        for (std::uint64_t i = 0; i < head.argument; ++i) {
            KEEPWELL_TRY(Value value, item(depth));
            items.push_back(std::move(value));
        }
        return Value{std::move(items)};
    }

    Result<Value> map(const Head &head, unsigned depth)
    {
        if (head.argument > left() / 2) {
            return broken(head.at, "cut short inside a map");
        }
        Map entries;
        for (std::uint64_t i = 0; i < head.argument; ++i) {
            KEEPWELL_TRY(const Head key, this->head());
            if (key.major != kUnsigned) {
                return broken(key.at, "a map key is not an unsigned number");
            }
            if (!entries.empty() && key.argument <= entries.back().first) {
                return broken(key.at, "map keys do not rise");
            }
            KEEPWELL_TRY(Value value, item(depth));
            entries.emplace_back(key.argument, std::move(value));
        }
        return Value{std::move(entries)};
    }

    ByteView m_bytes;
    std::size_t m_at = 0;
    unsigned m_depth;
};

} // namespace

Bytes encode(const Value &value)
{
    Bytes out;
    value.visit(Encoder{out});
    return out;
}

Result<Value> decode(ByteView bytes, Limits limits)
{
    if (bytes.size() > limits.bytes) {
        return fail(ErrorCode::InvalidInput,
                    "CBOR of " + std::to_string(bytes.size()) + " bytes, more than the limit of "
                        + std::to_string(limits.bytes));
    }
    return Decoder{bytes, limits.depth}.whole();
}

} // namespace keepwell::cbor
