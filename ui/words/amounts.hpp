// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>

namespace keepwell::ui {

/// What an activity row is about, in the chosen language: the wallet stores amounts in English
/// ("69 records of Eleanor Marsh", "3 records from 2 files"). Anything else stays as it is.
QString amountWords(const std::string &what);

} // namespace keepwell::ui
