// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"
#include "ui/widgets/sparkline.hpp"

#include <QString>

namespace keepwell::ui {

/// Its newest values for a small line.
SparkLine sparkLineOf(const Trend &trend);

/// "10 results, from 66 to 58, now just below 60 to 90 mL/min."
QString summaryOf(const Trend &trend);

/// The number as the record writes it, without its unit.
QString numberOf(const TrendPoint &point, const Trend &trend);

} // namespace keepwell::ui
