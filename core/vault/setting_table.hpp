// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/vault/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keepwell::vault {

/// Names of the settings that core itself reads; the program's own start with "ui.".
namespace setting {
inline constexpr std::string_view kOwnerName = "owner.name";
inline constexpr std::string_view kOwnerRole = "owner.role"; ///< identity::Role, a number.
inline constexpr std::string_view kNetworkId = "network.id"; ///< 32 bytes, pinned at joining.
inline constexpr std::string_view kCustodian = "network.custodian"; ///< Empty when embedded.
inline constexpr std::string_view kGenesis = "network.genesis";     ///< 32 bytes, on Fabric alone.
// What the network asks to see, PEM. Nothing but the vault has the keys.
inline constexpr std::string_view kCertificate = "network.certificate";
inline constexpr std::string_view kPrivateKey = "network.private_key";
inline constexpr std::string_view kTlsCertificate = "network.tls_certificate";
inline constexpr std::string_view kTlsPrivateKey = "network.tls_private_key";
inline constexpr std::string_view kMirrorKey = "network.mirror_key"; ///< 32 bytes.
inline constexpr std::string_view kBlocksAuthorization = "network.blocks_authorization";
// Of a joining that has a certificate and has not got further: a code is good for once.
inline constexpr std::string_view kJoiningCertificate = "joining.certificate";
inline constexpr std::string_view kJoiningPrivateKey = "joining.private_key";
inline constexpr std::string_view kJoiningAuthority = "joining.authority";
/// When a person last said that this computer's clock is right: seconds since 1970.
inline constexpr std::string_view kClockConfirmed = "clock.confirmed";
inline constexpr std::string_view kNetworkFile = "network.file"; ///< Not written to its file yet.
} // namespace setting

/// Named values of one wallet. One thread at a time, as its database.
class SettingTable
{
public:
    explicit SettingTable(Database &database) : m_database{&database} {}

    // nullopt where nothing was set. Errors: those of the database.
    Result<std::optional<std::string>> text(std::string_view name);
    Result<std::optional<std::int64_t>> number(std::string_view name);
    Result<std::optional<Bytes>> bytes(std::string_view name);

    Result<> setText(std::string_view name, std::string_view value);
    Result<> setNumber(std::string_view name, std::int64_t value);
    Result<> setBytes(std::string_view name, ByteView value);
    Result<> remove(std::string_view name);

private:
    Database *m_database;
};

} // namespace keepwell::vault
