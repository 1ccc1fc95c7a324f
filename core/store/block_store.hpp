// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/store/cid.hpp"

#include <string>

namespace keepwell::store {

/// The first seam: where encrypted blocks lie. Whoever keeps them learns sizes and times, nothing
/// else, and can lose blocks but not change them: get() hashes every block again, here, so that
/// no store can forget to. Thread-safe, as is every store behind it.
class BlockStore
{
public:
    /// A segment of an object is a little below 1 MiB; nobody needs to read more than this.
    static constexpr std::size_t kMostBlockBytes = 1024 * 1024;

    virtual ~BlockStore() = default;

    /// Keeps the block under its CID; kept already is fine. It may be lost again in a crash until
    /// sync() has returned.
    /// Errors: InvalidInput above kMostBlockBytes; Unavailable (disk full, out of reach).
    Result<Cid> put(ByteView block);

    /// Makes everything put() before durable; one call for each object, not for each block.
    /// Errors: Unavailable.
    virtual Result<> sync() = 0;

    /// The block, hashed again. Errors: NotFound; Unavailable; Tampered when the store gave other
    /// bytes than the CID names (the detail names the store and the block).
    Result<Bytes> get(const Cid &cid) const;
    /// The same into memory that is used again; `block` is empty after an error.
    Result<> getInto(const Cid &cid, Bytes &block) const;

    /// Whether it is there; not whether it is whole. Errors: Unavailable.
    virtual Result<bool> has(const Cid &cid) const = 0;

    /// Removes it; not there is fine. Errors: Unavailable.
    virtual Result<> remove(const Cid &cid) = 0;

    /// How many get() and put() it wants under way together, from as many threads: more than there
    /// are processors where each waits for a network. 0: no wish.
    virtual std::size_t atOnce() const { return 0; }

    /// For errors: "the blocks folder".
    virtual std::string name() const = 0;

protected:
    virtual Result<> write(const Cid &cid, ByteView block) = 0;
    /// At most kMostBlockBytes + 1, so that too much is seen. Errors: NotFound; Unavailable.
    virtual Result<> read(const Cid &cid, Bytes &block) const = 0;
};

} // namespace keepwell::store
