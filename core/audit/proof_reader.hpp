// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/proof_format.hpp"
#include "core/audit/proof_rules.hpp"

#include <filesystem>
#include <fstream>
#include <vector>

namespace keepwell::audit::proof {

/// Reads proof.json line by line, in constant memory: first share(), then nextAnchor() to its end,
/// then nextRecord() to its end. Internal to the proof sources. One thread at a time; move only.
/// Errors of all: InvalidInput naming the line; Unavailable.
class Reader
{
public:
    /// Errors: also NotFound.
    static Result<Reader> open(const std::filesystem::path &file);

    /// Errors: also Unsupported for another version.
    Result<Share> share();
    Result<std::optional<ProvenEntry>> nextAnchor();
    Result<std::optional<Record>> nextRecord();

private:
    explicit Reader(std::ifstream input);
    Result<> nextLine();
    Result<std::string_view> field(std::string_view before, std::string_view after);
    Result<Bytes> hexField(std::string_view before, std::size_t least, std::size_t most);
    Result<Bytes32> hex32Field(std::string_view before);
    Result<ProvenEntry> entryField(std::string_view before);
    Result<std::optional<std::string_view>> item();
    std::unexpected<Error> wrong(std::string_view what) const;

    std::ifstream m_input;
    std::vector<char> m_buffer;
    std::string_view m_line;
    std::uint64_t m_number = 0;
    bool m_first = true; ///< Of the items of a list.
    bool m_more = true;  ///< The item before ended in a comma.
};

} // namespace keepwell::audit::proof
