// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.hpp"

#include <QApplication>
#include <QFont>

namespace keepwell::ui {

/// Fonts of the type scale for what is painted by hand; labels get theirs from the style sheet.
inline QFont fontOf(int designPixels, QFont::Weight weight = QFont::Normal)
{
    QFont font = QApplication::font();
    font.setPixelSize(px(designPixels));
    font.setWeight(weight);
    return font;
}

inline QFont bodyFont() { return fontOf(16); }
inline QFont strongFont(QFont::Weight weight = QFont::DemiBold) { return fontOf(16, weight); }
inline QFont smallFont() { return fontOf(14); }

} // namespace keepwell::ui
