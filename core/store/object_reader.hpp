// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/store/block_store.hpp"
#include "core/store/object_ref.hpp"

#include <functional>
#include <memory>
#include <stop_token>

namespace keepwell::store {

/// Reads a sealed object: every block is hashed against its CID, every chunk authenticated, before
/// a byte is given. Holds two segments of plaintext at most, and wipes them, and while it reads on
/// BlockStore::atOnce() and two sealed ones. One thread at a time;
/// the store must outlive it.
class ObjectReader
{
public:
    /// Fetches the first segment and checks the key.
    /// Errors: NotFound, Unavailable (a block); Tampered; WrongKey when the key, or the object's
    /// type, is not the one it was sealed with; Cancelled.
    static Result<ObjectReader> open(const BlockStore &store, ObjectRef ref,
                                     const crypto::ObjectKey &key,
                                     const std::stop_token &stop = {});

    ~ObjectReader();
    ObjectReader(ObjectReader &&) noexcept;
    ObjectReader &operator=(ObjectReader &&) noexcept;

    std::uint64_t length() const;

    /// Plaintext [offset, offset + size). Near reads share a fetched segment; while they go on and on,
    /// a few threads fetch and hash ahead of them.
    /// Errors: InvalidInput beyond the end; NotFound, Unavailable, Tampered naming the segment;
    /// Cancelled.
    Result<Bytes> read(std::uint64_t offset, std::uint64_t size, const std::stop_token &stop = {});

    using Sink = std::function<Result<>(ByteView)>;

    /// All of it in order, piece by piece, in the calling thread; a few threads fetch and hash
    /// ahead of it. Errors: as read(); those of `sink`; Cancelled. What was given before an error
    /// is authentic but not whole: throw it away.
    Result<> readAll(const Sink &sink, const std::stop_token &stop = {},
                     const ProgressFn &progress = {});

private:
    struct State;
    explicit ObjectReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace keepwell::store
