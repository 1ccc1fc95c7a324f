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

// Step number i brings layout i to i + 1.
constexpr Step kSteps[] = {toOne};
static_assert(std::size(kSteps) == kLayout);

} // namespace

Result<> migrate(Database &database)
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
    if (found == kLayout) {
        return {};
    }
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(database));
    for (auto step = static_cast<std::size_t>(found); step < std::size(kSteps); ++step) {
        KEEPWELL_CHECK(kSteps[step](database));
    }
    KEEPWELL_CHECK(database.setUserVersion(kLayout));
    return transaction.commit();
}

} // namespace keepwell::vault
