// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace keepwell::cli {

namespace {

Result<> writeAll(int descriptor, ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return fail(ErrorCode::Unavailable, std::strerror(errno));
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return fsync(descriptor) == 0 || errno == EINVAL
        ? Result<>{}
        : fail(ErrorCode::Unavailable, std::strerror(errno));
}

} // namespace

Result<> checkNewFile(const std::filesystem::path &file)
{
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, error))) {
        return fail(ErrorCode::Conflict, file.string() + " is there already; it was not changed");
    }
    const auto folder = std::filesystem::absolute(file, error).parent_path();
    if (!std::filesystem::is_directory(folder, error)) {
        return fail(ErrorCode::NotFound, "there is no folder " + folder.string());
    }
    return {};
}

Result<> checkNewFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    const bool isEmpty
        = std::filesystem::is_directory(folder, error) && std::filesystem::is_empty(folder, error);
    return isEmpty ? Result<>{} : checkNewFile(folder);
}

Result<> writeNewFile(const std::filesystem::path &file, ByteView bytes)
{
    KEEPWELL_CHECK(checkNewFile(file));
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return fail(errno == EEXIST ? ErrorCode::Conflict : ErrorCode::Unavailable,
                    file.string() + " cannot be written: " + std::strerror(errno));
    }
    const auto written = writeAll(descriptor, bytes);
    close(descriptor);
    if (!written) {
        unlink(file.c_str());
        return fail(written.error().code,
                    file.string() + " cannot be written: " + written.error().detail);
    }
    return {};
}

} // namespace keepwell::cli
