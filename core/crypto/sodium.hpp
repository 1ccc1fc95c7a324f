// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace keepwell::crypto {

/// Readies libsodium; call once at the start of main() (and of a test's main) before any Secret.
/// Ends the program if it cannot: nothing here is safe without it.
void initialise();

} // namespace keepwell::crypto
