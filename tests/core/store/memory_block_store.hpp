// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/block_store.hpp"

#include <limits>
#include <map>
#include <mutex>

namespace keepwell::testing {

/// A store that can lie, fail and count.
class MemoryBlockStore final : public store::BlockStore
{
public:
    Result<> sync(const std::vector<store::Cid> &) override
    {
        const std::lock_guard lock{m_mutex};
        ++m_syncs;
        m_putsAfterSync = 0;
        return {};
    }
    Result<bool> has(const store::Cid &cid) const override
    {
        const std::lock_guard lock{m_mutex};
        return m_blocks.contains(cid);
    }
    Result<> remove(const std::vector<store::Cid> &object) override
    {
        const std::lock_guard lock{m_mutex};
        for (const store::Cid &cid : object) {
            m_blocks.erase(cid);
        }
        return {};
    }
    std::string name() const override { return "the test store"; }

    /// Puts other bytes behind a CID.
    void replace(const store::Cid &cid, Bytes block) { m_blocks[cid] = std::move(block); }
    /// The disk is full after so many more blocks.
    void failAfter(int puts) { m_putsLeft = puts; }

    std::size_t count() const { return m_blocks.size(); }
    int puts() const { return m_puts; }
    int reads() const { return m_reads; }
    int syncs() const { return m_syncs; }
    int putsAfterSync() const { return m_putsAfterSync; }

protected:
    Result<> write(const store::Cid &cid, ByteView block) override
    {
        const std::lock_guard lock{m_mutex};
        if (m_putsLeft-- <= 0) {
            return fail(ErrorCode::Unavailable, "the disk is full");
        }
        ++m_puts;
        ++m_putsAfterSync;
        m_blocks[cid] = copyOf(block);
        return {};
    }
    Result<> read(const store::Cid &cid, Bytes &block, const std::stop_token &stop) const override
    {
        const std::lock_guard lock{m_mutex};
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped");
        }
        ++m_reads;
        const auto found = m_blocks.find(cid);
        if (found == m_blocks.end()) {
            return fail(ErrorCode::NotFound, "no such block");
        }
        block = found->second;
        return {};
    }

private:
    mutable std::mutex m_mutex;
    std::map<store::Cid, Bytes> m_blocks;
    int m_putsLeft = std::numeric_limits<int>::max();
    int m_puts = 0;
    mutable int m_reads = 0;
    int m_syncs = 0;
    int m_putsAfterSync = 0;
};

} // namespace keepwell::testing
