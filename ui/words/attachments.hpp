// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"

#include <QString>

namespace keepwell::ui {

/// "PDF document", "Picture", "Text"; other types as they are written.
QString fileKindWords(const std::string &contentType);

/// A name to save it under: its title, or "file", with the ending of its type.
QString fileNameOf(const records::FoundAttachment &attachment);

/// Whether the viewer can show it: a picture of a common kind, or plain text.
bool isPicture(const std::string &contentType);
bool isPlainText(const std::string &contentType);

} // namespace keepwell::ui
