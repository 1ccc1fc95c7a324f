// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/changes.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace keepwell::ledger::fabric {

class GatewayClient;

/// New blocks of a channel, told by a stream of block headers that is held open on the first gateway
/// that can be reached (docs/decisions/0120). What it tells is believed of nobody: it is a reason to
/// look, and looking checks everything.
class BlockWatch final : public Changes
{
public:
    /// `next`: the number of the first block that is not known yet; 0: none is, so that the newest
    /// alone is news.
    BlockWatch(std::shared_ptr<GatewayClient> client, std::uint64_t next);

    /// Blocks below `next` are known now. Not `wasWorthIt`: looking cost more than the blocks would have,
    /// and found nothing; while that goes on, more and more blocks are told together, up to 5 s of them.
    /// Any thread, at any time.
    void seen(std::uint64_t next, bool wasWorthIt = true);

    Result<> wait(const std::stop_token &stop) override;

private:
    enum class Heard { News, Nothing, Lost };

    void judgeLastTelling();
    std::chrono::milliseconds restBefore() const;
    Heard listen(const std::stop_token &stop);

    std::shared_ptr<GatewayClient> m_client;
    std::atomic<std::uint64_t> m_next;
    std::atomic<int> m_idle = 0; ///< Looks in a row that were not worth it.

    // Of the waiting thread.
    std::optional<std::uint64_t> m_told;            ///< The block that the caller was told of last,
    std::chrono::steady_clock::time_point m_toldAt; ///< and when.
    int m_failures = 0; ///< In a row: a stream lost, or a telling that led to nothing.
};

} // namespace keepwell::ledger::fabric
