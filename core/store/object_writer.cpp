// SPDX-License-Identifier: Apache-2.0
#include "core/store/object_writer.hpp"

#include "core/base/progress_meter.hpp"
#include "core/store/object_layout.hpp"
#include "core/store/segment_workers.hpp"

#include <sodium.h>

#include <cstring>
#include <optional>
#include <tuple>

namespace keepwell::store {

namespace {

using Cipher = crypto::ObjectCipher;

/// Chunks sealed in one go: few enough that the processor still has them at hand.
constexpr std::size_t kRunChunks = 8;

/// A segment's memory. Plaintext is put where its chunk will be sealed in place, so that it is
/// copied once.
struct Slot
{
    Bytes block;
    std::optional<Cid> cid; ///< Written by the worker, read after SegmentWorkers::wait().
};

} // namespace

struct ObjectWriter::State
{
    State(BlockStore &into, ObjectType what, crypto::ObjectKey objectKey, Cipher objectCipher)
        : store{into}
        , type{what}
        , key{std::move(objectKey)}
        , cipher{std::move(objectCipher)}
        , workers{into.atOnce()}
        , slots(workers.slots())
    {
        beginSegment();
    }
    ~State();
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    BlockStore &store;
    ObjectType type;
    std::stop_token stop;
    ProgressMeter progress{{}, 0};
    crypto::ObjectKey key;
    Cipher cipher;

    std::uint64_t length = 0;  ///< Plaintext taken in, padding counted.
    std::uint64_t segment = 0; ///< The one being filled,
    std::size_t chunk = 0;     ///< the chunk of it being filled,
    std::size_t inChunk = 0;   ///< and the bytes that are in that chunk.
    std::size_t sealed = 0;    ///< Chunks of the segment sealed already.
    std::optional<Error> failure;
    bool isFinished = false;
    std::vector<Cid> cids; ///< Of the segments known to be put, in order.
    SegmentWorkers workers;
    std::vector<Slot> slots; ///< Segment i uses slot i modulo their number.

    std::size_t slotIndex() const { return segment % slots.size(); }
    void beginSegment();
    Result<> fill(ByteView plaintext);
    Result<> endChunk();
    Result<> sealUpTo(std::size_t end, std::size_t lastBytes);
    void startSegment();
    Result<> collect(std::size_t slot);
    Result<> collectAll();
    Result<KeyedObjectRef> finish(const List &list);
    Result<> check() const; ///< The failure that ended this object, if any.
    std::unexpected<Error> broken(Error error);
};

ObjectWriter::State::~State()
{
    if (isFinished) {
        return;
    }
    std::ignore = collectAll();
    std::ignore = store.remove(cids); // A block that stays is unreadable: its key dies here.
    for (Slot &slot : slots) {
        sodium_memzero(slot.block.data(), slot.block.size());
    }
}

void ObjectWriter::State::beginSegment()
{
    Bytes &block = slots[slotIndex()].block;
    block.resize(ObjectLayout::headerBytesOf(segment)
                 + ObjectLayout::kSegmentChunks * Cipher::kSealedChunkBytes);
    if (segment == 0) {
        std::ranges::copy(cipher.header(), block.begin());
    }
    chunk = 0;
    sealed = 0;
    inChunk = 0;
}

Result<> ObjectWriter::State::check() const
{
    return failure ? Result<>{std::unexpected{*failure}} : Result<>{};
}

std::unexpected<Error> ObjectWriter::State::broken(Error error)
{
    failure = error;
    return std::unexpected{std::move(error)};
}

Result<> ObjectWriter::State::fill(ByteView plaintext)
{
    while (!plaintext.empty()) {
        const std::size_t size = std::min(plaintext.size(), Cipher::kChunkBytes - inChunk);
        const std::size_t at
            = ObjectLayout::headerBytesOf(segment) + chunk * Cipher::kSealedChunkBytes + inChunk;
        std::memcpy(slots[slotIndex()].block.data() + at, plaintext.data(), size);
        plaintext = plaintext.subspan(size);
        length += size;
        inChunk += size;
        if (inChunk == Cipher::kChunkBytes) {
            inChunk = 0;
            ++chunk;
            KEEPWELL_CHECK(endChunk());
        }
    }
    return {};
}

Result<> ObjectWriter::State::endChunk()
{
    if (chunk < ObjectLayout::kSegmentChunks) {
        return chunk - sealed < kRunChunks ? Result<>{} : sealUpTo(chunk, 0);
    }
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped while sealing");
    }
    KEEPWELL_CHECK(sealUpTo(chunk, 0));
    startSegment();
    ++segment;
    if (segment == ObjectRef::kMostSegments) {
        return fail(ErrorCode::InvalidInput, "an object of more than 16 GiB");
    }
    KEEPWELL_CHECK(collect(slotIndex()));
    beginSegment();
    progress.reached(length);
    return {};
}

