// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/call.hpp"
#include "app/contract/shim_state.hpp"
#include "core/base/clock.hpp"
#include "core/contract/apply.hpp"

#include <optional>

namespace keepwell::contractserver {

/// For whom the contract runs here.
struct Home
{
    contract::NetworkId network;
    std::string channel;
    std::string mspId;
};

/// How an invocation ended.
struct Completion
{
    contract::Code code = contract::Code::Done; ///< Of the rejection, or of the entry.
    std::int32_t status = 0;
    std::string message; ///< Empty unless rejected.
    Bytes payload;
    std::optional<contract::Outcome> entry; ///< Of an accepted Submit.

    static Completion rejected(const contract::Failure &failure);
};

/// The contract as Fabric calls it: Submit, Deposit, Query, Info over one peer's state
/// (docs/spec/chaincode.md). Immutable; thread-safe.
class ContractHost
{
public:
    /// `clock` must live as long as the host.
    ContractHost(Home home, const Clock &clock) : m_home{std::move(home)}, m_clock{&clock} {}

    const Home &home() const { return m_home; }

    /// Runs the call and sends its writes, if it has any.
    Completion run(Call call, const PeerAbilities &peer, const Ask &ask) const;

private:
    contract::Verdict<Completion> decide(Call &call, ShimState &state) const;
    contract::Verdict<Completion> submit(const Call &call, ShimState &state) const;
    contract::Verdict<Completion> deposit(Call &call, ShimState &state) const;
    contract::Verdict<Completion> query(const Call &call, ShimState &state) const;
    Completion info() const;

    Home m_home;
    const Clock *m_clock;
};

} // namespace keepwell::contractserver
