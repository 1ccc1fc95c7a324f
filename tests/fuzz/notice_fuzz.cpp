// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/sharing/notice.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;

/// What a stranger sealed to us as a notice is read, and sealed again comes out the same, or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    crypto::initialise();
    static const auto key = crypto::SealingKey::random();
    const sharing::NoticeContext context{};
    const Bytes info = concat({bytesOf("keepwell/1/notice"), Bytes(32 + 32 + 4 + 32 + 32)});
    const ByteView plaintext = std::as_bytes(std::span{data, size});
    for (const int kind : {1, 2}) {
        const auto aad = static_cast<std::byte>(kind);
        const auto sealed = crypto::hpkeSeal(key.publicKey(), info, ByteView{&aad, 1}, plaintext);
        if (kind == 1) {
            if (const auto notice = sharing::openGrantNotice(context, *sealed, key)) {
                const auto again = sharing::seal(context, *notice, key.publicKey());
                if (!again || sharing::openGrantNotice(context, *again, key) != *notice) {
                    std::abort();
                }
            }
        } else if (const auto notice = sharing::openDeliveryNotice(context, *sealed, key)) {
            const auto again = sharing::seal(context, *notice, key.publicKey());
            if (!again || sharing::openDeliveryNotice(context, *again, key) != *notice) {
                std::abort();
            }
        }
    }
    return 0;
}
