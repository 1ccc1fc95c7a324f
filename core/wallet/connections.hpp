// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

/// The wallet's connections as people see them: plain rows, no keys.
namespace keepwell {

/// Somebody on the network who was asked how they are.
struct ConnectionRow
{
    std::string address;
    std::string organisation; ///< MSP id of a peer; empty for a gateway of blocks.
    std::string problem;      ///< Empty: it answers.
};

/// What the Connections page shows behind "Technical details", and its states.
struct Connections
{
    std::string title; ///< What the network is called; may be empty.
    // The shared activity log.
    std::vector<ConnectionRow> peers; ///< On Fabric.
    std::string channel;
    std::string contract;
    std::string custodian;       ///< My organisation.
    std::string certificateName; ///< What others of the channel see of me.
    std::optional<Instant> certificateEnds;
    bool renewable = false; ///< The organisation's CA is known: it renews by itself.
    std::uint64_t entries = 0;
    std::uint64_t proven = 0;    ///< Of them, confirmed by two organisations.
    std::string conflict;        ///< What two places disagree about; empty: nothing.
    std::optional<Instant> asOf; ///< When the log was last read.
    // The blocks.
    std::string node; ///< Id of the IPFS node.
    std::string nodeVersion;
    std::optional<std::uint64_t> nodePeers;
    std::optional<std::uint64_t> repoBytes;
    std::uint64_t blocksWaiting = 0; ///< Not brought to the node yet.
    std::vector<ConnectionRow> gateways;
};

/// What a move to another network keeps and ends; to be said before it happens.
struct MovePlan
{
    bool isMove = false;       ///< The wallet has used its present network.
    std::string to;            ///< The new network's name or channel.
    std::int64_t records = 0;  ///< Kept, and anchored anew.
    std::int64_t contacts = 0; ///< To be met again.
    std::int64_t shares = 0;   ///< Of mine, open: stopped there.
    std::int64_t received = 0; ///< Shared with me, open: gone from here.
    std::int64_t waiting = 0;  ///< Acts not sent yet: sent first.
    std::int64_t activity = 0; ///< Lines that stay readable, as of the old network.
};

/// How far a joining came.
enum class JoinStep {
    Code,   ///< The code gave no certificate.
    Reach,  ///< It did, which is kept for the next try; the new network was not entered.
    Leave,  ///< What ends on the present network was being ended; the wallet stays there.
    Settle, ///< It was ended; the wallet stays on the present network all the same.
    Joined, ///< The wallet is on the new network; its first acts there are left to do.
};

/// Why a joining ended early, and what it left behind.
struct JoinFailure
{
    Error error;
    JoinStep step = JoinStep::Code;
    std::int64_t sharesEnded = 0; ///< On the present network: stopped, or about to be.
};

using JoinResult = std::expected<void, JoinFailure>;

} // namespace keepwell
