// SPDX-License-Identifier: Apache-2.0
#include "app/cli/secret_line.hpp"

#include "core/base/utf8.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace keepwell::cli {

namespace {

constexpr std::size_t kMostBytes = 1024;

/// Room for a line that is wiped whatever happens.
struct WipedLine
{
    std::array<char, kMostBytes + 2> bytes{}; // two more: a line end that is not counted
    std::size_t size = 0;

    WipedLine() = default;
    ~WipedLine() { sodium_memzero(bytes.data(), bytes.size()); }
    WipedLine(const WipedLine &) = delete;
    WipedLine &operator=(const WipedLine &) = delete;

    bool hasEnd() const { return size > 0 && bytes[size - 1] == '\n'; }
    bool isFull() const { return size == bytes.size(); }

    void dropEnd()
    {
        if (hasEnd()) {
            --size;
        }
        if (size > 0 && bytes[size - 1] == '\r') {
            --size;
        }
    }
};

/// A descriptor that closes itself.
class OpenFile
{
public:
    explicit OpenFile(const std::filesystem::path &file)
        : m_descriptor{open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)}
    {
    }
    ~OpenFile()
    {
        if (m_descriptor >= 0) {
            close(m_descriptor);
        }
    }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace

Result<crypto::SecretText> readSecretLine(int descriptor, const std::string &what)
{
    WipedLine line;
    while (!line.hasEnd() && !line.isFull()) {
        // Byte by byte: what stands after the line must not come into this process.
        const ssize_t got = read(descriptor, line.bytes.data() + line.size, 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fail(ErrorCode::Unavailable, what + " cannot be read: " + std::strerror(errno));
        }
        if (got == 0) {
            break;
        }
        ++line.size;
    }
    line.dropEnd();
    if (line.size > kMostBytes) {
        return fail(ErrorCode::InvalidInput, what + " has a first line of over 1,024 bytes");
    }
    if (line.size == 0) {
        return fail(ErrorCode::Usage, what + " is empty");
    }
    if (!isUtf8({line.bytes.data(), line.size})) {
        return fail(ErrorCode::InvalidInput, what + " is not UTF-8 text");
    }
    return crypto::SecretText::take(std::span{line.bytes.data(), line.size});
}

Result<SecretFile> readSecretFile(const std::filesystem::path &file)
{
    const OpenFile opened{file};
    if (opened.descriptor() < 0) {
        const ErrorCode code
            = errno == ENOENT || errno == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Unavailable;
        return fail(code, file.string() + " cannot be opened: " + std::strerror(errno));
    }
    struct stat about{};
    if (fstat(opened.descriptor(), &about) != 0) {
        return fail(ErrorCode::Unavailable, file.string() + ": " + std::strerror(errno));
    }
    SecretFile result;
    KEEPWELL_TRY(result.line, readSecretLine(opened.descriptor(), file.string()));
    result.readableByOthers = S_ISREG(about.st_mode) && (about.st_mode & (S_IRGRP | S_IROTH)) != 0;
    return result;
}

} // namespace keepwell::cli
