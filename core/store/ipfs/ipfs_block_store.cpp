// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/ipfs_block_store.hpp"

#include "core/store/ipfs/gateway_ring.hpp"
#include "core/store/ipfs/kubo_rpc.hpp"

#include <filesystem>

namespace keepwell::store {

namespace {

using namespace std::chrono_literals;
using Refusal = kubo::Refusal::Kind;

/// How long the node may look for a block among its peers before gateways are asked as well.
constexpr auto kHeadStart = 1'500ms;
/// What an answer may take beyond the time in which the node looks for a block.
constexpr auto kAnswering = 5'000ms;
constexpr std::size_t kMostPeersAnswer = std::size_t{4} << 20;
/// CIDs in the address of one request: 4 KiB, half of what a proxy before the node takes.
constexpr std::size_t kMostNamed = 64;

std::string milliseconds(std::chrono::milliseconds time)
{
    return std::to_string(time.count()) + "ms";
}

/// Both were asked for a block and neither gave it.
Error joined(const Error &node, const Error &gateways)
{
    ErrorCode code = ErrorCode::Unavailable;
    if (node.code == ErrorCode::Tampered || gateways.code == ErrorCode::Tampered) {
        code = ErrorCode::Tampered;
    } else if (node.code == ErrorCode::NotFound && gateways.code == ErrorCode::NotFound) {
        code = ErrorCode::NotFound;
    }
    return {code, node.detail + "; " + gateways.detail};
}

} // namespace

struct IpfsBlockStore::State
{
    State(IpfsOptions theOptions, std::vector<HttpAddress> gatewayAddresses)
        : options{std::move(theOptions)}
        , client{{.caFile = options.caFile, .connectTimeout = options.connectTimeout},
                 options.atOnce + 2}
        , gateways{client, std::move(gatewayAddresses), options.findTimeout}
    {
    }

    IpfsOptions options;
    HttpClient client;
    GatewayRing gateways;
    std::optional<KuboRpc> rpc;

