// SPDX-License-Identifier: Apache-2.0
#include "core/vault/file_error.hpp"

#include <cerrno>
#include <string>
#include <system_error>

namespace keepwell::vault {

std::unexpected<Error> fileError(std::string_view what, int systemError)
{
    std::string why;
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
        why = "the disk is full";
        break;
    case EROFS:
        why = "the disk is read-only";
        break;
    case EACCES:
    case EPERM:
        why = "this user has no right to it";
        break;
    default:
        why = std::generic_category().message(systemError);
    }
    return fail(ErrorCode::Unavailable, std::string{what} + ": " + why);
}

} // namespace keepwell::vault
