// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell::contract {

/// The private values; each is deposited after the entry that commits to it.
enum class Field : std::uint8_t {
    Release = 1, ///< r of (gid, epoch).
    Notice = 2,  ///< Sealed notice of (gid, epoch) or of (did, 0).
    Reason = 3,  ///< Sealed reason of (rid, 0).
};

/// Names one private value and who holds it.
struct PrivateKey
{
    std::string custodian;
    Field field = Field::Release;
    Bytes32 id{};
    std::uint32_t epoch = 0;

    /// "x/", "y/" or "z/", the id and the epoch (u32) in lower-case hex; without the custodian.
    std::string text() const;
    friend bool operator==(const PrivateKey &, const PrivateKey &) = default;
};

struct PrivateValue
{
    std::optional<Bytes> value;
    bool purged = false; ///< Known to have been there and destroyed (a host may not know).
};

/// The index rows: for queries only, never read by a transaction, not part of the state hash.
enum class IndexKind : std::uint8_t {
    Party = 1,  ///< A key → grants and deliveries it is a party of.
    Object = 2, ///< A grant or delivery → the entries about it (requests, updates, ends).
    Own = 3,    ///< A key → the entries it signed.
};

struct IndexRow
{
    IndexKind kind = IndexKind::Own;
    Bytes32 of{};
    Bytes32 id{};
    Bytes locator; ///< The host's: embedded u64 index, Fabric channel transaction id.
    friend bool operator==(const IndexRow &, const IndexRow &) = default;
};

/// The third seam: the state a host keeps for the contract. One thread at a time.
/// A transaction reads each key at most once and writes each at most once, by key only.
class StateView
{
public:
    virtual ~StateView() = default;

    virtual Result<std::optional<Bytes>> get(const std::string &key) = 0;
    virtual Result<> put(const std::string &key, ByteView value) = 0;
    virtual Result<> remove(const std::string &key) = 0;

    virtual Result<PrivateValue> getPrivate(const PrivateKey &key) = 0;
    virtual Result<> putPrivate(const PrivateKey &key, ByteView value) = 0;
    /// Destroys; no error when nothing is there.
    virtual Result<> purgePrivate(const PrivateKey &key) = 0;

    /// Blind; the host adds its locator of the entry being applied.
    virtual Result<> putIndex(IndexKind kind, const Bytes32 &of, const Bytes32 &id) = 0;
    /// For queries only, in order of arrival.
    virtual Result<std::vector<IndexRow>> indexRows(IndexKind kind, const Bytes32 &of) = 0;
};

} // namespace keepwell::contract
