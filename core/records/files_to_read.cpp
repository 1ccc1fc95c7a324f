// SPDX-License-Identifier: Apache-2.0
#include "core/records/files_to_read.hpp"

#include <unistd.h>

#include <algorithm>

namespace keepwell::records {
namespace {

namespace fs = std::filesystem;

Error unreadable(const std::error_code &reason)
{
    return {reason == std::errc::no_such_file_or_directory ? ErrorCode::NotFound
                                                           : ErrorCode::Unavailable,
            "cannot be read: " + reason.message()};
}

void addFile(const fs::path &path, std::vector<FileToRead> &files)
{
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    files.push_back({path.string(), failed ? 0 : std::uint64_t{size}, {}});
}

/// Every file in the folder and its folders, sorted by name; links to folders are not followed, so
/// that a ring of them ends.
void addFolder(const fs::path &folder, std::vector<FileToRead> &files)
{
    std::vector<fs::path> found;
    std::error_code failed;
    auto each = fs::recursive_directory_iterator{folder, failed};
    if (failed) {
        files.push_back({folder.string(), 0, unreadable(failed)});
        return;
    }
    while (each != fs::recursive_directory_iterator{}) {
        std::error_code ignored;
        if (each->is_regular_file(ignored)) {
            found.push_back(each->path());
        } else if (each->is_directory(ignored) && !each->is_symlink(ignored)
                   && ::access(each->path().c_str(), R_OK | X_OK) != 0) {
            files.push_back({each->path().string(), 0,
                             unreadable(std::make_error_code(std::errc::permission_denied))});
            each.disable_recursion_pending();
        }
        each.increment(failed);
        if (failed) {
            files.push_back({folder.string(), 0, unreadable(failed)});
            break;
        }
    }
    std::ranges::sort(found);
    for (const fs::path &path : found) {
        addFile(path, files);
    }
}

} // namespace

std::vector<FileToRead> filesToRead(std::span<const std::filesystem::path> paths)
{
    std::vector<FileToRead> files;
    for (const fs::path &path : paths) {
        std::error_code failed;
        const fs::file_status status = fs::status(path, failed);
        if (failed) {
            files.push_back({path.string(), 0, unreadable(failed)});
        } else if (fs::is_directory(status)) {
            addFolder(path, files);
        } else if (fs::is_regular_file(status)) {
            addFile(path, files);
        } else {
            files.push_back({path.string(), 0,
                             Error{ErrorCode::InvalidInput, "is neither a file nor a folder"}});
        }
    }
    return files;
}

} // namespace keepwell::records
