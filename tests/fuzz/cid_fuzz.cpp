// SPDX-License-Identifier: Apache-2.0
#include "core/store/cid.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;

/// What is accepted, as text or as bytes, is the one spelling of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView bytes = std::as_bytes(std::span{data, size});
    if (const auto cid = store::Cid::parse(textOf(bytes));
        cid && cid->toString() != textOf(bytes)) {
        std::abort();
    }
    const auto cid = store::Cid::fromBytes(bytes);
    if (cid
        && (copyOf(cid->toBytes()) != copyOf(bytes)
            || store::Cid::parse(cid->toString()) != *cid)) {
        std::abort();
    }
    return 0;
}
