// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"

#include <string>

namespace keepwell::contract {

/// "2027-01-15 08:30:00 UTC", for the details of errors about time.
std::string dateText(Instant instant);

} // namespace keepwell::contract
