// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/ledger/ledger.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell {

/// A peer's Gateway service. `tlsCa`: an absolute path, or the PEM text itself.
struct FabricGatewayPlace
{
    std::string endpoint; ///< "host:port"
    std::string tlsCa;
    std::string mspId;
    friend bool operator==(const FabricGatewayPlace &, const FabricGatewayPlace &) = default;
};

/// Where certificates are asked for: an organisation's fabric-ca.
struct EnrolmentPlace
{
    std::string url;   ///< "https://ca.example.org:7054"
    std::string tlsCa; ///< As FabricGatewayPlace::tlsCa; the one authority that is believed.
    std::string name;  ///< The CA's name on that server; empty: its default one.
    friend bool operator==(const EnrolmentPlace &, const EnrolmentPlace &) = default;
};

struct FabricPlace
{
    std::vector<FabricGatewayPlace> gateways; ///< The first is the wallet's own organisation's.
    std::string channel;
    std::string contract;
    std::optional<Bytes32> genesis; ///< Hash of the channel's first block, where it was handed out.
    std::filesystem::path
        certificate; ///< PEM files, read once at `init`, `network set`, `network join`;
    std::filesystem::path privateKey;     ///< empty in a wallet's home: the vault has them.
    std::filesystem::path tlsCertificate; ///< The same for peers that ask for mutual TLS;
    std::filesystem::path tlsPrivateKey;  ///< mostly empty.
    std::optional<EnrolmentPlace> enrolment;
    bool isLight = false; ///< "catch_up": "light": only what concerns the wallet is read.
    friend bool operator==(const FabricPlace &, const FabricPlace &) = default;
};

struct IpfsPlace
{
    std::string api; ///< Kubo's RPC: "http://127.0.0.1:5001", "unix:/run/ipfs/api.sock"; or empty.
    std::vector<std::string> gateways;
    std::filesystem::path authorization; ///< A file with the API's authorization; read once, too.
    std::filesystem::path tlsCa;         ///< Authorities for https; empty: those of the system.
    friend bool operator==(const IpfsPlace &, const IpfsPlace &) = default;
};

enum class BlocksKind { Folder, Ipfs };

/// Where ledger and blocks live: the network file of keepwell-cli, read, checked, and with its
/// relative paths made absolute; also what an organisation hands out to join its network
/// (docs/spec/connection-file.md). Immutable value.
struct NetworkConfig
{
    std::string title; ///< What people call this network; may be empty.
    ledger::Kind ledgerKind = ledger::Kind::Embedded;
    std::filesystem::path ledgerPath; ///< The embedded ledger's SQLite file.
    FabricPlace fabric;               ///< With Kind::Fabric.
    BlocksKind blocksKind = BlocksKind::Folder;
    std::filesystem::path blocksPath; ///< The folder of blocks.
    IpfsPlace ipfs;                   ///< With BlocksKind::Ipfs.

    /// Both on this computer's disk: an act is done when it returns.
    bool isLocal() const
    {
        return ledgerKind == ledger::Kind::Embedded && blocksKind == BlocksKind::Folder;
    }

    /// The network of a home that was given none: `network/` beside it, in the home's parent.
    static NetworkConfig beside(const std::filesystem::path &home);

    /// Errors: NotFound or Unavailable (the file), InvalidInput naming the field (a
    /// kind of ledger or blocks that this build does not know, too).
    static Result<NetworkConfig> read(const std::filesystem::path &file);
    static Result<NetworkConfig> parse(std::string_view json,
                                       const std::filesystem::path &relativeTo);

    /// The file's text, without keys; parse() reads it back.
    std::string toJson() const;

    /// Writes it as a home's network file, whole or not at all. Errors: Unavailable.
    Result<> write(const std::filesystem::path &file) const;

    friend bool operator==(const NetworkConfig &, const NetworkConfig &) = default;
};

} // namespace keepwell
