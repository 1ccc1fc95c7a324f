// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A read-only tree over a JSON text (RFC 8259) that keeps what a health record needs and other
/// trees lose: numbers exactly as written, and the byte range of every object in the source.
namespace keepwell::records::json {

enum class Type : std::uint8_t { Missing, Null, Boolean, Number, String, Array, Object };

struct Limits
{
    std::size_t bytes = std::size_t{256} << 20; ///< At most 4 GiB - 1.
    std::size_t values = 24'000'000;            ///< Each takes 24 bytes of memory.
    unsigned depth = 128;                       ///< Arrays and objects inside one another.
};

class Children;

/// One value of a Document; a cheap handle that must not outlive it. A missing member is a value
/// of Type::Missing, of which every question has an empty answer, so paths can be written straight
/// down: `resource["code"]["coding"][0]["display"].text()`. Immutable; safe from any thread.
class Value
{
public:
    struct Nodes; ///< The tree's memory (nodes.hpp).

    Value() = default;

    Type type() const;
    bool exists() const { return m_nodes != nullptr; }
    explicit operator bool() const { return exists(); }
    bool isObject() const { return type() == Type::Object; }
    bool isArray() const { return type() == Type::Array; }
    bool isString() const { return type() == Type::String; }
    bool isNumber() const { return type() == Type::Number; }

    /// A string's decoded characters, else "".
    std::string_view text() const;
    /// A number exactly as written ("5.50"), true or false as a word, a string decoded, else "".
    std::string_view scalar() const;
    bool isTrue() const;

    /// The member of an object under `key`; Missing when there is none or this is no object.
    Value operator[](std::string_view key) const;
    /// The item of an array at `index`; Missing when there is none or this is no array.
    Value operator[](std::size_t index) const;

    /// Items of an array or members of an object, in the order of the source; else none.
    Children children() const;
    /// Items of an array; a single value that is no array is its own only item; Missing has none.
    /// For readers that accept one thing where the standard wants a list of it.
    Children items() const;
    std::size_t size() const; ///< How many children; takes time in proportion.

    std::string_view key() const;   ///< The name this value has in its object, else "".
    std::string_view slice() const; ///< Its bytes in the source, from `{` to `}` of an object.
    std::size_t offset() const;     ///< Where slice() starts in the source.

private:
    friend class Document;
    friend class Children;
    Value(const Nodes *nodes, std::uint32_t index) : m_nodes{nodes}, m_index{index} {}

    const Nodes *m_nodes = nullptr;
    std::uint32_t m_index = 0;
};

/// The children of a Value, for range-for.
class Children
{
public:
    class Iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Value;
        using difference_type = std::ptrdiff_t;
        using pointer = const Value *;
        using reference = Value;

        Iterator() = default;
        Value operator*() const { return {m_nodes, m_index}; }
        Iterator &operator++();
        Iterator operator++(int)
        {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator &a, const Iterator &b)
        {
            return a.m_index == b.m_index;
        }

    private:
        friend class Children;
        Iterator(const Value::Nodes *nodes, std::uint32_t index) : m_nodes{nodes}, m_index{index} {}
        const Value::Nodes *m_nodes = nullptr;
        std::uint32_t m_index = 0;
    };

    Iterator begin() const { return {m_nodes, m_first}; }
    Iterator end() const { return {m_nodes, m_last}; }
    bool empty() const { return m_first == m_last; }

private:
    friend class Value;
    Children() = default;
    Children(const Value::Nodes *nodes, std::uint32_t first, std::uint32_t last)
        : m_nodes{nodes}, m_first{first}, m_last{last}
    {
    }
    const Value::Nodes *m_nodes = nullptr;
    std::uint32_t m_first = 0;
    std::uint32_t m_last = 0;
};

/// A parsed text. Keeps views into `source`, which must outlive it and its values. Reusing one
/// Document for many texts reuses its memory. Move only; reading is safe from any thread.
class Document
{
public:
    Document();
    ~Document();
    Document(Document &&) noexcept;
    Document &operator=(Document &&) noexcept;

    /// Reads exactly one value that fills `source` but for white space around it. Strict: UTF-8
    /// checked, no byte order mark, no duplicate keys in an object, no lone surrogates.
    /// Errors: InvalidInput, naming the byte and the rule that is broken.
    static Result<Document> parse(std::string_view source, Limits limits = {});

    /// The same into this document, whose former values end. On an error it is left empty.
    Result<> read(std::string_view source, Limits limits = {});

    Value root() const; ///< Missing when nothing was read.

private:
    struct Storage;
    std::unique_ptr<Storage> m_storage;
};

} // namespace keepwell::records::json
