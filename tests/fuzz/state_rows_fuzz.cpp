// SPDX-License-Identifier: Apache-2.0
#include "core/contract/query.hpp"
#include "core/contract/state.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;
using namespace keepwell::contract;

namespace {

template <class Row>
void demandSameBytes(const Result<Row> &row, ByteView bytes)
{
    if (row && encode(*row) != copyOf(bytes)) {
        std::abort();
    }
}

} // namespace

/// State rows, terms and answers of a peer are read back exactly, or not at all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView bytes = std::as_bytes(std::span{data, size});
    demandSameBytes(parseKeyRow(bytes), bytes);
    demandSameBytes(parseGrantRow(bytes), bytes);
    demandSameBytes(parseAccessRow(bytes), bytes);
    demandSameBytes(parseRefusalsRow(bytes), bytes);
    demandSameBytes(parseDeliveryRow(bytes), bytes);
    demandSameBytes(parseAnchorRow(bytes), bytes);
    demandSameBytes(parsePointerRow(bytes), bytes);
    demandSameBytes(parseTerms(bytes), bytes);
    (void)parseEntriesOf(bytes);
    return 0;
}
