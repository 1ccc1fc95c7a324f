// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>

namespace keepwell::ui {

/// The label of a record's field in the person's language; one that nobody translated stays as
/// core/records made it.
QString labelWords(const std::string &label);

/// A field's value: dates as people write them, the standard's own codes in the person's language,
/// everything else untouched.
QString valueWords(const std::string &value);

} // namespace keepwell::ui
