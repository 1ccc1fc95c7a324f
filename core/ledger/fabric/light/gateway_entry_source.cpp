// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/light/gateway_entry_source.hpp"

#include "core/contract/chaincode.hpp"
#include "core/contract/query.hpp"

namespace keepwell::ledger::fabric {
namespace {

/// A peer knows at once where a transaction is that it has shown.
constexpr std::chrono::milliseconds kKnownAtOnce{2'000};

Error errorOf(const GatewayError &error)
{
    if (error.code == contract::Code::Time) {
        return {ErrorCode::Conflict, error.error.detail};
    }
    return error.error;
}

} // namespace

GatewayEntrySource::GatewayEntrySource(GatewayClient &client, std::size_t gateway,
                                       const contract::NetworkId &network, const Clock &clock)
    : m_client{client}, m_gateway{gateway}, m_network{network}, m_clock{clock}
{
}

Result<std::vector<contract::IndexRow>>
GatewayEntrySource::entriesOf(const contract::PublicKey &key, const Patience &patience)
{
    const auto asker = crypto::SigningKey::random();
    const ContractCall call{.function = std::string{contract::kQueryFunction},
                            .arguments
                            = {contract::makeQuery(m_network, contract::QueryNumber::EntriesOf,
                                                   key.bytes(), m_clock.now(), asker)},
                            .transient = {},
                            .organisations = {msp()}};
    const auto answer = m_client.evaluateAt(m_gateway, call, patience);
    if (!answer) {
        return std::unexpected{errorOf(answer.error())};
    }
    auto rows = contract::parseEntriesOf(*answer);
    if (!rows) {
        return fail(ErrorCode::Tampered, "the gateway of " + msp() + ": " + rows.error().detail);
    }
    return rows;
}

Result<std::uint64_t> GatewayEntrySource::blockOf(const Bytes32 &channelTx,
                                                  const Patience &patience)
{
    const auto status = m_client.commitStatusAt(
        m_gateway, toHex(channelTx),
        {.stop = patience.stop, .atMost = std::min(patience.atMost, kKnownAtOnce)});
    if (!status) {
        return std::unexpected{errorOf(status.error())};
    }
    return status->block;
}

Result<Bytes> GatewayEntrySource::one(const BlockRange &range, const Patience &patience)
{
    std::optional<Bytes> found;
    const auto take = [&](ByteView block) -> Result<bool> {
        if (found) {
            return fail(ErrorCode::Tampered,
                        "the gateway of " + msp() + " shows more blocks than it was asked for");
        }
        found = copyOf(block);
        return true; // the peer says itself that this was all
    };
    if (const auto asked = m_client.blocks(m_gateway, range, take, patience); !asked) {
        return std::unexpected{errorOf(asked.error())};
    }
    if (!found) {
        return fail(ErrorCode::NotFound,
                    "the gateway of " + msp() + " has no block " + std::to_string(range.from));
    }
    return *std::move(found);
}

Result<Bytes> GatewayEntrySource::block(std::uint64_t number, BlockContent content,
                                        const Patience &patience)
{
    return one({.from = number, .to = number, .headersOnly = content == BlockContent::Headers},
               patience);
}

Result<Bytes> GatewayEntrySource::newestBlock(const Patience &patience)
{
    return one({.from = kNewest, .headersOnly = true}, patience);
}

} // namespace keepwell::ledger::fabric
