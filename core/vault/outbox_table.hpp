// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/deposit.hpp"
#include "core/contract/envelope.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/transaction.hpp"
#include "core/crypto/signature.hpp"
#include "core/vault/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepwell::vault {

/// Which of my keys signs an intent.
enum class SignerKind : std::uint8_t {
    Self = 0,     ///< "self/sign" of the current hot key.
    Relation = 1, ///< "pair/sign" of `relation`.
    OneUse = 2,   ///< A random key that lives in the outbox alone, until the intent is done.
};

enum class IntentState : std::uint8_t {
    Queued = 0,    ///< Not signed yet, or what was signed can no longer be endorsed.
    Sent = 1,      ///< The signed envelope is stored; whether it was committed is not known.
    Committed = 2, ///< On the ledger; deposits are left to do.
    Done = 3,
    Rejected = 4, ///< The contract said no, for good: `code`.
};

/// An act on its way to the ledger. What is filled in when it is sent stays empty until then:
/// `seq` and everything after it. Exactly once: docs/spec/outbox.md.
struct IntentRow
{
    std::int64_t id = 0;
    SignerKind signer = SignerKind::Self;
    std::uint32_t relation = 0; ///< With SignerKind::Relation.
    contract::PublicKey key;    ///< The signer's.
    contract::Body body;
    Bytes32 object{}; ///< gid, did or all zero: what it is about.
    Instant made;
    IntentState state = IntentState::Queued;
    std::uint32_t seq = 0;
    Instant notAfter;
    std::optional<contract::Envelope> envelope;
    std::optional<contract::TxId> tx;
    std::optional<std::uint64_t> entry; ///< Its index on the ledger.
    contract::Code code = contract::Code::Done;
};

/// A private value that goes after the entry.
struct IntentDepositRow
{
    std::int64_t intent = 0;
    std::int64_t number = 0; ///< 0, 1 … within the intent.
    contract::Deposit value;
};

/// The intents of one key are sent in the order of their ids, one at a time. One thread at a time.
class OutboxTable
{
public:
    explicit OutboxTable(Database &database) : m_database{&database} {}

    /// Only signer, relation, key, body, object and made of `row` are looked at. `oneUse` goes with
    /// SignerKind::OneUse and no other. A reason's deposit names the rid once it is known: give id
    /// all zero, and setSent() fills in the tx id.
    Result<std::int64_t> add(const IntentRow &row, const std::vector<contract::Deposit> &deposits,
                             const crypto::SigningKey::SeedBytes *oneUse = nullptr);

    Result<std::optional<IntentRow>> find(std::int64_t id);
    Result<std::optional<IntentRow>> byTx(const contract::TxId &tx);
    /// Not Done and not Rejected, by id.
    Result<std::vector<IntentRow>> open();
    /// Those about one object, by id, whatever their state.
    Result<std::vector<IntentRow>> about(const Bytes32 &object);
    Result<std::int64_t> countOpen();

    Result<crypto::SigningKey::SeedBytes> oneUseSeed(std::int64_t id); ///< Errors: NotFound.
    Result<std::vector<IntentDepositRow>> deposits(std::int64_t id);   ///< Those left to do.

    /// Before the envelope leaves: → Sent. A reason's deposit gets its rid.
    Result<> setSent(std::int64_t id, std::uint32_t seq, Instant notAfter,
                     const contract::Transaction &signedTransaction);
    /// It will never be committed as it was signed: → Queued, with the same seq kept in the row.
    Result<> setQueued(std::int64_t id);
    /// → Committed, or → Done where nothing is left to deposit.
    Result<> setCommitted(std::int64_t id, std::uint64_t entry, contract::Code outcome);
    /// → Rejected; its deposits and one-use key are destroyed.
    Result<> setRejected(std::int64_t id, contract::Code code);
    /// Destroys the value; → Done after the last one (the one-use key goes with it).
    Result<> setDeposited(std::int64_t id, std::int64_t number);

private:
    Result<> finishIfDeposited(std::int64_t id);
    Database *m_database;
};

} // namespace keepwell::vault
