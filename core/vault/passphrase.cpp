// SPDX-License-Identifier: Apache-2.0
#include "core/vault/passphrase.hpp"

#include "core/base/utf8.hpp"

#include <sodium.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <span>
#include <string_view>

namespace keepwell::vault {
namespace {

// What everybody tries first among those long enough; compared without regard to case.
constexpr std::array<std::string_view, 40> kCommon{
    "1234567890",    "0123456789",       "0987654321",       "9876543210",
    "12345678910",   "123456789012",     "1234512345",       "1231231231",
    "123123123123",  "1q2w3e4r5t",       "1qaz2wsx3edc",     "qwertyuiop",
    "qwertz1234",    "qwerty12345",      "qwerty123456",     "asdfghjkl;",
    "asdfghjklm",    "abcdefghij",       "abcdefghijk",      "abcdefghijklmnopqrstuvwxyz",
    "abcd123456",    "password12",       "password123",      "password1234",
    "password12345", "password123456",   "passwordpassword", "my password",
    "mypassword",    "mypassword1",      "passphrase",       "my passphrase",
    "letmein123",    "iloveyou123",      "iloveyou12",       "administrator",
    "keepwell123",   "keepwellkeepwell", "health wallet",    "correct horse battery staple",
};

struct Free
{
    void operator()(utf8proc_int32_t *memory) const noexcept { sodium_free(memory); }
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool isCommon(std::string_view text)
{
    return std::ranges::any_of(kCommon, [text](std::string_view common) {
        return std::ranges::equal(text, common, {}, lower);
    });
}

bool isOneCharacterAgainAndAgain(std::string_view text)
{
    utf8proc_int32_t first = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &first);
    const auto bytes = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1));
    for (std::size_t at = 0; at + bytes <= text.size(); at += bytes) {
        if (text.substr(at, bytes) != text.substr(0, bytes)) {
            return false;
        }
    }
    return text.size() % bytes == 0;
}

} // namespace

Result<crypto::SecretText> normalised(const crypto::SecretText &passphrase)
{
    const std::string_view text = passphrase.expose();
    if (text.size() > kMostPassphraseBytes) {
        return fail(ErrorCode::InvalidInput, "the passphrase is too long: at most 1024 bytes");
    }
    if (!isUtf8(text)) {
        return fail(ErrorCode::InvalidInput, "the passphrase is not written in UTF-8");
    }
    if (text.empty()) {
        return crypto::SecretText{};
    }
    // A character never decomposes into more than 18; utf8proc also writes the bytes back in place.
    constexpr std::size_t kMostParts = 18;
    const std::size_t room = text.size() * kMostParts + 1;
    const std::unique_ptr<utf8proc_int32_t, Free> points{
        static_cast<utf8proc_int32_t *>(sodium_allocarray(room, sizeof(utf8proc_int32_t)))};
    if (!points) {
        throw std::bad_alloc{};
    }
    // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): flags
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const auto count = utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                          static_cast<utf8proc_ssize_t>(text.size()), points.get(),
                                          static_cast<utf8proc_ssize_t>(room), kOptions);
    const auto bytes = count < 0 || static_cast<std::size_t>(count) >= room
        ? -1
        : utf8proc_reencode(points.get(), count, kOptions);
    if (bytes < 0) {
        return fail(ErrorCode::InvalidInput, "the passphrase cannot be brought to NFC");
    }
    return crypto::SecretText::take(
        {reinterpret_cast<char *>(points.get()), static_cast<std::size_t>(bytes)});
}

Result<> checkNewPassphrase(const crypto::SecretText &passphrase)
{
    KEEPWELL_TRY(const crypto::SecretText text, normalised(passphrase));
    if (text.characterCount() < kLeastPassphraseCharacters) {
        return fail(ErrorCode::InvalidInput,
                    "the passphrase is too short: at least 10 characters, better five words");
    }
    if (isCommon(text.expose()) || isOneCharacterAgainAndAgain(text.expose())) {
        return fail(ErrorCode::InvalidInput,
                    "this passphrase is one of those that are tried first; choose another");
    }
    return {};
}

} // namespace keepwell::vault
