// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/file_watch.hpp"

#include "core/base/pause.hpp"

namespace keepwell::ledger {
namespace {

constexpr std::chrono::milliseconds kLookEvery{250};

} // namespace

FileWatch::FileWatch(const std::filesystem::path &file)
    : m_files{file, std::filesystem::path{file} += "-wal"}, m_last{look()}
{
}

/// Of a file that is away or cannot be looked at: nothing.
FileWatch::Looks FileWatch::look() const
{
    Looks looks;
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        std::error_code noSize;
        std::error_code noTime;
        const Look seen{.size = std::filesystem::file_size(m_files[i], noSize),
                        .written = std::filesystem::last_write_time(m_files[i], noTime)};
        if (!noSize && !noTime) {
            looks[i] = seen;
        }
    }
    return looks;
}

Result<> FileWatch::wait(const std::stop_token &stop)
{
    do {
        // Taken before the caller asks the ledger: what is written meanwhile is told the next time.
        const Looks now = look();
        if (now != m_last) {
            m_last = now;
            return {};
        }
    } while (pauseFor(stop, kLookEvery));
    return fail(ErrorCode::Cancelled, "stopped waiting for the shared activity log");
}

} // namespace keepwell::ledger
