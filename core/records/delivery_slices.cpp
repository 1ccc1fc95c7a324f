// SPDX-License-Identifier: Apache-2.0
#include "core/records/delivery_slices.hpp"

#include "core/records/file_entries.hpp"
#include "core/records/files_to_read.hpp"
#include "core/records/read_file.hpp"

namespace keepwell::records {

namespace {

std::unexpected<Error> failAt(const std::string &place, const Error &error)
{
    return fail(error.code, place + ": " + error.detail);
}

Result<> takeFile(const std::string &path, std::vector<std::string> &slices)
{
    const std::string name = std::filesystem::path{path}.filename().string();
    const auto bytes = readFile(path);
    if (!bytes) {
        return failAt(name, bytes.error());
    }
    auto entries = FileEntries::read(name, *bytes);
    if (!entries) {
        return failAt(name, entries.error());
    }
    Result<> taken;
    entries->each([&](const FileEntry &entry) {
        if (!entry.resource) {
            taken = failAt(entry.place.empty() ? name : name + ", " + entry.place,
                           entry.resource.error());
            return false;
        }
        slices.emplace_back(entry.resource->slice());
        return true;
    });
    return taken;
}

} // namespace

Result<std::vector<std::string>> slicesOf(const std::vector<std::filesystem::path> &paths,
                                          const std::stop_token &stop)
{
    std::vector<std::string> slices;
    for (const FileToRead &file : filesToRead(paths)) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped; nothing was delivered");
        }
        if (file.error) {
            return failAt(file.path, *file.error);
        }
        KEEPWELL_CHECK(takeFile(file.path, slices));
    }
    return slices;
}

} // namespace keepwell::records
