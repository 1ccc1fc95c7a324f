// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/crypto/object_cipher.hpp"
#include "core/store/block_store.hpp"
#include "core/store/object_ref.hpp"

#include <functional>
#include <memory>
#include <stop_token>

namespace keepwell::store {

/// Seals plaintext under a fresh random key into blocks of a store, while it streams in.
/// A few threads hash and store segments behind the one that seals, in a few MiB of memory
/// whatever the length. Destroyed before finish(), it removes the blocks it has put. One thread at a time; the
/// store must outlive it.
class ObjectWriter
{
public:
    /// `expectedLength` is for `progress` only (bytes sealed, of this); 0 when not known.
    ObjectWriter(BlockStore &store, ObjectType type, std::stop_token stop = {},
                 ProgressFn progress = {}, std::uint64_t expectedLength = 0);
    /// For published vectors: a key must never seal two objects.
    static ObjectWriter withKey(BlockStore &store, ObjectType type, crypto::ObjectKey key,
                                const crypto::ObjectCipher::Salt &salt);
    ~ObjectWriter();
    ObjectWriter(ObjectWriter &&) noexcept;
    ObjectWriter &operator=(ObjectWriter &&) = delete;

    /// Errors: those of BlockStore::put(), perhaps of an earlier piece; Cancelled; InvalidInput
    /// when the object grows beyond what a reference can hold. The object is lost then.
    Result<> append(ByteView plaintext);

    using List = std::function<Result<>(const std::vector<Cid> &)>;

    /// Pads, stores the rest and makes all durable. Call once. `list` hears of the blocks when all
    /// are put and none is there for good yet: what it writes down finds them after a crash.
    /// Errors: as append(); those of `list`.
    Result<KeyedObjectRef> finish(const List &list = {});

private:
    struct State;
    explicit ObjectWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace keepwell::store
