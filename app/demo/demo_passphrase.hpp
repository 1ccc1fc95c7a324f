// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.hpp"

#include <string_view>

namespace keepwell::demo {

/// Opens every wallet of the demo. Not a secret: nothing in them is real.
inline constexpr std::string_view kDemoPassphrase = "everything here is made up";

inline crypto::SecretText demoPassphrase()
{
    crypto::SecretText text;
    text.append(kDemoPassphrase);
    return text;
}

} // namespace keepwell::demo
