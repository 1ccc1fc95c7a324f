// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.hpp"
#include "core/store/block_store.hpp"
#include "core/store/ipfs/block_group.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::store {

/// Where blocks go and where they may come from. Move only, for the secret in it.
struct IpfsOptions
{
    /// Kubo's RPC: "http://127.0.0.1:5001" (plain only on loopback), "https://node.example.org:5001" or
    /// "unix:/run/ipfs/api.sock". Empty: only read, from the gateways.
    std::string api;
    /// As Kubo's API.Authorizations writes it: "bearer:…", "basic:user:password"; empty: none.
    crypto::SecretText authorization;
    /// Trustless gateways, asked in turn when the node does not have a block: "https://gateway.example.org".
    std::vector<std::string> gateways;
    std::string caFile; ///< PEM file of authorities for https; empty: those of the system.

    std::chrono::milliseconds connectTimeout{5'000};
    std::chrono::milliseconds requestTimeout{60'000}; ///< Of one try, from first to last byte.
    std::chrono::milliseconds findTimeout{20'000};    ///< How long the node may ask its peers.
    unsigned tries = 4;                               ///< Of one request that failed on the way.
    unsigned atOnce = 8;                              ///< Blocks under way together.
};

/// What somebody who was asked has said of itself; for the Connections page.
struct IpfsGatewayReport
{
    std::string address;
    std::string problem; ///< Empty: it answers.
};

struct IpfsReport
{
    std::string address;                    ///< Of the RPC; empty when there are only gateways.
    std::string nodeId;                     ///< The peer id.
    std::string version;                    ///< "kubo/0.44.0".
    std::optional<std::uint64_t> peers;     ///< Connected now; nothing when it may not say.
    std::optional<std::uint64_t> repoBytes; ///< On its disk,
    std::optional<std::uint64_t> repoMost;  ///< of so many it was allowed.
    std::vector<IpfsGatewayReport> gateways;
};

/// Blocks on IPFS: put into one Kubo node by its RPC and pinned there, read from that node, its
/// peers, or trustless gateways (docs/decisions/0090, docs/operate-ipfs.md). Whoever answers is not
/// believed: each block is hashed, and a gateway that gives other bytes is named and passed over.
/// put() returns once the node has the block and its pin in its repository, a pin for each block;
/// the blocks of one object are better put by expect() and putExpected(). Thread-safe.
class IpfsBlockStore final : public BlockStore
{
public:
    /// Talks to nobody yet.
    /// Errors: InvalidInput for an address that is not one, that is plain http beyond this computer,
    /// or for none at all; NotFound when caFile is not there.
    static Result<std::shared_ptr<IpfsBlockStore>> open(IpfsOptions options);

    ~IpfsBlockStore() override;

    /// The same store and connections for one act that can be stopped: a request under way ends
    /// with Cancelled soon after `stop` is asked for.
    std::shared_ptr<IpfsBlockStore> stoppedBy(std::stop_token stop) const;

    /// Asks the node and each gateway how they are. Errors: Unavailable naming the node's address
    /// and what is wrong; Denied when it refuses the authorization; Cancelled. A gateway that is
    /// away is only reported.
    Result<IpfsReport> check() const;

    /// One pin for all of an object, before any of it is there: from here on the node keeps what it
    /// gets of these blocks, whenever it collects garbage (docs/decisions/0093). Again is fine.
    /// Errors: Unavailable; Denied; Cancelled.
    Result<> expect(const BlockGroup &group);
    /// Puts a block of an expected group: back once the node has it. It is not hashed here: the node
    /// does that, and has to name it alike. Errors: as expect(); Tampered when it does not.
    Result<> putExpected(const Cid &cid, ByteView block);

    /// Nothing is left to do: put() returned when the node had it.
    Result<> sync(const std::vector<Cid> &object) override;
    /// Whether the node itself has it, without asking its peers.
    Result<bool> has(const Cid &cid) const override;
    /// Unpins them, however they were pinned, and deletes the node's copies. Other nodes keep theirs.
    Result<> remove(const std::vector<Cid> &object) override;
    std::size_t atOnce() const override;
    std::string name() const override; ///< "the IPFS node at http://127.0.0.1:5001".

protected:
    Result<> write(const Cid &cid, ByteView block) override;
    Result<> read(const Cid &cid, Bytes &block, const std::stop_token &stop) const override;

private:
    struct State;
    IpfsBlockStore(std::shared_ptr<State> state, std::stop_token stop);
    std::shared_ptr<State> m_state;
    std::stop_token m_stop;
};

} // namespace keepwell::store
