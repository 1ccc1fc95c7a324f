// SPDX-License-Identifier: Apache-2.0
#include "core/vault/attachment_table.hpp"

namespace keepwell::vault {
namespace {

constexpr auto kSelectAttachment
    = "SELECT id, record, title, type, claimed_type, size, start, length FROM attachment WHERE ";

Attachment readAttachment(Statement &row)
{
    return {AttachmentId{row.integerAt(0)},
            RecordId{row.integerAt(1)},
            row.textAt(2),
            row.textAt(3),
            row.textAt(4),
            row.unsignedAt(5),
            row.unsignedAt(6),
            row.unsignedAt(7)};
}

} // namespace

Result<AttachmentId> AttachmentTable::insert(const Attachment &attachment)
{
    KEEPWELL_CHECK(m_database.run(
        "INSERT INTO attachment (record, title, type, claimed_type, size, start, length) VALUES "
        "(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        static_cast<std::int64_t>(attachment.record), attachment.title, attachment.contentType,
        attachment.claimedType, attachment.size, attachment.offset, attachment.length));
    return AttachmentId{m_database.lastInsertId()};
}

Result<std::vector<Attachment>> AttachmentTable::ofRecord(RecordId record)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare(std::string{kSelectAttachment} + "record = ?1 ORDER BY id"));
    return statement.bind(static_cast<std::int64_t>(record)).all(readAttachment);
}

Result<Attachment> AttachmentTable::find(AttachmentId id)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare(std::string{kSelectAttachment} + "id = ?1"));
    KEEPWELL_TRY(const auto found, statement.bind(id.value).first(readAttachment));
    if (!found) {
        return fail(ErrorCode::NotFound, "there is no such attachment in this wallet");
    }
    return *found;
}

} // namespace keepwell::vault
