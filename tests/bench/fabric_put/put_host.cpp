// SPDX-License-Identifier: Apache-2.0
// The benchmark's stand-in for app/contract/contract_host.cpp: the same server, stream and state around a contract
// that only puts one key, as put.js does.
#include "app/contract/contract_host.hpp"
#include "core/contract/chaincode.hpp"

namespace keepwell::contractserver {

using contract::Verdict;

Completion Completion::rejected(const contract::Failure &failure)
{
    return {.code = failure.code,
            .status = contract::kStatusRejected,
            .message = contract::rejectionText(failure),
            .payload = {},
            .entry = {}};
}

Prepared::Deposition::Deposition(contract::Deposit value, Instant when)
    : deposit{std::move(value)}, now{when}
{
}

Prepared::Deposition::~Deposition() = default;

/// The value to put rides where a deposit's would.
Verdict<Prepared> ContractHost::prepare(Call call) const
{
    if (!call.argument || call.argument->empty()) {
        return contract::reject(contract::Code::Enc, "Submit takes an argument");
    }
    return Prepared{Prepared::Deposition{{.value = *std::move(call.argument)}, m_clock->now()}};
}

Verdict<Completion> ContractHost::decide(const Prepared &call, ShimState &state) const
{
    const auto &value = std::get<Prepared::Deposition>(call.what).deposit.value;
    KEEPWELL_CHECK(
        state.put(toHex(ByteView{value}.first(std::min<std::size_t>(value.size(), 32))), value));
    return Completion{.status = contract::kStatusDone, .message = {}, .payload = {}, .entry = {}};
}

} // namespace keepwell::contractserver