    /// The RPC. Errors: Unavailable when there is none.
    Result<const KuboRpc *> node() const;
    Result<> put(std::string_view codec, bool isPinned, std::string_view cid, ByteView block,
                 const std::stop_token &stop) const;
    Result<> unpin(const std::string &cid, const std::stop_token &stop) const;
    Result<std::vector<Cid>> removeUnpinned(std::span<const std::string> cids,
                                            const std::stop_token &stop) const;
    KuboRpc::Command getCommand(const Cid &cid, Bytes memory) const;
    Result<> getFromBoth(const Cid &cid, Bytes &block, const std::stop_token &stop);
};

Result<const KuboRpc *> IpfsBlockStore::State::node() const
{
    if (!rpc) {
        return fail(ErrorCode::Unavailable,
                    "no IPFS node is set up here, only gateways, which are for reading");
    }
    return &*rpc;
}

Result<> IpfsBlockStore::State::put(std::string_view codec, bool isPinned, std::string_view cid,
                                    ByteView block, const std::stop_token &stop) const
{
    KEEPWELL_TRY(const KuboRpc *rpcNode, node());
    auto answer = rpcNode->run({.target = "block/put?cid-codec=" + std::string{codec}
                                    + "&mhtype=sha2-256&pin=" + (isPinned ? "true" : "false"),
                                .file = block,
                                .hasFile = true,
                                .timeout = options.requestTimeout},
                               stop);
    if (!answer) {
        return std::unexpected{std::move(answer).error().error};
    }
    const auto stat = kubo::blockStat(*answer);
    if (!stat) {
        return fail(stat.error().code, rpcNode->name() + " gave " + stat.error().detail);
    }
    if (stat->cid != cid || stat->size != block.size()) {
        return fail(ErrorCode::Tampered,
                    rpcNode->name() + " keeps other bytes than it was given for block "
                        + std::string{cid});
    }
    return {};
}

/// That there is no such pin is fine.
Result<> IpfsBlockStore::State::unpin(const std::string &cid, const std::stop_token &stop) const
{
    KEEPWELL_TRY(const KuboRpc *rpcNode, node());
    auto answer = rpcNode->run({.target = "pin/rm?arg=" + cid}, stop);
    if (!answer && answer.error().refusal == Refusal::NotPinned) {
        return {};
    }
    if (!answer) {
        return std::unexpected{std::move(answer).error().error};
    }
    return kubo::unpinned(*answer, cid)
        ? Result<>{}
        : fail(ErrorCode::Unavailable,
               rpcNode->name() + " gave an answer about a pin that is not Kubo's");
}

/// Returns the blocks that stay because of another pin.
Result<std::vector<Cid>> IpfsBlockStore::State::removeUnpinned(std::span<const std::string> cids,
                                                               const std::stop_token &stop) const
{
    KEEPWELL_TRY(const KuboRpc *rpcNode, node());
    std::vector<Cid> kept;
    while (!cids.empty()) {
        const std::size_t count = std::min(cids.size(), kMostNamed);
        std::string target = "block/rm?force=true";
        for (const std::string &cid : cids.first(count)) {
            target += "&arg=" + cid;
        }
        auto answer = rpcNode->run({.target = target, .timeout = options.requestTimeout}, stop);
        if (!answer) {
            return std::unexpected{std::move(answer).error().error};
        }
        const auto stay = kubo::notRemoved(*answer);
        if (!stay) {
            return fail(stay.error().code, rpcNode->name() + " gave " + stay.error().detail);
        }
        kept.insert(kept.end(), stay->begin(), stay->end());
        cids = cids.subspan(count);
    }
    return kept;
}

KuboRpc::Command IpfsBlockStore::State::getCommand(const Cid &cid, Bytes memory) const
{
    return {.target
            = "block/get?arg=" + cid.toString() + "&timeout=" + milliseconds(options.findTimeout),
            .mostBytes = kMostBlockBytes,
            .timeout = options.findTimeout + kAnswering,
            .memory = std::move(memory)};
}

IpfsBlockStore::IpfsBlockStore(std::shared_ptr<State> state, std::stop_token stop)
    : m_state{std::move(state)}, m_stop{std::move(stop)}
{
}

IpfsBlockStore::~IpfsBlockStore() = default;

Result<std::shared_ptr<IpfsBlockStore>> IpfsBlockStore::open(IpfsOptions options)
{
    if (options.api.empty() && options.gateways.empty()) {
        return fail(ErrorCode::InvalidInput, "blocks on IPFS need a node or a gateway");
    }
    std::error_code error;
    if (!options.caFile.empty() && !std::filesystem::is_regular_file(options.caFile, error)) {
        return fail(ErrorCode::NotFound,
                    "the file of certificate authorities is not there: " + options.caFile);
    }
    std::vector<HttpAddress> gateways;
    for (const std::string &gateway : options.gateways) {
        KEEPWELL_TRY(HttpAddress address, HttpAddress::parse(gateway));
        gateways.push_back(std::move(address));
    }
    KEEPWELL_TRY(crypto::SecretText header, authorizationHeader(options.authorization));
    options.authorization.clear();
    std::optional<HttpAddress> api;
    if (!options.api.empty()) {
        KEEPWELL_TRY(api, HttpAddress::parse(options.api));
    }
    const unsigned tries = options.tries;
    auto state = std::make_shared<State>(std::move(options), std::move(gateways));
    if (api) {
        state->rpc.emplace(state->client, *std::move(api), std::move(header), tries);
    }
    return std::shared_ptr<IpfsBlockStore>{new IpfsBlockStore{std::move(state), {}}};
}

std::shared_ptr<IpfsBlockStore> IpfsBlockStore::stoppedBy(std::stop_token stop) const
{
    return std::shared_ptr<IpfsBlockStore>{new IpfsBlockStore{m_state, std::move(stop)}};
}

std::string IpfsBlockStore::name() const
{
    return m_state->rpc ? m_state->rpc->name() : "the IPFS gateways";
}

std::size_t IpfsBlockStore::atOnce() const { return m_state->options.atOnce; }

Result<> IpfsBlockStore::sync(const std::vector<Cid> &) { return {}; }

Result<> IpfsBlockStore::write(const Cid &cid, ByteView block)
{
    return m_state->put("raw", true, cid.toString(), block, m_stop);
}

Result<> IpfsBlockStore::expect(const BlockGroup &group)
{
    return m_state->put("dag-pb", true, group.root(), group.encode(), m_stop);
}

Result<> IpfsBlockStore::putExpected(const Cid &cid, ByteView block)
{
    return m_state->put("raw", false, cid.toString(), block, m_stop);
}

Result<> IpfsBlockStore::read(const Cid &cid, Bytes &block, const std::stop_token &stop) const
{
    // Whichever asks first: the act, or the store that was made for it.
    std::stop_source either;
    const auto end = [&either] { either.request_stop(); };
    const std::stop_callback onAct{stop, end};
    const std::stop_callback onStore{m_stop, end};
    Result<> got;
    if (!m_state->rpc) {
        got = m_state->gateways.get(cid, block, either.get_token());
    } else if (!m_state->gateways.isEmpty()) {
        got = m_state->getFromBoth(cid, block, either.get_token());
    } else {
        auto answer
            = m_state->rpc->run(m_state->getCommand(cid, std::move(block)), either.get_token());
        if (answer) {
            block = *std::move(answer);
        } else {
            got = std::unexpected{std::move(answer).error().error};
        }
    }
    if (!got && got.error().code != ErrorCode::Cancelled) {
        return fail(got.error().code,
                    "block " + cid.toString() + " did not come: " + got.error().detail);
    }
    return got;
}

/// The node first, and when it takes its time, the gateways while it goes on looking.
Result<> IpfsBlockStore::State::getFromBoth(const Cid &cid, Bytes &block,
                                            const std::stop_token &stop)
{
    HttpExchange exchange = rpc->start(getCommand(cid, {}), stop);
    const auto finish = [&]() -> Result<> {
        auto answer = rpc->finish(exchange.take());
        if (!answer) {
            return std::unexpected{std::move(answer).error().error};
        }
        block = *std::move(answer);
        if (!cid.matches(block)) {
            return fail(ErrorCode::Tampered, rpc->name() + " gave other bytes");
        }
        return {};
    };
    std::optional<Result<>> fromNode;
    if (exchange.endsWithin(kHeadStart)) {
        fromNode = finish();
        if (*fromNode || fromNode->error().code == ErrorCode::Cancelled) {
            return *fromNode;
        }
    }
    const auto fromGateways = gateways.get(cid, block, stop);
    if (fromGateways || fromGateways.error().code == ErrorCode::Cancelled) {
        return fromGateways;
    }
    if (!fromNode) {
        fromNode = finish();
    }
    if (*fromNode) {
        return {};
    }
    return std::unexpected{joined(fromNode->error(), fromGateways.error())};
}

Result<bool> IpfsBlockStore::has(const Cid &cid) const
{
    KEEPWELL_TRY(const KuboRpc *node, m_state->node());
    auto stat = node->run({.target = "block/stat?arg=" + cid.toString() + "&offline=true"}, m_stop);
    if (stat) {
        return true;
    }
    if (stat.error().refusal == Refusal::NotFound) {
        return false;
    }
    return std::unexpected{std::move(stat).error().error};
}

Result<> IpfsBlockStore::remove(const std::vector<Cid> &object)
{
    if (object.empty()) {
        return {};
    }
    KEEPWELL_TRY(const BlockGroup group, BlockGroup::of(object));
    std::vector<std::string> cids;
    for (const Cid &cid : group.blocks()) {
        cids.push_back(cid.toString());
    }
    if (cids.size() > 1) {
        cids.push_back(group.root());
    }
    KEEPWELL_CHECK(m_state->unpin(cids.back(), m_stop));
    // Pinned by themselves: put by an earlier version, or before it was known what they belong to.
    KEEPWELL_TRY(const std::vector<Cid> kept, m_state->removeUnpinned(cids, m_stop));
    cids.clear();
    for (const Cid &cid : kept) {
        cids.push_back(cid.toString());
        KEEPWELL_CHECK(m_state->unpin(cids.back(), m_stop));
    }
    // What somebody else's pin keeps stays, and that is theirs to decide.
    KEEPWELL_CHECK(m_state->removeUnpinned(cids, m_stop));
    return {};
}

Result<IpfsReport> IpfsBlockStore::check() const
{
    IpfsReport report;
    if (m_state->rpc) {
        const KuboRpc &node = *m_state->rpc;
        report.address = node.address().text();
        const auto id = node.run({.target = "id"}, m_stop);
        if (!id) {
            return std::unexpected{id.error().error};
        }
        const auto identity = kubo::identity(*id);
        if (!identity) {
            return fail(ErrorCode::Unavailable, node.name() + " gave " + identity.error().detail);
        }
        report.nodeId = identity->peerId;
        report.version = identity->version;
        // An authorization may leave these out: less to show, nothing to complain of.
        if (const auto answer
            = node.run({.target = "swarm/peers", .mostBytes = kMostPeersAnswer}, m_stop)) {
            const auto peers = kubo::peerCount(*answer);
            report.peers = peers ? std::optional{*peers} : std::nullopt;
        }
        if (const auto answer = node.run({.target = "repo/stat?size-only=true"}, m_stop)) {
            if (const auto size = kubo::repoSize(*answer)) {
                report.repoBytes = size->size;
                report.repoMost = size->most;
            }
        }
    }
    report.gateways = m_state->gateways.check(m_stop);
    if (m_stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped; nothing was changed");
    }
    return report;
}

} // namespace keepwell::store
