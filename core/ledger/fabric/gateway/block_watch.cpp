// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/block_watch.hpp"

#include "core/base/pause.hpp"
#include "core/ledger/fabric/gateway/gateway_client.hpp"

#include <algorithm>
#include <random>

namespace keepwell::ledger::fabric {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

/// Blocks that come one on the other are told together.
constexpr std::chrono::milliseconds kLeastBetween = 200ms;
constexpr std::chrono::milliseconds kMostBetween = 5s;
constexpr std::chrono::milliseconds kFirstRest = 500ms;
constexpr std::chrono::milliseconds kLongestRest = 60s;
/// A stream that stood this long is no sign of a gateway in trouble when it ends.
constexpr std::chrono::milliseconds kStoodWell = 30s;
/// Then it is opened anew; a line that is dead is found sooner, by gRPC's keepalive.
constexpr std::chrono::milliseconds kLongestStream = 6h;

/// Half to the whole of 0.5 s, 1 s, 2 s … 60 s, so that wallets that lost a gateway together do
/// not come back together.
std::chrono::milliseconds restAfter(int failures)
{
    thread_local std::minstd_rand chance{std::random_device{}()};
    const auto whole = std::min(kLongestRest, kFirstRest * (1 << std::clamp(failures - 1, 0, 7)));
    std::uniform_int_distribution<std::int64_t> between{whole.count() / 2, whole.count()};
    return std::chrono::milliseconds{between(chance)};
}

} // namespace

BlockWatch::BlockWatch(std::shared_ptr<GatewayClient> client, std::uint64_t next)
    : m_client{std::move(client)}, m_next{next}
{
}

void BlockWatch::seen(std::uint64_t next, bool wasWorthIt)
{
    if (wasWorthIt) {
        m_idle = 0;
    } else if (next > m_next) {
        ++m_idle;
    }
    m_next = next;
}

void BlockWatch::judgeLastTelling()
{
    if (m_told) {
        m_failures = m_next <= *m_told ? m_failures + 1 : 0;
        m_told.reset();
    }
}

std::chrono::milliseconds BlockWatch::restBefore() const
{
    if (m_failures > 0) {
        return restAfter(m_failures);
    }
    const auto since = std::chrono::floor<std::chrono::milliseconds>(Steady::now() - m_toldAt);
    const auto between = std::min(kMostBetween, kLeastBetween * (1 << std::min(m_idle.load(), 5)));
    return std::clamp(between - since, 0ms, between);
}

BlockWatch::Heard BlockWatch::listen(const std::stop_token &stop)
{
    std::size_t gateway = 0;
    while (gateway + 1 < m_client->gatewayCount() && m_client->isResting(gateway)) {
        ++gateway;
    }
    if (m_client->isResting(gateway)) {
        gateway = 0;
    }
    std::uint64_t number = m_next;
    const std::uint64_t first = number;
    const BlockRange range{
        .from = first == 0 ? kNewest : first, .follow = first > 0, .headersOnly = true};
    bool isOvertaken = false;
    const auto take = [&](ByteView) -> Result<bool> {
        if (first == 0) { // all that stand before it would be news, too
            isOvertaken = m_next > 0;
            if (!isOvertaken) {
                m_told = 0;
            }
            return false;
        }
        // The ledger may have read on meanwhile, as it does when this wallet itself wrote.
        if (number >= m_next) {
            m_told = number;
        }
        ++number;
        return !m_told;
    };
    const auto began = Steady::now();
    const auto ended
        = m_client->blocks(gateway, range, take, {.stop = stop, .atMost = kLongestStream});
    if (m_told) {
        return Heard::News;
    }
    if (Steady::now() - began >= kStoodWell) {
        m_failures = 0;
    }
    const bool isEndOfTerm = !ended && ended.error().trouble == Trouble::TooLate;
    return isEndOfTerm || isOvertaken ? Heard::Nothing : Heard::Lost;
}

Result<> BlockWatch::wait(const std::stop_token &stop)
{
    judgeLastTelling();
    while (pauseFor(stop, restBefore())) {
        const Heard heard = listen(stop);
        if (heard == Heard::News) {
            m_toldAt = Steady::now();
            return {};
        }
        m_failures += heard == Heard::Lost ? 1 : 0;
    }
    return fail(ErrorCode::Cancelled, "stopped waiting for the channel");
}

} // namespace keepwell::ledger::fabric
