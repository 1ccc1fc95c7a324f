// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;

namespace keepwell::ui {
class Appearance;
}

namespace keepwell::gui {

/// Draws every page of the program with demo wallets in light, dark, 200 % text and right to left
/// into `folder`, one PNG each. Returns the exit status.
int drawTour(const QString &folder, ui::Appearance &appearance);

} // namespace keepwell::gui
