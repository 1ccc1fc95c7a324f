// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/store/folder_block_store.hpp"
#include "core/store/ipfs/ipfs_block_store.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>

namespace keepwell::store {

/// An IPFS store that one can put into whatever the network does: blocks wait in a folder of the
/// wallet's home (encrypted, as everywhere) until sendWaiting() has brought them to the node, and
/// are read from there meanwhile. A block that is removed while it is being sent, or after a crash
/// in that moment, may stay on the node: it takes space there, and its key is gone.
/// Thread-safe; one process at a time per folder.
class OutgoingBlockStore final : public BlockStore
{
public:
    /// Talks to nobody. Errors: Unavailable when the folder cannot be made or entered.
    static Result<std::shared_ptr<OutgoingBlockStore>> open(const std::filesystem::path &folder,
                                                            std::shared_ptr<IpfsBlockStore> node);

    /// Brings what waits to the node, several at once, and deletes each from the folder once the
    /// node has it. Call it before the entries that name these blocks are sent. What was brought
    /// stays brought after an error. Progress counts each block as one MiB.
    /// Errors: Unavailable (the node; disk); Denied; Cancelled.
    Result<> sendWaiting(const std::stop_token &stop, const ProgressFn &progress = {});

    Result<std::uint64_t> countWaiting() const; ///< Blocks. Errors: Unavailable.
    const std::shared_ptr<IpfsBlockStore> &node() const { return m_node; }

    Result<> sync() override;
    Result<bool> has(const Cid &cid) const override;
    Result<> remove(const Cid &cid) override;
    std::string name() const override { return m_node->name(); }

protected:
    Result<> write(const Cid &cid, ByteView block) override;
    Result<> read(const Cid &cid, Bytes &block) const override;

private:
    OutgoingBlockStore(std::unique_ptr<FolderBlockStore> waiting,
                       std::shared_ptr<IpfsBlockStore> node);
    std::unique_ptr<FolderBlockStore> m_waiting;
    std::shared_ptr<IpfsBlockStore> m_node;
    std::mutex m_sending; ///< One sendWaiting() at a time.
};

} // namespace keepwell::store
