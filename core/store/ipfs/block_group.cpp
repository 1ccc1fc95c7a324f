// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/block_group.hpp"

#include <algorithm>

namespace keepwell::store {

namespace {

/// PBNode.Links (field 2, 38 bytes), in it PBLink.Hash (field 1, 36 bytes).
constexpr std::array kBeforeCid{std::byte{0x12}, std::byte{2 + Cid::kBytes}, std::byte{0x0a},
                                std::byte{Cid::kBytes}};
constexpr std::size_t kLinkBytes = kBeforeCid.size() + Cid::kBytes;
constexpr std::byte kDagPb{0x70};

} // namespace

Result<BlockGroup> BlockGroup::of(std::vector<Cid> blocks)
{
    std::ranges::sort(blocks);
    const auto twice = std::ranges::unique(blocks);
    blocks.erase(twice.begin(), twice.end());
    if (blocks.empty() || blocks.size() > kMostBlocks) {
        return fail(ErrorCode::InvalidInput,
                    "a group of " + std::to_string(blocks.size()) + " blocks");
    }
    return BlockGroup{std::move(blocks)};
}

Result<BlockGroup> BlockGroup::parse(ByteView bytes)
{
    std::vector<Cid> blocks;
    while (!bytes.empty()) {
        if (bytes.size() < kLinkBytes || !std::ranges::equal(bytes.first(4), kBeforeCid)) {
            return fail(ErrorCode::InvalidInput, "not a group of blocks");
        }
        KEEPWELL_TRY(Cid cid, Cid::fromBytes(bytes.subspan(kBeforeCid.size(), Cid::kBytes)));
        if (!blocks.empty() && cid <= blocks.back()) {
            return fail(ErrorCode::InvalidInput, "a group of blocks out of order");
        }
        blocks.push_back(cid);
        bytes = bytes.subspan(kLinkBytes);
    }
    return of(std::move(blocks));
}

Bytes BlockGroup::encode() const
{
    Bytes bytes;
    bytes.reserve(m_blocks.size() * kLinkBytes);
    for (const Cid &cid : m_blocks) {
        append(bytes, kBeforeCid);
        append(bytes, cid.toBytes());
    }
    return bytes;
}

std::string BlockGroup::root() const { return Cid::ofBlock(encode()).toStringAs(kDagPb); }

} // namespace keepwell::store
