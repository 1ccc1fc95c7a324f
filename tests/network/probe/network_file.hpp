// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/fabric_config.hpp"
#include "core/ledger/fabric/sent_transactions.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <sstream>

namespace keepwell::test {

inline std::string contentOf(const std::string &path)
{
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return text.str();
}

/// What the network file of a wallet says of its ledger. Throws what is wrong with the file.
inline ledger::fabric::FabricConfig readNetworkFile(const std::string &path)
{
    const nlohmann::json ledger = nlohmann::json::parse(contentOf(path)).at("ledger");
    ledger::fabric::FabricConfig config;
    for (const nlohmann::json &gateway : ledger.at("gateways")) {
        config.gateways.push_back({.endpoint = gateway.at("endpoint"),
                                   .mspId = gateway.at("msp_id"),
                                   .tlsCa = contentOf(gateway.at("tls_ca"))});
    }
    config.channel = ledger.at("channel");
    config.contract = ledger.at("contract");
    config.certificate = contentOf(ledger.at("certificate"));
    std::string key = contentOf(ledger.at("private_key"));
    config.privateKey = crypto::SecretText::take(key);
    return config;
}

/// Keeps what was sent while the program runs.
class SentInMemory final : public ledger::fabric::SentTransactions
{
public:
    Result<> store(const ledger::fabric::SentTransaction &sent) override
    {
        m_sent.insert_or_assign(sent.envelope, sent);
        return {};
    }
    Result<std::optional<ledger::fabric::SentTransaction>> find(const contract::TxId &act) override
    {
        const auto found = m_sent.find(act);
        return found == m_sent.end() ? std::nullopt : std::optional{found->second};
    }
    Result<> forget(const contract::TxId &act) override
    {
        m_sent.erase(act);
        return {};
    }

private:
    std::map<contract::TxId, ledger::fabric::SentTransaction> m_sent;
};

} // namespace keepwell::test
