// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace keepwell::ui {

/// Makes the lengths that px() gave to widgets and layouts at text size `from` (percent) those of
/// `to`: margins, gaps, least and largest sizes. Nothing typed, chosen or opened is touched. For
/// Appearance, before the theme changes: what widgets set by themselves at a StyleChange comes after.
/// GUI thread only.
void refitLengths(int from, int to);

} // namespace keepwell::ui
