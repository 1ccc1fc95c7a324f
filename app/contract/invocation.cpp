// SPDX-License-Identifier: Apache-2.0
#include "app/contract/invocation.hpp"

namespace keepwell::contractserver {

using contract::Verdict;

Invocation::Invocation(const ContractHost &host, Call call, const PeerAbilities &peer)
    : m_host{&host}
    , m_state{{.mspId = host.home().mspId, .locator = call.locator, .peer = peer}}
    , m_prepared{host.prepare(std::move(call))}
{
}

Invocation::Step Invocation::proceed()
{
    auto step = attempt();
    return step ? *std::move(step) : Step{Completion::rejected(step.error())};
}

Verdict<Invocation::Step> Invocation::attempt()
{
    if (!m_prepared) {
        return std::unexpected{m_prepared.error()};
    }
    if (m_trouble) {
        return std::unexpected{contract::Failure{*m_trouble}};
    }
    if (m_purges == Purges::Asking) {
        return settlePurges();
    }
    if (m_decided) {
        return write();
    }
    m_state.startOver();
    auto decided = m_host->decide(*m_prepared, m_state);
    if (m_state.wanted()) {
        return Step{*m_state.wanted()};
    }
    KEEPWELL_TRY(m_decided, std::move(decided));
    m_writes = m_state.writeRequests();
    return write();
}

Invocation::Step Invocation::write() const
{
    return m_written < m_writes.size() ? Step{m_writes[m_written]} : Step{*m_decided};
}

/// Peers refuse all of a batch for one purge at an organisation that has left. The same writes once
/// more replace those of them that had an effect.
Verdict<Invocation::Step> Invocation::settlePurges()
{
    const auto settled = m_state.leaveOutPurgesOfNobody();
    if (m_state.wanted()) {
        return Step{*m_state.wanted()};
    }
    KEEPWELL_CHECK(settled);
    m_purges = Purges::Settled;
    m_writes = m_state.writeRequests();
    m_written = 0;
    return write();
}

void Invocation::take(Result<std::string> answer)
{
    if (!m_decided || m_purges == Purges::Asking) {
        m_state.take(std::move(answer));
    } else if (answer) {
        ++m_written;
    } else if (saysNoSuchCollection(answer.error()) && m_purges == Purges::Unquestioned) {
        m_purges = Purges::Asking;
    } else {
        m_trouble = answer.error();
    }
}

} // namespace keepwell::contractserver
