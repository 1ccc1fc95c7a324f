// SPDX-License-Identifier: Apache-2.0
// mirror_probe NETWORK-FILE MIRROR [GENESIS-HEX]: catches a mirror up with the gateways of a network file and says in
// JSON what it holds. Without GENESIS-HEX the block 0 that the gateways show is believed. KEEPWELL_LIE="validity@7" has
// the first gateway lie about block 7 (lying_source.hpp), "validity@7/1" the second.

#include "core/base/hex.hpp"
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/genesis_block.hpp"
#include "core/ledger/fabric/whole/catch_up.hpp"
#include "core/ledger/fabric/whole/gateway_block_source.hpp"
#include "tests/network/network_file.hpp"
#include "tests/network/probe/lying_source.hpp"

#include <cstdlib>
#include <iostream>

namespace {

using namespace keepwell;
using namespace keepwell::ledger;
using namespace keepwell::ledger::fabric;
using nlohmann::json;

int said(const Error &error)
{
    std::cout << json{{"error", error.detail}, {"code", static_cast<int>(error.code)}} << '\n';
    return 1;
}

struct Lie
{
    std::string what;
    std::uint64_t block = 0;
    std::size_t gateway = 0;
};

std::optional<Lie> wantedLie()
{
    const char *told = std::getenv("KEEPWELL_LIE");
    if (told == nullptr) {
        return std::nullopt;
    }
    const std::string text{told};
    const std::size_t at = text.find('@');
    const std::size_t by = text.find('/');
    return Lie{.what = text.substr(0, at),
               .block = std::stoull(text.substr(at + 1)),
               .gateway = by == std::string::npos ? 0 : std::stoull(text.substr(by + 1))};
}

json describe(ChainMirror &mirror, const CaughtUp &caught)
{
    const Head head = mirror.head();
    json told{{"size", head.size},
              {"proven", head.proven},
              {"root", toHex(head.root)},
              {"network", mirror.origin().network().toHex()},
              {"genesis", toHex(mirror.origin().genesisBlock)},
              {"next_block", mirror.nextBlock()},
              {"blocks", caught.blocks},
              {"confirmed", caught.confirmed},
              {"bytes", caught.bytes},
              {"problems", json::array()},
              {"conflicts", json::array()},
              {"entries", json::array()}};
    told["conflict_from"] = head.conflictFrom ? json(*head.conflictFrom) : json();
    for (const auto &[msp, error] : caught.problems) {
        told["problems"].push_back(msp + ": " + error.detail);
    }
    for (const ChainConflict &conflict : mirror.conflicts()) {
        told["conflicts"].push_back(conflict.what);
    }
    const auto entries = mirror.entries(1, 1000);
    if (entries) {
        for (const Entry &entry : *entries) {
            told["entries"].push_back({{"id", entry.envelope.id().toHex()},
                                       {"outcome", static_cast<int>(entry.outcome)}});
        }
    }
    return told;
}

int run(const std::string &networkFile, const std::string &file, const char *genesis)
{
    FabricConfig config = test::readNetworkFile(networkFile);
    ChannelOrigin origin{.channel = config.channel, .contract = config.contract};
    const SystemClock clock;
    const std::size_t count = config.gateways.size();
    auto client = GatewayClient::create(std::move(config), clock);
    if (!client) {
        return said(client.error());
    }
    const std::optional<Lie> lie = wantedLie();
    std::vector<std::unique_ptr<BlockSource>> all;
    std::vector<BlockSource *> sources;
    for (std::size_t i = 0; i < count; ++i) {
        all.push_back(std::make_unique<GatewayBlockSource>(**client, i));
        if (lie && lie->gateway == i) {
            all.push_back(std::make_unique<test::LyingSource>(*all.back(), lie->what, lie->block));
        }
        sources.push_back(all.back().get());
    }
    auto hash = genesis != nullptr ? Result<Bytes32>{Bytes32{}} : readGenesis(**client, {});
    if (genesis != nullptr) {
        std::ranges::copy(fromHex(genesis).value(), hash->begin());
    }
    if (!hash) {
        return said(hash.error());
    }
    origin.genesisBlock = *hash;
    const MirrorKey key = test::mirrorKey();
    auto mirror = ChainMirror::open(file, origin, {.pin = {}, .key = &key});
    if (!mirror) {
        return said(mirror.error());
    }
    const auto caught = catchUp(**mirror, sources);
    if (!caught) {
        return said(caught.error());
    }
    std::cout << describe(**mirror, *caught) << '\n';
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 3) {
        std::cerr << "mirror_probe NETWORK-FILE MIRROR [GENESIS-HEX]\n";
        return 2;
    }
    try {
        crypto::initialise();
        return run(arguments[1], arguments[2], count > 3 ? arguments[3] : nullptr);
    } catch (const std::exception &wrong) {
        std::cerr << wrong.what() << '\n';
        return 2;
    }
}
