// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"

#include <filesystem>

namespace keepwell::ui {

/// Where the wallet of this window lives and how it is made.
struct DoorPlace
{
    std::filesystem::path home;
    NetworkConfig network;
    decltype(NewWallet::cost) cost = NewWallet{}.cost;
    const Clock *clock = nullptr; ///< Outlives every page.
};

} // namespace keepwell::ui
