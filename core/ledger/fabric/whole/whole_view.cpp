// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/whole/whole_view.hpp"

#include "core/contract/query.hpp"
#include "core/ledger/fabric/whole/catch_up.hpp"

namespace keepwell::ledger::fabric {

WholeView::WholeView(GatewayClient &client, std::unique_ptr<ChainMirror> mirror)
    : m_mirror{std::move(mirror)}, m_sent{*m_mirror}
{
    for (std::size_t i = 0; i < client.gatewayCount(); ++i) {
        m_sources.emplace_back(client, i);
    }
    for (GatewayBlockSource &source : m_sources) {
        m_sourceList.push_back(&source);
    }
}

Result<> WholeView::catchUp(const CallTime &time)
{
    KEEPWELL_CHECK(fabric::catchUp(*m_mirror, m_sourceList,
                                   {.stop = time.stop(), .atMost = time.remaining()}));
    return {};
}

Result<std::vector<contract::IndexRow>> WholeView::entriesOf(const contract::PublicKey &key,
                                                             const CallTime &time)
{
    KEEPWELL_CHECK(catchUp(time));
    return contract::entriesOf(state(), key);
}

} // namespace keepwell::ledger::fabric
