// SPDX-License-Identifier: Apache-2.0
// network_probe NETWORK-FILE: a client of a channel that keeps none of a wallet's rules, for the tests beside it.
// It reads one JSON command a line and answers one JSON value a line:
//   {"do":"evaluate","at":GATEWAY,"function":F,"arguments":[HEX],"organisations":[MSP]}
//   {"do":"submit",  "own":BOOL,  "function":F,"arguments":[HEX],"organisations":[MSP],"transient":{NAME:HEX}}
//   {"do":"odd",     "function":F,"arguments":[HEX]}   sent with fields that nobody knows
//   -> {"answer":HEX,"block":N}  or  {"trouble":NUMBER,"code":NUMBER,"detail":TEXT}

#include "core/base/hex.hpp"
#include "core/crypto/hash.hpp"
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/gateway/gateway_client.hpp"
#include "tests/core/ledger/fabric/gateway/sent_in_memory.hpp"
#include "tests/network/network_file.hpp"
#include "tests/network/probe/odd_transaction.hpp"

#include <iostream>

namespace {

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using nlohmann::json;

ContractCall callOf(const json &command)
{
    ContractCall call;
    call.function = command.at("function");
    for (const std::string argument : command.at("arguments")) {
        call.arguments.push_back(fromHex(argument).value());
    }
    const json transient = command.value("transient", json::object());
    for (const auto &[name, value] : transient.items()) {
        call.transient.emplace_back(name, fromHex(value.get<std::string>()).value());
    }
    call.organisations = command.value("organisations", std::vector<std::string>{});
    return call;
}

json told(const GatewayError &error)
{
    return {{"trouble", static_cast<int>(error.trouble)},
            {"code", error.code ? static_cast<int>(*error.code) : -1},
            {"detail", error.error.detail}};
}

json done(GatewayClient &client, SentTransactions &sent, const json &command,
          const FabricConfig &config)
{
    const ContractCall call = callOf(command);
    if (command.at("do") == "odd") {
        return test::sendOdd(config, call, SystemClock{});
    }
    if (command.at("do") == "evaluate") {
        const auto answer = client.evaluateAt(command.value("at", std::size_t{0}), call);
        return answer ? json{{"answer", toHex(*answer)}} : told(answer.error());
    }
    static int acts = 0; // each is a new one, though its words be the same
    const contract::TxId act{crypto::sha256(bytesOf(std::to_string(++acts)))};
    const auto committed = client.submit(act, call, sent, command.value("own", false));
    return committed ? json{{"answer", toHex(committed->answer)}, {"block", committed->block}}
                     : told(committed.error());
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 2) {
        std::cerr << "network_probe NETWORK-FILE\n";
        return 2;
    }
    try {
        crypto::initialise();
        const SystemClock clock;
        const FabricConfig config = test::readNetworkFile(arguments[1]);
        auto client = GatewayClient::create(config, clock);
        if (!client) {
            std::cerr << client.error().detail << '\n';
            return 1;
        }
        test::SentInMemory sent;
        for (std::string line; std::getline(std::cin, line);) {
            std::cout << done(**client, sent, json::parse(line), config).dump() << std::endl;
        }
        return 0;
    } catch (const std::exception &wrong) {
        std::cerr << wrong.what() << '\n';
        return 1;
    }
}
