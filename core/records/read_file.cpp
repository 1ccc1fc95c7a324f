// SPDX-License-Identifier: Apache-2.0
#include "core/records/read_file.hpp"

#include "core/base/descriptor.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace keepwell::records {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30;

std::unexpected<Error> systemFailure()
{
    const int reason = errno;
    return fail(reason == ENOENT ? ErrorCode::NotFound : ErrorCode::Unavailable,
                std::string{"cannot be read: "} + std::strerror(reason));
}

} // namespace

Result<std::string> readFile(const std::filesystem::path &path)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0) {
        return systemFailure();
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > kMostBytes) {
        return fail(ErrorCode::InvalidInput, "the file is larger than 1 GiB");
    }
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        const ssize_t got = ::read(file.number(), bytes.data() + done, size - done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return systemFailure();
        }
        if (got == 0) {
            break; // it became shorter while we read; what is there is judged
        }
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

} // namespace keepwell::records
