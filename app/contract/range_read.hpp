// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/state_view.hpp"

#include <fabric/chaincode_shim.pb.h>

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace keepwell::contractserver {

/// One request of a transaction to its peer.
struct Request
{
    protos::ChaincodeMessage::Type type = protos::ChaincodeMessage::UNDEFINED;
    std::string payload;
    auto operator<=>(const Request &) const = default;
};

/// The index rows of one key, page by page as a peer sends them. One thread at a time.
class RangeRead
{
public:
    RangeRead(contract::IndexKind kind, const Bytes32 &of);

    /// What to ask next; nullopt once all rows are there.
    const std::optional<Request> &next() const { return m_next; }

    /// The peer's answer to next(). Errors: Failed (in the peer's words, or too many rows), Tampered
    /// (rows that were not asked for, or no progress).
    Result<> take(const Result<std::string> &answer);

    /// All rows, or why there are none. Precondition: next() is nullopt.
    Result<std::vector<contract::IndexRow>> rows() const;

private:
    Result<> takePage(const std::string &payload);
    void startAt(const std::string &first);

    std::string m_end;
    std::string m_last; ///< Key of the newest row.
    std::optional<Request> m_next;
    std::size_t m_sinceStart = 0;
    std::vector<contract::IndexRow> m_rows;
    std::optional<Error> m_trouble;
};

} // namespace keepwell::contractserver
