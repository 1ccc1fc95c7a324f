// SPDX-License-Identifier: Apache-2.0
#include "core/contract/map_state.hpp"

#include "core/crypto/hash.hpp"

namespace keepwell::contract {

Result<std::optional<Bytes>> MapState::get(const std::string &key)
{
    const auto found = m_rows.find(key);
    return found != m_rows.end() ? std::optional{found->second} : std::nullopt;
}

Result<> MapState::put(const std::string &key, ByteView value)
{
    m_rows.insert_or_assign(key, copyOf(value));
    return {};
}

Result<> MapState::remove(const std::string &key)
{
    m_rows.erase(key);
    return {};
}

Result<PrivateValue> MapState::getPrivate(const PrivateKey &key)
{
    const auto found = m_private.find(key.text());
    return found != m_private.end() ? found->second : PrivateValue{};
}

Result<> MapState::putPrivate(const PrivateKey &key, ByteView value)
{
    m_private.insert_or_assign(key.text(), PrivateValue{.value = copyOf(value), .purged = false});
    return {};
}

Result<> MapState::purgePrivate(const PrivateKey &key)
{
    if (const auto found = m_private.find(key.text()); found != m_private.end()) {
        found->second = PrivateValue{.value = std::nullopt, .purged = true};
    }
    return {};
}

Result<> MapState::putIndex(IndexKind kind, const Bytes32 &of, const Bytes32 &id)
{
    m_index[{kind, of}].push_back({.kind = kind, .of = of, .id = id, .locator = m_locator});
    return {};
}

Result<std::vector<IndexRow>> MapState::indexRows(IndexKind kind, const Bytes32 &of)
{
    const auto found = m_index.find({kind, of});
    return found != m_index.end() ? found->second : std::vector<IndexRow>{};
}

Bytes32 MapState::stateHash() const
{
    crypto::Sha256 hash;
    const auto update = [&hash](ByteView part) {
        hash.update(bigEndian32(static_cast<std::uint32_t>(part.size())));
        hash.update(part);
    };
    for (const auto &[key, value] : m_rows) {
        update(bytesOf(key));
        update(value);
    }
    return hash.finish();
}

} // namespace keepwell::contract
