// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/fabric_config.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace keepwell::test {

inline std::string contentOf(const std::string &path)
{
    std::ifstream file{path};
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// What the mirrors of these programs are sealed with, in every run: none of them has a vault.
inline ledger::fabric::MirrorKey mirrorKey()
{
    std::array<std::byte, ledger::fabric::MirrorKey::kBytes> bytes{std::byte{1}};
    return ledger::fabric::MirrorKey::take(bytes);
}

/// A wallet's network file as fabric_network.py writes it. Throws what nlohmann_json throws.
inline ledger::fabric::FabricConfig readNetworkFile(const std::string &path)
{
    const nlohmann::json told = nlohmann::json::parse(contentOf(path)).at("ledger");
    ledger::fabric::FabricConfig config;
    for (const nlohmann::json &gateway : told.at("gateways")) {
        config.gateways.push_back({.endpoint = gateway.at("endpoint"),
                                   .mspId = gateway.at("msp_id"),
                                   .tlsCa = contentOf(gateway.at("tls_ca"))});
    }
    config.channel = told.at("channel");
    config.contract = told.at("contract");
    config.certificate = contentOf(told.at("certificate"));
    const auto secretOf = [](const std::string &place) {
        std::string key = contentOf(place);
        return crypto::SecretText::take(key);
    };
    config.privateKey = secretOf(told.at("private_key"));
    config.mirrorKey = mirrorKey();
    if (told.contains("tls_certificate")) {
        config.tlsIdentity = {.certificate = contentOf(told.at("tls_certificate")),
                              .privateKey = secretOf(told.at("tls_private_key"))};
    }
    return config;
}

} // namespace keepwell::test
