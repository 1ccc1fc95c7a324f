// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/outside_ledger.hpp"

#include "core/base/pause.hpp"

#include <algorithm>

namespace keepwell {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kCatchUp{8'000};
constexpr std::chrono::milliseconds kFirstPause{20};
constexpr std::chrono::milliseconds kLongestPause{1'000};

/// Asks until the answer is another one than that of a custodian that lags, or time is up.
template <class Ask, class Lags>
auto askUntilThere(const ledger::Patience &patience, const Ask &ask, const Lags &lags)
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::min(patience.atMost, kCatchUp);
    auto wait = kFirstPause;
    while (true) {
        auto answer = ask();
        if (answer || !lags(answer.error().code) || Clock::now() + wait > end
            || !pauseFor(patience.stop, wait)) {
            return answer;
        }
        wait = std::min(2 * wait, kLongestPause);
    }
}

} // namespace

OutsideLedger::OutsideLedger(std::unique_ptr<ledger::Ledger> real, WalletMutex &mutex)
    : m_real{std::move(real)}, m_mutex{mutex}
{
}

ledger::Info OutsideLedger::info() const { return m_real->info(); }

void OutsideLedger::follow(const std::vector<contract::PublicKey> &keys) { m_real->follow(keys); }

ledger::Verdict<ledger::Entry> OutsideLedger::submit(const contract::Envelope &envelope,
                                                     ledger::Patience patience)
{
    const Outside outside{m_mutex};
    return m_real->submit(envelope, std::move(patience));
}

ledger::Verdict<> OutsideLedger::deposit(const contract::Deposit &value, ledger::Patience patience)
{
    const Outside outside{m_mutex};
    return askUntilThere(
        patience, [&] { return m_real->deposit(value, patience); },
        [](contract::Code code) { return code == contract::Code::NotFound; });
}

ledger::Verdict<Bytes> OutsideLedger::query(const contract::SignedQuery &query,
                                            ledger::Patience patience)
{
    const Outside outside{m_mutex};
    // NotLogged comes from GetRelease alone: its caller has seen the request committed elsewhere.
    return askUntilThere(
        patience, [&] { return m_real->query(query, patience); },
        [](contract::Code code) { return code == contract::Code::NotLogged; });
}

Result<ledger::Head> OutsideLedger::head(ledger::Patience patience)
{
    const Outside outside{m_mutex};
    return m_real->head(std::move(patience));
}

Result<std::vector<ledger::Entry>> OutsideLedger::entries(std::uint64_t from, std::size_t limit,
                                                          ledger::Patience patience)
{
    return m_real->entries(from, limit, std::move(patience));
}

Result<crypto::merkle::Proof> OutsideLedger::inclusionProof(std::uint64_t index, std::uint64_t size)
{
    return m_real->inclusionProof(index, size);
}

Result<crypto::merkle::Proof> OutsideLedger::consistencyProof(std::uint64_t oldSize,
                                                              std::uint64_t size)
{
    return m_real->consistencyProof(oldSize, size);
}

std::shared_ptr<ledger::Changes> OutsideLedger::changes() const { return m_real->changes(); }

} // namespace keepwell
