// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/envelope.hpp"
#include "core/contract/error_code.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/state_view.hpp"
#include "core/contract/transaction.hpp"
#include "core/vault/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepwell::vault {

/// The newest head of the ledger this wallet has checked; it must never be shown anything else.
struct PinnedHead
{
    std::uint64_t size = 0; ///< Entries; also the position to read on from.
    Bytes32 root{};
    Instant newest; ///< Transaction time of the newest entry.
    Bytes
        frontier; ///< The compact Merkle range of `size`, in the words of the ledger; may be empty.
    Instant checked; ///< When, by this computer's clock: "as of".
    friend bool operator==(const PinnedHead &, const PinnedHead &) = default;
};

/// A verified entry that concerns this wallet.
struct ReplicaEntryRow
{
    std::uint64_t index = 0;
    contract::TransactionTime time;
    Instant t;
    contract::Type type = contract::Type::Grant;
    contract::Code outcome = contract::Code::Done;
    contract::PublicKey key; ///< The signer.
    contract::TxId tx;
    Bytes32 object{}; ///< The gid or did it is about; all zero: none, or several (Revoke).
    contract::Envelope envelope;
};

/// The public state of the ledger this wallet follows, kept by replay, as the contract sees it.
/// Holds no private values: reading one finds nothing, keeping one is an error, index rows are not
/// kept. One thread at a time, as its database.
class ReplicaState final : public contract::StateView
{
public:
    explicit ReplicaState(Database &database) : m_database{&database} {}

    Result<std::optional<Bytes>> get(const std::string &key) override;
    Result<> put(const std::string &key, ByteView value) override;
    Result<> remove(const std::string &key) override;
    Result<contract::PrivateValue> getPrivate(const contract::PrivateKey &key) override;
    Result<> putPrivate(const contract::PrivateKey &key, ByteView value) override;
    Result<> purgePrivate(const contract::PrivateKey &key) override;
    Result<> putIndex(contract::IndexKind kind, const Bytes32 &of, const Bytes32 &id) override;
    Result<std::vector<contract::IndexRow>> indexRows(contract::IndexKind kind,
                                                      const Bytes32 &of) override;

private:
    Database *m_database;
};

/// The entries and the pinned head. One thread at a time, as its database.
class ReplicaTable
{
public:
    explicit ReplicaTable(Database &database) : m_database{&database} {}

    Result<std::optional<PinnedHead>> head(); ///< nullopt before the first sync.
    Result<> setHead(const PinnedHead &head);

    Result<> add(const ReplicaEntryRow &row); ///< Errors: Conflict when the index is there already.
    Result<std::optional<ReplicaEntryRow>> byTx(const contract::TxId &tx);
    Result<std::vector<ReplicaEntryRow>> about(const Bytes32 &object); ///< By index.
    Result<std::vector<ReplicaEntryRow>> from(std::uint64_t index, std::size_t limit);
    Result<std::int64_t> count();

    /// Forgets state, entries and head, to follow the ledger again from its first entry.
    Result<> clear();

private:
    Database *m_database;
};

} // namespace keepwell::vault