/// Seals what is filled and not yet sealed: whole chunks up to `end`, and `lastBytes` (with their
/// tag) of one more.
Result<> ObjectWriter::State::sealUpTo(std::size_t end, std::size_t lastBytes)
{
    const std::size_t from
        = ObjectLayout::headerBytesOf(segment) + sealed * Cipher::kSealedChunkBytes;
    const std::size_t size = (end - sealed) * Cipher::kSealedChunkBytes + lastBytes;
    const std::uint64_t first = segment * ObjectLayout::kSegmentChunks + sealed;
    sealed = end;
    return cipher.seal(first, std::span{slots[slotIndex()].block}.subspan(from, size));
}

/// Hands the sealed segment to a worker, to hash and to store.
void ObjectWriter::State::startSegment()
{
    const std::size_t index = slotIndex();
    workers.start(index, [this, &slot = slots[index]]() -> Result<> {
        KEEPWELL_TRY(slot.cid, store.put(slot.block));
        return {};
    });
}

Result<> ObjectWriter::State::collect(std::size_t slot)
{
    Result<> result = workers.wait(slot);
    if (const auto cid = std::exchange(slots[slot].cid, std::nullopt)) {
        cids.push_back(*cid);
    }
    return result;
}

/// Oldest first, so that the CIDs stay in order.
Result<> ObjectWriter::State::collectAll()
{
    Result<> all;
    for (std::size_t i = 1; i <= slots.size(); ++i) {
        Result<> one = collect((slotIndex() + i) % slots.size());
        if (all) {
            all = std::move(one);
        }
    }
    return all;
}

Result<KeyedObjectRef> ObjectWriter::State::finish(const List &list)
{
    static constexpr std::array<std::byte, 4096> kZeros{};
    const std::uint64_t trueLength = length;
    while (length < paddedLength(trueLength)) {
        const std::uint64_t missing = paddedLength(trueLength) - length;
        KEEPWELL_CHECK(
            fill(ByteView{kZeros}.first(std::min<std::uint64_t>(missing, kZeros.size()))));
    }
    const std::size_t lastBytes = inChunk + Cipher::kTagBytes;
    KEEPWELL_CHECK(sealUpTo(chunk, lastBytes));
    slots[slotIndex()].block.resize(ObjectLayout::headerBytesOf(segment)
                                    + chunk * Cipher::kSealedChunkBytes + lastBytes);
    startSegment();
    KEEPWELL_CHECK(collectAll());
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped while sealing");
    }
    if (list) {
        KEEPWELL_CHECK(list(cids));
    }
    KEEPWELL_CHECK(store.sync(cids));
    KEEPWELL_TRY(ObjectRef ref, ObjectRef::create(type, trueLength, cids));
    progress.reached(trueLength);
    isFinished = true;
    return KeyedObjectRef{std::move(ref), std::move(key)};
}

ObjectWriter::ObjectWriter(BlockStore &store, ObjectType type, std::stop_token stop,
                           ProgressFn progress, std::uint64_t expectedLength)
{
    crypto::ObjectKey key = crypto::ObjectKey::random();
    Cipher cipher = Cipher::create(key, objectContext(type));
    m_state = std::make_unique<State>(store, type, std::move(key), std::move(cipher));
    m_state->stop = std::move(stop);
    m_state->progress = ProgressMeter{std::move(progress), expectedLength};
}

ObjectWriter::ObjectWriter(std::unique_ptr<State> state) : m_state{std::move(state)} {}

ObjectWriter ObjectWriter::withKey(BlockStore &store, ObjectType type, crypto::ObjectKey key,
                                   const Cipher::Salt &salt)
{
    Cipher cipher = Cipher::createWithSalt(key, objectContext(type), salt);
    return ObjectWriter{std::make_unique<State>(store, type, std::move(key), std::move(cipher))};
}

ObjectWriter::~ObjectWriter() = default;
ObjectWriter::ObjectWriter(ObjectWriter &&) noexcept = default;

Result<> ObjectWriter::append(ByteView plaintext)
{
    KEEPWELL_CHECK(m_state->check());
    if (auto filled = m_state->fill(plaintext); !filled) {
        return m_state->broken(std::move(filled).error());
    }
    return {};
}

Result<KeyedObjectRef> ObjectWriter::finish(const List &list)
{
    KEEPWELL_CHECK(m_state->check());
    auto finished = m_state->finish(list);
    if (!finished) {
        return m_state->broken(std::move(finished).error());
    }
    return finished;
}

} // namespace keepwell::store
