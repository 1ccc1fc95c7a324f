// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace keepwell::contract {

/// What a rule of the contract said. The numbers stand in entries and are the same on every host:
/// never change one, never use one again. name() gives the name the specification uses.
enum class Code : std::uint8_t {
    Done = 0, ///< Done; of a request: granted.
    // Before every rule, without trace.
    Net = 1,        ///< E_NET: written for another network.
    Enc = 2,        ///< E_ENC: the bytes break their format.
    Sig = 3,        ///< E_SIG: not signed by the key it names, or a key of low order.
    KeyRevoked = 4, ///< E_KEY_REVOKED: the key (of a request also: the owner's) is dead.
    Seq = 5,        ///< E_SEQ: not the next entry of its key.
    Time = 6,       ///< E_TIME: the host's clock and the transaction time are too far apart.
    Ttl = 7,        ///< E_TTL: not_after is over, or more than an hour away.
    // By the rules of a transaction.
    Auth = 10,     ///< E_AUTH: signed by a key that may not do this.
    NotFound = 11, ///< E_NOTFOUND: no such grant or delivery.
    Exists = 12,   ///< E_EXISTS: the id is taken.
    Party = 13,    ///< E_PARTY: not for this key, for oneself, or for a dead key.
    Window = 14,   ///< E_WINDOW: from and until do not make a period, or too long a one.
    Early = 15,    ///< E_EARLY: not yet.
    Expired = 16,  ///< E_EXPIRED: the period is over.
    Revoked = 17,  ///< E_REVOKED: the owner ended it.
    Epoch = 18,    ///< E_EPOCH: of another epoch.
    Opens = 19,    ///< E_OPENS: opened as often as allowed.
    State = 20,    ///< E_STATE: it is decided or ended already.
    Range = 21,    ///< E_RANGE: a number that must rise did not.
    Quota = 22,    ///< E_QUOTA: refused 16 times already.
    // By a query or a deposit.
    NotLogged = 30,   ///< E_NOTLOGGED: no such request is committed.
    Wait = 31,        ///< E_WAIT: the value is not deposited yet.
    ServeWindow = 32, ///< E_SERVE_WINDOW: the request is older than 600 s.
    Purged = 33,      ///< E_PURGED: the value was destroyed.
    Mismatch = 34,    ///< E_MISMATCH: the value is not the committed one.
    Size = 35,        ///< E_SIZE: the value has not its size.
    Host = 255, ///< E_HOST: the host could not read or write; nothing is said about the request.
};

/// "E_EXPIRED"; "granted" never: Done gives "done".
std::string_view name(Code code);

/// nullopt for a number that means nothing here.
std::optional<Code> codeOf(std::uint64_t number);

/// What the caller can do about it (the exit status of keepwell-cli follows from it).
ErrorCode errorCodeOf(Code code);

/// A rejection with its code. Turns into an Error wherever a Result is returned, and an Error of
/// the host turns into one with Code::Host, so that KEEPWELL_TRY works in both directions.
struct [[nodiscard]] Failure
{
    Failure(Code why, std::string text);
    Failure(Error fault); // NOLINT(google-explicit-constructor)

    operator Error() const & { return error; }       // NOLINT(google-explicit-constructor)
    operator Error() && { return std::move(error); } // NOLINT(google-explicit-constructor)

    Code code;
    Error error;
};

template <class T = void>
using Verdict = std::expected<T, Failure>;

inline std::unexpected<Failure> reject(Code code, std::string detail)
{
    return std::unexpected{Failure{code, std::move(detail)}};
}

} // namespace keepwell::contract
