// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"

#include <algorithm>
#include <stdexcept>

namespace keepwell::cbor {

Value::Value() : m_item{Null{}} {}
Value::Value(std::uint64_t number) : m_item{number} {}
Value::Value(Bytes bytes) : m_item{std::move(bytes)} {}
Value::Value(ByteView bytes) : m_item{copyOf(bytes)} {}
Value::Value(const Bytes32 &bytes) : m_item{copyOf(bytes)} {}
Value::Value(std::string text) : m_item{std::move(text)} {}
Value::Value(Array items) : m_item{std::move(items)} {}
Value::Value(Negative number) : m_item{number} {}
// Out of line: the variant's destructor is large, and g++ 12 warns falsely where it is inlined.
Value::~Value() = default;
Value::Value(const Value &) = default;
Value::Value(Value &&) noexcept = default;
Value &Value::operator=(const Value &) = default;
Value &Value::operator=(Value &&) noexcept = default;

Value::Value(Map entries)
{
    std::ranges::sort(entries, {}, &Map::value_type::first);
    if (std::ranges::adjacent_find(entries, {}, &Map::value_type::first) != entries.end()) {
        throw std::invalid_argument{"a CBOR map cannot hold one key twice"};
    }
    m_item = std::move(entries);
}

Value Value::boolean(bool truth)
{
    Value value;
    value.m_item = truth;
    return value;
}

std::optional<std::uint64_t> Value::asUnsigned() const
{
    const auto *number = std::get_if<std::uint64_t>(&m_item);
    return number == nullptr ? std::nullopt : std::optional{*number};
}

std::optional<bool> Value::asBool() const
{
    const auto *truth = std::get_if<bool>(&m_item);
    return truth == nullptr ? std::nullopt : std::optional{*truth};
}

const Value *Value::find(std::uint64_t key) const
{
    const Map *map = asMap();
    if (map == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::lower_bound(*map, key, {}, &Map::value_type::first);
    return found != map->end() && found->first == key ? &found->second : nullptr;
}

} // namespace keepwell::cbor
