// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"

#include <string>

namespace keepwell::audit {

/// "2026-11-22T12:00:00Z": RFC 3339, and a FHIR instant. Years 0 to 9999.
std::string isoUtc(Instant time);

} // namespace keepwell::audit
