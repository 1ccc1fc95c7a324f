// SPDX-License-Identifier: Apache-2.0
#include "core/audit/whole_file.hpp"

#include "core/base/descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace keepwell::audit {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBuffer = 1 << 16;

std::unexpected<Error> cannotWrite(const fs::path &file, int number)
{
    return fail(ErrorCode::Unavailable,
                "cannot write " + file.filename().string() + ": " + std::strerror(number));
}

/// So that the new name is on the disk too; a file system that cannot do it keeps its own promises.
void syncFolderOf(const fs::path &file)
{
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path{"."};
    const Descriptor handle{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    (void)::fsync(handle.number());
}

} // namespace

struct WholeFile::State
{
    State(fs::path target, fs::path temporary, Descriptor opened)
        : file{std::move(target)}, part{std::move(temporary)}, handle{std::move(opened)}
    {
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        if (!part.empty()) {
            (void)::unlink(part.c_str());
        }
    }

    Result<> flush()
    {
        std::string_view left{buffer};
        while (!left.empty()) {
            const ssize_t written = ::write(handle.number(), left.data(), left.size());
            if (written < 0 && errno != EINTR) {
                return cannotWrite(file, errno);
            }
            left.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
        }
        buffer.clear();
        return {};
    }

    fs::path file;
    fs::path part; ///< Empty once it is in place.
    Descriptor handle;
    std::string buffer;
};

WholeFile::WholeFile(std::unique_ptr<State> state) : m_state{std::move(state)} {}
WholeFile::WholeFile(WholeFile &&) noexcept = default;
WholeFile &WholeFile::operator=(WholeFile &&) noexcept = default;
WholeFile::~WholeFile() = default;

Result<WholeFile> WholeFile::begin(const fs::path &file)
{
    std::string part = (file.parent_path() / ".keepwell-XXXXXX").string();
    Descriptor handle{::mkostemp(part.data(), O_CLOEXEC)}; // mode 0600
    if (!handle.isOpen()) {
        return cannotWrite(file, errno);
    }
    return WholeFile{std::make_unique<State>(file, part, std::move(handle))};
}

Result<> WholeFile::write(std::string_view bytes)
{
    m_state->buffer += bytes;
    return m_state->buffer.size() < kBuffer ? Result<>{} : m_state->flush();
}

Result<> WholeFile::finishWriting()
{
    KEEPWELL_CHECK(m_state->flush());
    if (::fsync(m_state->handle.number()) != 0) {
        return cannotWrite(m_state->file, errno);
    }
    return {};
}

Result<> WholeFile::replace()
{
    KEEPWELL_CHECK(finishWriting());
    if (::rename(m_state->part.c_str(), m_state->file.c_str()) != 0) {
        return cannotWrite(m_state->file, errno);
    }
    m_state->part.clear();
    syncFolderOf(m_state->file);
    return {};
}

Result<> WholeFile::putNew()
{
    KEEPWELL_CHECK(finishWriting());
    if (::link(m_state->part.c_str(), m_state->file.c_str()) != 0) {
        if (errno == EEXIST) {
            return fail(ErrorCode::Conflict,
                        m_state->file.filename().string() + " is there already");
        }
        return cannotWrite(m_state->file, errno);
    }
    ::unlink(m_state->part.c_str()); // at once: the folder may be renamed before we end
    m_state->part.clear();
    syncFolderOf(m_state->file);
    return {};
}

} // namespace keepwell::audit
