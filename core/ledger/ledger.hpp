// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/apply.hpp"
#include "core/contract/deposit.hpp"
#include "core/contract/query.hpp"
#include "core/crypto/merkle.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::ledger {

using contract::Verdict;

class Changes;

/// A committed entry with its place.
struct Entry
{
    std::uint64_t index = 0;
    contract::TransactionTime time; ///< As in the leaf.
    Instant t;                      ///< Effective, by replay: what people are shown.
    contract::Code outcome = contract::Code::Done;
    contract::Envelope envelope; ///< Of entry 0 (genesis): 32 random bytes, no signature.

    friend bool operator==(const Entry &, const Entry &) = default;
};

struct Head
{
    std::uint64_t size = 0;
    Bytes32 root{};
    Instant newest; ///< Transaction time of the newest entry.
    /// Entries below it are proven: embedded all; Fabric those that two organisations show alike.
    /// Those from it on are reported by one only.
    std::uint64_t proven = 0;
    /// Entries from it on are in conflict: two organisations, or one and the rules, disagree. It may
    /// be `size`: then what follows is in dispute.
    std::optional<std::uint64_t> conflictFrom{};
    friend bool operator==(const Head &, const Head &) = default;
};

/// What a wallet remembers of the ledger; it must never again be shown anything else.
struct Pin
{
    std::uint64_t size = 0;
    Bytes32 root{};
    friend bool operator==(const Pin &, const Pin &) = default;
};

enum class Kind { Embedded, Fabric };

/// Who makes sure that an opening is logged first.
enum class Assurance {
    ByAgreement,    ///< Honest software does (embedded).
    ByOrganisation, ///< The custodian releases only after the committed request.
};

struct Info
{
    Kind kind = Kind::Embedded;
    contract::NetworkId network;
    Assurance assurance = Assurance::ByAgreement;
    std::string custodian; ///< Empty when embedded.
    /// Only the entries of followed keys and of their grants and deliveries are shown, with places
    /// and a tree of this wallet alone; what they say of others is decided by contract::replayPartial().
    bool isPartial = false;
};

/// How long a call may take. A stop or the deadline ends it with Cancelled or Unavailable.
struct Patience
{
    std::stop_token stop;
    std::chrono::milliseconds atMost{30'000};
};

/// The second seam: where entries are committed and private values are kept.
/// One thread at a time, unless an implementation says more.
///
/// Errors of every call: Unavailable (out of reach, a retry may help), Cancelled, and Tampered when
/// what the ledger shows breaks its own rules or a pinned head; nothing is written after that.
class Ledger
{
public:
    virtual ~Ledger() = default;

    virtual Info info() const = 0;

    /// Whose entries head() shall take in from now on, beside those named before; for a ledger that
    /// does not show all (Info::isPartial).
    virtual void follow(const std::vector<contract::PublicKey> & /*keys*/) {}

    /// Returns once the entry is committed; a refused request is a committed entry. The same
    /// envelope may be sent again: if it is committed already, that entry is returned.
    /// Reject: the contract's codes (nothing was committed). Unavailable means *unknown*: it may
    /// have been committed or be later; send the same envelope again, or ask KeyHead.
    virtual Verdict<Entry> submit(const contract::Envelope &envelope, Patience patience = {}) = 0;

    /// After the entry is committed. Idempotent. Reject: see contract::deposit().
    virtual Verdict<> deposit(const contract::Deposit &value, Patience patience = {}) = 0;

    /// Reject: see contract::answer(). Writes nothing.
    virtual Verdict<Bytes> query(const contract::SignedQuery &query, Patience patience = {}) = 0;

    /// The newest head, after taking in what others appended.
    virtual Result<Head> head(Patience patience = {}) = 0;

    /// Entries `from`, `from` + 1, … in order, at most `limit`, each replayed; empty at the end.
    virtual Result<std::vector<Entry>> entries(std::uint64_t from, std::size_t limit,
                                               Patience patience = {})
        = 0;

    /// Of the entry `index` in the tree of the first `size` entries. InvalidInput unless
    /// index < size <= head().size.
    virtual Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index, std::uint64_t size)
        = 0;

    /// Between the trees of the first `oldSize` and `size` entries.
    virtual Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize,
                                                           std::uint64_t size)
        = 0;

    /// Where to wait for what others write. Never null; from any thread.
    virtual std::shared_ptr<Changes> changes() const = 0;
};

/// Leaf hash of an entry: SHA-256(0x00 || dCBOR [1, index, t, outcome, payload, signature]).
Bytes32 leafHash(const Entry &entry);
Bytes32 leafHash(std::uint64_t index, std::uint64_t time, std::uint64_t outcome, ByteView payload,
                 ByteView signature);

} // namespace keepwell::ledger
