// SPDX-License-Identifier: Apache-2.0
#include "core/store/folder_block_store.hpp"

#include "core/base/descriptor.hpp"
#include "core/base/hex.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <system_error>
#include <vector>

namespace keepwell::store {

namespace {

constexpr mode_t kFileMode = 0600;
constexpr mode_t kFolderMode = 0700;
constexpr const char *kTemporary = "tmp";
/// From so many blocks on, sync() asks for the whole file system at once: that is one journal commit
/// and one pass over the disk instead of a thousand, though it also waits for what others wrote.
constexpr std::size_t kManyBlocks = 32;
constexpr std::time_t kDay = 24 * 60 * 60;

std::unexpected<Error> unavailable(std::string_view act, int error)
{
    const std::string why = error == ENOSPC || error == EDQUOT
        ? "the disk is full"
        : std::generic_category().message(error);
    return fail(ErrorCode::Unavailable,
                "the blocks folder: cannot " + std::string{act} + ": " + why);
}

std::string shardOf(const Cid &cid) { return cid.toString().substr(Cid::kTextLength - 3, 2); }

std::string pathOf(const Cid &cid) { return shardOf(cid) + '/' + cid.toString(); }

bool writeAll(int file, ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes = bytes.subspan(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

/// The disk begins while the next block is sealed, so that sync() has less to wait for. It promises
/// nothing, and what goes wrong there is said by sync().
bool writeBlock(int file, ByteView block)
{
    if (!writeAll(file, block)) {
        return false;
    }
    ::sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE);
    return true;
}

bool readAll(int file, std::span<std::byte> &bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(file, bytes.data() + done, bytes.size() - done);
        if (got == 0) {
            break;
        }
        if (got < 0 && errno != EINTR) {
            return false;
        }
        done += got < 0 ? 0 : static_cast<std::size_t>(got);
    }
    bytes = bytes.first(done);
    return true;
}

std::string temporaryName()
{
    std::array<std::byte, 16> random{};
    randombytes_buf(random.data(), random.size());
    return std::string{kTemporary} + '/' + toHex(random);
}

/// A day is far longer than any object takes to write, so no other process is using these.
void removeOldTemporaries(int root)
{
    const int folder = ::openat(root, kTemporary, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = folder < 0 ? nullptr : ::fdopendir(folder);
    if (entries == nullptr) {
        return;
    }
    const std::time_t now = std::time(nullptr);
    while (const dirent *entry = ::readdir(entries)) { // NOLINT(concurrency-mt-unsafe)
        struct stat status = {};
        if (::fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0
            && S_ISREG(status.st_mode) && status.st_mtime < now - kDay) {
            ::unlinkat(folder, entry->d_name, 0);
        }
    }
    ::closedir(entries);
}

} // namespace

struct FolderBlockStore::State
{
    explicit State(Descriptor folder) : root{std::move(folder)} {}
    ~State();
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    Descriptor root; ///< Stays with the folder when somebody moves it.
    std::mutex mutex;
    std::map<Cid, std::string>
        unnamed; ///< Blocks put whose object sync() has not had; their files.

