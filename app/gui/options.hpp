// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/door/door_place.hpp"

#include <QString>
#include <QStringList>

namespace keepwell::gui {

/// What the program was started with.
struct Options
{
    ui::DoorPlace place;
    QString tourFolder; ///< Not empty: draw every page into it and end.
};

/// Reads the command line; prints help, the version or what is wrong and ends the program where
/// that is asked for. `clock` outlives everything.
Options readOptions(const QStringList &arguments, const Clock &clock);

} // namespace keepwell::gui
