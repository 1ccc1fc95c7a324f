// SPDX-License-Identifier: Apache-2.0
#include "core/vault/home_lock.hpp"

#include "core/vault/file_error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace keepwell::vault {

Result<HomeLock> HomeLock::take(const std::filesystem::path &home)
{
    const auto file = home / "lock";
    const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        if (errno == ENOENT) {
            return fail(ErrorCode::NotFound, "there is no wallet in this folder");
        }
        return fileError("the wallet's lock file", errno);
    }
    HomeLock lock{descriptor};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return fail(ErrorCode::Conflict,
                        "this wallet is in use by another Keepwell on this "
                        "computer; close it first");
        }
        return fileError("the wallet's lock file", errno);
    }
    return lock;
}

HomeLock::HomeLock(HomeLock &&other) noexcept : m_descriptor{std::exchange(other.m_descriptor, -1)}
{
}

HomeLock &HomeLock::operator=(HomeLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

HomeLock::~HomeLock()
{
    // The file stays: removing it would let two processes lock two files of one name.
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

} // namespace keepwell::vault
