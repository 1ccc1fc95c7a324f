// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/http_address.hpp"

#include <cstdint>
#include <cstdlib>

using keepwell::store::HttpAddress;

/// An address that is taken is encrypted or on this computer, and reads the same again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto address = HttpAddress::parse({reinterpret_cast<const char *>(data), size});
    if (!address) {
        return 0;
    }
    if (!address->isOnThisComputer() && !address->origin().starts_with("https:")) {
        std::abort();
    }
    const auto again = HttpAddress::parse(address->text());
    if (!again || again->origin() != address->origin() || again->socket() != address->socket()) {
        std::abort();
    }
    return 0;
}
