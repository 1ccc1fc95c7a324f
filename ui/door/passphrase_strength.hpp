// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.hpp"

#include <QString>

namespace keepwell::ui {

enum class PassphraseStrength { TooShort, TooCommon, Weak, Fair, Good, Strong };

/// TooShort and TooCommon are what the vault refuses, for the same reasons. The others are a rough
/// guess for advice only, from length, variety, repeats and runs.
PassphraseStrength strengthOf(const crypto::SecretText &passphrase);

/// Whether a wallet can be locked with it.
bool isEnough(PassphraseStrength strength);

/// "Good. Hard to guess."
QString wordsOf(PassphraseStrength strength);

} // namespace keepwell::ui
