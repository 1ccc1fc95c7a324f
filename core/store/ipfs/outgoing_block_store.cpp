// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/outgoing_block_store.hpp"

#include "core/base/together.hpp"

#include <algorithm>

namespace keepwell::store {

OutgoingBlockStore::OutgoingBlockStore(Folders folders, std::shared_ptr<IpfsBlockStore> node)
    : m_folders{std::move(folders)}, m_node{std::move(node)}
{
}

Result<std::shared_ptr<OutgoingBlockStore>>
OutgoingBlockStore::open(const std::filesystem::path &folder, std::shared_ptr<IpfsBlockStore> node)
{
    Folders folders;
    KEEPWELL_TRY(folders.waiting, FolderBlockStore::open(folder));
    KEEPWELL_TRY(folders.groups, FolderBlockStore::open(folder / "groups"));
    KEEPWELL_TRY(folders.begun, FolderBlockStore::open(folder / "begun"));
    return std::shared_ptr<OutgoingBlockStore>{
        new OutgoingBlockStore{std::move(folders), std::move(node)}};
}

Result<std::vector<Cid>> OutgoingBlockStore::waitingNow() const
{
    KEEPWELL_TRY(std::vector<Cid> cids, m_folders.waiting->list());
    const std::lock_guard lock{m_mutex};
    std::erase_if(cids, [this](const Cid &cid) { return m_unfinished.contains(cid); });
    return cids;
}

Result<std::vector<OutgoingBlockStore::Parcel>> OutgoingBlockStore::parcels() const
{
    KEEPWELL_TRY(const std::vector<Cid> waiting, waitingNow());
    std::set<Cid> left{waiting.begin(), waiting.end()};
    std::vector<Parcel> parcels;
    KEEPWELL_TRY(const std::vector<Cid> labels, m_folders.groups->list());
    for (const Cid &label : labels) {
        // One that a failing disk changed, or that is gone: its blocks go by themselves.
        const auto bytes = m_folders.groups->get(label);
        auto group = bytes ? BlockGroup::parse(*bytes) : std::unexpected{bytes.error()};
        if (!group) {
            continue;
        }
        Parcel parcel{.label = label, .group = *std::move(group), .waiting = {}};
        std::ranges::copy_if(parcel.group.blocks(), std::back_inserter(parcel.waiting),
                             [&left](const Cid &cid) { return left.erase(cid) > 0; });
        parcels.push_back(std::move(parcel));
    }
    for (const Cid &cid : left) {
        KEEPWELL_TRY(BlockGroup group, BlockGroup::of({cid}));
        const Cid label = Cid::ofBlock(group.encode());
        parcels.push_back({.label = label, .group = std::move(group), .waiting = {cid}});
    }
    return parcels;
}

Result<> OutgoingBlockStore::sendWaiting(const std::stop_token &stop)
{
    const std::lock_guard sending{m_sending};
    KEEPWELL_TRY(const std::vector<Parcel> all, parcels());
    const auto node = m_node->stoppedBy(stop);
    struct Item
    {
        const Parcel *parcel;
        Cid cid;
    };
    std::vector<Item> items;
    {
        const std::lock_guard lock{m_mutex};
        for (const Parcel &parcel : all) {
            m_removedMeanwhile[parcel.label] = false;
            for (const Cid &cid : parcel.waiting) {
                items.push_back({.parcel = &parcel, .cid = cid});
            }
        }
    }
    Result<> done = announce(*node, all);
    if (done) {
        done = together(items.size(), m_node->atOnce(), [&](std::size_t i) {
            return bring(*node, *items[i].parcel, items[i].cid);
        });
    }
    for (const Parcel &parcel : all) {
        const auto finished = finish(*node, parcel);
        done = done ? finished : done;
    }
    return done;
}

/// Writes down that the node hears of them, so that remove() asks it, and pins each object.
Result<> OutgoingBlockStore::announce(IpfsBlockStore &node, const std::vector<Parcel> &parcels)
{
    std::vector<const Parcel *> shared;
    std::vector<Cid> labels;
    for (const Parcel &parcel : parcels) {
        if (parcel.waiting.empty()) {
            continue;
        }
        KEEPWELL_TRY(const Cid label, m_folders.begun->put(parcel.group.encode()));
        labels.push_back(label);
        if (parcel.group.blocks().size() > 1) {
            shared.push_back(&parcel);
        }
    }
    KEEPWELL_CHECK(m_folders.begun->sync(labels));
    return together(shared.size(), m_node->atOnce(),
                    [&](std::size_t i) { return node.expect(shared[i]->group); });
}

Result<> OutgoingBlockStore::bring(IpfsBlockStore &node, const Parcel &parcel, const Cid &cid)
{
    Bytes block;
    if (const auto got = readFrom(*m_folders.waiting, cid, block, {}); !got) {
        // Removed since it was listed: its share was given up.
        return got.error().code == ErrorCode::NotFound ? Result<>{} : got;
    }
    const auto brought = parcel.group.blocks().size() > 1 ? node.putExpected(cid, block)
                                                          : writeTo(node, cid, block);
    if (!brought && brought.error().code == ErrorCode::Tampered) {
        KEEPWELL_CHECK(m_folders.waiting->getInto(cid, block)); // Or was it changed here?
    }
    KEEPWELL_CHECK(brought);
    return m_folders.waiting->remove({cid});
}

/// Forgets what is at the node whole, and takes back what was removed while it was brought.
Result<> OutgoingBlockStore::finish(IpfsBlockStore &node, const Parcel &parcel)
{
    bool isRemoved = false;
    {
        const std::lock_guard lock{m_mutex};
        isRemoved = m_removedMeanwhile[parcel.label];
        m_removedMeanwhile.erase(parcel.label);
    }
    if (isRemoved) {
        KEEPWELL_CHECK(node.remove(parcel.group.blocks()));
    }
    for (const Cid &cid : parcel.group.blocks()) { // one may have been finished meanwhile
        KEEPWELL_TRY(const bool waits, m_folders.waiting->has(cid));
        if (waits) {
            return {};
        }
    }
    KEEPWELL_CHECK(m_folders.groups->remove({parcel.label}));
    return m_folders.begun->remove({parcel.label});
}

Result<std::uint64_t> OutgoingBlockStore::countWaiting() const
{
    KEEPWELL_TRY(const std::vector<Cid> cids, waitingNow());
    return cids.size();
}

Result<> OutgoingBlockStore::write(const Cid &cid, ByteView block)
{
    {
        const std::lock_guard lock{m_mutex};
        m_unfinished.insert(cid);
    }
    return writeTo(*m_folders.waiting, cid, block);
}

Result<> OutgoingBlockStore::sync(const std::vector<Cid> &object)
{
    if (object.empty()) {
        return {};
    }
    KEEPWELL_CHECK(m_folders.waiting->sync(object));
    KEEPWELL_TRY(const BlockGroup group, BlockGroup::of(object));
    if (group.blocks().size() > 1) {
        KEEPWELL_TRY(const Cid label, m_folders.groups->put(group.encode()));
        KEEPWELL_CHECK(m_folders.groups->sync({label}));
    }
    const std::lock_guard lock{m_mutex};
    for (const Cid &cid : object) {
        m_unfinished.erase(cid);
    }
    return {};
}

Result<> OutgoingBlockStore::read(const Cid &cid, Bytes &block, const std::stop_token &stop) const
{
    // Hashed here too, the few that still wait: else the node would be blamed for what this disk did.
    const auto waits = m_folders.waiting->getInto(cid, block);
    if (waits || waits.error().code != ErrorCode::NotFound) {
        return waits;
    }
    return readFrom(*m_node, cid, block, stop);
}

Result<bool> OutgoingBlockStore::has(const Cid &cid) const
{
    KEEPWELL_TRY(const bool waits, m_folders.waiting->has(cid));
    return waits ? Result<bool>{true} : m_node->has(cid);
}

Result<> OutgoingBlockStore::remove(const std::vector<Cid> &object)
{
    if (object.empty()) {
        return {};
    }
    KEEPWELL_TRY(const BlockGroup group, BlockGroup::of(object));
    const Cid label = Cid::ofBlock(group.encode());
    bool mayBeThere = false;
    for (const Cid &cid : object) {
        KEEPWELL_TRY(const bool waits, m_folders.waiting->has(cid));
        mayBeThere = mayBeThere || !waits;
    }
    KEEPWELL_CHECK(m_folders.waiting->remove(object));
    KEEPWELL_CHECK(m_folders.groups->remove({label}));
    KEEPWELL_TRY(const bool isBegun, m_folders.begun->has(label));
    {
        const std::lock_guard lock{m_mutex};
        if (const auto underWay = m_removedMeanwhile.find(label);
            underWay != m_removedMeanwhile.end()) {
            underWay->second = true;
            mayBeThere = true;
        }
        for (const Cid &cid : object) {
            m_unfinished.erase(cid);
        }
    }
    if (mayBeThere || isBegun) {
        KEEPWELL_CHECK(m_node->remove(object));
    }
    return m_folders.begun->remove({label});
}

} // namespace keepwell::store
