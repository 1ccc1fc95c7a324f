// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace keepwell {

/// Where ledger and blocks live: the network file of keepwell-cli, read, checked, and with its
/// relative paths made absolute. Immutable value.
struct NetworkConfig
{
    std::filesystem::path ledgerPath; ///< The embedded ledger's SQLite file.
    std::filesystem::path blocksPath; ///< The folder of blocks.

    /// The network of a home that was given none: `network/` beside it, in the home's parent.
    static NetworkConfig beside(const std::filesystem::path &home);

    /// Errors: NotFound or Unavailable (the file), InvalidInput naming the field, Unsupported for a
    /// kind of ledger or blocks that this build does not have.
    static Result<NetworkConfig> read(const std::filesystem::path &file);
    static Result<NetworkConfig> parse(std::string_view json,
                                       const std::filesystem::path &relativeTo);

    /// The file's text, without keys; parse() reads it back.
    std::string toJson() const;

    /// Writes it as a home's network file, whole or not at all. Errors: Unavailable.
    Result<> write(const std::filesystem::path &file) const;

    friend bool operator==(const NetworkConfig &, const NetworkConfig &) = default;
};

} // namespace keepwell
