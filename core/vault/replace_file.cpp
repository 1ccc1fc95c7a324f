// SPDX-License-Identifier: Apache-2.0
#include "core/vault/replace_file.hpp"

#include "core/base/descriptor.hpp"
#include "core/vault/file_error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace keepwell::vault {
namespace {

namespace fs = std::filesystem;

Result<> writeAll(int descriptor, ByteView bytes, const std::string &name)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return fileError(name, errno);
        }
        bytes = bytes.subspan(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor) != 0) {
        return fileError(name, errno);
    }
    return {};
}

} // namespace

Result<> replaceFile(const fs::path &file, ByteView bytes)
{
    const std::string name = file.filename().string();
    const fs::path fresh = file.string() + ".new";
    {
        const Descriptor descriptor{
            ::open(fresh.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600)};
        if (!descriptor.isOpen()) {
            return fileError(name, errno);
        }
        if (auto written = writeAll(descriptor.number(), bytes, name); !written) {
            ::unlink(fresh.c_str());
            return written;
        }
    }
    if (::rename(fresh.c_str(), file.c_str()) != 0) {
        const int reason = errno;
        ::unlink(fresh.c_str());
        return fileError(name, reason);
    }
    return syncFolder(file.parent_path());
}

Result<> syncFolder(const fs::path &folder)
{
    const Descriptor descriptor{
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!descriptor.isOpen() || ::fsync(descriptor.number()) != 0) {
        return fileError("the wallet's folder", errno);
    }
    return {};
}

Result<Bytes> readWhole(const fs::path &file, std::size_t most)
{
    const std::string name = file.filename().string();
    const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!descriptor.isOpen()) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return fail(ErrorCode::NotFound, name + " is not there");
        }
        return fileError(name, errno);
    }
    Bytes bytes(most + 1);
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t got = ::read(descriptor.number(), bytes.data() + size, bytes.size() - size);
        if (got == 0) {
            break;
        }
        if (got < 0 && errno != EINTR) {
            return fileError(name, errno);
        }
        size += got < 0 ? 0 : static_cast<std::size_t>(got);
    }
    if (size > most) {
        return fail(ErrorCode::Tampered, name + " is larger than it can be");
    }
    bytes.resize(size);
    return bytes;
}

} // namespace keepwell::vault
