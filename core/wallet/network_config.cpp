// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/network_config.hpp"

#include "core/audit/whole_file.hpp"
#include "core/base/hex.hpp"
#include "core/wallet/network_fields.hpp"

#include <fstream>

namespace keepwell {

namespace {

constexpr std::size_t kMostBytes = 256 * 1024;
constexpr std::size_t kMostGateways = 16;

Result<FabricGatewayPlace> gatewayOf(const NetworkFields &fields)
{
    FabricGatewayPlace place;
    KEEPWELL_CHECK(fields.only({"endpoint", "tls_ca", "msp_id"}));
    KEEPWELL_TRY(place.endpoint, fields.endpoint("endpoint"));
    KEEPWELL_TRY(place.tlsCa, fields.pem("tls_ca"));
    KEEPWELL_TRY(place.mspId, fields.identifier("msp_id"));
    return place;
}

Result<EnrolmentPlace> enrolmentOf(const NetworkFields &fields)
{
    EnrolmentPlace place;
    KEEPWELL_CHECK(fields.only({"url", "tls_ca", "ca_name"}));
    KEEPWELL_TRY(place.url, fields.text("url"));
    if (!place.url.starts_with("https://")) {
        return fields.wrong("url", "must begin with https://");
    }
    KEEPWELL_TRY(place.tlsCa, fields.pem("tls_ca"));
    if (fields.has("ca_name")) {
        KEEPWELL_TRY(place.name, fields.identifier("ca_name"));
    }
    return place;
}

Result<std::optional<Bytes32>> genesisOf(const NetworkFields &fields)
{
    if (!fields.has("genesis")) {
        return std::nullopt;
    }
    KEEPWELL_TRY(const std::string hex, fields.text("genesis"));
    const auto bytes = fromHex(hex);
    Bytes32 hash{};
    if (!bytes || bytes->size() != hash.size()) {
        return fields.wrong("genesis", "must be a SHA-256 hash in 64 hexadecimal digits");
    }
    std::ranges::copy(*bytes, hash.begin());
    return hash;
}

/// A certificate and its key go together.
Result<> readPair(const NetworkFields &fields, const char *certificateName,
                  std::filesystem::path &certificate, const char *keyName,
                  std::filesystem::path &key)
{
    if (fields.has(certificateName) != fields.has(keyName)) {
        return fields.wrong(fields.has(keyName) ? certificateName : keyName,
                            "is missing: a certificate and its key go together");
    }
    if (fields.has(certificateName)) {
        KEEPWELL_TRY(certificate, fields.path(certificateName));
        KEEPWELL_TRY(key, fields.path(keyName));
    }
    return {};
}

Result<FabricPlace> fabricOf(const NetworkFields &fields)
{
    FabricPlace place;
    KEEPWELL_CHECK(fields.only({"kind", "gateways", "channel", "contract", "genesis", "certificate",
                                "private_key", "tls_certificate", "tls_private_key", "enrolment",
                                "catch_up"}));
    KEEPWELL_TRY(const auto gateways, fields.objects("gateways"));
    if (gateways.empty() || gateways.size() > kMostGateways) {
        return fields.wrong("gateways", "must name 1 to 16 gateways");
    }
    for (const NetworkFields &gateway : gateways) {
        KEEPWELL_TRY(FabricGatewayPlace one, gatewayOf(gateway));
        place.gateways.push_back(std::move(one));
    }
    KEEPWELL_TRY(place.channel, fields.identifier("channel"));
    KEEPWELL_TRY(place.contract, fields.identifier("contract"));
    KEEPWELL_TRY(place.genesis, genesisOf(fields));
    KEEPWELL_CHECK(
        readPair(fields, "certificate", place.certificate, "private_key", place.privateKey));
    KEEPWELL_CHECK(readPair(fields, "tls_certificate", place.tlsCertificate, "tls_private_key",
                            place.tlsPrivateKey));
    if (fields.has("enrolment")) {
        KEEPWELL_TRY(const NetworkFields enrolment, fields.object("enrolment"));
        KEEPWELL_TRY(place.enrolment, enrolmentOf(enrolment));
    }
    if (fields.has("catch_up")) {
        KEEPWELL_TRY(const std::string way, fields.text("catch_up"));
        place.isLight = way == "light";
        if (!place.isLight && way != "whole") {
            return fields.wrong("catch_up", "must be \"whole\" or \"light\"");
        }
    }
    return place;
}

Result<IpfsPlace> ipfsOf(const NetworkFields &fields)
{
    IpfsPlace place;
    KEEPWELL_CHECK(fields.only({"kind", "api", "gateways", "authorization", "tls_ca"}));
    if (fields.has("api")) {
        KEEPWELL_TRY(place.api, fields.text("api"));
    }
    if (fields.has("gateways")) {
        KEEPWELL_TRY(place.gateways, fields.texts("gateways"));
    }
    if (place.api.empty() && place.gateways.empty()) {
        return fields.wrong("api", "or a gateway must be named");
    }
    if (fields.has("authorization")) {
        KEEPWELL_TRY(place.authorization, fields.path("authorization"));
    }
    if (fields.has("tls_ca")) {
        KEEPWELL_TRY(place.tlsCa, fields.path("tls_ca"));
    }
    return place;
}

std::error_code missing() { return std::make_error_code(std::errc::no_such_file_or_directory); }

Result<std::string> textOfFile(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return fail(ErrorCode::NotFound,
                    "there is no network file " + file.string()
                        + (error && error != missing() ? ": " + error.message() : ""));
    }
    std::ifstream stream{file, std::ios::binary};
    std::string text(kMostBytes + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    if (stream.bad() || (!stream.eof() && stream.fail())) {
        return fail(ErrorCode::Unavailable, "the network file cannot be read: " + file.string());
    }
    if (text.size() > kMostBytes) {
        return fail(ErrorCode::InvalidInput, "the network file is larger than 256 KiB");
    }
    return text;
}

Result<> readLedger(NetworkConfig &config, const NetworkFields &fields)
{
    KEEPWELL_TRY(const std::string kind, fields.text("kind"));
    if (kind == "embedded") {
        config.ledgerKind = ledger::Kind::Embedded;
        KEEPWELL_CHECK(fields.only({"kind", "path"}));
        KEEPWELL_TRY(config.ledgerPath, fields.path("path"));
        return {};
    }
    if (kind == "fabric") {
        config.ledgerKind = ledger::Kind::Fabric;
        KEEPWELL_TRY(config.fabric, fabricOf(fields));
        return {};
    }
    return fields.wrong("kind", "is unknown: \"" + kind + "\"");
}

Result<> readBlocks(NetworkConfig &config, const NetworkFields &fields)
{
    KEEPWELL_TRY(const std::string kind, fields.text("kind"));
    if (kind == "folder") {
        config.blocksKind = BlocksKind::Folder;
        KEEPWELL_CHECK(fields.only({"kind", "path"}));
        KEEPWELL_TRY(config.blocksPath, fields.path("path"));
        return {};
    }
    if (kind == "ipfs") {
        config.blocksKind = BlocksKind::Ipfs;
        KEEPWELL_TRY(config.ipfs, ipfsOf(fields));
        return {};
    }
    return fields.wrong("kind", "is unknown: \"" + kind + "\"");
}

} // namespace

NetworkConfig NetworkConfig::beside(const std::filesystem::path &home)
{
    const auto folder
        = (std::filesystem::absolute(home).lexically_normal() / "..").lexically_normal()
        / "network";
    return {.ledgerPath = folder / "ledger.db", .blocksPath = folder / "blocks"};
}

Result<NetworkConfig> NetworkConfig::read(const std::filesystem::path &file)
{
    KEEPWELL_TRY(const std::string text, textOfFile(file));
    return parse(text, std::filesystem::absolute(file).parent_path());
}

Result<NetworkConfig> NetworkConfig::parse(std::string_view json,
                                           const std::filesystem::path &relativeTo)
{
    KEEPWELL_TRY(const NetworkFields root, NetworkFields::parse(json, relativeTo));
    KEEPWELL_CHECK(root.only({"name", "id", "ledger", "blocks"}));
    NetworkConfig config;
    if (root.has("name")) {
        KEEPWELL_TRY(config.title, root.text("name"));
    }
    KEEPWELL_TRY(const NetworkFields ledger, root.object("ledger"));
    KEEPWELL_TRY(const NetworkFields blocks, root.object("blocks"));
    KEEPWELL_CHECK(readLedger(config, ledger));
    KEEPWELL_CHECK(readBlocks(config, blocks));
    return config;
}

Result<> NetworkConfig::write(const std::filesystem::path &file) const
{
    KEEPWELL_TRY(auto whole, audit::WholeFile::begin(file));
    KEEPWELL_CHECK(whole.write(toJson()));
    return whole.replace();
}

} // namespace keepwell
