// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/channel_chain.hpp"

namespace keepwell::ledger::fabric {
namespace {

std::string nameOf(const Block &block) { return "block " + std::to_string(block.number); }

} // namespace

Result<> ChannelChain::follows(const Block &block) const
{
    if (block.number != m_next) {
        return fail(ErrorCode::Tampered,
                    "block " + std::to_string(m_next) + " is missing: " + nameOf(block)
                        + " stands in its place");
    }
    if (block.number == 0) {
        return block.hash == m_genesis
            ? Result<>{}
            : fail(ErrorCode::Tampered,
                   "the channel begins with another block than the one this wallet joined");
    }
    if (textOf(block.previousHash) != textOf(m_tip)) {
        return fail(ErrorCode::Tampered,
                    nameOf(block) + " does not follow the block before it: the chain forked");
    }
    return {};
}

Result<> ChannelChain::checkSigned(const Block &block)
{
    if (!m_orderers) {
        return fail(ErrorCode::Tampered, nameOf(block) + " comes before any configuration");
    }
    return m_orderers->check(block);
}

Result<> ChannelChain::check(const Block &block)
{
    if (!block.data) {
        return fail(ErrorCode::Tampered, nameOf(block) + " came without its transactions");
    }
    KEEPWELL_CHECK(follows(block));
    if (block.number > 0) {
        KEEPWELL_CHECK(checkSigned(block));
    }
    if (!block.isConfig) {
        return block.number > 0
            ? Result<>{}
            : fail(ErrorCode::Tampered, "the channel's first block holds no configuration");
    }
    const auto config = ChannelConfig::parse(block, m_channel);
    return config ? Result<>{} : std::unexpected{config.error()};
}

Result<> ChannelChain::advance(const Block &block)
{
    if (block.isConfig) {
        KEEPWELL_TRY(ChannelConfig config, ChannelConfig::parse(block, m_channel));
        m_orderers.emplace(std::move(config));
    }
    return advanceUnsigned(block);
}

Result<> ChannelChain::advanceUnsigned(const Block &block)
{
    KEEPWELL_CHECK(follows(block));
    m_tip = block.hash;
    ++m_next;
    return {};
}

} // namespace keepwell::ledger::fabric
