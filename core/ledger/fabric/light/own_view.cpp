// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/light/own_view.hpp"

#include "core/ledger/fabric/light/own_catch_up.hpp"

#include <algorithm>

namespace keepwell::ledger::fabric {

OwnView::OwnView(GatewayClient &client, std::unique_ptr<OwnEntries> own, const Clock &clock)
    : m_own{std::move(own)}, m_sent{*m_own}
{
    for (std::size_t i = 0; i < client.gatewayCount(); ++i) {
        m_sources.emplace_back(client, i, m_own->origin().network(), clock);
    }
    for (GatewayEntrySource &source : m_sources) {
        m_sourceList.push_back(&source);
    }
}

Result<> OwnView::catchUp(const CallTime &time)
{
    KEEPWELL_TRY(
        const CaughtUp caught,
        catchUpOwn(*m_own, m_sourceList, {.stop = time.stop(), .atMost = time.remaining()}));
    m_next = std::max(m_next, caught.newest + 1);
    return {};
}

Result<std::vector<contract::IndexRow>> OwnView::entriesOf(const contract::PublicKey &key,
                                                           const CallTime &time)
{
    std::vector<contract::IndexRow> all;
    std::optional<Error> why;
    bool isAnswered = false;
    for (EntrySource *source : m_sourceList) {
        const auto rows = source->entriesOf(key, {.stop = time.stop(), .atMost = time.remaining()});
        if (!rows) {
            why = rows.error();
            continue;
        }
        isAnswered = true;
        for (const contract::IndexRow &row : *rows) {
            if (std::ranges::find(all, row) == all.end()) {
                all.push_back(row);
            }
        }
    }
    return isAnswered ? Result<std::vector<contract::IndexRow>>{std::move(all)}
                      : std::unexpected{*why};
}

} // namespace keepwell::ledger::fabric
