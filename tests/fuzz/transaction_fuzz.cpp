// SPDX-License-Identifier: Apache-2.0
#include "core/contract/envelope.hpp"
#include "core/contract/transaction.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;

/// Envelopes and payloads are read back exactly, or not at all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView bytes = std::as_bytes(std::span{data, size});
    if (const auto envelope = contract::parseEnvelope(bytes)) {
        if (contract::encode(*envelope) != copyOf(bytes)) {
            std::abort();
        }
    }
    if (const auto payload = contract::parsePayload(bytes)) {
        if (contract::encode(*payload) != copyOf(bytes)) {
            std::abort();
        }
    }
    return 0;
}
