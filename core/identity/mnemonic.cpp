// SPDX-License-Identifier: Apache-2.0
#include "core/identity/mnemonic.hpp"

#include "core/crypto/hash.hpp"
#include "core/identity/word_list.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace keepwell::identity {
namespace {

// 128 bits of seed and the checksum, 132 = 12 * 11; the last byte is half full.
constexpr std::size_t kCodeBytes = crypto::Seed::kBytes + 1;
using Code = crypto::Secret<struct PhraseCodeTag, kCodeBytes>;

std::byte checksumOf(std::span<const std::byte> seed)
{
    return crypto::sha256(seed)[0] & std::byte{0xf0};
}

/// The reverse of wordNumberAt(), over bits that are zero.
void setWordNumberAt(std::span<std::byte> code, std::size_t word, std::size_t number)
{
    for (std::size_t i = 0; i < kBitsPerWord; ++i) {
        const std::size_t bit = word * kBitsPerWord + i;
        if (((number >> (kBitsPerWord - 1 - i)) & 1) != 0) {
            code[bit / 8] |= std::byte{0x80} >> (bit % 8);
        }
    }
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::optional<std::size_t> placeOf(std::string_view word)
{
    const auto found = std::ranges::lower_bound(
        kWordList, word, [](std::string_view listed, std::string_view typed) {
            return std::ranges::lexicographical_compare(listed, typed, {}, {}, lower);
        });
    if (found == kWordList.end() || !std::ranges::equal(*found, word, {}, {}, lower)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - kWordList.begin());
}

/// Cuts the next word off the front of `text`; empty at the end.
std::string_view takeWord(std::string_view &text)
{
    const auto *start = std::ranges::find_if_not(text, isBlank);
    const auto *end = std::find_if(start, text.end(), isBlank);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    return {start, end};
}

} // namespace

crypto::SecretText toPhrase(const crypto::Seed &seed)
{
    const auto code = Code::make([&](std::span<std::byte, kCodeBytes> bytes) {
        std::ranges::copy(seed.expose(), bytes.begin());
        bytes.back() = checksumOf(seed.expose());
    });
    crypto::SecretText phrase;
    for (std::size_t i = 0; i < kPhraseWords; ++i) {
        if (i > 0) {
            phrase.append(" ");
        }
        phrase.append(kWordList[wordNumberAt(code.expose(), i)]);
    }
    return phrase;
}

Result<crypto::Seed> parsePhrase(const crypto::SecretText &phrase)
{
    std::string_view rest = phrase.expose();
    Result<> read;
    const auto code = Code::make([&](std::span<std::byte, kCodeBytes> bytes) {
        std::ranges::fill(bytes, std::byte{0});
        std::size_t words = 0;
        for (auto word = takeWord(rest); !word.empty(); word = takeWord(rest), ++words) {
            const auto place = placeOf(word);
            if (!place && read) {
                read = fail(ErrorCode::InvalidInput,
                            "word " + std::to_string(words + 1)
                                + " of the phrase is not one of the words that are used");
            }
            if (place && words < kPhraseWords) {
                setWordNumberAt(bytes, words, *place);
            }
        }
        if (words != kPhraseWords) {
            read = fail(ErrorCode::InvalidInput,
                        "the phrase has " + std::to_string(words) + " words instead of 12");
        }
    });
    KEEPWELL_CHECK(read);
    auto seed = crypto::Seed::make([&](std::span<std::byte, crypto::Seed::kBytes> bytes) {
        std::copy_n(code.expose().begin(), bytes.size(), bytes.begin());
    });
    if (checksumOf(seed.expose()) != code.expose().back()) {
        return fail(ErrorCode::WrongKey,
                    "the 12 words do not belong together: one is wrong, or "
                    "two have changed places");
    }
    return seed;
}

bool isPhraseWord(std::string_view word) { return std::ranges::binary_search(kWordList, word); }

std::vector<std::string_view> phraseWordsFrom(std::string_view beginning, std::size_t most)
{
    std::vector<std::string_view> words;
    if (beginning.empty()) {
        return words;
    }
    const auto *next = std::ranges::lower_bound(kWordList, beginning);
    while (next != kWordList.end() && next->starts_with(beginning) && words.size() < most) {
        words.push_back(*next++);
    }
    return words;
}

} // namespace keepwell::identity
