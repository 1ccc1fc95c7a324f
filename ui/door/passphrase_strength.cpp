// SPDX-License-Identifier: Apache-2.0
#include "ui/door/passphrase_strength.hpp"

#include "core/wallet/wallet.hpp"
#include "ui/widgets/secret_painting.hpp"

#include <QCoreApplication>

#include <bit>
#include <cstdint>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("PassphraseStrength", words); }

constexpr std::size_t kShortest = 10; ///< As the vault has it.

/// Characters that add something: a repeat or the next of a run ("aaaa", "1234") does not.
std::size_t surprisesIn(std::string_view text)
{
    std::size_t surprises = 0;
    char32_t before = 0;
    while (const char32_t character = nextCharacter(text)) {
        const bool expected
            = character == before || character == before + 1 || character + 1 == before;
        surprises += expected ? 0 : 1;
        before = character;
    }
    return surprises;
}

int sortsIn(std::string_view text)
{
    std::uint32_t sorts = 0;
    while (const char32_t character = nextCharacter(text)) {
        const QChar seen{static_cast<char16_t>(character < 0x10000 ? character : 0xFFFD)};
        sorts |= seen.isLower() ? 1U : seen.isUpper() ? 2U : seen.isDigit() ? 4U : 8U;
    }
    return std::popcount(sorts);
}

} // namespace

PassphraseStrength strengthOf(const crypto::SecretText &passphrase)
{
    if (!Wallet::checkNewPassphrase(passphrase)) {
        return passphrase.characterCount() < kShortest ? PassphraseStrength::TooShort
                                                       : PassphraseStrength::TooCommon;
    }
    const std::size_t points = surprisesIn(passphrase.expose())
        + 2 * static_cast<std::size_t>(sortsIn(passphrase.expose()) - 1);
    if (points < 10) {
        return PassphraseStrength::Weak;
    }
    if (points < 14) {
        return PassphraseStrength::Fair;
    }
    return points < 20 ? PassphraseStrength::Good : PassphraseStrength::Strong;
}

bool isEnough(PassphraseStrength strength)
{
    return strength != PassphraseStrength::TooShort && strength != PassphraseStrength::TooCommon;
}

QString wordsOf(PassphraseStrength strength)
{
    switch (strength) {
    case PassphraseStrength::TooShort:
        return say("Too short. Use at least 10 characters. Five words are better.");
    case PassphraseStrength::TooCommon:
        return say("Too easy to guess. Many people try this first. Choose another.");
    case PassphraseStrength::Weak:
        return say("Weak. Add more words.");
    case PassphraseStrength::Fair:
        return say("Fair. One more word makes it good.");
    case PassphraseStrength::Good:
        return say("Good. Hard to guess.");
    case PassphraseStrength::Strong:
        break;
    }
    return say("Strong. Very hard to guess.");
}

} // namespace keepwell::ui
