// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <filesystem>

namespace keepwell::vault {

/// The sign that a process uses a home folder: flock on its file `lock`. The system takes it away
/// when the process ends, however it ends. Move only.
class HomeLock
{
public:
    /// Errors: Conflict when another process (or another HomeLock) has it; NotFound when the folder
    /// is not there; Unavailable (disk).
    static Result<HomeLock> take(const std::filesystem::path &home);

    HomeLock(HomeLock &&other) noexcept;
    HomeLock &operator=(HomeLock &&other) noexcept;
    ~HomeLock();

private:
    explicit HomeLock(int descriptor) : m_descriptor{descriptor} {}
    int m_descriptor;
};

} // namespace keepwell::vault
