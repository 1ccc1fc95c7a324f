// SPDX-License-Identifier: Apache-2.0
#include "core/vault/relation_table.hpp"

namespace keepwell::vault {

extern const char *const kRelationSchema;
const char *const kRelationSchema = R"sql(
CREATE TABLE relation(
    i INTEGER NOT NULL CHECK(i BETWEEN 0 AND 4294967295),
    n INTEGER NOT NULL CHECK(n BETWEEN 0 AND 4294967295),
    e INTEGER NOT NULL REFERENCES hot_key(e),
    sign BLOB NOT NULL UNIQUE CHECK(length(sign) = 32),
    enc BLOB NOT NULL UNIQUE CHECK(length(enc) = 32),
    made INTEGER NOT NULL,
    PRIMARY KEY(i, n)
) STRICT, WITHOUT ROWID;
)sql";

namespace {

constexpr auto kSelect = "SELECT i, n, e, sign, enc, made FROM relation ";

RelationRow read(Statement &row)
{
    return {.i = static_cast<std::uint32_t>(row.integerAt(0)),
            .n = static_cast<std::uint32_t>(row.integerAt(1)),
            .e = static_cast<std::uint32_t>(row.integerAt(2)),
            .sign = row.idAt<contract::PublicKey>(3),
            .enc = row.idAt<contract::SealingPublicKey>(4),
            .made = row.timeAt(5)};
}

} // namespace

Result<std::uint32_t> RelationTable::nextIndex()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT coalesce(max(i) + 1, 0) FROM relation"));
    KEEPWELL_TRY(const auto next, statement.first([](Statement &row) { return row.integerAt(0); }));
    return static_cast<std::uint32_t>(next.value_or(0));
}

Result<> RelationTable::add(const RelationRow &row)
{
    return m_database->run(
        "INSERT INTO relation(i, n, e, sign, enc, made) VALUES(?, ?, ?, ?, ?, ?)", row.i, row.n,
        row.e, row.sign, row.enc, row.made);
}

Result<RelationRow> RelationTable::current(std::uint32_t i)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "WHERE i = ? ORDER BY n DESC LIMIT 1"));
    KEEPWELL_TRY(auto found, statement.bind(i).first(read));
    if (!found) {
        return fail(ErrorCode::NotFound, "the wallet has no relation " + std::to_string(i));
    }
    return *std::move(found);
}

Result<std::optional<RelationRow>> RelationTable::bySignKey(const contract::PublicKey &key)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "WHERE sign = ?"));
    return statement.bind(key).first(read);
}

Result<std::vector<RelationRow>> RelationTable::all()
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "ORDER BY i, n"));
    return statement.all(read);
}

} // namespace keepwell::vault
