// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/vault/database.hpp"
#include "core/vault/row_id.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace keepwell::vault {

/// A file that records came from.
struct Source
{
    SourceId id;
    Bytes32 sha256{}; ///< Of its bytes as they came.
    std::string name; ///< The file's own name, without its folder.
    std::string format;
    std::uint64_t size = 0;
    Instant addedAt{};
    bool whole = true; ///< False once a record was removed: its bytes were blanked here.
};

/// The bytes of every source, stored once, in compressed pieces, so that a record is a range of
/// them. Same thread as its Database; keeps the pieces it unpacked last.
class SourceTable
{
public:
    explicit SourceTable(Database &database) : m_database{database} {}

    Result<SourceId> add(std::string_view name, std::string_view format, const Bytes32 &sha256,
                         std::string_view bytes, Instant now);
    /// A whole source with these bytes.
    Result<std::optional<SourceId>> withHash(const Bytes32 &sha256);
    /// Errors: NotFound.
    Result<Source> find(SourceId id);

    /// Bytes [offset, offset + length). Errors: NotFound; Tampered when they cannot be unpacked.
    Result<std::string> read(SourceId id, std::uint64_t offset, std::uint64_t length);
    /// All of it, piece by piece, in order.
    Result<> readAll(SourceId id, const std::function<Result<>(std::string_view piece)> &take);
    /// Overwrites a range with spaces, for good. The source is no longer whole.
    Result<> blank(SourceId id, std::uint64_t offset, std::uint64_t length);
    /// Forgets a source that no record or provenance names any more.
    Result<> removeUnused(SourceId id);

private:
    Result<const std::string *> piece(SourceId id, std::uint64_t number);

    Database &m_database;
    std::map<std::int64_t, std::string> m_recent;
};

} // namespace keepwell::vault
