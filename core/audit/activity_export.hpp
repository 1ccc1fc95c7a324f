// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/activity_row.hpp"
#include "core/base/result.hpp"
#include "core/identity/role.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace keepwell::audit {

enum class ExportFormat {
    Balp, ///< FHIR R4 Bundle of AuditEvents by IHE BALP.
    Csv,  ///< RFC 4180, UTF-8; cells that a spreadsheet would run as a formula get a ' before.
    Json, ///< The array that `keepwell-cli activity --json` prints.
};

/// Whose timeline it is: an AuditEvent names both sides.
struct ExportContext
{
    std::string owner;
    identity::Role role = identity::Role::Patient;
    std::string network; ///< Network id, hex.
};

/// The next line, newest first; nullopt at the end.
using NextActivity = std::function<Result<std::optional<ActivityRow>>()>;

/// Writes all lines into `file`, whole or not at all, readable by its owner alone (0600). A file of
/// that name is replaced. Memory does not grow with the lines.
/// Errors: Unavailable (disk), Cancelled, those of `next`.
Result<> exportActivity(const std::filesystem::path &file, ExportFormat format,
                        const ExportContext &context, const NextActivity &next,
                        const std::stop_token &stop = {});

/// One line as a JSON object with the keys of `keepwell-cli activity`: time, kind, who, what, reason,
/// grant, proof, tx and code.
std::string activityJson(const ActivityRow &row);

} // namespace keepwell::audit
