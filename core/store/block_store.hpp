// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/store/cid.hpp"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

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

    /// Makes the blocks of one object durable, all of which were put(). From here on they belong
    /// together: they are removed together. Errors: Unavailable.
    virtual Result<> sync(const std::vector<Cid> &object) = 0;

    /// The block, hashed again. Errors: NotFound; Unavailable; Tampered when the store gave other
    /// bytes than the CID names (the detail names the store and the block); Cancelled, soon after
    /// `stop` is asked for, by a store that waits for others.
    Result<Bytes> get(const Cid &cid, const std::stop_token &stop = {}) const;
    /// The same into memory that is used again; `block` is empty after an error.
    Result<> getInto(const Cid &cid, Bytes &block, const std::stop_token &stop = {}) const;

    /// Whether it is there; not whether it is whole. Errors: Unavailable.
    virtual Result<bool> has(const Cid &cid) const = 0;

    /// Removes the blocks of an object, as sync() had them in any order, or blocks that no sync()
    /// had; not there is fine. Errors: Unavailable.
    virtual Result<> remove(const std::vector<Cid> &object) = 0;

    /// How many get() and put() it wants under way together, from as many threads: more than there
    /// are processors where each waits for a network. 0: no wish.
    virtual std::size_t atOnce() const { return 0; }

    /// Runs `wait`, in which the calling thread does nothing but wait for threads that get() or
    /// put(): a store in front may let others go on meanwhile.
    virtual void waitFor(const std::function<void()> &wait) const { wait(); }

    /// For errors: "the blocks folder".
    virtual std::string name() const = 0;

protected:
    virtual Result<> write(const Cid &cid, ByteView block) = 0;
    /// At most kMostBlockBytes + 1, so that too much is seen. Errors: NotFound; Unavailable.
    virtual Result<> read(const Cid &cid, Bytes &block, const std::stop_token &stop) const = 0;

    /// For a store in front of another, whose own put() and getInto() hash the block: once is enough.
    static Result<> writeTo(BlockStore &store, const Cid &cid, ByteView block)
    {
        return store.write(cid, block);
    }
    static Result<> readFrom(const BlockStore &store, const Cid &cid, Bytes &block,
                             const std::stop_token &stop)
    {
        return store.read(cid, block, stop);
    }
};

} // namespace keepwell::store
