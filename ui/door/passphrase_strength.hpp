// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.hpp"

#include <QString>

namespace keepwell::ui {

enum class PassphraseStrength { TooShort, Weak, Fair, Good, Strong };

/// A rough guess for advice only, from length, variety, repeats and runs; never a gate but for
/// TooShort (under 8 characters).
PassphraseStrength strengthOf(const crypto::SecretText &passphrase);

/// "Good. Hard to guess."
QString wordsOf(PassphraseStrength strength);

} // namespace keepwell::ui
