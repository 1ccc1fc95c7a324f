// SPDX-License-Identifier: Apache-2.0
#include "core/identity/check_words.hpp"

#include "core/crypto/hash.hpp"
#include "core/identity/word_list.hpp"

#include <algorithm>
#include <array>

namespace keepwell::identity {
namespace {

constexpr int kRounds = 5200;
constexpr std::size_t kWords = 6;

} // namespace

std::string checkWords(const PairKeys &mine, const PairKeys &theirs)
{
    std::array<Bytes, 2> sides{concat({mine.sign.view(), mine.enc.view()}),
                               concat({theirs.sign.view(), theirs.enc.view()})};
    std::ranges::sort(sides);
    auto digest = crypto::sha512({sides[0], sides[1]});
    for (int round = 1; round < kRounds; ++round) {
        digest = crypto::sha512({digest});
    }
    std::string words;
    for (std::size_t i = 0; i < kWords; ++i) {
        words += (i == 0 ? "" : " ");
        words += kWordList[wordNumberAt(digest, i)];
    }
    return words;
}

} // namespace keepwell::identity
