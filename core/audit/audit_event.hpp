// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/activity_export.hpp"

#include <string>

namespace keepwell::audit {

/// One line of the timeline as a FHIR R4 AuditEvent (JSON). Lines that are what an IHE BALP profile
/// describes claim it (docs/spec/activity.md has the table); the others claim none. Pure function.
std::string auditEvent(const ActivityRow &row, const ExportContext &context);

} // namespace keepwell::audit
