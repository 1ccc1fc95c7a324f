// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/crypto/signature.hpp"
#include "core/sharing/shared_head.hpp"
#include "core/sharing/table_row.hpp"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::sharing {

/// A record on its way into a shared object.
struct SharedRecord
{
    std::string bytes; ///< The exact slice of its source.
    Anchorage anchorage;
    std::string provenance;
};

/// Gives record `i`; asked three times for each, in rising order, and must answer the same.
using RecordAt = std::function<Result<SharedRecord>(std::size_t i)>;

/// Takes the object's bytes in order.
using Sink = std::function<Result<>(ByteView)>;

/// Who gives what to whom: the part of the head that is known before the records are read.
struct Authorship
{
    contract::NetworkId network;
    Bytes32 id{};
    std::uint32_t epoch = 0;
    contract::PublicKey recipient;
    Bytes32 termsHash{};
};

/// Writes a shared or delivered object (docs/spec/shared-object.md) in constant memory but for
/// 8 bytes a record: a pass over the records to hash, then two to write. One thread at a time.
class SharedObjectWriter
{
public:
    /// The first pass. Errors: those of `records`; NotFound for none; InvalidInput for a record over
    /// 4 GiB, one that is no object, or one whose row is too large; Cancelled.
    static Result<SharedObjectWriter> measure(const Authorship &authorship,
                                              const crypto::SigningKey &author, std::size_t count,
                                              RecordAt records, const std::stop_token &stop);

    const SharedHead &head() const { return m_head; }
    const Bytes &headBytes() const { return m_headBytes; }
    Bytes32 headHash() const;
    std::uint64_t length() const; ///< Of the whole object.

    /// The second pass. Errors: Conflict when a record changed since the first; Cancelled.
    Result<> writeTo(const Sink &sink, const std::stop_token &stop, const ProgressFn &progress);

private:
    SharedObjectWriter() = default;
    Result<> measureRecords(const std::stop_token &stop);

    RecordAt m_records;
    std::vector<std::uint64_t> m_lengths;
    SharedHead m_head;
    Bytes m_headBytes;
    crypto::Signature m_signature{};
};

} // namespace keepwell::sharing
