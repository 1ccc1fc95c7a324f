// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/state_view.hpp"

#include <map>

namespace keepwell::contract {

/// All state in memory, private values too: what replay and tests drive. One thread at a time.
class MapState : public StateView
{
public:
    Result<std::optional<Bytes>> get(const std::string &key) override;
    Result<> put(const std::string &key, ByteView value) override;
    Result<> remove(const std::string &key) override;
    Result<PrivateValue> getPrivate(const PrivateKey &key) override;
    Result<> putPrivate(const PrivateKey &key, ByteView value) override;
    Result<> purgePrivate(const PrivateKey &key) override;
    Result<> putIndex(IndexKind kind, const Bytes32 &of, const Bytes32 &id) override;
    Result<std::vector<IndexRow>> indexRows(IndexKind kind, const Bytes32 &of) override;

    /// What putIndex() writes as the locator from now on.
    void setLocator(Bytes locator) { m_locator = std::move(locator); }

    const std::map<std::string, Bytes> &rows() const { return m_rows; }
    const std::map<std::string, PrivateValue> &privateValues() const { return m_private; }

    /// SHA-256 over u32 length, key, u32 length, value, in key order.
    Bytes32 stateHash() const;

private:
    std::map<std::string, Bytes> m_rows;
    std::map<std::string, PrivateValue> m_private;
    std::map<std::pair<IndexKind, Bytes32>, std::vector<IndexRow>> m_index;
    Bytes m_locator;
};

} // namespace keepwell::contract
