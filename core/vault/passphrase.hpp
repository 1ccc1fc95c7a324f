// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret_text.hpp"

#include <cstddef>

namespace keepwell::vault {

inline constexpr std::size_t kLeastPassphraseCharacters = 10;
inline constexpr std::size_t kMostPassphraseBytes = 1024;

/// A passphrase in NFC, as it goes into the key derivation; not trimmed. No copy outside locked
/// memory. Errors: InvalidInput when it is not UTF-8 or longer than 1024 bytes.
Result<crypto::SecretText> normalised(const crypto::SecretText &passphrase);

/// Whether it will do as a new passphrase: at least 10 characters in NFC, and not one of those that
/// everybody tries first. Errors: InvalidInput, in words for the person who typed it.
Result<> checkNewPassphrase(const crypto::SecretText &passphrase);

} // namespace keepwell::vault
