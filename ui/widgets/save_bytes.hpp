// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"

#include <QString>

class QWidget;

namespace keepwell::ui {

/// Asks where to, writes the bytes (0600, whole or not at all), and returns the sentence to say;
/// empty when the person changed their mind.
QString saveBytes(QWidget *parent, ByteView bytes, const QString &suggestedName);

/// JSON with line breaks and indents, other text as it is; for looking at, never for saving.
QString prettyOriginal(ByteView bytes);

} // namespace keepwell::ui
