// SPDX-License-Identifier: Apache-2.0
#include "ui/door/phrase_words.hpp"

#include "core/wallet/phrase.hpp"

#include <algorithm>

namespace keepwell::ui {

namespace {

/// Lower case, as the list has it. The words are ASCII; anything else is left alone.
crypto::SecretText lowered(const crypto::SecretText &word)
{
    crypto::SecretText lower;
    std::string_view rest = word.expose();
    for (; !rest.empty(); rest.remove_prefix(1)) {
        const char c = rest.front();
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        lower.append(std::string_view{&small, 1});
    }
    return lower;
}

bool isAscii(const crypto::SecretText &word)
{
    const std::string_view text = word.expose();
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x21 && c < 0x7F; });
}

} // namespace

PhraseWords phraseOf(const crypto::Seed &seed)
{
    PhraseWords words;
    const crypto::SecretText phrase = toPhrase(seed);
    std::string_view rest = phrase.expose();
    for (crypto::SecretText &word : words) {
        const std::size_t end = rest.find(' ');
        word.append(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return words;
}

Result<crypto::Seed> seedOf(const PhraseWords &words)
{
    crypto::SecretText phrase;
    for (const crypto::SecretText &word : words) {
        if (!phrase.isEmpty()) {
            phrase.append(U' ');
        }
        phrase.append(word.expose());
    }
    return parsePhrase(phrase);
}

bool isPhraseWord(const crypto::SecretText &word)
{
    return isAscii(word) && keepwell::isPhraseWord(lowered(word).expose());
}

std::vector<std::string_view> completionsOf(const crypto::SecretText &start, std::size_t most)
{
    if (start.isEmpty() || !isAscii(start)) {
        return {};
    }
    return phraseWordsFrom(lowered(start).expose(), most);
}

} // namespace keepwell::ui
