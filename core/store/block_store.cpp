// SPDX-License-Identifier: Apache-2.0
#include "core/store/block_store.hpp"

namespace keepwell::store {

Result<Cid> BlockStore::put(ByteView block)
{
    if (block.size() > kMostBlockBytes) {
        return fail(ErrorCode::InvalidInput,
                    "a block of " + std::to_string(block.size()) + " bytes, more than 1 MiB");
    }
    const Cid cid = Cid::ofBlock(block);
    KEEPWELL_CHECK(write(cid, block));
    return cid;
}

Result<Bytes> BlockStore::get(const Cid &cid, const std::stop_token &stop) const
{
    Bytes block;
    KEEPWELL_CHECK(getInto(cid, block, stop));
    return block;
}

Result<> BlockStore::getInto(const Cid &cid, Bytes &block, const std::stop_token &stop) const
{
    Result<> done = read(cid, block, stop);
    if (done && (block.size() > kMostBlockBytes || !cid.matches(block))) {
        done = fail(ErrorCode::Tampered, name() + " gave other bytes than block " + cid.toString());
    }
    if (!done) {
        block.clear();
    }
    return done;
}

} // namespace keepwell::store
