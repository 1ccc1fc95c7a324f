// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/identity/display_name.hpp"
#include "core/identity/hello.hpp"
#include "core/identity/invite.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell;

/// Invites, hellos and names are read, or refused; what is shown is safe to show again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    crypto::initialise();
    const ByteView bytes = std::as_bytes(std::span{data, size});
    if (const auto invite = identity::Invite::parse(bytes)) {
        const auto again = identity::Invite::parse(bytesOf(invite->link()));
        if (!again || again->content() != invite->content()) {
            std::abort();
        }
    }
    (void)identity::parseHello(bytes, {}, {});
    const std::string shown = identity::shownSafely(textOf(bytes));
    if (identity::shownSafely(shown) != shown) {
        std::abort();
    }
    if (const auto name = identity::parseName(textOf(bytes))) {
        if (identity::parseName(*name) != *name || identity::shownSafely(*name) != *name) {
            std::abort();
        }
    }
    return 0;
}
