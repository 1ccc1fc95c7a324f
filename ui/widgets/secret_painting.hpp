// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>

#include <string_view>

class QPainter;

namespace keepwell::ui {

/// Draws secret UTF-8 text one character after the other, left to right from `area`'s left edge,
/// so that the whole of it is never in a QString. Returns the width drawn.
int paintSecret(QPainter &painter, const QRect &area, std::string_view utf8);

/// The characters of valid UTF-8 text, one at a time; 0 at the end.
char32_t nextCharacter(std::string_view &utf8);

} // namespace keepwell::ui
