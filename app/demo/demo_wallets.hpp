// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/base/result.hpp"

#include <filesystem>
#include <stop_token>

namespace keepwell::demo {

/// Where a demo's two wallets are. Both open with the passphrase in `passphraseFile`.
struct DemoWallets
{
    std::filesystem::path patient;   ///< Home of Eleanor Marsh, who has a few years of records.
    std::filesystem::path clinician; ///< Home of Dr Amara Okafor, who may read some of them.
    std::filesystem::path passphraseFile; ///< One line.
};

/// The places inside a demo's folder, whether it was made already or not.
DemoWallets demoWalletsIn(const std::filesystem::path &folder);

/// Makes a ready pair of wallets on a network of their own below `folder`: made-up people and
/// records, contacts with checked words, shares that were opened, stopped and refused, and one
/// delivery. What happened lies on the last three weeks before `clock`. Unlock cost is the lowest:
/// nothing here is worth guarding. Takes a few seconds; the progress counts steps, not bytes.
/// `folder` may be there when it is empty; after an error nothing of the demo is left in it.
/// Errors: Conflict (the folder is not empty), Unavailable (disk), Cancelled.
Result<DemoWallets> makeDemoWallets(const std::filesystem::path &folder, const Clock &clock,
                                    std::stop_token stop = {}, const ProgressFn &progress = {});

} // namespace keepwell::demo
