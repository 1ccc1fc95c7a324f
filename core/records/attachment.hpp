// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/vault/attachment_table.hpp"
#include "core/vault/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keepwell::records {

/// A file inside a resource, found without a vault.
struct FoundAttachment
{
    std::string title;
    std::string contentType; ///< By content.
    std::string claimedType;
    std::uint64_t size = 0;   ///< Decoded.
    std::uint64_t offset = 0; ///< Of the base64 text in the slice.
    std::uint64_t length = 0;
};

/// Every attachment with readable base64 data in the resource `slice`.
/// Errors: InvalidInput when it is no JSON.
Result<std::vector<FoundAttachment>> attachmentsIn(std::string_view slice);

/// The decoded bytes of one of them. Errors: InvalidInput when it is not of this slice.
Result<Bytes> attachmentBytes(std::string_view slice, const FoundAttachment &attachment);
/// The decoded bytes. Errors: NotFound; Tampered when the stored bytes do not match.
Result<Bytes> attachmentBytes(vault::Database &database, const vault::Attachment &attachment);

/// A file name for it that is safe on every system: letters, digits, `-`, `_`, one dot and the
/// extension of its content type; never a path, never hidden, at most 80 bytes.
std::string safeFileName(std::string_view title, std::string_view contentType);

} // namespace keepwell::records
