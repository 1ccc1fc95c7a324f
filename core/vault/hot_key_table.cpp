// SPDX-License-Identifier: Apache-2.0
#include "core/vault/hot_key_table.hpp"

#include <algorithm>

namespace keepwell::vault {

extern const char *const kHotKeySchema;
const char *const kHotKeySchema = R"sql(
CREATE TABLE hot_key(
    e INTEGER PRIMARY KEY CHECK(e BETWEEN 0 AND 4294967295),
    key BLOB NOT NULL CHECK(length(key) = 32)
) STRICT;
)sql";

namespace {

crypto::HotKey keyAt(Statement &row, int column)
{
    const ByteView stored = row.blobViewAt(column);
    return crypto::HotKey::make([stored](std::span<std::byte> bytes) {
        std::copy_n(stored.begin(), std::min(stored.size(), bytes.size()), bytes.begin());
    });
}

} // namespace

Result<HotKeyRow> HotKeyTable::current()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT e, key FROM hot_key ORDER BY e DESC LIMIT 1"));
    KEEPWELL_TRY(const bool found, statement.step());
    if (!found) {
        return fail(ErrorCode::Tampered, "the wallet holds no key of its own");
    }
    return HotKeyRow{static_cast<std::uint32_t>(statement.integerAt(0)), keyAt(statement, 1)};
}

Result<crypto::HotKey> HotKeyTable::at(std::uint32_t e)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare("SELECT key FROM hot_key WHERE e = ?"));
    KEEPWELL_TRY(const bool found, statement.bind(e).step());
    if (!found) {
        return fail(ErrorCode::NotFound, "the wallet has no key number " + std::to_string(e));
    }
    return keyAt(statement, 0);
}

Result<> HotKeyTable::add(std::uint32_t e, const crypto::HotKey &key)
{
    return m_database->run("INSERT INTO hot_key(e, key) VALUES(?, ?)", e, ByteView{key.expose()});
}

} // namespace keepwell::vault
