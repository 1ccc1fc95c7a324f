// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <filesystem>
#include <memory>
#include <string_view>

namespace keepwell::audit {

/// A file that appears whole or not at all: written under another name beside its place (mode
/// 0600), then renamed. Thrown away unless it was put in place. One thread at a time; move only.
/// Errors of all: Unavailable, naming the file and why (full, read-only, no such folder …).
class WholeFile
{
public:
    static Result<WholeFile> begin(const std::filesystem::path &file);
    WholeFile(WholeFile &&) noexcept;
    WholeFile &operator=(WholeFile &&) noexcept;
    ~WholeFile();

    Result<> write(std::string_view bytes);

    /// Replaces a file of that name.
    Result<> replace();
    /// Errors: also Conflict when a file of that name is there.
    Result<> putNew();

private:
    struct State;
    explicit WholeFile(std::unique_ptr<State> state);
    Result<> finishWriting();
    std::unique_ptr<State> m_state;
};

} // namespace keepwell::audit
