// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QString>

namespace keepwell::ui {

/// What a coloured plate says; the colour is never the only sign (UI: icon shape and word too).
enum class ToneName { Main, Good, Note, Care, Stop, Study, Quiet };

/// An ink and the plate it stands on; their contrast is at least 6:1 in both schemes.
struct Tone
{
    QColor ink;
    QColor back;
};

/// The colours of the picture with the keep; the same in light and dark.
struct PictureColours
{
    QColor skyTop, skyBottom;
    QColor hillFar, hillMiddle, hillNear, hillFront;
    QColor sun, heart, wall, wallShade;
    QColor focus; ///< Of what stands on its hills.
};

/// Every colour of the program. Only ui/theme/palettes.cpp writes one down.
struct Colours
{
    QColor bg, side, card, sunk;
    QColor line, line2;
    QColor text, text2;
    QColor main, mainPressed, onMain, tint;
    QColor focus;
    QColor stopPressed, onStop;
    Tone good, note, care, stop, study, quiet;
    QColor rangeBand, grid, bars;
    PictureColours picture;
};

Colours lightColours();
Colours darkColours();

/// Colours and size together: what a page needs to draw itself. Immutable value.
struct Theme
{
    Colours colours = lightColours();
    bool dark = false;
    int percent = 100; ///< Text size, 100 to 200.

    /// A length of the design (pixels at 100 %) at the chosen text size.
    int px(int designPixels) const { return (designPixels * percent + 50) / 100; }
    Tone tone(ToneName name) const;
};

/// The theme now in use. GUI thread only. A widget that paints itself reads it in paintEvent and
/// sizeHint, and is told of a change by QEvent::StyleChange.
const Theme &theme();

/// Length of the design at the chosen text size; short for theme().px().
inline int px(int designPixels) { return theme().px(designPixels); }

} // namespace keepwell::ui
