// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/changes.hpp"

#include <array>
#include <filesystem>
#include <optional>

namespace keepwell::ledger {

/// Writes to a ledger file, seen by the sizes and times of it and its write-ahead log: other
/// processes of this computer append to them. Looks four times a second, opens and locks nothing.
class FileWatch final : public Changes
{
public:
    /// From here on a write is noticed. Any thread.
    explicit FileWatch(const std::filesystem::path &file);

    Result<> wait(const std::stop_token &stop) override;

private:
    struct Look
    {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type written;
        friend bool operator==(const Look &, const Look &) = default;
    };
    using Looks = std::array<std::optional<Look>, 2>;
    Looks look() const;

    std::array<std::filesystem::path, 2> m_files;
    Looks m_last;
};

} // namespace keepwell::ledger
