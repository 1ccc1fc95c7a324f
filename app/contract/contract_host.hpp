// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/call.hpp"
#include "app/contract/shim_state.hpp"
#include "core/base/clock.hpp"
#include "core/contract/apply.hpp"
#include "core/contract/deposit.hpp"
#include "core/contract/query.hpp"

#include <optional>
#include <variant>

namespace keepwell::contractserver {

/// For whom the contract runs here.
struct Home
{
    contract::NetworkId network;
    std::string channel;
    std::string contract; ///< The chaincode's name in the channel.
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

/// A call with all about it checked that needs no state. A deposit's value is wiped with it.
struct Prepared
{
    struct Submission
    {
        contract::Transaction transaction;
        contract::TransactionTime time;
    };
    struct Deposition
    {
        contract::Deposit deposit;
        Instant now;
        ~Deposition();
        Deposition(contract::Deposit value, Instant when);
        Deposition(Deposition &&) = default;
        Deposition &operator=(Deposition &&) = delete;
    };
    struct Question
    {
        contract::Query query;
        Instant latest;
    };
    struct Introduction
    {
    };
    std::variant<Submission, Deposition, Question, Introduction> what;
};

/// The contract as Fabric calls it: Submit, Deposit, Query, Info (docs/spec/chaincode.md).
/// Immutable; thread-safe.
class ContractHost
{
public:
    /// `clock` must live as long as the host.
    ContractHost(Home home, const Clock &clock) : m_home{std::move(home)}, m_clock{&clock} {}

    const Home &home() const { return m_home; }

    /// Reject: Enc, Net (another channel or network), Sig, Time.
    contract::Verdict<Prepared> prepare(Call call) const;

    /// Runs it over what is known of the state; writes nothing but to `state`. Does the same each time.
    contract::Verdict<Completion> decide(const Prepared &call, ShimState &state) const;

private:
    contract::Verdict<Prepared> prepareSubmit(const Call &call, Instant now) const;
    contract::Verdict<Prepared> prepareDeposit(Call &call, Instant now) const;
    contract::Verdict<Prepared> prepareQuery(const Call &call, Instant now) const;
    contract::Verdict<Completion> run(const Prepared::Submission &call, ShimState &state) const;
    contract::Verdict<Completion> run(const Prepared::Deposition &call, ShimState &state) const;
    contract::Verdict<Completion> run(const Prepared::Question &call, ShimState &state) const;
    contract::Verdict<Completion> run(const Prepared::Introduction &call, ShimState &state) const;

    Home m_home;
    const Clock *m_clock;
};

} // namespace keepwell::contractserver
