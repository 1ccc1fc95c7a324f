// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/genesis_block.hpp"

#include "core/ledger/fabric/chain/block.hpp"

#include <map>

namespace keepwell::ledger::fabric {
namespace {

Result<Bytes32> shownBy(GatewayClient &client, std::size_t gateway, const Patience &patience)
{
    std::optional<Bytes32> hash;
    const auto take = [&](ByteView bytes) -> Result<bool> {
        KEEPWELL_TRY(const Block block, parseBlock(bytes));
        if (block.number != 0 || hash) {
            return fail(ErrorCode::Tampered,
                        client.mspIdOf(gateway) + " shows other blocks than the first one");
        }
        hash = block.hash;
        return true; // the peer says itself that this was all
    };
    KEEPWELL_CHECK(client.blocks(gateway, {.from = 0, .to = 0}, take, patience));
    if (!hash) {
        return fail(ErrorCode::NotFound, client.mspIdOf(gateway) + " has no block of the channel");
    }
    return *hash;
}

} // namespace

Result<Bytes32> readGenesis(GatewayClient &client, const Patience &patience)
{
    std::map<std::string, Bytes32> shown;
    std::optional<Error> lost;
    for (std::size_t gateway = 0; gateway < client.gatewayCount(); ++gateway) {
        if (shown.contains(client.mspIdOf(gateway))) {
            continue;
        }
        const auto hash = shownBy(client, gateway, patience);
        if (hash) {
            shown.emplace(client.mspIdOf(gateway), *hash);
        } else if (hash.error().code != ErrorCode::Unavailable) {
            return std::unexpected{hash.error()};
        } else if (!lost) {
            lost = hash.error();
        }
    }
    if (shown.empty()) {
        return std::unexpected{
            std::move(lost).value_or(Error{ErrorCode::Unavailable, "no gateway is configured"})};
    }
    const auto &[first, genesis] = *shown.begin();
    for (const auto &[msp, hash] : shown) {
        if (hash != genesis) {
            std::string detail = first;
            detail.append(" and ").append(msp).append(" show two beginnings of the same channel");
            return fail(ErrorCode::Tampered, std::move(detail));
        }
    }
    return genesis;
}

} // namespace keepwell::ledger::fabric
