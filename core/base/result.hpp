// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace keepwell {

/// What the caller can do about a failure. A new value needs a new reaction, else reuse one.
/// The comment names the exit status and code of keepwell-cli (app/cli/exit_status.hpp).
enum class ErrorCode {
    Failed,       ///< 1 failed: none of the below; the detail is all there is.
    Usage,        ///< 2 usage: the command's words are off.
    InvalidInput, ///< 3 invalid: bytes or arguments break their format; a retry cannot help.
    WrongKey,     ///< 4 wrong_key: the passphrase, phrase or identity does not open this.
    Denied,       ///< 5 denied: no grant, refused, expired, revoked, used up, not checked.
    NotFound,     ///< 6 not_found: no such record, block, grant or key.
    Unavailable,  ///< 7 unavailable: disk, network or peer out of reach now; a retry may help.
    Tampered,     ///< 8 tampered: a tag, hash, signature or proof does not match.
    Cancelled,    ///< 9 cancelled: the std::stop_token asked us to stop; nothing was changed.
    Conflict,     ///< 10 conflict: in use, ambiguous, or somebody else wrote first.
    Unsupported,  ///< 11 unsupported: well formed, but a version or format this build lacks.
};

struct [[nodiscard]] Error
{
    ErrorCode code;
    std::string detail; ///< English, for people and the log. Never patient data, never key bytes.
};

template <class T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string detail)
{
    return std::unexpected{Error{code, std::move(detail)}};
}

} // namespace keepwell

/// KEEPWELL_TRY(auto cid, Cid::parse(text)); binds the value or returns the error to our caller.
#define KEEPWELL_TRY(declaration, ...)                                                             \
    KEEPWELL_TRY_IMPL(KEEPWELL_JOIN(tryResult, __LINE__), declaration, (__VA_ARGS__))
#define KEEPWELL_TRY_IMPL(result, declaration, expression)                                         \
    auto result = expression;                                                                      \
    if (!result) {                                                                                 \
        return std::unexpected{std::move(result).error()};                                         \
    }                                                                                              \
    declaration = *std::move(result)

/// KEEPWELL_CHECK(file.sync()); returns the error of a Result<void> to our caller.
#define KEEPWELL_CHECK(...)                                                                        \
    if (auto &&keepwellChecked = (__VA_ARGS__); !keepwellChecked) {                                \
        return std::unexpected{keepwellChecked.error()};                                           \
    }
#define KEEPWELL_JOIN(a, b) KEEPWELL_JOIN_IMPL(a, b)
#define KEEPWELL_JOIN_IMPL(a, b) a##b
