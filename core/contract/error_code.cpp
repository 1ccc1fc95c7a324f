// SPDX-License-Identifier: Apache-2.0
#include "core/contract/error_code.hpp"

#include <array>

namespace keepwell::contract {
namespace {

struct CodeInfo
{
    Code code;
    std::string_view name;
    ErrorCode reaction;
};

constexpr std::array kCodes{
    CodeInfo{Code::Done, "done", ErrorCode::Failed},
    CodeInfo{Code::Net, "E_NET", ErrorCode::InvalidInput},
    CodeInfo{Code::Enc, "E_ENC", ErrorCode::InvalidInput},
    CodeInfo{Code::Sig, "E_SIG", ErrorCode::Tampered},
    CodeInfo{Code::KeyRevoked, "E_KEY_REVOKED", ErrorCode::Denied},
    CodeInfo{Code::Seq, "E_SEQ", ErrorCode::Conflict},
    CodeInfo{Code::Time, "E_TIME", ErrorCode::Failed},
    CodeInfo{Code::Ttl, "E_TTL", ErrorCode::Conflict},
    CodeInfo{Code::Auth, "E_AUTH", ErrorCode::Denied},
    CodeInfo{Code::NotFound, "E_NOTFOUND", ErrorCode::NotFound},
    CodeInfo{Code::Exists, "E_EXISTS", ErrorCode::Conflict},
    CodeInfo{Code::Party, "E_PARTY", ErrorCode::Denied},
    CodeInfo{Code::Window, "E_WINDOW", ErrorCode::InvalidInput},
    CodeInfo{Code::Early, "E_EARLY", ErrorCode::Denied},
    CodeInfo{Code::Expired, "E_EXPIRED", ErrorCode::Denied},
    CodeInfo{Code::Revoked, "E_REVOKED", ErrorCode::Denied},
    CodeInfo{Code::Epoch, "E_EPOCH", ErrorCode::Conflict},
    CodeInfo{Code::Opens, "E_OPENS", ErrorCode::Denied},
    CodeInfo{Code::State, "E_STATE", ErrorCode::Conflict},
    CodeInfo{Code::Range, "E_RANGE", ErrorCode::Conflict},
    CodeInfo{Code::Quota, "E_QUOTA", ErrorCode::Denied},
    CodeInfo{Code::NotLogged, "E_NOTLOGGED", ErrorCode::Denied},
    CodeInfo{Code::Wait, "E_WAIT", ErrorCode::Unavailable},
    CodeInfo{Code::ServeWindow, "E_SERVE_WINDOW", ErrorCode::Denied},
    CodeInfo{Code::Purged, "E_PURGED", ErrorCode::Denied},
    CodeInfo{Code::Mismatch, "E_MISMATCH", ErrorCode::InvalidInput},
    CodeInfo{Code::Size, "E_SIZE", ErrorCode::InvalidInput},
    CodeInfo{Code::Host, "E_HOST", ErrorCode::Unavailable},
};

const CodeInfo *find(std::uint64_t number)
{
    for (const CodeInfo &info : kCodes) {
        if (static_cast<std::uint64_t>(info.code) == number) {
            return &info;
        }
    }
    return nullptr;
}

} // namespace

std::string_view name(Code code)
{
    const CodeInfo *info = find(static_cast<std::uint64_t>(code));
    return info != nullptr ? info->name : std::string_view{"E_UNKNOWN"};
}

std::optional<Code> codeOf(std::uint64_t number)
{
    const CodeInfo *info = find(number);
    return info != nullptr ? std::optional{info->code} : std::nullopt;
}

ErrorCode errorCodeOf(Code code)
{
    const CodeInfo *info = find(static_cast<std::uint64_t>(code));
    return info != nullptr ? info->reaction : ErrorCode::Failed;
}

Failure::Failure(Code why, std::string text)
    : code{why}, error{errorCodeOf(why), std::string{name(why)} + ": " + std::move(text)}
{
}

Failure::Failure(Error fault) : code{Code::Host}, error{std::move(fault)} {}

} // namespace keepwell::contract
