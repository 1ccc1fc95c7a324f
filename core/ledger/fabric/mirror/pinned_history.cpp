// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/mirror/pinned_history.hpp"

#include "core/crypto/hash.hpp"

namespace keepwell::ledger::fabric {

LedgerRow genesisRow(const ChannelOrigin &origin)
{
    return {.index = 0,
            .time = 0,
            .outcome = 0,
            .payload = copyOf(ByteView{origin.genesisBlock}),
            .signature = {}};
}

Result<History> beginHistory(const ChannelOrigin &origin)
{
    History history{origin.network()};
    KEEPWELL_TRY(const CheckedRow first, checkRow(genesisRow(origin), 0, nullptr, false));
    KEEPWELL_CHECK(history.take(first));
    return history;
}

Result<> checkPin(const History &history, const std::optional<Pin> &pin)
{
    if (!pin) {
        return {};
    }
    if (history.size() < pin->size) {
        return fail(ErrorCode::Tampered,
                    "rolled back: the mirror of the channel holds " + std::to_string(history.size())
                        + " entries, but it held " + std::to_string(pin->size) + " before");
    }
    if (crypto::merkle::root(std::span{history.leaves()}.first(pin->size)) != pin->root) {
        return fail(ErrorCode::Tampered,
                    "forked: the first " + std::to_string(pin->size)
                        + " entries of the mirror of the channel are not the ones this wallet has "
                          "seen");
    }
    return {};
}

} // namespace keepwell::ledger::fabric
