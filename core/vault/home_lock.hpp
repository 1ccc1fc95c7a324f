// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/descriptor.hpp"
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

private:
    explicit HomeLock(Descriptor descriptor) : m_descriptor{std::move(descriptor)} {}

    Descriptor m_descriptor;
};

} // namespace keepwell::vault
