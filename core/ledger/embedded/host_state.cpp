// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/host_state.hpp"

#include "core/contract/apply.hpp"
#include "core/contract/state.hpp"

#include <algorithm>

namespace keepwell::ledger {
namespace {

/// The first second at which GrantRow::endedAt() holds, as far as is known now.
Instant endOf(const contract::GrantRow &grant)
{
    const Instant usedUp = grant.last + contract::kServeWindow + std::chrono::seconds{1};
    return grant.usedUp() ? std::min(grant.terms.expires, usedUp) : grant.terms.expires;
}

} // namespace

Result<std::optional<Bytes>> HostState::get(const std::string &key)
{
    return m_history->state().get(key);
}

Result<> HostState::put(const std::string &key, ByteView value)
{
    m_writes.emplace_back(key, copyOf(value));
    return {};
}

Result<> HostState::remove(const std::string & /*key*/)
{
    return fail(ErrorCode::Failed, "no rule of version 1 removes a row");
}

Result<contract::PrivateValue> HostState::getPrivate(const contract::PrivateKey &key)
{
    KEEPWELL_TRY(std::optional<Bytes> value, m_file->privateValue(key.text()));
    return contract::PrivateValue{.value = std::move(value), .purged = false};
}

Result<> HostState::putPrivate(const contract::PrivateKey &key, ByteView value)
{
    KEEPWELL_TRY(const Instant ends, endOf(key));
    return m_file->putPrivate(key.text(), value, ends);
}

Result<> HostState::purgePrivate(const contract::PrivateKey &key)
{
    KEEPWELL_TRY(const bool found, m_file->purge(key.text()));
    m_purged = m_purged || found;
    return {};
}

Result<> HostState::putIndex(contract::IndexKind kind, const Bytes32 &of, const Bytes32 &id)
{
    m_index.push_back({.kind = kind, .of = of, .id = id, .locator = {}});
    return {};
}

Result<std::vector<contract::IndexRow>> HostState::indexRows(contract::IndexKind kind,
                                                             const Bytes32 &of)
{
    return m_history->state().indexRows(kind, of);
}

Result<Instant> HostState::endOf(const contract::PrivateKey &key)
{
    constexpr std::uint64_t kNever = contract::kLatestSecond;
    const bool ofGrant = key.field != contract::Field::Reason && key.epoch != 0;
    if (!ofGrant) {
        return contract::instantOf(kNever);
    }
    KEEPWELL_TRY(const auto row, get(contract::grantRowKey(contract::GrantId{key.id})));
    if (!row) {
        return contract::instantOf(kNever);
    }
    KEEPWELL_TRY(const contract::GrantRow grant, contract::parseGrantRow(*row));
    return ledger::endOf(grant);
}

Result<> HostState::noteEnds()
{
    for (const auto &[key, value] : m_writes) {
        if (!key.starts_with("g/")) {
            continue;
        }
        KEEPWELL_TRY(const contract::GrantRow grant, contract::parseGrantRow(value));
        if (!grant.usedUp()) {
            continue;
        }
        KEEPWELL_TRY(const auto id, contract::GrantId::parse(std::string_view{key}.substr(2)));
        for (const auto field : {contract::Field::Release, contract::Field::Notice}) {
            const contract::PrivateKey name{
                .custodian = {}, .field = field, .id = id.bytes(), .epoch = grant.epoch};
            KEEPWELL_CHECK(m_file->setEnds(name.text(), ledger::endOf(grant)));
        }
    }
    return {};
}

Result<> HostState::admitWrites()
{
    contract::MapState &state = m_history->state();
    for (const auto &[key, value] : m_writes) {
        KEEPWELL_CHECK(state.put(key, value));
    }
    state.setLocator(locatorOf(m_history->size()));
    for (const contract::IndexRow &row : m_index) {
        KEEPWELL_CHECK(state.putIndex(row.kind, row.of, row.id));
    }
    return {};
}

} // namespace keepwell::ledger
