// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/wallet/record_rows.hpp"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell {

/// A share that was opened: checked whole (author, every byte), shown from blocks that stay
/// encrypted at rest. Its keys live in locked memory and end with it. One thread at a time.
class OpenedShare
{
public:
    struct Parts;
    explicit OpenedShare(std::unique_ptr<Parts> parts);
    ~OpenedShare();

    const contract::GrantId &grant() const;
    const std::string &author() const; ///< The contact's name.
    Instant until() const;
    std::int64_t records() const;
    std::int64_t anchored() const; ///< Records whose anchor is proven on the ledger.

    const std::vector<RecordRow> &rows() const; ///< RecordRow::id counts from 0 within the share.
    Result<RecordDetail> record(RecordId id) const;
    Result<Bytes> recordSource(RecordId id) const;
    Result<Bytes> attachment(RecordId id, std::size_t index) const;

    /// Writes bundle.json, attachments and proof.json into `folder`, which must not exist; it is
    /// there whole or not at all. No proof.json where the wallet reads only its own entries of a
    /// network ("catch_up": "light"). Errors: Conflict when it exists.
    Result<> writeTo(const std::filesystem::path &folder, const std::stop_token &stop = {},
                     const ProgressFn &progress = {}) const;

private:
    std::unique_ptr<Parts> m_parts;
};

} // namespace keepwell
