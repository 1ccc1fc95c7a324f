// SPDX-License-Identifier: Apache-2.0
#include "core/vault/setting_table.hpp"

namespace keepwell::vault {

extern const char *const kSettingSchema;
const char *const kSettingSchema = R"sql(
CREATE TABLE setting(
    name TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

namespace {

constexpr auto kRead = "SELECT value FROM setting WHERE name = ?";
constexpr auto kWrite = "INSERT INTO setting(name, value) VALUES(?, ?) "
                        "ON CONFLICT(name) DO UPDATE SET value = excluded.value";

} // namespace

Result<std::optional<std::string>> SettingTable::text(std::string_view name)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(kRead));
    return statement.bind(name).first([](Statement &row) { return row.textAt(0); });
}

Result<std::optional<std::int64_t>> SettingTable::number(std::string_view name)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(kRead));
    return statement.bind(name).first([](Statement &row) { return row.integerAt(0); });
}

Result<std::optional<Bytes>> SettingTable::bytes(std::string_view name)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(kRead));
    return statement.bind(name).first([](Statement &row) { return row.blobAt(0); });
}

Result<> SettingTable::setText(std::string_view name, std::string_view value)
{
    return m_database->run(kWrite, name, value);
}

Result<> SettingTable::setNumber(std::string_view name, std::int64_t value)
{
    return m_database->run(kWrite, name, value);
}

Result<> SettingTable::setBytes(std::string_view name, ByteView value)
{
    return m_database->run(kWrite, name, value);
}

Result<> SettingTable::remove(std::string_view name)
{
    return m_database->run("DELETE FROM setting WHERE name = ?", name);
}

} // namespace keepwell::vault
