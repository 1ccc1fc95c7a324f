// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/gateway_ring.hpp"

#include "core/store/ipfs/kubo_rpc.hpp"

#include <algorithm>

namespace keepwell::store {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::minutes kLast{1};
constexpr std::chrono::minutes kNotAsked{10};
constexpr const char *kAccept = "Accept: application/vnd.ipld.raw";
/// CIDv1, raw, identity hash, no bytes: what the specification says to probe with.
constexpr const char *kEmptyBlock = "/ipfs/bafkqaaa?format=raw";

bool saysNotHere(long status) { return status == 404 || status == 410; }

} // namespace

GatewayRing::GatewayRing(HttpClient &client, std::vector<HttpAddress> gateways,
                         std::chrono::milliseconds timeout)
    : m_client{client}, m_timeout{timeout}
{
    m_gateways.reserve(gateways.size());
    for (HttpAddress &address : gateways) {
        std::string name = "the gateway " + address.text();
        m_gateways.push_back({.address = std::move(address), .name = std::move(name)});
    }
}

/// As configured, but who failed of late comes last, and who lied of late not at all.
std::vector<std::size_t> GatewayRing::order()
{
    const Time now = Clock::now();
    const std::lock_guard lock{m_mutex};
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_gateways.size(); ++i) {
        if (m_gateways[i].lyingUntil <= now) {
            order.push_back(i);
        }
    }
    std::ranges::stable_partition(order,
                                  [&](std::size_t i) { return m_gateways[i].lastUntil <= now; });
    return order;
}

void GatewayRing::remember(std::size_t which, const Error &error)
{
    const std::lock_guard lock{m_mutex};
    if (error.code == ErrorCode::Tampered) {
        m_gateways[which].lyingUntil = Clock::now() + kNotAsked;
    } else if (error.code == ErrorCode::Unavailable) {
        m_gateways[which].lastUntil = Clock::now() + kLast;
    }
}

Result<> GatewayRing::ask(const Gateway &gateway, const Cid &cid, Bytes &block,
                          const std::stop_token &stop)
{
    HttpOutcome outcome = m_client
                              .start({.to = gateway.address,
                                      .target = "/ipfs/" + cid.toString() + "?format=raw",
                                      .headers = {kAccept},
                                      .mostBytes = BlockStore::kMostBlockBytes,
                                      .timeout = m_timeout,
                                      .silence = m_timeout / 2,
                                      .memory = std::move(block)},
                                     stop)
                              .take();
    block.clear();
    if (!outcome) {
        return std::unexpected{explained(outcome.error(), gateway.name)};
    }
    if (saysNotHere(outcome->status)) {
        return fail(ErrorCode::NotFound, gateway.name + " does not have it");
    }
    if (outcome->status != 200) {
        return fail(ErrorCode::Unavailable,
                    gateway.name + " did not give it (HTTP status "
                        + std::to_string(outcome->status) + ")");
    }
    block = std::move(outcome->body);
    if (!cid.matches(block)) {
        return fail(ErrorCode::Tampered, gateway.name + " gave other bytes");
    }
    return {};
}

Result<> GatewayRing::get(const Cid &cid, Bytes &block, const std::stop_token &stop)
{
    Error all{ErrorCode::NotFound, ""};
    for (const std::size_t i : order()) {
        const auto asked = ask(m_gateways[i], cid, block, stop);
        if (asked || asked.error().code == ErrorCode::Cancelled) {
            return asked;
        }
        remember(i, asked.error());
        if (all.code != ErrorCode::Tampered && asked.error().code != ErrorCode::NotFound) {
            all.code = asked.error().code;
        }
        all.detail += (all.detail.empty() ? "" : "; ") + asked.error().detail;
    }
    if (all.detail.empty()) {
        return fail(ErrorCode::Unavailable, "every gateway gave wrong blocks of late");
    }
    return std::unexpected{std::move(all)};
}

std::vector<IpfsGatewayReport> GatewayRing::check(const std::stop_token &stop)
{
    std::vector<IpfsGatewayReport> reports;
    for (const Gateway &gateway : m_gateways) {
        const HttpOutcome outcome = m_client
                                        .start({.to = gateway.address,
                                                .target = kEmptyBlock,
                                                .headers = {kAccept},
                                                .mostBytes = 1024,
                                                .timeout = m_timeout},
                                               stop)
                                        .take();
        IpfsGatewayReport report{.address = gateway.address.text(), .problem = ""};
        if (!outcome) {
            report.problem = explained(outcome.error(), gateway.name).detail;
        } else if (outcome->status != 200 || !outcome->body.empty()) {
            report.problem = gateway.name + " is no trustless gateway (HTTP status "
                + std::to_string(outcome->status) + ")";
        }
        reports.push_back(std::move(report));
    }
    return reports;
}

} // namespace keepwell::store
