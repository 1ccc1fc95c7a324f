// SPDX-License-Identifier: Apache-2.0
#include "tests/core/crypto/whole_message.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace keepwell;
using crypto::ObjectCipher;

namespace {

const crypto::ObjectKey &key()
{
    static const crypto::ObjectKey kKey = crypto::ObjectKey::make(
        [](std::span<std::byte> bytes) { std::ranges::fill(bytes, std::byte{0x4B}); });
    return kKey;
}

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

/// The input as a hostile message; and as a plaintext whose sealed form, changed at one place or cut
/// there, must be refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView bytes = std::as_bytes(std::span{data, size});
    (void)testing::openMessage(key(), {}, bytes);
    if (bytes.size() < 5) {
        return 0;
    }
    const auto change = bytes[0];
    std::size_t place = 0;
    for (const std::byte byte : bytes.subspan(1, 4)) {
        place = place << 8U | std::to_integer<std::size_t>(byte);
    }
    const ByteView plaintext = bytes.subspan(5);
    Bytes message = testing::sealMessage(ObjectCipher::createWithSalt(key(), {}, {}), plaintext);
    require(testing::openMessage(key(), {}, message) == copyOf(plaintext));
    place %= message.size();
    if (change == std::byte{0}) {
        message.resize(place);
    } else {
        message[place] ^= change;
    }
    require(!testing::openMessage(key(), {}, message).has_value());
    return 0;
}
