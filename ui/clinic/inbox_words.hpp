// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/rows.hpp"
#include "ui/widgets/badge.hpp"

#include <QString>

namespace keepwell::ui {

BadgeText badgeOf(InboxState state);
/// What the state means and what to do.
QString sentenceOf(InboxState state);

BadgeText badgeOf(DeliveryState state);

} // namespace keepwell::ui
