// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/config_trail.hpp"

#include "fabric/block.pb.h"

namespace keepwell::ledger::fabric {
namespace {

std::unexpected<Error> broken(const Block &block, const std::string &what)
{
    return fail(ErrorCode::Tampered, "block " + std::to_string(block.number) + " " + what);
}

} // namespace

Result<std::uint64_t> lastConfigOf(const Block &block)
{
    if (block.number == 0) {
        return 0;
    }
    wire::Metadata metadata;
    wire::OrdererBlockMetadata said;
    const bool isRead = metadata.ParseFromArray(block.signatures.data(),
                                                static_cast<int>(block.signatures.size()))
        && said.ParseFromString(metadata.value()); // absent is 0, as everywhere
    if (!isRead || said.last_config().index() > block.number) {
        return broken(block, "does not say which configuration was the newest");
    }
    return said.last_config().index();
}

std::optional<std::uint64_t> ConfigTrail::newest() const
{
    return m_configs.empty() ? std::nullopt : std::optional{m_configs.rbegin()->first};
}

const ChannelConfig *ConfigTrail::config() const
{
    return m_configs.empty() ? nullptr : &m_configs.rbegin()->second.config();
}

Result<> ConfigTrail::take(const Block &block)
{
    if (!block.isConfig) {
        return broken(block, "holds no configuration, though it was named as one that does");
    }
    if (m_configs.empty()) {
        if (block.number != 0 || block.hash != m_genesis) {
            return fail(ErrorCode::Tampered,
                        "the channel begins with another block than the one this wallet joined");
        }
    } else {
        if (block.number <= m_configs.rbegin()->first) {
            return broken(block, "is no later configuration than the one known");
        }
        KEEPWELL_CHECK(m_configs.rbegin()->second.check(block));
    }
    KEEPWELL_TRY(ChannelConfig config, ChannelConfig::parse(block, m_channel));
    m_configs.emplace(block.number, OrdererSignatures{std::move(config)});
    return {};
}

Result<> ConfigTrail::check(const Block &block)
{
    if (block.number == 0 && block.hash == m_genesis) {
        return {};
    }
    const auto after = m_configs.lower_bound(block.number);
    if (after == m_configs.begin()) {
        return broken(block, "comes before any configuration");
    }
    KEEPWELL_TRY(const std::uint64_t named, lastConfigOf(block));
    auto &[number, orderers] = *std::prev(after);
    if (named != number && named != block.number) {
        return fail(named > m_configs.rbegin()->first ? ErrorCode::Unavailable
                                                      : ErrorCode::Tampered,
                    "block " + std::to_string(block.number) + " names another configuration than "
                        + std::to_string(number) + " as the newest");
    }
    return orderers.check(block);
}

} // namespace keepwell::ledger::fabric
