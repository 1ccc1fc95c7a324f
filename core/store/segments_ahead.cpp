// SPDX-License-Identifier: Apache-2.0
#include "core/store/segments_ahead.hpp"

#include "core/store/object_layout.hpp"

#include <tuple>
#include <utility>

namespace keepwell::store {

namespace {

Result<> fetch(const BlockStore &store, const ObjectRef &ref, std::uint64_t i, Bytes &block,
               const std::stop_token &stop)
{
    if (auto got = store.getInto(ref.segments()[i], block, stop); !got) {
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

Error placed(Error error, std::uint64_t segment, const ObjectRef &ref)
{
    error.detail = "segment " + std::to_string(segment + 1) + " of "
        + std::to_string(ref.segments().size()) + " of an object: " + error.detail;
    return error;
}

SegmentsAhead::SegmentsAhead(const BlockStore &store, const ObjectRef &ref)
    : m_store{store}, m_ref{ref}, m_workers{store.atOnce()}
{
    m_places.resize(m_workers.slots());
}

SegmentsAhead::~SegmentsAhead() { m_stop.request_stop(); }

Result<> SegmentsAhead::wait(std::size_t place)
{
    Result<> result;
    m_store.waitFor([&] { result = m_workers.wait(place); });
    return result;
}

std::size_t SegmentsAhead::placeOf(std::uint64_t segment) const
{
    const auto found = std::ranges::find(m_places, std::optional{segment}, &Place::segment);
    return static_cast<std::size_t>(found - m_places.begin());
}

std::size_t SegmentsAhead::freePlace(std::uint64_t segment)
{
    const std::size_t place = std::exchange(m_next, (m_next + 1) % m_places.size());
    std::ignore = wait(place); // for one that nobody took
    m_places[place].segment = segment;
    return place;
}

void SegmentsAhead::want(std::uint64_t from, std::uint64_t until)
{
    if (m_stop.stop_requested()) {
        m_stop = std::stop_source{};
    }
    for (std::uint64_t i = from; i < until; ++i) {
        if (has(i)) {
            continue;
        }
        const std::size_t place = freePlace(i);
        m_workers.start(place,
                        [this, i, &block = m_places[place].block, stop = m_stop.get_token()] {
                            return fetch(m_store, m_ref, i, block, stop);
                        });
    }
}

Result<ByteView> SegmentsAhead::take(std::uint64_t segment, const std::stop_token &stop)
{
    const std::stop_callback onStop{stop, [source = m_stop]() mutable { source.request_stop(); }};
    std::size_t place = placeOf(segment);
    Result<> got;
    if (place < m_places.size()) {
        got = wait(place);
    } else {
        place = freePlace(segment);
        got = fetch(m_store, m_ref, segment, m_places[place].block, stop);
    }
    if (!got) {
        m_places[place].segment.reset(); // the next take() tries again
        return std::unexpected{std::move(got).error()};
    }
    return m_places[place].block;
}

} // namespace keepwell::store
