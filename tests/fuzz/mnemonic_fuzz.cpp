// SPDX-License-Identifier: Apache-2.0
#include "core/base/utf8.hpp"
#include "core/crypto/sodium.hpp"
#include "core/identity/mnemonic.hpp"
#include "core/vault/passphrase.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace keepwell;

/// A phrase that is read gives its seed again; a passphrase in NFC stays as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    crypto::initialise();
    std::string text{reinterpret_cast<const char *>(data), size};
    if (!isUtf8(text)) {
        return 0;
    }
    const auto secret = crypto::SecretText::take(text);
    if (const auto seed = identity::parsePhrase(secret)) {
        const auto again = identity::parsePhrase(identity::toPhrase(*seed));
        if (!again || !std::ranges::equal(again->expose(), seed->expose())) {
            std::abort();
        }
    }
    if (const auto composed = vault::normalised(secret)) {
        const auto again = vault::normalised(*composed);
        if (composed->sizeBytes() <= vault::kMostPassphraseBytes
            && (!again || !again->equals(*composed))) {
            std::abort();
        }
    }
    (void)vault::checkNewPassphrase(secret);
    return 0;
}
