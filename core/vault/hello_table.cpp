// SPDX-License-Identifier: Apache-2.0
#include "core/vault/hello_table.hpp"

namespace keepwell::vault {

extern const char *const kHelloSchema;
const char *const kHelloSchema = R"sql(
CREATE TABLE hello(
    delivery BLOB PRIMARY KEY CHECK(length(delivery) = 32),
    relation INTEGER NOT NULL,
    name TEXT NOT NULL,
    role INTEGER NOT NULL CHECK(role BETWEEN 0 AND 3),
    sign BLOB NOT NULL CHECK(length(sign) = 32),
    enc BLOB NOT NULL CHECK(length(enc) = 32),
    outcome INTEGER NOT NULL CHECK(outcome BETWEEN 0 AND 3),
    time INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

Result<> HelloTable::add(const HelloRow &row)
{
    return m_database->run("INSERT INTO hello(delivery, relation, name, role, sign, enc, outcome, "
                           "time) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                           row.delivery, row.relation, row.name, row.role, row.sign, row.enc,
                           row.outcome, row.time);
}

Result<bool> HelloTable::has(const contract::DeliveryId &delivery)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT 1 FROM hello WHERE delivery = ?"));
    return statement.bind(delivery).step();
}

Result<std::vector<HelloRow>> HelloTable::all()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT delivery, relation, name, role, sign, enc, outcome, "
                                     "time FROM hello ORDER BY time DESC, delivery"));
    return statement.all([](Statement &row) {
        return HelloRow{.delivery = row.idAt<contract::DeliveryId>(0),
                        .relation = static_cast<std::uint32_t>(row.integerAt(1)),
                        .name = row.textAt(2),
                        .role = static_cast<identity::Role>(row.integerAt(3)),
                        .sign = row.idAt<contract::PublicKey>(4),
                        .enc = row.idAt<contract::SealingPublicKey>(5),
                        .outcome = static_cast<HelloOutcome>(row.integerAt(6)),
                        .time = row.timeAt(7)};
    });
}

} // namespace keepwell::vault
