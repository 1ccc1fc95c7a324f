// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/crypto/sodium.hpp"
#include "core/vault/vault_head.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;

namespace {

/// A header that was read stands there byte for byte, and no key of ours opens it.
void read(ByteView bytes)
{
    static const auto key = crypto::PassphraseKey::random();
    static const auto recovery = identity::RecoveryKey::random();
    const auto head = vault::VaultHead::parse(bytes);
    if (head
        && (head->bytes() != copyOf(bytes) || head->openWith(key) || head->openWith(recovery))) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    crypto::initialise();
    const ByteView bytes = std::as_bytes(std::span{data, size});
    read(bytes);
    // Past the checksum, which nobody guesses.
    Bytes checked = copyOf(bytes);
    append(checked, crypto::sha256(bytes));
    read(checked);
    return 0;
}
