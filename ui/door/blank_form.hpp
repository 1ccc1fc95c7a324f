// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace keepwell::ui {

/// Asks for a printer and prints a sheet with 12 numbered empty lines. No word is ever printed.
void printBlankForm(QWidget *parent);

} // namespace keepwell::ui
