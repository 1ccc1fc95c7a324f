// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/crypto/secret.hpp"
#include "core/crypto/secret_text.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace keepwell::ledger::fabric {

/// A peer that serves the Gateway, and whose it is.
struct GatewayAddress
{
    std::string endpoint; ///< "host:port"; "unix:/path" or plain text only as `plaintext` says.
    std::string mspId;    ///< Of the organisation that runs the peer.
    std::string tlsCa;    ///< PEM: who signs its TLS certificate. Nothing else is trusted.
};

/// What this wallet shows when a peer asks for a TLS certificate (mutual TLS).
struct TlsIdentity
{
    std::string certificate;       ///< PEM, with its chain if it has one.
    crypto::SecretText privateKey; ///< PEM.
};

/// Seals what the mirror says of blocks, against whoever may write its file. It lives in the vault.
using MirrorKey = crypto::Secret<struct MirrorKeyTag, 32>;

/// How a wallet reaches its channel. Move only, since it holds keys; the keys live in the vault.
struct FabricConfig
{
    std::vector<GatewayAddress> gateways; ///< The first: the own organisation's, the custodian.
    std::string channel;
    std::string contract;          ///< The chaincode's name.
    std::string certificate;       ///< PEM: the member's certificate, of the first gateway's MSP.
    crypto::SecretText privateKey; ///< PEM: PKCS #8 or SEC 1; ECDSA P-256 or Ed25519.
    std::optional<TlsIdentity> tlsIdentity;
    std::filesystem::path mirror; ///< The file of the local mirror: public ledger data only.
    /// nullopt: nothing of an earlier opening is believed, and the channel is read anew.
    std::optional<MirrorKey> mirrorKey;
    bool isLight = false; ///< Only what concerns the wallet is read (docs/decisions/0103).
    std::optional<Bytes32> genesis; ///< Hash of block 0, pinned at joining; nullopt: joining now.
    /// For tests on one computer: endpoints whose tlsCa is empty are spoken to without TLS, but
    /// only over a Unix socket or the loopback address.
    bool plaintext = false;
};

} // namespace keepwell::ledger::fabric
