// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

#include <filesystem>
#include <memory>

namespace keepwell::gui {

/// The cards of Settings > Connections as they look on an organisation's network, one for each
/// state that needs words. Nothing is asked: the places are made up.
std::unique_ptr<QWidget> makeConnectionStates();

/// Writes a connection file as an organisation gives it, of made-up places, into `folder`.
QString writeConnectionFile(const std::filesystem::path &folder);

} // namespace keepwell::gui
