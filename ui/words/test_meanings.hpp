// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>

namespace keepwell::ui {

/// What a common test looks at, in one or two short sentences, by its LOINC code ("2160-0"); "" for
/// one we have no words for. It explains the test, never anybody's value.
QString meaningOfTest(const std::string &loinc);

} // namespace keepwell::ui
