// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/apply.hpp"
#include "tests/core/contract/actor.hpp"

#include <map>
#include <set>

namespace keepwell::test {

/// The table of transactions once more, written from docs/spec/transaction.md in another shape
/// (plain structs, no rows, no overlay), to compare the contract with.
struct Model
{
    struct Key
    {
        std::uint32_t seq = 0;
        contract::TxId last;
        Instant t{};
        bool dead = false;
    };
    struct Grant
    {
        contract::PublicKey owner;
        contract::GrantBody body;
        std::uint32_t epoch = 1;
        std::uint32_t opens = 0;
        Instant last{};
        Instant t{};
        bool ended = false;
    };
    struct Delivery
    {
        contract::PublicKey to;
        bool decided = false;
    };
    struct Request
    {
        contract::GrantId grant;
        std::uint32_t epoch = 0;
        contract::PublicKey key;
        Instant t{};
        bool granted = false;
    };
    struct Prediction
    {
        bool accepted = false;
        contract::Code code = contract::Code::Done;
        Instant t{};
    };

    contract::NetworkId network;
    std::map<contract::PublicKey, Key> keys;
    std::map<contract::GrantId, Grant> grants;
    std::map<contract::DeliveryId, Delivery> deliveries;
    std::map<contract::TxId, Request> requests;
    std::map<std::pair<contract::GrantId, contract::PublicKey>, int> refusals;
    std::map<contract::PublicKey, std::uint64_t> pointers;

    bool isDead(const contract::PublicKey &key) const
    {
        const auto found = keys.find(key);
        return found != keys.end() && found->second.dead;
    }

    Prediction predict(const contract::Transaction &transaction, Instant time) const;
    void accept(const contract::Transaction &transaction, const Prediction &prediction);
};

} // namespace keepwell::test
