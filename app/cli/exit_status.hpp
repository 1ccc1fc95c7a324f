// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <string_view>

namespace keepwell::cli {

/// The exit status of each failure; 0 is "done". The one place that knows them.
constexpr int exitStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Failed:
        return 1;
    case ErrorCode::Usage:
        return 2;
    case ErrorCode::InvalidInput:
        return 3;
    case ErrorCode::WrongKey:
        return 4;
    case ErrorCode::Denied:
        return 5;
    case ErrorCode::NotFound:
        return 6;
    case ErrorCode::Unavailable:
        return 7;
    case ErrorCode::Tampered:
        return 8;
    case ErrorCode::Cancelled:
        return 9;
    case ErrorCode::Conflict:
        return 10;
    case ErrorCode::Unsupported:
        return 11;
    }
    return 1;
}

/// The same failure's name in JSON.
constexpr std::string_view nameOf(ErrorCode code)
{
    constexpr std::string_view kNames[]
        = {"failed",    "failed",      "usage",    "invalid",   "wrong_key", "denied",
           "not_found", "unavailable", "tampered", "cancelled", "conflict",  "unsupported"};
    return kNames[exitStatus(code)];
}

} // namespace keepwell::cli
