// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/light/entry_source.hpp"
#include "core/ledger/fabric/light/own_entries.hpp"

#include <chrono>

namespace keepwell::ledger::fabric {

/// How long a round may still take. Any thread, while nobody changes it.
class RoundTime
{
public:
    explicit RoundTime(const Patience &patience)
        : m_stop{patience.stop}, m_end{std::chrono::steady_clock::now() + patience.atMost}
    {
    }

    /// Whether a source that hangs must leave half of what is left, and all but 10 s, to others.
    void leaveHalf(bool leaves) { m_leavesHalf = leaves; }
    /// Errors: Cancelled; Unavailable when time is up.
    Result<Patience> left() const;

private:
    std::stop_token m_stop;
    std::chrono::steady_clock::time_point m_end;
    bool m_leavesHalf = false;
};

/// One source in one round: what it was asked, and what it has shown. Many calls are on their way at
/// once, but one thread at a time uses this. Errors: those of EntrySource and OwnEntries.
class AskedSource
{
public:
    using Ids = std::set<Bytes32>;

    AskedSource(EntrySource &source, OwnEntries &own, const RoundTime &time)
        : m_source{&source}, m_own{&own}, m_time{&time}
    {
    }

    const std::string &msp() const { return m_source->msp(); }
    std::uint64_t bytes() const { return m_bytes; } ///< That it sent.

    bool isGood() const { return m_isGood; } ///< It was read and believed so far.
    void lose() { m_isGood = false; }

    Result<> askNewest();
    /// Takes in what configurations are new, and holds the newest block against them.
    Result<> believeNewest();
    const Block &newest() const { return m_newest; }

    /// Where the transactions are that there is something to learn from, about the followed keys; up to
    /// newest(). Changes nothing but this.
    Result<> askPlaces();
    const std::map<std::uint64_t, Ids> &places() const { return m_places; } ///< By block.

    /// Fills in the bytes of blocks. Where one is not to be had, only those before it stay.
    Result<> fetch(std::vector<ShownBlock> &blocks, BlockContent content);

private:
    Result<Bytes> block(std::uint64_t number, BlockContent content);
    Result<> followConfigs();
    Result<Ids> unknown();

    EntrySource *m_source;
    OwnEntries *m_own;
    const RoundTime *m_time;
    Block m_newest;
    std::map<std::uint64_t, Ids> m_places;
    std::uint64_t m_bytes = 0;
    bool m_isGood = true;
};

} // namespace keepwell::ledger::fabric
