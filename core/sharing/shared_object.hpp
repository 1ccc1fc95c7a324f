// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/sharing/shared_head.hpp"
#include "core/sharing/table_row.hpp"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::sharing {

/// Reads [offset, offset + length) of the object's plaintext, whole or with an error.
using ReadRange = std::function<Result<Bytes>(std::uint64_t offset, std::uint64_t length)>;

/// Sees each record as the whole object is checked, in order.
using OnRecord
    = std::function<Result<>(std::size_t i, const TableRow &row, std::string_view slice)>;

/// What the reader already knows, from the ledger and the notice, and holds the object to.
struct ExpectedHead
{
    contract::NetworkId network;
    Bytes32 id{};
    std::uint32_t epoch = 0;
    contract::PublicKey author;
    contract::PublicKey recipient;
    Bytes32 termsHash{};
};

/// A shared or delivered object that was checked whole: the author's signature, both hashes, and
/// that the bundle is spelled exactly as one is. Keeps offsets, not records. One thread at a time.
class SharedObject
{
public:
    /// Reads and checks all of it, once, in order.
    /// Errors: Tampered naming the part; Unsupported (a newer version); those of `read` and
    /// `onRecord`; Cancelled.
    static Result<SharedObject> check(ReadRange read, std::uint64_t length,
                                      const ExpectedHead &expected, const OnRecord &onRecord,
                                      const std::stop_token &stop, const ProgressFn &progress);

    const SharedHead &head() const { return m_head; }
    const Bytes &headBytes() const { return m_headBytes; }
    const crypto::Signature &signature() const { return m_signature; }
    std::size_t count() const { return m_places.size(); }

    /// Precondition of both: i < count().
    Result<TableRow> row(std::size_t i) const;
    Result<Bytes> record(std::size_t i) const;

    /// The whole bundle, piece by piece, in order.
    Result<> readBundle(const std::function<Result<>(ByteView)> &take,
                        const std::stop_token &stop) const;

private:
    struct Place
    {
        std::uint64_t row;
        std::uint32_t rowLength;
        std::uint32_t length;
        std::uint64_t offset;
    };

    explicit SharedObject(ReadRange read) : m_read{std::move(read)} {}
    Result<> checkHead(std::uint64_t length, const ExpectedHead &expected);
    Result<> checkTable(const std::stop_token &stop);
    Result<> checkBundle(const OnRecord &onRecord, const std::stop_token &stop,
                         const ProgressFn &progress);
    std::uint64_t bundleAt() const;

    ReadRange m_read;
    SharedHead m_head;
    Bytes m_headBytes;
    crypto::Signature m_signature{};
    std::uint64_t m_tableAt = 0;
    std::vector<Place> m_places;
};

} // namespace keepwell::sharing
