// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.hpp"

#include <QIcon>
#include <QRect>
#include <QStringView>

class QPainter;

namespace keepwell::ui {

/// Which colour of the theme an icon takes when it is drawn, so that it follows a change.
enum class IconColour {
    Text,
    Second,
    Main,
    OnMain,
    Good,
    Note,
    Care,
    Stop,
    Study,
    OnStop,
    Card,
    OnPicture
};

/// One of our outline icons (resources/icons/NAME.svg), drawn in a colour of the theme now in
/// use. Icons that point somewhere are mirrored when the layout runs right to left.
QIcon icon(QStringView name, IconColour colour = IconColour::Text);

/// The same for a button: in an area wider than high it stands away from the words.
enum class IconPlace { BeforeWords, AfterWords };
QIcon buttonIcon(QStringView name, IconColour colour, IconPlace place);

/// Draws the icon NAME into `area` in `colour`.
void paintIcon(QPainter &painter, const QRectF &area, QStringView name, const QColor &colour);

/// Whether NAME has a direction and is mirrored in a right-to-left layout.
bool pointsSomewhere(QStringView name);

QColor colourOf(IconColour colour);
IconColour iconColourOf(ToneName tone);

} // namespace keepwell::ui
