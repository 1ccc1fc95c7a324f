// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/folder_block_store.hpp"
#include "core/store/ipfs/ipfs_block_store.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <stop_token>

namespace keepwell::store {

/// An IPFS store that one can put into whatever the network does: blocks wait in a folder of the
/// wallet's home (encrypted, as everywhere) until sendWaiting() has brought them to the node, and
/// are read from there meanwhile. An object goes as one: a pin for all of it, then its blocks
/// (docs/decisions/0093). Thread-safe; one process at a time per folder.
class OutgoingBlockStore final : public BlockStore
{
public:
    /// Talks to nobody. Errors: Unavailable when the folder cannot be made or entered.
    static Result<std::shared_ptr<OutgoingBlockStore>> open(const std::filesystem::path &folder,
                                                            std::shared_ptr<IpfsBlockStore> node);

    /// Brings what waits to the node, several blocks at once, and deletes each from the folder once
    /// the node has it; not those whose object is still being written. Call it before the entries
    /// that name these blocks are sent. What was brought stays brought after an error.
    /// Errors: Unavailable (the node; disk); Denied; Cancelled; Tampered (a block changed in the
    /// folder, or the node names it otherwise).
    Result<> sendWaiting(const std::stop_token &stop);

    /// Blocks that sendWaiting() would bring. Errors: Unavailable.
    Result<std::uint64_t> countWaiting() const;
    const std::shared_ptr<IpfsBlockStore> &node() const { return m_node; }

    Result<> sync(const std::vector<Cid> &object) override;
    Result<bool> has(const Cid &cid) const override;
    /// The node is asked when it may have any of it; then it has to be in reach.
    Result<> remove(const std::vector<Cid> &object) override;
    std::size_t atOnce() const override { return m_node->atOnce(); }
    std::string name() const override { return m_node->name(); }

protected:
    Result<> write(const Cid &cid, ByteView block) override;
    Result<> read(const Cid &cid, Bytes &block, const std::stop_token &stop) const override;

private:
    /// An object, or a block that nobody told the object of.
    struct Parcel
    {
        Cid label; ///< Names its group in m_groups and m_begun.
        BlockGroup group;
        std::vector<Cid> waiting; ///< Not brought yet.
    };

    struct Folders
    {
        std::unique_ptr<FolderBlockStore> waiting;
        std::unique_ptr<FolderBlockStore> groups; ///< Objects of several blocks, not all brought.
        std::unique_ptr<FolderBlockStore> begun;  ///< Those the node has been told of.
    };

    OutgoingBlockStore(Folders folders, std::shared_ptr<IpfsBlockStore> node);
    Result<std::vector<Cid>> waitingNow() const;
    Result<std::vector<Parcel>> parcels() const;
    Result<> announce(IpfsBlockStore &node, const std::vector<Parcel> &parcels);
    Result<> bring(IpfsBlockStore &node, const Parcel &parcel, const Cid &cid);
    Result<> finish(IpfsBlockStore &node, const Parcel &parcel);

    Folders m_folders;
    std::shared_ptr<IpfsBlockStore> m_node;
    std::mutex m_sending;                   ///< One sendWaiting() at a time.
    mutable std::mutex m_mutex;             ///< Guards what follows.
    std::set<Cid> m_unfinished;             ///< Put, and sync() has not named their object.
    std::map<Cid, bool> m_removedMeanwhile; ///< By label, of parcels under way.
};

} // namespace keepwell::store
