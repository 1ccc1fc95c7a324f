// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/shared_head.hpp"
#include "core/sharing/table_row.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;

/// Heads and rows that another wallet wrote are read back exactly, or not at all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView bytes = std::as_bytes(std::span{data, size});
    if (const auto head = sharing::SharedHead::parse(bytes);
        head && head->encode() != copyOf(bytes)) {
        std::abort();
    }
    if (const auto row = sharing::TableRow::parse(bytes); row && row->encode() != copyOf(bytes)) {
        std::abort();
    }
    return 0;
}
