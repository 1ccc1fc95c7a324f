// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/wallet/network_config.hpp"

#include <nlohmann/json.hpp>

namespace keepwell {

namespace {

using Json = nlohmann::ordered_json;

Json ledgerOf(const NetworkConfig &config)
{
    if (config.ledgerKind == ledger::Kind::Embedded) {
        return {{"kind", "embedded"}, {"path", config.ledgerPath.string()}};
    }
    const FabricPlace &place = config.fabric;
    Json gateways = Json::array();
    for (const FabricGatewayPlace &gateway : place.gateways) {
        gateways.push_back(
            {{"endpoint", gateway.endpoint}, {"tls_ca", gateway.tlsCa}, {"msp_id", gateway.mspId}});
    }
    Json json{{"kind", "fabric"},
              {"gateways", std::move(gateways)},
              {"channel", place.channel},
              {"contract", place.contract}};
    if (place.genesis) {
        json["genesis"] = toHex(*place.genesis);
    }
    if (place.isLight) {
        json["catch_up"] = "light";
    }
    if (!place.certificate.empty()) {
        json["certificate"] = place.certificate.string();
        json["private_key"] = place.privateKey.string();
    }
    if (!place.tlsCertificate.empty()) {
        json["tls_certificate"] = place.tlsCertificate.string();
        json["tls_private_key"] = place.tlsPrivateKey.string();
    }
    if (place.enrolment) {
        json["enrolment"] = {{"url", place.enrolment->url}, {"tls_ca", place.enrolment->tlsCa}};
        if (!place.enrolment->name.empty()) {
            json["enrolment"]["ca_name"] = place.enrolment->name;
        }
    }
    return json;
}

Json blocksOf(const NetworkConfig &config)
{
    if (config.blocksKind == BlocksKind::Folder) {
        return {{"kind", "folder"}, {"path", config.blocksPath.string()}};
    }
    Json json{{"kind", "ipfs"}};
    if (!config.ipfs.api.empty()) {
        json["api"] = config.ipfs.api;
    }
    json["gateways"] = config.ipfs.gateways;
    if (!config.ipfs.authorization.empty()) {
        json["authorization"] = config.ipfs.authorization.string();
    }
    if (!config.ipfs.tlsCa.empty()) {
        json["tls_ca"] = config.ipfs.tlsCa.string();
    }
    return json;
}

} // namespace

std::string NetworkConfig::toJson() const
{
    Json json;
    if (!title.empty()) {
        json["name"] = title;
    }
    json["ledger"] = ledgerOf(*this);
    json["blocks"] = blocksOf(*this);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace keepwell
