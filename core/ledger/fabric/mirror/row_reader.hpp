// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/sqlite.hpp"

#include <algorithm>

namespace keepwell::ledger::fabric {

/// A row that this program did not write.
inline std::unexpected<Error> otherForm()
{
    return fail(ErrorCode::Tampered, "edited: a row of the mirror of the channel has another form");
}

inline std::int64_t signedOf(std::uint64_t number) { return static_cast<std::int64_t>(number); }

/// A column that must hold a count, a hash, …; the first one that does not spoils the whole row.
class RowReader
{
public:
    explicit RowReader(const Cursor &cursor) : m_cursor{&cursor} {}

    std::int64_t integer(int column) { return take(m_cursor->integerAt(column)); }
    std::uint64_t count(int column)
    {
        const std::int64_t value = integer(column);
        m_isGood = m_isGood && value >= 0;
        return value >= 0 ? static_cast<std::uint64_t>(value) : 0;
    }
    std::string text(int column) { return take(m_cursor->textAt(column)); }
    Bytes blob(int column, std::size_t most = SIZE_MAX)
    {
        const ByteView bytes = take(m_cursor->blobAt(column));
        m_isGood = m_isGood && bytes.size() <= most;
        return m_isGood ? copyOf(bytes) : Bytes{};
    }
    Bytes32 hash(int column)
    {
        Bytes32 hash{};
        const ByteView bytes = take(m_cursor->blobAt(column));
        m_isGood = m_isGood && bytes.size() == hash.size();
        if (m_isGood) {
            std::ranges::copy(bytes, hash.begin());
        }
        return hash;
    }
    bool isGood() const { return m_isGood; }

private:
    template <class T>
    T take(std::optional<T> value)
    {
        m_isGood = m_isGood && value.has_value();
        return value ? *std::move(value) : T{};
    }

    const Cursor *m_cursor;
    bool m_isGood = true;
};

} // namespace keepwell::ledger::fabric
