// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"

#include <algorithm>

namespace keepwell::cbor {

MapReader::MapReader(const Value &value, std::string name)
    : m_map{value.asMap()}, m_name{std::move(name)}
{
    if (m_map == nullptr) {
        m_wrong = "expected a map";
    }
}

std::uint64_t MapReader::unsignedAt(std::uint64_t key, std::uint64_t most)
{
    const Value *value = take(key);
    if (value == nullptr) {
        return 0;
    }
    const auto number = value->asUnsigned();
    if (!number) {
        note(key, "expected an unsigned number");
        return 0;
    }
    if (*number > most) {
        note(key, "expected at most " + std::to_string(most));
        return 0;
    }
    return *number;
}

bool MapReader::boolAt(std::uint64_t key)
{
    const Value *value = take(key);
    if (value == nullptr) {
        return false;
    }
    const auto truth = value->asBool();
    if (!truth) {
        note(key, "expected true or false");
    }
    return truth.value_or(false);
}

Bytes32 MapReader::bytes32At(std::uint64_t key)
{
    Bytes32 out{};
    const Value *value = take(key);
    if (value == nullptr) {
        return out;
    }
    const Bytes *bytes = value->asBytes();
    if (bytes == nullptr || bytes->size() != out.size()) {
        note(key, "expected 32 bytes");
        return out;
    }
    std::ranges::copy(*bytes, out.begin());
    return out;
}

std::optional<Bytes32> MapReader::bytes32OrNullAt(std::uint64_t key)
{
    const Value *value = m_map == nullptr ? nullptr : findEntry(key);
    if (value != nullptr && value->isNull()) {
        m_taken.push_back(key);
        return std::nullopt;
    }
    return bytes32At(key);
}

Bytes MapReader::bytesAt(std::uint64_t key, std::size_t most)
{
    const Value *value = take(key);
    if (value == nullptr) {
        return {};
    }
    const Bytes *bytes = value->asBytes();
    if (bytes == nullptr || bytes->size() > most) {
        note(key, "expected at most " + std::to_string(most) + " bytes");
        return {};
    }
    return *bytes;
}

std::string MapReader::textAt(std::uint64_t key, std::size_t mostBytes)
{
    const Value *value = take(key);
    if (value == nullptr) {
        return {};
    }
    const std::string *text = value->asText();
    if (text == nullptr || text->size() > mostBytes) {
        note(key, "expected a text of at most " + std::to_string(mostBytes) + " bytes");
        return {};
    }
    return *text;
}

const Array *MapReader::arrayAt(std::uint64_t key, std::size_t most)
{
    const Value *value = take(key);
    if (value == nullptr) {
        return nullptr;
    }
    const Array *items = value->asArray();
    if (items == nullptr || items->size() > most) {
        note(key, "expected an array of at most " + std::to_string(most) + " items");
        return nullptr;
    }
    return items;
}

const Value *MapReader::valueAt(std::uint64_t key) { return take(key); }

Result<> MapReader::finish() const
{
    if (!m_wrong.empty()) {
        return fail(ErrorCode::InvalidInput, m_name + ": " + m_wrong);
    }
    for (const auto &[key, value] : *m_map) {
        if (std::ranges::find(m_taken, key) == m_taken.end()) {
            return fail(ErrorCode::InvalidInput,
                        m_name + ": field " + std::to_string(key) + ": not known");
        }
    }
    return {};
}

const Value *MapReader::findEntry(std::uint64_t key) const
{
    const auto found = std::ranges::lower_bound(*m_map, key, {}, &Map::value_type::first);
    return found != m_map->end() && found->first == key ? &found->second : nullptr;
}

const Value *MapReader::take(std::uint64_t key)
{
    if (m_map == nullptr) {
        return nullptr;
    }
    m_taken.push_back(key);
    const Value *value = findEntry(key);
    if (value == nullptr) {
        note(key, "missing");
    }
    return value;
}

void MapReader::note(std::uint64_t key, std::string_view what)
{
    if (m_wrong.empty()) {
        m_wrong = "field " + std::to_string(key) + ": " + std::string{what};
    }
}

} // namespace keepwell::cbor
