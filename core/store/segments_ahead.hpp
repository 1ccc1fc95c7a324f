// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/block_store.hpp"
#include "core/store/object_ref.hpp"
#include "core/store/segment_workers.hpp"

#include <optional>
#include <stop_token>
#include <vector>

namespace keepwell::store {

/// The sealed segments of one object, fetched as they are asked for and, when told which come next,
/// ahead of that by a few threads. As many are held as there are places, the oldest going first.
/// One thread at a time; store and reference must outlive it.
class SegmentsAhead
{
public:
    SegmentsAhead(const BlockStore &store, const ObjectRef &ref);
    ~SegmentsAhead(); ///< Stops what is on its way.
    SegmentsAhead(const SegmentsAhead &) = delete;
    SegmentsAhead &operator=(const SegmentsAhead &) = delete;

    std::size_t places() const { return m_places.size(); }

    /// Starts to fetch [from, until) as far as it is not here or on its way. `until` - `from` is
    /// below places(), so that the one taken last stays.
    void want(std::uint64_t from, std::uint64_t until);

    /// Waits for this one, hashed; valid until the next call of any function here.
    /// Errors: those of BlockStore::getInto(); Tampered for another length, naming the segment;
    /// Cancelled, and with it all that is on its way.
    Result<ByteView> take(std::uint64_t segment, const std::stop_token &stop);

private:
    struct Place
    {
        std::optional<std::uint64_t> segment;
        Bytes block;
    };

    std::size_t placeOf(std::uint64_t segment) const; ///< places() when it is in none.
    bool has(std::uint64_t segment) const { return placeOf(segment) < m_places.size(); }
    std::size_t freePlace(std::uint64_t segment);

    Result<> wait(std::size_t place);

    const BlockStore &m_store;
    const ObjectRef &m_ref;
    std::size_t m_next = 0;  ///< The place that is used again next.
    std::stop_source m_stop; ///< Of what is on its way.
    std::vector<Place> m_places;
    SegmentWorkers m_workers; ///< Last: its threads write to the places.
};

/// Adds to an error which segment of how many it is about.
Error placed(Error error, std::uint64_t segment, const ObjectRef &ref);

} // namespace keepwell::store
