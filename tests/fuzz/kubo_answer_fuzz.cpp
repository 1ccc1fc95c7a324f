// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/block_group.hpp"
#include "core/store/ipfs/kubo_answer.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace keepwell;
using namespace keepwell::store;

namespace {

void mustBeShown(const std::string &text, std::size_t most)
{
    for (const char c : text) {
        if (c < ' ' || c > '~') {
            std::abort();
        }
    }
    if (text.size() > most) {
        std::abort();
    }
}

} // namespace

/// What a node answers is read or refused; what is kept of it can be shown in a line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView body = std::as_bytes(std::span{data, size});
    mustBeShown(kubo::refusal(body).words, 200);
    if (const auto identity = kubo::identity(body)) {
        mustBeShown(identity->peerId, 100);
        mustBeShown(identity->version, 100);
    }
    if (const auto stat = kubo::blockStat(body)) {
        if (!kubo::blockStat(bytesOf(R"({"Key":")" + stat->cid + R"(","Size":)"
                                     + std::to_string(stat->size) + "}"))) {
            std::abort();
        }
    }
    const auto space = kubo::repoSize(body);
    if (space && space->most == 0) {
        std::abort();
    }
    const auto peers = kubo::peerCount(body);
    if (peers && *peers > size) {
        std::abort();
    }
    static_cast<void>(kubo::unpinned(body, Cid::ofBlock({}).toString()));
    static_cast<void>(kubo::notRemoved(body));
    const auto group = store::BlockGroup::parse(body);
    if (group && !std::ranges::equal(group->encode(), body)) {
        std::abort();
    }
    return 0;
}
