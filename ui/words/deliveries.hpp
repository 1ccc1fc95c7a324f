// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>

namespace keepwell::ui {

/// Why a delivery waits, as a sentence in the chosen language: DeliveryRow::waitingFor read again.
/// What it does not know it gives as the wallet said it.
QString whyItWaits(const std::string &waitingFor);

/// "Eleanor Marsh, born 2 Mar 1954"; without a date only the name.
QString nameAndBirth(const std::string &name, const std::string &born);

} // namespace keepwell::ui
