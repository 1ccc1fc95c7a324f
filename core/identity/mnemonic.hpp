// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"
#include "core/crypto/secret_text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

/// The 12 words of a wallet: BIP-39's English list, encoding and checksum, never its PBKDF2.
namespace keepwell::identity {

inline constexpr std::size_t kPhraseWords = 12;

/// The words of this seed with one blank between them.
crypto::SecretText toPhrase(const crypto::Seed &seed);

/// The seed of these words; upper case and any white space between words are taken.
/// Errors: InvalidInput for another number of words or for a word that is not on the list, naming
/// its place ("word 7"); WrongKey when the checksum says that they do not belong together. Details
/// never hold a word.
Result<crypto::Seed> parsePhrase(const crypto::SecretText &phrase);

/// Whether a word is on the list, for checking each as it is typed; lower case.
bool isPhraseWord(std::string_view word);
/// Words that begin so, in the order of the list, at most `most`; none for an empty beginning.
std::vector<std::string_view> phraseWordsFrom(std::string_view beginning, std::size_t most);

} // namespace keepwell::identity
