// SPDX-License-Identifier: Apache-2.0
#include "core/store/object_layout.hpp"
#include "core/store/object_ref.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;

/// What is accepted is the one encoding of it, with key or without, and its segments fit its length.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView bytes = std::as_bytes(std::span{data, size});
    const auto ref = store::ObjectRef::parse(bytes);
    if (ref
        && (ref->encode() != copyOf(bytes)
            || store::ObjectLayout{ref->length()}.segments() != ref->segments().size())) {
        std::abort();
    }
    const auto keyed = store::KeyedObjectRef::parse(bytes);
    if (keyed && (ref || keyed->encode() != copyOf(bytes))) {
        std::abort();
    }
    return 0;
}
