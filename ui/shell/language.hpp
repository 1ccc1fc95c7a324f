// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace keepwell::ui {

/// Installs the words of `code` ("en", "de") for the whole application and makes it the default
/// locale with its direction of writing. Call before pages are made. Unknown codes: English.
void useLanguage(const QString &code);

/// The computer's language where Keepwell has it, else English.
QString systemLanguage();

} // namespace keepwell::ui
