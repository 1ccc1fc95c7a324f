// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace keepwell::vault {

/// The SQL of every table of layout 1, in an order in which each may refer to those before it.
/// One constant a table file (kXxxSchema); schema.cpp is the list.
std::span<const char *const> schemaOne();

} // namespace keepwell::vault
