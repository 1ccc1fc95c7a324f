// SPDX-License-Identifier: Apache-2.0
#include "core/vault/migrations.hpp"

#include "core/vault/schema.hpp"

#include <iterator>
#include <string>

namespace keepwell::vault {
namespace {

using Step = Result<> (*)(Database &);

Result<> toOne(Database &database)
{
    for (const char *table : schemaOne()) {
        KEEPWELL_CHECK(database.execute(table));
    }
    return {};
}

Result<> toTwo(Database &database)
{
    return database.execute("ALTER TABLE delivery ADD COLUMN changed INTEGER NOT NULL DEFAULT 0 "
                            "CHECK(changed BETWEEN 0 AND 1)");
}

Result<> toThree(Database &database)
{
    KEEPWELL_CHECK(database.execute("ALTER TABLE record ADD COLUMN private INTEGER NOT NULL "
                                    "DEFAULT 0 CHECK(private BETWEEN 0 AND 1)"));
    return database.execute("CREATE INDEX record_private ON record (id) WHERE private = 1");
}

// Step number i brings layout i to i + 1. One that was in a release is never changed again.
constexpr Step kSteps[] = {toOne, toTwo, toThree};
static_assert(std::size(kSteps) == kLayout);

} // namespace

Result<> migrate(Database &database, std::int64_t layout)
{
    KEEPWELL_TRY(const std::int64_t found, database.userVersion());
    if (found > kLayout) {
        return fail(ErrorCode::Unsupported,
                    "this wallet was written by a newer Keepwell (layout " + std::to_string(found)
                        + "); nothing was changed, please update");
    }
    if (found < 0) {
        return fail(ErrorCode::Tampered, "the wallet's database has no layout of ours");
    }
    if (found >= layout) {
        return {};
    }
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(database));
    for (auto step = static_cast<std::size_t>(found); step < static_cast<std::size_t>(layout);
         ++step) {
        KEEPWELL_CHECK(kSteps[step](database));
    }
    KEEPWELL_CHECK(database.setUserVersion(layout));
    return transaction.commit();
}

} // namespace keepwell::vault
