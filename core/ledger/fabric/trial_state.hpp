// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/state_view.hpp"

namespace keepwell::ledger::fabric {

/// The state of a mirror for asking what the contract would say: writes go nowhere. One thread at a
/// time.
class TrialState final : public contract::StateView
{
public:
    explicit TrialState(contract::StateView &below) : m_below{below} {}

    Result<std::optional<Bytes>> get(const std::string &key) override { return m_below.get(key); }
    Result<contract::PrivateValue> getPrivate(const contract::PrivateKey &key) override
    {
        return m_below.getPrivate(key);
    }
    Result<std::vector<contract::IndexRow>> indexRows(contract::IndexKind kind,
                                                      const Bytes32 &of) override
    {
        return m_below.indexRows(kind, of);
    }

    Result<> put(const std::string &, ByteView) override { return {}; }
    Result<> remove(const std::string &) override { return {}; }
    Result<> putPrivate(const contract::PrivateKey &, ByteView) override { return {}; }
    Result<> purgePrivate(const contract::PrivateKey &) override { return {}; }
    Result<> putIndex(contract::IndexKind, const Bytes32 &, const Bytes32 &) override { return {}; }

private:
    contract::StateView &m_below;
};

} // namespace keepwell::ledger::fabric
