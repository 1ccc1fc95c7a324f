// SPDX-License-Identifier: Apache-2.0
#include "core/store/object_reader.hpp"

#include "core/base/progress_meter.hpp"
#include "core/store/object_layout.hpp"
#include "core/store/segment_workers.hpp"

#include <sodium.h>

#include <optional>
#include <utility>

namespace keepwell::store {

namespace {

using Cipher = crypto::ObjectCipher;

/// Memory that held plaintext.
class PlainBuffer
{
public:
    PlainBuffer() = default;
    ~PlainBuffer() { wipe(); }
    PlainBuffer(PlainBuffer &&other) noexcept : m_bytes{std::exchange(other.m_bytes, {})} {}
    PlainBuffer &operator=(PlainBuffer &&) = delete;

    std::span<std::byte> sized(std::size_t size)
    {
        if (m_bytes.capacity() < size) {
            wipe();
            m_bytes.reserve(size);
        }
        m_bytes.resize(size);
        return m_bytes;
    }
    ByteView view() const { return m_bytes; }

private:
    void wipe() { sodium_memzero(m_bytes.data(), m_bytes.size()); }
    Bytes m_bytes;
};

/// A segment that was opened last, for the next read nearby.
struct Cached
{
    std::optional<std::uint64_t> segment;
    PlainBuffer plain;
};

} // namespace

struct ObjectReader::State
{
    const BlockStore &store;
    ObjectRef ref;
    ObjectLayout layout;
    Cipher cipher;
    Bytes block{}; ///< Sealed bytes of the segment in hand.
    std::array<Cached, 2> cache{};
    std::size_t oldest = 0;

