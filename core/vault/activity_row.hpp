// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/contract/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The shapes in which the access timeline leaves the vault (docs/spec/activity.md). Plain values.
namespace keepwell::vault {

/// A line's number in this vault; opaque to people and to other vaults.
enum class ActivityId : std::int64_t {};

/// How sure the wallet is of a line. The numbers are stored: never renumber.
enum class ProofState : std::uint8_t {
    Proven = 0,   ///< Replayed, and included under the pinned head.
    Reported = 1, ///< One gateway says so.
    Conflict = 2, ///< Two places, or the ledger's file and the wallet's memory of it, disagree.
    Local = 3,    ///< An act of this wallet alone, or one that waits to be sent.
};

/// One line of the access timeline.
struct ActivityRow
{
    Instant time;     ///< Effective time of the entry; of a local act, when it was done.
    std::string kind; ///< "shared updated revoked opened refused delivered …" (CLI: activity).
    std::string who;  ///< Name of the other side, as it is called now; empty: nobody, or me.
    std::string what;
    std::string reason; ///< Empty also while it has not arrived yet.
    std::optional<contract::GrantId> grant;
    ProofState proof = ProofState::Local;
    std::optional<contract::TxId> tx;
    std::string code;        ///< Of a refusal: the contract's code, e.g. E_REVOKED.
    std::uint64_t index = 0; ///< In the ledger; 0 for local acts.
    ActivityId id{};
    std::optional<std::int64_t> contact; ///< The other side's number, while it is a contact.
    int purpose = -1;                    ///< contract::Purpose of the share; -1: none.
    bool seen = true; ///< Unusual lines are unseen until somebody looked at them.
};

/// Which lines, newest first. All conditions hold together.
struct ActivityFilter
{
    std::optional<Instant> since;   ///< Inclusive.
    std::string who;                ///< Exact name; empty = everybody.
    std::vector<std::string> kinds; ///< Empty = all.
    std::int64_t limit = 0;         ///< 0 = all.
    std::int64_t offset = 0;
    std::optional<Instant> until;           ///< Exclusive.
    std::optional<contract::GrantId> grant; ///< Of this share alone.
    bool unseen = false;                    ///< Only unusual lines that nobody has looked at.
};

} // namespace keepwell::vault
