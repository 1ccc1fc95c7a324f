// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"
#include "core/crypto/secret_text.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace keepwell::ui {

inline constexpr int kPhraseWords = 12;

/// The recovery phrase word by word, in locked memory.
using PhraseWords = std::array<crypto::SecretText, kPhraseWords>;

PhraseWords phraseOf(const crypto::Seed &seed);

/// Errors: InvalidInput when a word is unknown or the words do not fit together.
Result<crypto::Seed> seedOf(const PhraseWords &words);

/// Whether it is a word of the list (case does not matter).
bool isPhraseWord(const crypto::SecretText &word);

/// The list's words that begin like `start`, at most `most`; none for an empty start.
std::vector<std::string_view> completionsOf(const crypto::SecretText &start, std::size_t most);

} // namespace keepwell::ui
