// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace keepwell::crypto {

/// From now on a crash of this process leaves no image of its memory, and other programs of the same
/// user do not read it: secrets are locked away from dumps one by one, what a wallet shows is not.
/// Call it first in main().
void forbidCoreDumps();

} // namespace keepwell::crypto
