// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/hex.hpp"
#include "core/base/result.hpp"

#include <algorithm>
#include <compare>
#include <string>
#include <string_view>

namespace keepwell {

/// A 32-byte name that cannot be passed where another kind of name is wanted.
/// Immutable value; safe to use from any thread. Text form: 64 lower-case hex digits.
template <class Tag>
class Id32
{
public:
    static constexpr std::size_t kBytes = 32;

    constexpr Id32() = default; ///< All zero; means "none" only where a field's page says so.
    constexpr explicit Id32(const Bytes32 &bytes) : m_bytes{bytes} {}

    /// Errors: InvalidInput unless `bytes` has exactly 32.
    static Result<Id32> fromBytes(ByteView bytes)
    {
        if (bytes.size() != kBytes) {
            return fail(ErrorCode::InvalidInput,
                        "an id has 32 bytes, not " + std::to_string(bytes.size()));
        }
        Id32 id;
        std::copy(bytes.begin(), bytes.end(), id.m_bytes.begin());
        return id;
    }

    /// Errors: InvalidInput unless `text` is 64 hex digits.
    static Result<Id32> parse(std::string_view text)
    {
        KEEPWELL_TRY(const Bytes bytes, fromHex(text));
        return fromBytes(bytes);
    }

    std::string toHex() const { return keepwell::toHex(m_bytes); }
    const Bytes32 &bytes() const { return m_bytes; }
    ByteView view() const { return m_bytes; }
    bool isZero() const { return m_bytes == Bytes32{}; }

    friend auto operator<=>(const Id32 &, const Id32 &) = default;

private:
    Bytes32 m_bytes{};
};

} // namespace keepwell
