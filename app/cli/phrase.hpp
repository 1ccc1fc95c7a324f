// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/passphrase_kdf.hpp"
#include "core/crypto/secret_text.hpp"

#include <filesystem>
#include <string_view>

namespace keepwell::cli {

/// The words' characters, for the one time they are shown; the view lives as long as the phrase.
std::string_view phraseCharacters(const crypto::SecretText &phrase);

/// One line into a new file that only its owner may read. Errors: Conflict, NotFound, Unavailable.
Result<> writePhrase(const std::filesystem::path &file, const crypto::SecretText &phrase);

/// "low", "normal", "high".
crypto::PassphraseCost unlockCostNamed(std::string_view name);

} // namespace keepwell::cli
