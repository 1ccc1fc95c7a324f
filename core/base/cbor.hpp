// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Deterministic CBOR: the encoding of everything that is signed or hashed.
///
/// RFC 8949 section 4.2.1, narrowed: unsigned and negative integers, byte strings, text strings
/// (UTF-8), arrays, maps with unsigned integer keys in rising order, true, false, null. Definite
/// lengths, shortest integers; no floats, no tags, no trailing bytes. Depth at most 8 and 64 KiB
/// unless the caller says otherwise. Immutable values; safe to use from any thread.
namespace keepwell::cbor {

class Value;
using Array = std::vector<Value>;
using Map = std::vector<std::pair<std::uint64_t, Value>>; ///< Keys rise strictly.

struct Negative
{
    std::uint64_t minusOneMinus; ///< The value is -1 - minusOneMinus.
    friend bool operator==(const Negative &, const Negative &) = default;
};

struct Null
{
    friend bool operator==(const Null &, const Null &) = default;
};

/// One data item.
class Value
{
public:
    Value();                     ///< null
    Value(std::uint64_t number); // NOLINT(google-explicit-constructor)
    Value(Bytes bytes);          // NOLINT(google-explicit-constructor)
    Value(ByteView bytes);       // NOLINT(google-explicit-constructor)
    Value(const Bytes32 &bytes); // NOLINT(google-explicit-constructor)
    Value(std::string text);     // NOLINT(google-explicit-constructor)
    Value(Array items);          // NOLINT(google-explicit-constructor)
    /// Sorts by key. Precondition: no key twice (else std::invalid_argument).
    Value(Map entries);     // NOLINT(google-explicit-constructor)
    Value(Negative number); // NOLINT(google-explicit-constructor)
    ~Value();
    Value(const Value &);
    Value(Value &&) noexcept;
    Value &operator=(const Value &);
    Value &operator=(Value &&) noexcept;
    static Value boolean(bool truth);

    // Each returns nullptr/nullopt when the item is of another type.
    std::optional<std::uint64_t> asUnsigned() const;
    std::optional<bool> asBool() const;
    const Bytes *asBytes() const { return std::get_if<Bytes>(&m_item); }
    const std::string *asText() const { return std::get_if<std::string>(&m_item); }
    const Array *asArray() const { return std::get_if<Array>(&m_item); }
    const Map *asMap() const { return std::get_if<Map>(&m_item); }
    bool isNull() const { return std::holds_alternative<Null>(m_item); }

    /// The entry of a map under `key`, or nullptr.
    const Value *find(std::uint64_t key) const;

    /// Calls `visitor` with what the item holds: uint64_t, Negative, Bytes, string, Array, Map,
    /// bool or Null.
    template <class Visitor>
    void visit(const Visitor &visitor) const
    {
        std::visit(visitor, m_item);
    }

    friend bool operator==(const Value &, const Value &) = default;

private:
    using Item = std::variant<std::uint64_t, Negative, Bytes, std::string, Array, Map, bool, Null>;
    Item m_item;
};

struct Limits
{
    std::size_t bytes = 64 * 1024;
    unsigned depth = 8; ///< Arrays and maps inside one another, the outermost counted.
};

/// The one encoding of `value`. Precondition: its texts are UTF-8 (else decode() refuses it).
Bytes encode(const Value &value);

/// Reads exactly one item that fills `bytes`, and accepts only what encode() would write.
/// Errors: InvalidInput, naming the byte offset and the rule that is broken.
Result<Value> decode(ByteView bytes, Limits limits = {});

/// Reads the fields of a map one by one and remembers the first thing that is wrong, so that a
/// parser is a list of fields. A field that is wrong reads as zero or empty until finish() tells.
/// finish() also refuses a key that no call asked for. The value must outlive the reader.
class MapReader
{
public:
    /// `name` is used in errors: "grant: field 4: expected 32 bytes".
    MapReader(const Value &value, std::string name);

    std::uint64_t unsignedAt(std::uint64_t key, std::uint64_t most = UINT64_MAX);
    bool boolAt(std::uint64_t key);
    Bytes32 bytes32At(std::uint64_t key);
    std::optional<Bytes32> bytes32OrNullAt(std::uint64_t key); ///< nullopt for CBOR null.
    Bytes bytesAt(std::uint64_t key, std::size_t most);
    std::string textAt(std::uint64_t key, std::size_t mostBytes);
    /// nullptr when it is not there or of another type (then finish() fails).
    const Array *arrayAt(std::uint64_t key, std::size_t most);
    const Value *valueAt(std::uint64_t key); ///< nullptr when it is not there.

    /// Errors: InvalidInput naming the first field that was wrong, missing or unknown.
    Result<> finish() const;

private:
    const Value *findEntry(std::uint64_t key) const;
    const Value *take(std::uint64_t key);
    void note(std::uint64_t key, std::string_view what);

    const Map *m_map;
    std::string m_name;
    std::vector<std::uint64_t> m_taken;
    std::string m_wrong;
};

} // namespace keepwell::cbor
