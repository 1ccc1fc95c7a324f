// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"
#include "core/vault/row_id.hpp"

#include <string>
#include <vector>

namespace keepwell::vault {

/// A file inside a record. Its bytes stay where they are, as base64 within the record's slice.
struct Attachment
{
    AttachmentId id;
    RecordId record{};
    std::string title;        ///< From the record: show it, never use it as a path.
    std::string contentType;  ///< By content: "application/pdf", "image/jpeg", "text/plain", …
    std::string claimedType;  ///< What the record says it is.
    std::uint64_t size = 0;   ///< Decoded.
    std::uint64_t offset = 0; ///< Of the base64 text in the slice.
    std::uint64_t length = 0; ///< Of the base64 text.
};

/// Where the attachments are. Same thread as its Database; holds no state of its own.
class AttachmentTable
{
public:
    explicit AttachmentTable(Database &database) : m_database{database} {}

    Result<AttachmentId> insert(const Attachment &attachment); ///< `id` is not looked at.
    Result<std::vector<Attachment>> ofRecord(RecordId record);
    /// Errors: NotFound.
    Result<Attachment> find(AttachmentId id);

private:
    Database &m_database;
};

} // namespace keepwell::vault
