// SPDX-License-Identifier: Apache-2.0
#include "core/store/object_reader.hpp"

#include "core/base/progress_meter.hpp"
#include "core/store/object_layout.hpp"
#include "core/store/segments_ahead.hpp"

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
    std::unique_ptr<const ObjectRef> ref; ///< Stays where it is: the next one refers to it.
    std::unique_ptr<SegmentsAhead> segments;
    ObjectLayout layout;
    Cipher cipher;
    std::array<Cached, 2> cache{};
    std::size_t oldest = 0;

    Result<> give(std::uint64_t i, ByteView chunks, PlainBuffer &plain, std::uint64_t &left,
                  const Sink &sink) const;
    Result<ByteView> segment(std::uint64_t i, const std::stop_token &stop);
};

/// Reading on from segment to segment, it fetches ahead; a read here and there fetches what it needs.
Result<ByteView> ObjectReader::State::segment(std::uint64_t i, const std::stop_token &stop)
{
    for (std::size_t k = 0; k < cache.size(); ++k) {
        if (cache[k].segment == i) {
            oldest = (k + 1) % cache.size();
            return cache[k].plain.view();
        }
    }
    const bool isNext = i > 0
        && std::ranges::any_of(cache, [i](const Cached &one) { return one.segment == i - 1; });
    if (isNext) {
        // Half of the places: table and records are read side by side.
        segments->want(i, std::min(layout.segments(), i + segments->places() / 2));
    }
    Cached &slot = cache[oldest];
    slot.segment.reset();
    KEEPWELL_TRY(const ByteView sealed, segments->take(i, stop));
    auto opened = cipher.open(i * ObjectLayout::kSegmentChunks,
                              sealed.subspan(ObjectLayout::headerBytesOf(i)),
                              slot.plain.sized(layout.plainBytesOf(i)));
    if (!opened) {
        return std::unexpected{placed(std::move(opened).error(), i, *ref)};
    }
    slot.segment = i;
    oldest = (oldest + 1) % cache.size();
    if (i + 1 == layout.segments()) {
        segments = std::make_unique<SegmentsAhead>(store, *ref); // read to its end: memory back
    }
    return slot.plain.view();
}

ObjectReader::ObjectReader(std::unique_ptr<State> state) : m_state{std::move(state)} {}
ObjectReader::~ObjectReader() = default;
ObjectReader::ObjectReader(ObjectReader &&) noexcept = default;
ObjectReader &ObjectReader::operator=(ObjectReader &&) noexcept = default;

Result<ObjectReader> ObjectReader::open(const BlockStore &store, ObjectRef ref,
                                        const crypto::ObjectKey &key, const std::stop_token &stop)
{
    auto held = std::make_unique<const ObjectRef>(std::move(ref));
    auto segments = std::make_unique<SegmentsAhead>(store, *held);
    KEEPWELL_TRY(const ByteView first, segments->take(0, stop));
    KEEPWELL_TRY(Cipher cipher,
                 Cipher::open(key, objectContext(held->type()), first.first(Cipher::kHeaderBytes)));
    const ObjectLayout layout{held->length()};
    ObjectReader reader{std::make_unique<State>(store, std::move(held), std::move(segments), layout,
                                                std::move(cipher))};
    return reader;
}

std::uint64_t ObjectReader::length() const { return m_state->ref->length(); }

Result<Bytes> ObjectReader::read(std::uint64_t offset, std::uint64_t size,
                                 const std::stop_token &stop)
{
    if (offset > length() || size > length() - offset) {
        return fail(ErrorCode::InvalidInput, "a read beyond the end of an object");
    }
    Bytes bytes;
    bytes.reserve(size);
    while (bytes.size() < size) {
        const std::uint64_t at = offset + bytes.size();
        KEEPWELL_TRY(const ByteView plain,
                     m_state->segment(at / ObjectLayout::kSegmentPlainBytes, stop));
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
            return std::unexpected{placed(std::move(opened).error(), i, *ref)};
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
    SegmentsAhead &segments = *state.segments;
    const std::uint64_t count = state.layout.segments();
    ProgressMeter meter{progress, length()};
    PlainBuffer plain;
    std::uint64_t left = length();
    for (std::uint64_t i = 0; i < count; ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while opening");
        }
        segments.want(i, std::min(count, i + segments.places() - 1));
        KEEPWELL_TRY(const ByteView block, segments.take(i, stop));
        KEEPWELL_CHECK(
            state.give(i, block.subspan(ObjectLayout::headerBytesOf(i)), plain, left, sink));
        meter.reached(length() - left);
    }
    return {};
}

} // namespace keepwell::store
