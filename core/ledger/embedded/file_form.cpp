// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/file_form.hpp"

namespace keepwell::ledger {

Result<> checkForm(Sqlite &connection, const FileForm &form)
{
    const auto another = [&form](std::string_view why) {
        return fail(ErrorCode::InvalidInput,
                    std::string{form.stranger} + ": its " + std::string{why});
    };
    KEEPWELL_TRY(const std::int64_t application, connection.number("PRAGMA application_id"));
    if (application != form.applicationId) {
        return another("application id is another one");
    }
    KEEPWELL_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
    if (version > form.version) {
        return fail(ErrorCode::Unsupported,
                    "the " + std::string{form.name} + " was made by a newer Keepwell");
    }
    KEEPWELL_TRY(Cursor schema,
                 connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                                    "ORDER BY rowid"));
    for (const std::string_view expected : form.schema) {
        KEEPWELL_TRY(const bool there, schema.next());
        if (!there || schema.textAt(0) != expected) {
            return another("tables are other ones");
        }
    }
    KEEPWELL_TRY(const bool more, schema.next());
    if (more || version != form.version) {
        return another("tables are other ones");
    }
    KEEPWELL_TRY(Cursor check, connection.prepare("PRAGMA quick_check(1)"));
    KEEPWELL_TRY(const bool answered, check.next());
    if (!answered || check.textAt(0) != "ok") {
        return fail(ErrorCode::Tampered,
                    "the " + std::string{form.name} + " is damaged: its structure is broken");
    }
    return {};
}

} // namespace keepwell::ledger
