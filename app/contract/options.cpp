// SPDX-License-Identifier: Apache-2.0
#include "app/contract/options.hpp"

#include "app/contract/genesis.hpp"
#include "core/contract/chaincode.hpp"

#include <CLI/CLI.hpp>

#include <sstream>

namespace keepwell::contractserver {
namespace {

constexpr std::string_view kFooter
    = "Give either --network, or --genesis-block and --contract, from which it follows.\n"
      "Peers dial this program; it dials nobody. It writes JSON lines to standard error.\n"
      "SIGTERM lets transactions end, then stops; a second one stops at once.\n"
      "Exit status: 0 stopped as asked, 2 usage, 3 a file is wrong, 6 a file is missing,\n"
      "7 the address cannot be listened on, 9 stopped before all transactions had ended.";

/// The words as they are given; the parser keeps pointers into it, so it is made once and stays.
struct Words
{
    std::string network;
    std::string genesisBlock;
    std::string contract;
    std::string certificate;
    std::string key;
    std::string clientCa;
    std::string log = "info";
    bool printNetwork = false;
    unsigned transactionSeconds = 45;
    unsigned stopSeconds = 20;
    Options options;
    CLI::App program{"Keepwell's contract, as a chaincode server of Hyperledger Fabric",
                     "keepwell-contract"};
};

void addIdentity(Words &words)
{
    CLI::App &program = words.program;
    program.add_option("--network", words.network, "The network id, 64 hex digits")
        ->envname("KEEPWELL_NETWORK");
    program.add_option("--genesis-block", words.genesisBlock, "Block 0 of the channel, a file")
        ->excludes("--network");
    program
        .add_option(
            "--contract", words.contract,
            "Name of the chaincode in the channel; with --network \"keepwell\" if not given")
        ->envname("KEEPWELL_CONTRACT_NAME");
    program.add_flag("--print-network", words.printNetwork, "Print the network id and end");
    program.add_option("--channel", words.options.home.channel, "Name of the channel")
        ->envname("KEEPWELL_CHANNEL");
    program.add_option("--msp", words.options.home.mspId, "MSP id of this organisation")
        ->envname("CORE_PEER_LOCALMSPID");
    program
        .add_option("--package-id", words.options.server.loop.packageId,
                    "Id of the installed package, label:hash")
        ->envname("CHAINCODE_ID");
}

void addServer(Words &words)
{
    CLI::App &program = words.program;
    ServerOptions &server = words.options.server;
    program.add_option("--address", server.address, "host:port to listen on")
        ->envname("CHAINCODE_SERVER_ADDRESS")
        ->capture_default_str();
    program.add_option("--tls-cert", words.certificate, "The server's certificates, a PEM file")
        ->envname("CHAINCODE_TLS_CERT");
    program.add_option("--tls-key", words.key, "The key of it, a PEM file")
        ->envname("CHAINCODE_TLS_KEY");
    program
        .add_option("--client-ca", words.clientCa,
                    "Only peers with a certificate of these authorities, a PEM file")
        ->envname("CHAINCODE_CLIENT_CA_CERT");
    program
        .add_option("--transactions", server.loop.session.mostAtWork,
                    "Transactions of a peer that may be at work at once")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    program.add_option("--streams", server.loop.mostStreams, "Peers that may be connected at once")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    program
        .add_option("--transaction-seconds", words.transactionSeconds,
                    "Longest life of a transaction; more than the peers' executetimeout")
        ->check(CLI::Range(1, 3600))
        ->capture_default_str();
    program
        .add_option("--stop-seconds", words.stopSeconds,
                    "How long transactions may take to end when the program stops")
        ->check(CLI::Range(0, 3600))
        ->capture_default_str();
    program.add_option("--log", words.log, "debug, info, warning or error")->capture_default_str();
}

Result<contract::NetworkId> networkOf(const Words &words)
{
    if (!words.network.empty()) {
        auto network = contract::NetworkId::parse(words.network);
        return network ? network : fail(ErrorCode::Usage, "--network: 64 hex digits are expected");
    }
    if (words.genesisBlock.empty() || words.contract.empty()) {
        return fail(ErrorCode::Usage, "--network is needed, or --genesis-block and --contract");
    }
    KEEPWELL_TRY(const Bytes32 genesis, genesisHashIn(words.genesisBlock));
    return contract::networkIdOf(genesis, words.contract);
}

Result<> readTls(Words &words)
{
    const bool hasCertificate = !words.certificate.empty();
    if (hasCertificate == words.key.empty() || (!words.clientCa.empty() && !hasCertificate)) {
        return fail(ErrorCode::Usage,
                    "--tls-cert and --tls-key go together; --client-ca needs both");
    }
    if (hasCertificate) {
        TlsFiles &files = words.options.server.tls.emplace();
        files.certificate = words.certificate;
        files.key = words.key;
        if (!words.clientCa.empty()) {
            files.clientCa = words.clientCa;
        }
    }
    return {};
}

Result<Options> optionsFrom(Words &words)
{
    Options &options = words.options;
    KEEPWELL_TRY(options.home.network, networkOf(words));
    options.home.contract = words.contract.empty() ? "keepwell" : words.contract;
    if (options.home.channel.empty() || options.server.loop.packageId.empty()) {
        return fail(ErrorCode::Usage, "--channel and --package-id are needed");
    }
    if (!contract::isMspId(options.home.mspId)) {
        return fail(ErrorCode::Usage, "--msp: the MSP id of this organisation is needed");
    }
    KEEPWELL_CHECK(readTls(words));
    const auto level = levelFrom(words.log);
    if (!level) {
        return fail(ErrorCode::Usage, "--log: debug, info, warning or error");
    }
    options.log = *level;
    options.server.loop.session.transaction = std::chrono::seconds{words.transactionSeconds};
    options.stopWithin = std::chrono::seconds{words.stopSeconds};
    return std::move(options);
}

} // namespace

Result<Parsed> parseOptions(int count, char **arguments)
{
    Words words;
    words.program.set_version_flag("--version", "keepwell-contract " KEEPWELL_VERSION,
                                   "Print the version");
    words.program.footer(std::string{kFooter});
    addIdentity(words);
    addServer(words);
    try {
        words.program.parse(count, arguments);
    } catch (const CLI::Success &answer) {
        std::ostringstream shown;
        words.program.exit(answer, shown, shown);
        return Parsed{.options = {}, .shown = shown.str()};
    } catch (const CLI::Error &error) {
        return fail(ErrorCode::Usage, std::string{error.what()} + " (--help shows how)");
    }
    if (words.printNetwork) {
        KEEPWELL_TRY(const contract::NetworkId network, networkOf(words));
        return Parsed{.options = {}, .shown = network.toHex() + "\n"};
    }
    KEEPWELL_TRY(Options options, optionsFrom(words));
    return Parsed{.options = std::move(options), .shown = {}};
}

} // namespace keepwell::contractserver
