// SPDX-License-Identifier: Apache-2.0
#include "core/contract/rules.hpp"

namespace keepwell::contract {
namespace {

Verdict<> pointerNumberRises(Step &step, std::uint64_t number)
{
    KEEPWELL_TRY(const std::optional<PointerRow> row, step.state.pointer(step.key()));
    if (row && number <= row->number) {
        return reject(Code::Range,
                      "pointer number " + std::to_string(number) + " is not higher than "
                          + std::to_string(row->number));
    }
    return {};
}

} // namespace

Verdict<> decide(Step &step, const AnchorBody &body)
{
    const std::uint32_t seq = step.transaction.payload().seq;
    step.state.put(anchorRowKey(step.key(), seq),
                   encode(AnchorRow{.root = body.root, .t = step.t}));
    return {};
}

Verdict<> decide(Step &step, const SetPointerBody &body)
{
    KEEPWELL_CHECK(pointerNumberRises(step, body.number));
    step.state.put(pointerRowKey(step.key()),
                   encode(PointerRow{.commit = body.commit, .number = body.number}));
    return {};
}

Verdict<> decide(Step &step, const RevokeKeyBody & /*body*/)
{
    step.signer.live = false;
    return {};
}

} // namespace keepwell::contract
