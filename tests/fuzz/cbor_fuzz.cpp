// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;

/// What decode() accepts is the one encoding of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView bytes = std::as_bytes(std::span{data, size});
    const auto value = cbor::decode(bytes);
    if (value && cbor::encode(*value) != copyOf(bytes)) {
        std::abort();
    }
    return 0;
}
