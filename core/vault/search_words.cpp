// SPDX-License-Identifier: Apache-2.0
#include "core/vault/search_words.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace keepwell::vault {
namespace {

constexpr std::size_t kMostWords = 8;
constexpr std::size_t kMostWordBytes = 64;

/// As FTS5's unicode61 sees it: letters, numbers, private use; marks stay with their letter.
bool isWordCharacter(utf8proc_int32_t codePoint)
{
    switch (utf8proc_category(codePoint)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_CO:
        return true;
    default:
        return false;
    }
}

} // namespace

std::string searchExpression(std::string_view typed)
{
    std::string expression;
    std::string word;
    std::size_t words = 0;
    const auto endWord = [&] {
        if (!word.empty() && words < kMostWords) {
            expression += expression.empty() ? "\"" : " \"";
            expression += word + "\"*";
            ++words;
        }
        word.clear();
    };
    while (!typed.empty()) {
        utf8proc_int32_t codePoint = -1;
        const auto taken
            = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(typed.data()),
                               static_cast<utf8proc_ssize_t>(typed.size()), &codePoint);
        const auto length = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(taken, 1));
        if (taken < 1 || !isWordCharacter(codePoint)) {
            endWord();
        } else if (word.size() + length <= kMostWordBytes) {
            word += typed.substr(0, length);
        }
        typed.remove_prefix(length);
    }
    endWord();
    return expression;
}

} // namespace keepwell::vault
