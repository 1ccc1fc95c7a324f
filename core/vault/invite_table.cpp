// SPDX-License-Identifier: Apache-2.0
#include "core/vault/invite_table.hpp"

namespace keepwell::vault {

extern const char *const kInviteSchema;
const char *const kInviteSchema = R"sql(
CREATE TABLE invite(
    relation INTEGER PRIMARY KEY,
    sign BLOB NOT NULL UNIQUE CHECK(length(sign) = 32),
    bytes BLOB NOT NULL,
    made INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 2),
    contact INTEGER REFERENCES contact(id)
) STRICT;
)sql";

namespace {

constexpr auto kSelect = "SELECT relation, sign, bytes, made, expires, state, contact FROM invite ";

InviteRow read(Statement &row)
{
    InviteRow invite{.relation = static_cast<std::uint32_t>(row.integerAt(0)),
                     .sign = row.idAt<contract::PublicKey>(1),
                     .bytes = row.blobAt(2),
                     .made = row.timeAt(3),
                     .expires = row.timeAt(4),
                     .state = static_cast<InviteState>(row.integerAt(5)),
                     .contact = std::nullopt};
    if (!row.isNullAt(6)) {
        invite.contact = row.integerAt(6);
    }
    return invite;
}

Result<> demandOneOpen(const Database &database)
{
    if (database.changes() == 0) {
        return fail(ErrorCode::Conflict, "this invite is not open any more");
    }
    return {};
}

} // namespace

Result<> InviteTable::add(const InviteRow &row)
{
    return m_database->run("INSERT INTO invite(relation, sign, bytes, made, expires, state, "
                           "contact) VALUES(?, ?, ?, ?, ?, ?, ?)",
                           row.relation, row.sign, row.bytes, row.made, row.expires, row.state,
                           row.contact);
}

Result<std::optional<InviteRow>> InviteTable::bySignKey(const contract::PublicKey &key)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "WHERE sign = ?"));
    return statement.bind(key).first(read);
}

Result<std::vector<InviteRow>> InviteTable::all()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "ORDER BY relation DESC"));
    return statement.all(read);
}

Result<> InviteTable::use(std::uint32_t relation, std::int64_t contact)
{
    KEEPWELL_CHECK(m_database->run(
        "UPDATE invite SET state = 1, contact = ?2 WHERE relation = ?1 AND state = 0", relation,
        contact));
    return demandOneOpen(*m_database);
}

} // namespace keepwell::vault