    Result<> openSegment(std::uint64_t i, Bytes &sealed, PlainBuffer &plain) const;
    Result<> give(std::uint64_t i, ByteView chunks, PlainBuffer &plain, std::uint64_t &left,
                  const Sink &sink) const;
    Result<ByteView> segment(std::uint64_t i);
};

namespace {

Error placed(Error error, std::uint64_t segment, const ObjectRef &ref)
{
    error.detail = "segment " + std::to_string(segment + 1) + " of "
        + std::to_string(ref.segments().size()) + " of an object: " + error.detail;
    return error;
}

Result<> fetch(const BlockStore &store, const ObjectRef &ref, std::uint64_t i, Bytes &block)
{
    if (auto got = store.getInto(ref.segments()[i], block); !got) {
        return std::unexpected{placed(std::move(got).error(), i, ref)};
    }
    const std::uint64_t expected = ObjectLayout{ref.length()}.bytesOf(i);
    if (block.size() != expected) {
        return std::unexpected{placed(
            {ErrorCode::Tampered,
             "has " + std::to_string(block.size()) + " bytes, not " + std::to_string(expected)},
            i, ref)};
    }
    return {};
}

} // namespace

Result<> ObjectReader::State::openSegment(std::uint64_t i, Bytes &sealed, PlainBuffer &plain) const
{
    KEEPWELL_CHECK(fetch(store, ref, i, sealed));
    const ByteView chunks = ByteView{sealed}.subspan(ObjectLayout::headerBytesOf(i));
    auto opened = cipher.open(i * ObjectLayout::kSegmentChunks, chunks,
                              plain.sized(layout.plainBytesOf(i)));
    if (!opened) {
        return std::unexpected{placed(std::move(opened).error(), i, ref)};
    }
    return {};
}

Result<ByteView> ObjectReader::State::segment(std::uint64_t i)
{
    for (std::size_t k = 0; k < cache.size(); ++k) {
        if (cache[k].segment == i) {
            oldest = (k + 1) % cache.size();
            return cache[k].plain.view();
        }
    }
    Cached &slot = cache[oldest];
    slot.segment.reset();
    KEEPWELL_CHECK(openSegment(i, block, slot.plain));
    slot.segment = i;
    oldest = (oldest + 1) % cache.size();
    return slot.plain.view();
}

ObjectReader::ObjectReader(std::unique_ptr<State> state) : m_state{std::move(state)} {}
ObjectReader::~ObjectReader() = default;
ObjectReader::ObjectReader(ObjectReader &&) noexcept = default;
ObjectReader &ObjectReader::operator=(ObjectReader &&) noexcept = default;

Result<ObjectReader> ObjectReader::open(const BlockStore &store, ObjectRef ref,
                                        const crypto::ObjectKey &key)
{
    Bytes first;
    KEEPWELL_CHECK(fetch(store, ref, 0, first));
    KEEPWELL_TRY(
        Cipher cipher,
        Cipher::open(key, objectContext(ref.type()), ByteView{first}.first(Cipher::kHeaderBytes)));
    const ObjectLayout layout{ref.length()};
    ObjectReader reader{std::make_unique<State>(store, std::move(ref), layout, std::move(cipher))};
    return reader;
}

std::uint64_t ObjectReader::length() const { return m_state->ref.length(); }

Result<Bytes> ObjectReader::read(std::uint64_t offset, std::uint64_t size)
{
    if (offset > length() || size > length() - offset) {
        return fail(ErrorCode::InvalidInput, "a read beyond the end of an object");
    }
    Bytes bytes;
    bytes.reserve(size);
    while (bytes.size() < size) {
        const std::uint64_t at = offset + bytes.size();
        KEEPWELL_TRY(const ByteView plain, m_state->segment(at / ObjectLayout::kSegmentPlainBytes));
        const ByteView rest = plain.subspan(at % ObjectLayout::kSegmentPlainBytes);
        keepwell::append(bytes,
                         rest.first(std::min<std::uint64_t>(rest.size(), size - bytes.size())));
    }
    return bytes;
}

/// Opens a whole segment in small pieces, so that each is given while the processor has it at hand.
Result<> ObjectReader::State::give(std::uint64_t i, ByteView chunks, PlainBuffer &plain,
                                   std::uint64_t &left, const Sink &sink) const
{
    constexpr std::size_t kRunChunks = 8;
    std::uint64_t index = i * ObjectLayout::kSegmentChunks;
    while (!chunks.empty()) {
        const ByteView run
            = chunks.first(std::min(chunks.size(), kRunChunks * Cipher::kSealedChunkBytes));
        const std::size_t tags = Cipher::chunksIn(run.size()) * Cipher::kTagBytes;
        if (auto opened = cipher.open(index, run, plain.sized(run.size() - tags)); !opened) {
            return std::unexpected{placed(std::move(opened).error(), i, ref)};
        }
        const ByteView wanted
            = plain.view().first(std::min<std::uint64_t>(plain.view().size(), left));
        left -= wanted.size();
        if (!wanted.empty()) {
            KEEPWELL_CHECK(sink(wanted));
        }
        index += kRunChunks;
        chunks = chunks.subspan(run.size());
    }
    return {};
}

Result<> ObjectReader::readAll(const Sink &sink, const std::stop_token &stop,
                               const ProgressFn &progress)
{
    const State &state = *m_state;
    std::vector<Bytes> slots;
    SegmentWorkers workers{
        state.store.atOnce()}; // After what its threads write to, so that it ends before.
    slots.resize(workers.slots());
    const auto start = [&](std::uint64_t i) {
        Bytes &block = slots[i % slots.size()];
        workers.start(i % slots.size(),
                      [&state, &block, i] { return fetch(state.store, state.ref, i, block); });
    };
    const std::uint64_t count = state.layout.segments();
    const std::uint64_t ahead = slots.size() - 1;
    for (std::uint64_t i = 0; i < std::min(count, ahead); ++i) {
        start(i);
    }
    ProgressMeter meter{progress, length()};
    PlainBuffer plain;
    std::uint64_t left = length();
    for (std::uint64_t i = 0; i < count; ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while opening");
        }
        if (i + ahead < count) {
            start(i + ahead);
        }
        KEEPWELL_CHECK(workers.wait(i % slots.size()));
        const ByteView block = slots[i % slots.size()];
        KEEPWELL_CHECK(
            state.give(i, block.subspan(ObjectLayout::headerBytesOf(i)), plain, left, sink));
        meter.reached(length() - left);
    }
    return {};
}

Result<Bytes> getObject(const BlockStore &store, const KeyedObjectRef &object, std::uint64_t most)
{
    if (object.ref.length() > most) {
        return fail(ErrorCode::InvalidInput,
                    "an object of " + std::to_string(object.ref.length()) + " bytes, at most "
                        + std::to_string(most) + " are allowed here");
    }
    KEEPWELL_TRY(ObjectReader reader, ObjectReader::open(store, object.ref, object.key));
    Bytes bytes;
    bytes.reserve(object.ref.length());
    KEEPWELL_CHECK(reader.readAll([&](ByteView piece) {
        append(bytes, piece);
        return Result<>{};
    }));
    return bytes;
}

} // namespace keepwell::store
