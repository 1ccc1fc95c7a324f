// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/restoring.hpp"

#include "core/contract/query.hpp"
#include "core/identity/key_schedule.hpp"
#include "core/vault/replica.hpp"

namespace keepwell {

namespace {

constexpr std::uint32_t kMostUnknown = 50;
constexpr std::uint32_t kKeptFree = 10;
constexpr std::uint32_t kMostHotKeys = 1000;

Result<bool> isKnown(ledger::Ledger &ledger, const contract::PublicKey &key, Instant now)
{
    const auto asker = crypto::SigningKey::random();
    const auto answer = ledger.query(contract::makeQuery(
        ledger.info().network, contract::QueryNumber::EntriesOf, key.bytes(), now, asker));
    if (!answer) {
        if (answer.error().code == contract::Code::NotFound) {
            return false;
        }
        return std::unexpected{answer.error().error};
    }
    KEEPWELL_TRY(const auto rows, contract::parseEntriesOf(*answer));
    return !rows.empty();
}

} // namespace

Result<std::uint32_t> hotKeysInUse(ledger::Ledger &ledger, const crypto::Seed &seed, Instant now)
{
    for (std::uint32_t e = 0; e < kMostHotKeys; ++e) {
        const auto self = identity::selfSigningKey(identity::hotKey(seed, e));
        KEEPWELL_TRY(const bool known, isKnown(ledger, self.publicKey(), now));
        if (!known) {
            return e;
        }
    }
    return kMostHotKeys;
}

Result<std::vector<vault::RelationRow>>
relationsInUse(ledger::Ledger &ledger, const crypto::Seed &seed, std::uint32_t hotKeys, Instant now)
{
    std::vector<crypto::HotKey> hot;
    hot.reserve(hotKeys);
    for (std::uint32_t e = 0; e < hotKeys; ++e) {
        hot.push_back(identity::hotKey(seed, e));
    }
    const contract::NetworkId network = ledger.info().network;
    std::vector<vault::RelationRow> rows;
    std::size_t keep = 0;
    for (std::uint32_t i = 0; rows.size() < keep + kMostUnknown; ++i) {
        vault::RelationRow row{.i = i, .n = 0, .e = hotKeys - 1, .made = now};
        bool known = false;
        for (std::uint32_t e = hotKeys; e-- > 0 && !known;) {
            const auto key = identity::pairSigningKey(hot[e], network, {.i = i, .n = 0});
            KEEPWELL_TRY(known, isKnown(ledger, key.publicKey(), now));
            row.e = known ? e : row.e;
        }
        row.sign = identity::pairSigningKey(hot[row.e], network, {.i = i, .n = 0}).publicKey();
        row.enc = identity::pairSealingKey(hot[row.e], network, {.i = i, .n = 0}).publicKey();
        rows.push_back(row);
        keep = known ? rows.size() : keep;
    }
    rows.resize(keep == 0 ? 0 : std::min(rows.size(), keep + kKeptFree));
    return rows;
}

Result<> followAgain(vault::Database &database, const std::vector<vault::RelationRow> &relations,
                     const std::function<Result<std::int64_t>()> &takeIn)
{
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(database));
    vault::RelationTable table{database};
    for (const vault::RelationRow &row : relations) {
        KEEPWELL_CHECK(table.add(row));
    }
    KEEPWELL_CHECK(transaction.commit());
    KEEPWELL_CHECK(takeIn());
    KEEPWELL_CHECK(vault::ReplicaTable{database}.clear());
    for (const char *derived : {"DELETE FROM activity", "DELETE FROM grant_given",
                                "DELETE FROM share_received", "DELETE FROM delivery"}) {
        KEEPWELL_CHECK(database.execute(derived));
    }
    KEEPWELL_CHECK(takeIn());
    return {};
}

} // namespace keepwell