    std::optional<std::string> unnamedFile(const Cid &cid);
    void forget(const Cid &cid);
    Result<> name(const std::vector<Cid> &object);
    Result<> rename(const std::string &temporary, const Cid &cid) const;
    Result<> syncFolder(const std::string &folder) const;
    bool isGone() const
    {
        struct stat status = {};
        return ::fstat(root.number(), &status) != 0 || status.st_nlink == 0;
    }
};

FolderBlockStore::State::~State()
{
    for (const auto &[cid, file] : unnamed) {
        ::unlinkat(root.number(), file.c_str(), 0);
    }
}

std::optional<std::string> FolderBlockStore::State::unnamedFile(const Cid &cid)
{
    const std::lock_guard lock{mutex};
    const auto found = unnamed.find(cid);
    return found == unnamed.end() ? std::nullopt : std::optional{found->second};
}

void FolderBlockStore::State::forget(const Cid &cid)
{
    const std::lock_guard lock{mutex};
    if (const auto found = unnamed.find(cid); found != unnamed.end()) {
        ::unlinkat(root.number(), found->second.c_str(), 0);
        unnamed.erase(found);
    }
}

FolderBlockStore::FolderBlockStore(std::unique_ptr<State> state) : m_state{std::move(state)} {}

FolderBlockStore::~FolderBlockStore() = default;

Result<std::unique_ptr<FolderBlockStore>>
FolderBlockStore::open(const std::filesystem::path &folder)
{
    std::error_code error;
    const bool isNew = std::filesystem::create_directories(folder, error);
    if (error) {
        return unavailable("make it", error.value());
    }
    if (isNew && ::chmod(folder.c_str(), kFolderMode) != 0) {
        return unavailable("make it private", errno);
    }
    Descriptor root{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!root.isOpen()) {
        return unavailable("enter it", errno);
    }
    // A folder that cannot be written is still good for reading.
    if (::mkdirat(root.number(), kTemporary, kFolderMode) != 0 && errno != EEXIST && errno != EROFS
        && errno != EACCES) {
        return unavailable("make a folder in it", errno);
    }
    removeOldTemporaries(root.number());
    return std::unique_ptr<FolderBlockStore>{
        new FolderBlockStore{std::make_unique<State>(std::move(root))}};
}

Result<> FolderBlockStore::write(const Cid &cid, ByteView block)
{
    const int root = m_state->root.number();
    const std::string temporary = temporaryName();
    Descriptor file{::openat(root, temporary.c_str(),
                             O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, kFileMode)};
    if (!file.isOpen()) {
        return unavailable("make a file", errno);
    }
    if (!writeBlock(file.number(), block) || !file.close()) {
        const int error = errno;
        ::unlinkat(root, temporary.c_str(), 0);
        return unavailable("write a block", error);
    }
    const std::lock_guard lock{m_state->mutex};
    if (!m_state->unnamed.try_emplace(cid, temporary).second) {
        ::unlinkat(root, temporary.c_str(), 0); // another thread's is the same
    }
    return {};
}

Result<> FolderBlockStore::State::rename(const std::string &temporary, const Cid &cid) const
{
    const std::string path = pathOf(cid);
    const auto move = [&] {
        return ::renameat(root.number(), temporary.c_str(), root.number(), path.c_str()) == 0;
    };
    if (move()) {
        return {};
    }
    if (errno != ENOENT) {
        return unavailable("name a block", errno);
    }
    if (::mkdirat(root.number(), shardOf(cid).c_str(), kFolderMode) != 0 && errno != EEXIST) {
        return unavailable("make a folder in it", errno);
    }
    if (!move()) {
        return unavailable("name a block", errno);
    }
    return {};
}

Result<> FolderBlockStore::State::name(const std::vector<Cid> &object)
{
    // Held all the while: who put the same block finds it under one name or the other.
    const std::lock_guard lock{mutex};
    for (const Cid &cid : object) {
        if (const auto found = unnamed.find(cid); found != unnamed.end()) {
            KEEPWELL_CHECK(rename(found->second, cid));
            unnamed.erase(found);
        }
    }
    return {};
}

Result<> FolderBlockStore::sync(const std::vector<Cid> &object)
{
    KEEPWELL_CHECK(m_state->name(object));
    if (object.size() >= kManyBlocks) {
        return ::syncfs(m_state->root.number()) == 0
            ? Result<>{}
            : unavailable("bring blocks to the disk", errno);
    }
    std::set<std::string> shards;
    for (const Cid &cid : object) {
        const Descriptor file{
            ::openat(m_state->root.number(), pathOf(cid).c_str(), O_RDONLY | O_CLOEXEC)};
        if (!file.isOpen() && errno == ENOENT) {
            continue; // Removed since; there is nothing to keep.
        }
        if (!file.isOpen() || ::fdatasync(file.number()) != 0) {
            return unavailable("bring a block to the disk", errno);
        }
        shards.insert(shardOf(cid));
    }
    for (const std::string &shard : shards) {
        KEEPWELL_CHECK(m_state->syncFolder(shard));
    }
    return shards.empty() ? Result<>{} : m_state->syncFolder(".");
}

Result<> FolderBlockStore::State::syncFolder(const std::string &folder) const
{
    const Descriptor opened{
        ::openat(root.number(), folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!opened.isOpen() || ::fsync(opened.number()) != 0) {
        return unavailable("bring a folder to the disk", errno);
    }
    return {};
}

Result<> FolderBlockStore::read(const Cid &cid, Bytes &block, const std::stop_token &) const
{
    const auto openFile = [this](const std::string &path) {
        // O_NONBLOCK: a pipe somebody put there must not hold us up.
        return Descriptor{::openat(m_state->root.number(), path.c_str(),
                                   O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
    };
    Descriptor file{-1};
    if (const auto unnamed = m_state->unnamedFile(cid)) {
        file = openFile(*unnamed);
    }
    if (!file.isOpen()) { // or it was given its name just now
        file = openFile(pathOf(cid));
    }
    struct stat status = {};
    if (!file.isOpen() || ::fstat(file.number(), &status) != 0) {
        if (errno != ENOENT) {
            return unavailable("read a block", errno);
        }
        return m_state->isGone()
            ? fail(ErrorCode::Unavailable, "the blocks folder is gone")
            : fail(ErrorCode::NotFound, "the blocks folder does not have block " + cid.toString());
    }
    const auto size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
    if (!S_ISREG(status.st_mode) || size > kMostBlockBytes) {
        return fail(ErrorCode::Tampered,
                    "the blocks folder has something else for block " + cid.toString());
    }
    block.resize(size);
    std::span<std::byte> wanted{block};
    if (!readAll(file.number(), wanted)) {
        return unavailable("read a block", errno);
    }
    block.resize(wanted.size());
    return {};
}

Result<bool> FolderBlockStore::has(const Cid &cid) const
{
    if (m_state->unnamedFile(cid) && !m_state->isGone()) {
        return true;
    }
    struct stat status = {};
    if (::fstatat(m_state->root.number(), pathOf(cid).c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
        return true;
    }
    if (errno != ENOENT || m_state->isGone()) {
        return unavailable("look for a block", errno);
    }
    return false;
}

Result<std::vector<Cid>> FolderBlockStore::list() const
{
    std::vector<Cid> cids;
    const auto namesIn = [this](const std::string &folder, const auto &take) {
        const int opened = ::openat(m_state->root.number(), folder.c_str(),
                                    O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
        DIR *entries = opened < 0 ? nullptr : ::fdopendir(opened);
        if (entries == nullptr) {
            return false;
        }
        while (const dirent *entry = ::readdir(entries)) { // NOLINT(concurrency-mt-unsafe)
            take(std::string{entry->d_name});
        }
        ::closedir(entries);
        return true;
    };
    std::vector<std::string> shards;
    if (!namesIn(".", [&](std::string name) { shards.push_back(std::move(name)); })) {
        return unavailable("list it", errno);
    }
    for (const std::string &shard : shards) {
        namesIn(shard, [&](const std::string &name) {
            if (const auto cid = Cid::parse(name); cid && shardOf(*cid) == shard) {
                cids.push_back(*cid);
            }
        });
    }
    return cids;
}

Result<> FolderBlockStore::remove(const std::vector<Cid> &object)
{
    for (const Cid &cid : object) {
        m_state->forget(cid);
        if (::unlinkat(m_state->root.number(), pathOf(cid).c_str(), 0) != 0 && errno != ENOENT) {
            return unavailable("remove a block", errno);
        }
    }
    return {};
}

} // namespace keepwell::store
