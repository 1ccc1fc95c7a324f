// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.hpp"
#include "core/ledger/fabric/gateway/fabric_config.hpp"
#include "core/vault/database.hpp"
#include "core/wallet/network_config.hpp"

#include <string>

namespace keepwell {

/// What a network asks this wallet to show: certificates, and their keys; and what seals the mirror
/// of its channel. It lives in the vault and nowhere else; the files it came from may be deleted.
/// Move only.
struct Membership
{
    std::string certificate;       ///< PEM; empty on the embedded ledger.
    crypto::SecretText privateKey; ///< PEM.
    std::string tlsCertificate;    ///< For peers that ask for mutual TLS; mostly empty.
    crypto::SecretText tlsPrivateKey;
    crypto::SecretText blocksAuthorization; ///< Of Kubo's API; mostly empty.

    /// nullopt: a wallet from before mirrors were sealed.
    std::optional<ledger::fabric::MirrorKey> mirrorKey;

    /// From the files that a network file names, with a new key for the mirror. Errors: NotFound,
    /// InvalidInput naming the file.
    static Result<Membership> read(const NetworkConfig &config);
    /// What the vault has; empty fields where it has nothing.
    static Result<Membership> load(vault::Database &database);

    /// Into the vault, in the place of what was there: a field that is empty here is removed, so that
    /// nothing of one network is ever shown to another.
    Result<> store(vault::Database &database) const;

    /// Takes over what is empty here, and the key of the mirror, for another file of the network
    /// that `known` belongs to. The authorization only for the `sameNode`, so that no other node is
    /// shown it.
    void keep(const Membership &known, bool sameNode);
};

/// The network file of a home: it names no file of a key any more.
NetworkConfig withoutKeys(NetworkConfig config);

/// PEM text as it is, or that of the file it names. Errors: NotFound, InvalidInput.
Result<std::string> pemOf(const std::string &textOrFile);

} // namespace keepwell
