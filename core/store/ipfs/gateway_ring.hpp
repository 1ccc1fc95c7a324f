// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/cid.hpp"
#include "core/store/ipfs/http_client.hpp"
#include "core/store/ipfs/ipfs_block_store.hpp"

#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::store {

/// Trustless gateways (IPFS "Trustless Gateway Specification", raw blocks), asked in turn. A block
/// is hashed before it counts. Who fails is asked last for a minute; who gives other bytes than the
/// CID names is not asked for ten, and named. Thread-safe.
class GatewayRing
{
public:
    GatewayRing(HttpClient &client, std::vector<HttpAddress> gateways,
                std::chrono::milliseconds timeout);

    bool isEmpty() const { return m_gateways.empty(); }

    /// The first answer that is the block. Errors: NotFound when every gateway says that it does not
    /// have it; else Unavailable, or Tampered when one lied, naming each gateway and what it did.
    Result<> get(const Cid &cid, Bytes &block, const std::stop_token &stop);

    /// Asks each how it is: a block that everybody has, the empty one.
    std::vector<IpfsGatewayReport> check(const std::stop_token &stop);

private:
    using Time = std::chrono::steady_clock::time_point;

    struct Gateway
    {
        HttpAddress address;
        std::string name;
        Time lastUntil{};  ///< Asked after the others until then.
        Time lyingUntil{}; ///< Not asked until then.
    };

    std::vector<std::size_t> order();
    Result<> ask(const Gateway &gateway, const Cid &cid, Bytes &block, const std::stop_token &stop);
    void remember(std::size_t which, const Error &error);

    HttpClient &m_client;
    std::chrono::milliseconds m_timeout;
    std::vector<Gateway> m_gateways; ///< Its times are guarded by m_mutex.
    std::mutex m_mutex;
};

} // namespace keepwell::store
