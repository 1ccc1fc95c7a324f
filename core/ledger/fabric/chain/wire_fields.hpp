// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace keepwell::ledger::fabric {

/// The fields of one message of Protocol Buffers, as Fabric's peers read them: what a transaction of
/// somebody else may hold is passed over, however deep it is nested; of a field that comes twice
/// the last counts, and messages are merged. The library for C++ gives up 100 groups deep, and with
/// it would every wallet at a transaction that peers take in (docs/decisions/0109).
/// The bytes are not copied and have to live longer. Any thread.
/// Source: "Encoding", of the documentation of Protocol Buffers.
class WireFields
{
public:
    /// nullopt: no peer can read it either.
    static std::optional<WireFields> parse(ByteView bytes);

    /// The last value of a field of bytes or text; empty when there is none, as when it is empty.
    ByteView bytesAt(std::uint32_t field) const;
    std::string_view textAt(std::uint32_t field) const { return textOf(bytesAt(field)); }
    /// Every value, in order.
    std::vector<ByteView> allAt(std::uint32_t field) const;
    bool hasBytes(std::uint32_t field) const { return !allAt(field).empty(); }
    /// The last value of a field of numbers; 0 when there is none.
    std::uint64_t numberAt(std::uint32_t field) const;
    /// All messages of one field merged; without fields when there is none. nullopt: as parse().
    std::optional<WireFields> messageAt(std::uint32_t field) const;

    /// Whether the bytes begin with a field of bytes, and this one comes once.
    bool beginsWithOnly(std::uint32_t field) const;

private:
    struct Field
    {
        std::uint32_t number = 0;
        bool isBytes = false; ///< Else a number of variable length; others are not kept.
        ByteView bytes;
        std::uint64_t value = 0;
        bool isFirst = false;
    };

    std::vector<Field> m_fields;
};

} // namespace keepwell::ledger::fabric
