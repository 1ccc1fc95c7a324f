// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/giving.hpp"
#include "core/sharing/grant_on_ledger.hpp"
#include "core/sharing/own_blocks.hpp"
#include "core/store/cid.hpp"
#include "core/vault/block_table.hpp"
#include "core/vault/outbox_table.hpp"

#include <algorithm>
#include <map>

/// How a share ends: stopped by its owner, over by its terms, or replaced by a newer epoch.
namespace keepwell::sharing {

Result<std::vector<QueuedShare>> Giving::updateFollowing(const std::stop_token &stop)
{
    std::vector<QueuedShare> queued;
    vault::GrantTable grants{m_database};
    KEEPWELL_TRY(const std::vector<vault::GivenGrantRow> rows, grants.all());
    for (const vault::GivenGrantRow &row : rows) {
        if (!row.follows || row.wish != vault::GrantWish::Live || row.selection.empty()
            || row.terms.expires <= m_clock.now()) {
            continue;
        }
        KEEPWELL_TRY(const auto ledgerRow, grantOnLedger(m_database, row.id));
        if (!ledgerRow || !ledgerRow->live || ledgerRow->usedUp()
            || ledgerRow->epoch != row.epoch) {
            continue; // not committed yet, or over
        }
        KEEPWELL_TRY(const Selection selection, Selection::parse(row.selection));
        KEEPWELL_TRY(auto records, recordsOf(m_database, selection));
        KEEPWELL_TRY(std::vector<vault::RecordId> shared, grants.recordsOf(row.id));
        std::ranges::sort(records);
        std::ranges::sort(shared);
        if (records == shared || records.empty()) {
            continue;
        }
        auto one = update(row.id, stop, {});
        if (!one && one.error().code == ErrorCode::Denied) {
            continue; // blocked, or another key: nothing new goes there
        }
        KEEPWELL_CHECK(one);
        queued.push_back(*one);
    }
    return queued;
}

Result<std::vector<std::int64_t>> Giving::stop(const std::vector<contract::GrantId> &grants)
{
    vault::GrantTable table{m_database};
    std::vector<contract::GrantId> live;
    for (const contract::GrantId &grant : grants) {
        KEEPWELL_TRY(const auto row, table.find(grant));
        if (!row) {
            return fail(ErrorCode::NotFound, "you have no share " + grant.toHex().substr(0, 8));
        }
        KEEPWELL_TRY(const auto onLedger, grantOnLedger(m_database, grant));
        KEEPWELL_TRY(const auto rejection, rejectionOf(m_database, grant));
        if (!onLedger && rejection) { // nothing to stop: it is put away
            KEEPWELL_CHECK(table.setWish(grant, vault::GrantWish::Purged));
            continue;
        }
        live.push_back(grant);
        if (row->wish != vault::GrantWish::Live) {
            return fail(ErrorCode::Denied,
                        "the share " + grant.toHex().substr(0, 8) + " was stopped already");
        }
    }
    return queueRevoke(live, contract::RevokeReason::Stopped, vault::GrantWish::Stopped);
}

Result<std::vector<std::int64_t>> Giving::queueEnded()
{
    std::vector<contract::GrantId> ended;
    vault::GrantTable table{m_database};
    KEEPWELL_TRY(const std::vector<vault::GivenGrantRow> rows, table.all());
    for (const vault::GivenGrantRow &row : rows) {
        if (row.wish != vault::GrantWish::Live) {
            continue;
        }
        KEEPWELL_TRY(const auto ledgerRow, grantOnLedger(m_database, row.id));
        if (ledgerRow && ledgerRow->live && ledgerRow->endedAt(m_clock.now())) {
            ended.push_back(row.id);
        }
    }
    return queueRevoke(ended, contract::RevokeReason::Ended, vault::GrantWish::Purged);
}

Result<std::vector<std::int64_t>> Giving::queueRevoke(const std::vector<contract::GrantId> &grants,
                                                      contract::RevokeReason reason,
                                                      vault::GrantWish wish)
{
    std::vector<std::int64_t> intents;
    vault::GrantTable table{m_database};
    vault::OutboxTable outbox{m_database};
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(m_database));
    std::map<contract::PublicKey, std::vector<contract::GrantId>> byOwner;
    for (const contract::GrantId &grant : grants) {
        KEEPWELL_TRY(const auto row, table.find(grant));
        if (!row) {
            return fail(ErrorCode::NotFound, "you have no share " + grant.toHex().substr(0, 8));
        }
        byOwner[row->owner].push_back(grant);
        KEEPWELL_CHECK(table.setWish(grant, wish));
    }
    for (const auto &[owner, all] : byOwner) {
        KEEPWELL_TRY(const auto relation, m_keys.mine(owner));
        if (!relation) {
            return fail(ErrorCode::NotFound, "the key of this share is not in this wallet");
        }
        for (std::size_t at = 0; at < all.size(); at += contract::kMostGrantsRevoked) {
            const auto first = all.begin() + static_cast<std::ptrdiff_t>(at);
            const auto count = std::min(contract::kMostGrantsRevoked, all.size() - at);
            const contract::RevokeBody body{{first, first + static_cast<std::ptrdiff_t>(count)},
                                            reason};
            KEEPWELL_TRY(const std::int64_t intent,
                         outbox.add({.signer = vault::SignerKind::Relation,
                                     .relation = relation->i,
                                     .key = owner,
                                     .body = body,
                                     .object = count == 1 ? first->bytes() : Bytes32{},
                                     .made = m_clock.now(),
                                     .envelope = {},
                                     .tx = {},
                                     .entry = {}},
                                    {}));
            intents.push_back(intent);
        }
    }
    KEEPWELL_CHECK(transaction.commit());
    return intents;
}

Result<> Giving::removeUnused()
{
    vault::GrantTable grants{m_database};
    vault::BlockTable blocks{m_database};
    KEEPWELL_TRY(const std::vector<vault::GivenGrantRow> rows, grants.all());
    for (const vault::GivenGrantRow &row : rows) {
        KEEPWELL_TRY(const auto ledgerRow, grantOnLedger(m_database, row.id));
        if (!ledgerRow && row.wish != vault::GrantWish::Purged) {
            continue;
        }
        const std::uint32_t below = ledgerRow && ledgerRow->live ? ledgerRow->epoch : UINT32_MAX;
        KEEPWELL_TRY(const std::vector<vault::BlockRow> unused,
                     blocks.ofOwner(row.id.bytes(), below));
        KEEPWELL_CHECK(removeBlocks(blocks, m_blocks, unused));
        if (!unused.empty()) {
            KEEPWELL_CHECK(grants.wipeEpochs(row.id, below));
        }
    }
    return {};
}

} // namespace keepwell::sharing
