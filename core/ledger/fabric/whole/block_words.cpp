// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/whole/block_words.hpp"

#include "core/ledger/fabric/mirror/mirror_file.hpp"

#include <bit>

namespace keepwell::ledger::fabric {

Result<std::size_t> BlockWords::numberOf(std::string_view msp)
{
    if (const auto known = m_numbers.find(msp); known != m_numbers.end()) {
        return known->second;
    }
    if (m_numbers.size() >= kMostOrganisations) {
        return fail(ErrorCode::InvalidInput, "more organisations than a mirror can tell apart");
    }
    return m_numbers.emplace(std::string{msp}, m_numbers.size()).first->second;
}

std::vector<std::string> BlockWords::names() const
{
    std::vector<std::string> names(m_numbers.size());
    for (const auto &[msp, number] : m_numbers) {
        names[number] = msp;
    }
    return names;
}

void BlockWords::add(std::uint64_t firstEntry, Mask said)
{
    m_blocks.push_back({.firstEntry = firstEntry, .said = said});
}

void BlockWords::say(std::uint64_t block, std::size_t organisation)
{
    m_blocks[block].said |= Mask{1} << organisation;
}

std::uint64_t BlockWords::nextOf(std::string_view msp) const
{
    const auto number = m_numbers.find(msp);
    if (number == m_numbers.end()) {
        return 0;
    }
    std::uint64_t &at = m_next[std::string{msp}];
    while (at < m_blocks.size() && ((m_blocks[at].said >> number->second) & 1U) != 0) {
        ++at;
    }
    return at;
}

std::uint64_t BlockWords::firstUnproven() const
{
    while (m_unproven < m_blocks.size()
           && (m_unproven == 0 || std::popcount(m_blocks[m_unproven].said) >= 2)) {
        ++m_unproven;
    }
    return m_unproven;
}

} // namespace keepwell::ledger::fabric
