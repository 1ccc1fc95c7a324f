// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/outgoing_block_store.hpp"

#include "core/base/progress_meter.hpp"
#include "core/store/segment_workers.hpp"

#include <atomic>

namespace keepwell::store {

OutgoingBlockStore::OutgoingBlockStore(std::unique_ptr<FolderBlockStore> waiting,
                                       std::shared_ptr<IpfsBlockStore> node)
    : m_waiting{std::move(waiting)}, m_node{std::move(node)}
{
}

Result<std::shared_ptr<OutgoingBlockStore>>
OutgoingBlockStore::open(const std::filesystem::path &folder, std::shared_ptr<IpfsBlockStore> node)
{
    KEEPWELL_TRY(auto waiting, FolderBlockStore::open(folder));
    return std::shared_ptr<OutgoingBlockStore>{
        new OutgoingBlockStore{std::move(waiting), std::move(node)}};
}

Result<> OutgoingBlockStore::sendWaiting(const std::stop_token &stop, const ProgressFn &progress)
{
    const std::lock_guard lock{m_sending};
    KEEPWELL_TRY(const std::vector<Cid> cids, m_waiting->list());
    const auto node = m_node->stoppedBy(stop);
    std::atomic<std::uint64_t> sent = 0;
    SegmentWorkers workers{m_node->atOnce()};
    const auto send = [&](const Cid &cid) -> Result<> {
        const auto block = m_waiting->get(cid);
        if (!block) {
            // Removed since it was listed: its share was given up.
            return block.error().code == ErrorCode::NotFound ? Result<>{}
                                                             : std::unexpected{block.error()};
        }
        KEEPWELL_CHECK(node->put(*block));
        KEEPWELL_CHECK(m_waiting->remove(cid));
        sent += block->size();
        return {};
    };
    ProgressMeter meter{progress, cids.size() * kMostBlockBytes};
    Result<> all;
    for (std::size_t i = 0; i < cids.size() + workers.slots(); ++i) {
        Result<> one = workers.wait(i % workers.slots());
        if (all && !one) {
            all = std::move(one);
        }
        if (i < cids.size() && all) {
            workers.start(i % workers.slots(), [&send, cid = cids[i]] { return send(cid); });
        }
        meter.reached(sent);
    }
    if (all) {
        meter.reached(cids.size() * kMostBlockBytes);
    }
    return all;
}

Result<std::uint64_t> OutgoingBlockStore::countWaiting() const
{
    KEEPWELL_TRY(const std::vector<Cid> cids, m_waiting->list());
    return cids.size();
}

Result<> OutgoingBlockStore::write(const Cid &, ByteView block)
{
    KEEPWELL_CHECK(m_waiting->put(block));
    return {};
}

Result<> OutgoingBlockStore::sync() { return m_waiting->sync(); }

Result<> OutgoingBlockStore::read(const Cid &cid, Bytes &block) const
{
    const auto waits = m_waiting->getInto(cid, block);
    if (waits || waits.error().code != ErrorCode::NotFound) {
        return waits;
    }
    return m_node->getInto(cid, block);
}

Result<bool> OutgoingBlockStore::has(const Cid &cid) const
{
    KEEPWELL_TRY(const bool waits, m_waiting->has(cid));
    return waits ? Result<bool>{true} : m_node->has(cid);
}

Result<> OutgoingBlockStore::remove(const Cid &cid)
{
    KEEPWELL_TRY(const bool waits, m_waiting->has(cid));
    return waits ? m_waiting->remove(cid) : m_node->remove(cid);
}

} // namespace keepwell::store
