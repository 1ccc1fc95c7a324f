// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/cbor.hpp"
#include "core/contract/error_code.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/terms.hpp"

/// Fields that several of the contract's formats share. Internal to core/contract.
namespace keepwell::contract {

inline constexpr std::uint64_t kMostUint32 = 0xFFFFFFFF;

inline cbor::Value valueOf(Instant instant) { return secondsOf(instant); }

template <class Tag>
cbor::Value valueOf(const Id32<Tag> &id)
{
    return id.view();
}

inline cbor::Value valueOf(const Bytes32 &bytes) { return ByteView{bytes}; }

template <class Id>
Id idAt(cbor::MapReader &reader, std::uint64_t key)
{
    return Id{reader.bytes32At(key)};
}

inline Instant instantAt(cbor::MapReader &reader, std::uint64_t key)
{
    return instantOf(reader.unsignedAt(key, kLatestSecond));
}

inline std::uint32_t uint32At(cbor::MapReader &reader, std::uint64_t key)
{
    return static_cast<std::uint32_t>(reader.unsignedAt(key, kMostUint32));
}

/// Terms as five fields of a larger map, the first under `first`.
void appendTerms(cbor::Map &map, std::uint64_t first, const Terms &terms);
Terms termsAt(cbor::MapReader &reader, std::uint64_t first);

} // namespace keepwell::contract
