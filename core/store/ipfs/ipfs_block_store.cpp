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
    Result<bool> askPins(const Cid &cid, KuboRpc::Command command, const char *member,
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

/// Asks about a pin. False: the node says that there is none.
Result<bool> IpfsBlockStore::State::askPins(const Cid &cid, KuboRpc::Command command,
                                            const char *member, const std::stop_token &stop) const
{
    KEEPWELL_TRY(const KuboRpc *rpcNode, node());
    auto answer = rpcNode->run(std::move(command), stop);
    if (!answer && answer.error().refusal == Refusal::NotPinned) {
        return false;
    }
    if (!answer) {
        return std::unexpected{std::move(answer).error().error};
    }
    if (!kubo::names(*answer, member, cid)) {
        return fail(ErrorCode::Unavailable,
                    rpcNode->name() + " gave an answer about a pin that is not Kubo's");
    }
    return true;
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

Result<> IpfsBlockStore::sync() { return {}; }

Result<> IpfsBlockStore::write(const Cid &cid, ByteView block)
{
    KEEPWELL_TRY(const KuboRpc *node, m_state->node());
    auto put = node->run({.target = "block/put?cid-codec=raw&mhtype=sha2-256&pin=true",
                          .file = block,
                          .hasFile = true,
                          .timeout = m_state->options.requestTimeout},
                         m_stop);
    if (!put) {
        return std::unexpected{std::move(put).error().error};
    }
    const auto stat = kubo::blockStat(*put);
    if (!stat) {
        return fail(stat.error().code, node->name() + " gave " + stat.error().detail);
    }
    if (stat->cid != cid || stat->size != block.size()) {
        return fail(ErrorCode::Tampered,
                    node->name() + " keeps other bytes than it was given for block "
                        + cid.toString());
    }
    return {};
}

Result<> IpfsBlockStore::read(const Cid &cid, Bytes &block) const
{
    Result<> got;
    if (!m_state->rpc) {
        got = m_state->gateways.get(cid, block, m_stop);
    } else if (!m_state->gateways.isEmpty()) {
        got = m_state->getFromBoth(cid, block, m_stop);
    } else {
        auto answer = m_state->rpc->run(m_state->getCommand(cid, std::move(block)), m_stop);
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

Result<> IpfsBlockStore::pin(const Cid &cid)
{
    KEEPWELL_TRY(const bool isDone,
                 m_state->askPins(cid,
                                  {.target = "pin/add?arg=" + cid.toString()
                                       + "&timeout=" + milliseconds(m_state->options.findTimeout),
                                   .timeout = m_state->options.findTimeout + kAnswering},
                                  "Pins", m_stop));
    return isDone ? Result<>{} : fail(ErrorCode::Unavailable, name() + " did not pin the block");
}

Result<> IpfsBlockStore::unpin(const Cid &cid)
{
    KEEPWELL_CHECK(
        m_state->askPins(cid, {.target = "pin/rm?arg=" + cid.toString()}, "Pins", m_stop));
    return {};
}

Result<bool> IpfsBlockStore::isPinned(const Cid &cid) const
{
    return m_state->askPins(cid, {.target = "pin/ls?arg=" + cid.toString()}, "Keys", m_stop);
}

Result<> IpfsBlockStore::remove(const Cid &cid)
{
    KEEPWELL_CHECK(unpin(cid));
    KEEPWELL_TRY(const KuboRpc *node, m_state->node());
    // A block that somebody else has pinned stays, and that is theirs to decide.
    auto removed = node->run({.target = "block/rm?arg=" + cid.toString() + "&force=true"}, m_stop);
    return removed ? Result<>{} : std::unexpected{std::move(removed).error().error};
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
