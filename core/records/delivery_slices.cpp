// SPDX-License-Identifier: Apache-2.0
#include "core/records/delivery_slices.hpp"

#include "core/records/fhir/resource_check.hpp"
#include "core/records/json/document.hpp"

#include <fstream>

namespace keepwell::records {

namespace {

constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 30;

Result<std::string> readFile(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return fail(ErrorCode::NotFound, "there is no file " + file.string());
    }
    if (!std::filesystem::is_regular_file(file, error)) {
        return fail(ErrorCode::InvalidInput, file.string() + " is not a file");
    }
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error || size > kMostBytes) {
        return fail(ErrorCode::InvalidInput, file.string() + " is larger than 1 GiB");
    }
    std::string text(size, '\0');
    std::ifstream stream{file, std::ios::binary};
    if (!stream.read(text.data(), static_cast<std::streamsize>(size))) {
        return fail(ErrorCode::Unavailable, "cannot read " + file.string());
    }
    return text;
}

Result<> take(json::Value resource, const std::string &place, std::vector<std::string> &slices)
{
    if (const auto good = fhir::checkResource(resource); !good) {
        return fail(good.error().code, place + ": " + good.error().detail);
    }
    slices.emplace_back(resource.slice());
    return {};
}

Result<> takeLines(std::string_view text, const std::string &file, std::vector<std::string> &slices)
{
    json::Document document;
    std::size_t line = 0;
    while (!text.empty()) {
        ++line;
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        const std::string place = file + ", line " + std::to_string(line);
        if (const auto read = document.read(one); !read) {
            return fail(read.error().code, place + ": " + read.error().detail);
        }
        KEEPWELL_CHECK(take(document.root(), place, slices));
    }
    return {};
}

Result<> takeFile(const std::filesystem::path &path, std::vector<std::string> &slices)
{
    KEEPWELL_TRY(const std::string text, readFile(path));
    const std::string name = path.filename().string();
    const auto document = json::Document::parse(text);
    if (!document) {
        const std::size_t begin = text.find_first_not_of(" \t\r\n");
        if (begin == std::string::npos || text[begin] != '{') {
            return fail(ErrorCode::Unsupported, name + " is not FHIR JSON");
        }
        return takeLines(text, name, slices);
    }
    const json::Value root = document->root();
    if (root["resourceType"].text() != "Bundle") {
        return take(root, name, slices);
    }
    std::size_t index = 0;
    for (const json::Value entry : root["entry"].items()) {
        KEEPWELL_CHECK(
            take(entry["resource"], name + ", entry[" + std::to_string(index) + "]", slices));
        ++index;
    }
    return {};
}

} // namespace

Result<std::vector<std::string>> slicesOf(const std::vector<std::filesystem::path> &files,
                                          const std::stop_token &stop)
{
    std::vector<std::string> slices;
    for (const std::filesystem::path &file : files) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped; nothing was delivered");
        }
        KEEPWELL_CHECK(takeFile(file, slices));
    }
    return slices;
}

} // namespace keepwell::records
