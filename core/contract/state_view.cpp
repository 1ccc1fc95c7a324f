// SPDX-License-Identifier: Apache-2.0
#include "core/contract/state_view.hpp"

namespace keepwell::contract {

std::string PrivateKey::text() const
{
    constexpr std::string_view kLetters = "xyz";
    const auto letter = kLetters[static_cast<std::size_t>(field) - 1];
    return std::string{letter, '/'} + toHex(id) + toHex(bigEndian32(epoch));
}

} // namespace keepwell::contract
