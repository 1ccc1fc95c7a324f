// SPDX-License-Identifier: Apache-2.0
#include "core/records/exporter.hpp"

#include "core/base/descriptor.hpp"
#include "core/records/attachment.hpp"
#include "core/vault/attachment_table.hpp"
#include "core/vault/record_table.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace keepwell::records {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> diskFailure(const fs::path &path)
{
    return fail(ErrorCode::Unavailable,
                "cannot write " + path.filename().string() + ": " + std::strerror(errno));
}

Result<> writeFile(const fs::path &path, ByteView bytes)
{
    Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (!file.isOpen()) {
        return diskFailure(path);
    }
    Result<> done;
    while (!bytes.empty() && done) {
        const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            done = diskFailure(path);
        } else if (written > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }
    if (!file.close() && done) {
        done = diskFailure(path);
    }
    return done;
}

/// "2019-05-01_result_Blood-pressure-132-78_000017": the date sorts, the number makes it unique.
std::string baseName(const vault::RecordRow &row, std::uint64_t number)
{
    constexpr std::size_t kDay = 10;
    const std::string title = safeFileName(row.title, "");
    std::array<char, 24> count{};
    std::snprintf(count.data(), count.size(), "_%06llu", static_cast<unsigned long long>(number));
    return (row.date.empty() ? "undated" : row.date.substr(0, kDay)) + '_'
        + std::string{vault::nameOf(row.kind)} + '_' + title.substr(0, title.rfind('.'))
        + count.data();
}

class Export
{
public:
    Export(vault::Database &database, const fs::path &folder)
        : m_database{database}, m_table{database}, m_folder{folder}
    {
    }

    Result<> add(const vault::RecordRow &row)
    {
        const std::string base = baseName(row, ++m_report.records);
        KEEPWELL_TRY(const std::string slice, m_table.bytes(row.id));
        KEEPWELL_CHECK(write(base + ".json", bytesOf(slice)));
        KEEPWELL_TRY(const auto attachments, vault::AttachmentTable{m_database}.ofRecord(row.id));
        std::size_t number = 0;
        for (const vault::Attachment &attachment : attachments) {
            FoundAttachment found;
            found.offset = attachment.offset;
            found.length = attachment.length;
            KEEPWELL_TRY(const Bytes bytes, attachmentBytes(slice, found));
            KEEPWELL_CHECK(write(base + "_file" + std::to_string(++number) + '_'
                                     + safeFileName(attachment.title, attachment.contentType),
                                 bytes));
        }
        return {};
    }

    const ExportReport &report() const { return m_report; }

private:
    Result<> write(const std::string &name, ByteView bytes)
    {
        ++m_report.files;
        return writeFile(m_folder / name, bytes);
    }

    vault::Database &m_database;
    vault::RecordTable m_table;
    const fs::path &m_folder;
    ExportReport m_report;
};

Result<ExportReport> exportInto(vault::Database &database, const fs::path &folder,
                                const vault::RecordFilter &filter, const std::stop_token &stop,
                                const ProgressFn &progress)
{
    vault::RecordFilter all = filter;
    all.limit = 0;
    all.offset = 0;
    KEEPWELL_TRY(const auto rows, vault::RecordTable{database}.list(all));
    Export run{database, folder};
    for (const vault::RecordRow &row : rows) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "the export was stopped; nothing was kept");
        }
        KEEPWELL_CHECK(run.add(row));
        constexpr std::uint64_t kStep = 64;
        if (progress && run.report().records % kStep == 0) {
            progress(run.report().records, rows.size());
        }
    }
    return run.report();
}

/// The folder was new or empty: all of it is ours.
void removeContent(const fs::path &folder)
{
    std::error_code error;
    for (const auto &file : fs::directory_iterator{folder, error}) {
        std::error_code ignored;
        fs::remove_all(file.path(), ignored);
    }
}

} // namespace

Result<ExportReport> exportRecords(vault::Database &database, const fs::path &folder,
                                   const vault::RecordFilter &filter, std::stop_token stop,
                                   const ProgressFn &progress)
{
    std::error_code error;
    const bool wasThere = fs::is_directory(folder, error) && fs::is_empty(folder, error);
    if (!wasThere && ::mkdir(folder.c_str(), 0700) != 0) {
        if (errno == EEXIST) {
            return fail(ErrorCode::Conflict,
                        "there is a folder or file of this name already: " + folder.string());
        }
        return fail(ErrorCode::Unavailable,
                    "cannot make the folder " + folder.string() + ": " + std::strerror(errno));
    }
    auto report = exportInto(database, folder, filter, stop, progress);
    if (!report) {
        removeContent(folder);
        if (!wasThere) {
            fs::remove(folder, error);
        }
    }
    return report;
}

} // namespace keepwell::records
