// SPDX-License-Identifier: Apache-2.0
#include "core/vault/home_lock.hpp"

#include "core/vault/file_error.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <utility>

namespace keepwell::vault {

Result<HomeLock> HomeLock::take(const std::filesystem::path &home)
{
    const auto file = home / "lock";
    // The file is never removed: two processes would lock two files of one name.
    Descriptor descriptor{::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!descriptor.isOpen()) {
        if (errno == ENOENT) {
            return fail(ErrorCode::NotFound, "there is no wallet in this folder");
        }
        return fileError("the wallet's lock file", errno);
    }
    if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return fail(ErrorCode::Conflict,
                        "this wallet is in use by another Keepwell on this "
                        "computer; close it first");
        }
        return fileError("the wallet's lock file", errno);
    }
    return HomeLock{std::move(descriptor)};
}

} // namespace keepwell::vault
