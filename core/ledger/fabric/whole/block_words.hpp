// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell::ledger::fabric {

/// Which organisations have shown each block alike: what tells proven from reported. In memory, 16
/// bytes a block. One thread at a time.
class BlockWords
{
public:
    using Mask = std::uint64_t; ///< A bit per organisation, in the order they were first heard.

    /// Its number, a new one when it was not heard before.
    /// Errors: InvalidInput for one organisation too many.
    Result<std::size_t> numberOf(std::string_view msp);
    const std::map<std::string, std::size_t, std::less<>> &organisations() const
    {
        return m_numbers;
    }

    std::vector<std::string> names() const; ///< By their numbers.

    void add(std::uint64_t firstEntry, Mask said);
    void say(std::uint64_t block, std::size_t organisation);

    std::uint64_t size() const { return m_blocks.size(); }
    /// The index of the first entry that stands in the block or after it.
    std::uint64_t firstEntry(std::uint64_t block) const { return m_blocks[block].firstEntry; }

    /// The first block that the organisation has not shown; size() when there is none.
    std::uint64_t nextOf(std::string_view msp) const;
    /// The first block that fewer than two organisations have shown. Block 0 is pinned.
    std::uint64_t firstUnproven() const;

private:
    struct Mark
    {
        std::uint64_t firstEntry = 0;
        Mask said = 0;
    };

    std::vector<Mark> m_blocks;
    std::map<std::string, std::size_t, std::less<>> m_numbers;
    // Where the last search ended; words are only added, so it never has to go back.
    mutable std::map<std::string, std::uint64_t, std::less<>> m_next;
    mutable std::uint64_t m_unproven = 0;
};

} // namespace keepwell::ledger::fabric
