// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/state.hpp"
#include "core/contract/state_view.hpp"

#include <map>
#include <vector>

namespace keepwell::contract {

/// The writes of one transaction, kept back until it is accepted. Reads each key of the state below
/// once, writes each once in key order. One transaction, one thread.
class Overlay
{
public:
    explicit Overlay(StateView &below) : m_below{&below} {}

    Result<std::optional<KeyRow>> key(const PublicKey &key);
    Result<std::optional<GrantRow>> grant(const GrantId &grant);
    Result<std::optional<AccessRow>> access(const TxId &request);
    Result<std::optional<RefusalsRow>> refusals(const GrantId &grant, const PublicKey &key);
    Result<std::optional<DeliveryRow>> delivery(const DeliveryId &delivery);
    Result<std::optional<PointerRow>> pointer(const PublicKey &key);

    void put(const std::string &key, Bytes value) { m_rows[key] = std::move(value); }
    void purge(PrivateKey key) { m_purged.push_back(std::move(key)); }
    void index(IndexKind kind, const Bytes32 &of, const Bytes32 &id)
    {
        m_index.push_back({.kind = kind, .of = of, .id = id, .locator = {}});
    }

    /// Writes everything below. Errors: the host's.
    Result<> flush();

private:
    Result<const std::optional<Bytes> *> get(const std::string &key);
    template <class Row, class Parse>
    Result<std::optional<Row>> row(const std::string &key, Parse parse);

    StateView *m_below;
    std::map<std::string, std::optional<Bytes>> m_read;
    std::map<std::string, Bytes> m_rows;
    std::vector<PrivateKey> m_purged;
    std::vector<IndexRow> m_index;
};

} // namespace keepwell::contract
