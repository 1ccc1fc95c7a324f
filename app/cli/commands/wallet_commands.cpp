// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/output_file.hpp"
#include "app/cli/phrase.hpp"
#include "app/cli/secret_line.hpp"
#include "app/cli/text_output.hpp"
#include "core/identity/mnemonic.hpp"

namespace keepwell::cli {

namespace {

struct NewWalletOptions
{
    std::string name;
    std::string role;
    std::filesystem::path network;
    std::filesystem::path phraseFile;
    std::string cost = "normal";
};

struct PassphraseOptions
{
    std::filesystem::path newPassphraseFile;
    std::filesystem::path phraseFile;
};

struct NoOptions
{
};

void addNewWalletOptions(CLI::App &command, NewWalletOptions &options)
{
    command.add_option("--name", options.name, "Your name, as others shall see it")->required();
    command.add_option("--role", options.role, "patient, clinician, organisation or sponsor")
        ->required()
        ->check(CLI::IsMember({"patient", "clinician", "organisation", "sponsor"}));
    command.add_option("--network", options.network, "The network file");
    command.add_option("--unlock-cost", options.cost, "How much work a guess costs")
        ->check(CLI::IsMember({"low", "normal", "high"}));
}

Result<NewWallet> newWalletOf(const Session &session, const NewWalletOptions &options)
{
    NewWallet wallet;
    wallet.home = session.options().home;
    wallet.name = options.name;
    KEEPWELL_TRY(wallet.role, identity::parseRole(options.role));
    wallet.cost = unlockCostNamed(options.cost);
    wallet.isClockRight = session.options().clockIsRight;
    if (options.network.empty()) {
        wallet.network = NetworkConfig::beside(wallet.home);
    } else {
        KEEPWELL_TRY(wallet.network, NetworkConfig::read(options.network));
    }
    if (Wallet::existsAt(wallet.home)) {
        return fail(ErrorCode::Conflict,
                    "there is a wallet in " + wallet.home.string()
                        + " already; it was not changed");
    }
    return wallet;
}

Result<Answer> init(Session &session, const NewWalletOptions &options)
{
    KEEPWELL_TRY(const NewWallet what, newWalletOf(session, options));
    if (!options.phraseFile.empty()) {
        KEEPWELL_CHECK(checkNewFile(options.phraseFile));
    }
    KEEPWELL_TRY(const crypto::SecretText passphrase, session.newPassphrase());
    const crypto::Seed seed = crypto::Seed::random();
    const crypto::SecretText phrase = identity::toPhrase(seed);
    // Before the wallet is there: a phrase without a wallet is harmless, the other way is a loss.
    if (!options.phraseFile.empty()) {
        KEEPWELL_CHECK(writePhrase(options.phraseFile, phrase));
    }
    auto wallet = Wallet::create(what, seed, passphrase, session.clock());
    if (!wallet) {
        if (!options.phraseFile.empty()) {
            std::error_code ignored;
            std::filesystem::remove(options.phraseFile, ignored);
        }
        return std::unexpected{wallet.error()};
    }
    KEEPWELL_TRY(const WalletStatus status, (*wallet)->status());
    const std::string_view shown
        = options.phraseFile.empty() ? phraseCharacters(phrase) : std::string_view{};
    return Answer{.json = json::newWallet(what.role, status.networkId, shown),
                  .text = text::newWallet(what, shown, options.phraseFile),
                  .isSecret = !shown.empty()};
}

Result<crypto::Seed> readSeed(const std::filesystem::path &file)
{
    KEEPWELL_TRY(const SecretFile phrase, readSecretFile(file));
    return identity::parsePhrase(phrase.line);
}

Result<Answer> restore(Session &session, const NewWalletOptions &options)
{
    KEEPWELL_TRY(const NewWallet what, newWalletOf(session, options));
    KEEPWELL_TRY(const crypto::Seed seed, readSeed(options.phraseFile));
    KEEPWELL_TRY(const crypto::SecretText passphrase, session.newPassphrase());
    RestoreReport report{};
    KEEPWELL_TRY(const auto wallet,
                 Wallet::restore(what, seed, passphrase, session.clock(), report, session.stop(),
                                 session.progress("Looking for your entries")));
    return Answer{.json = json::restored(report), .text = text::restored(report)};
}

Result<Answer> changePassphrase(Session &session, const PassphraseOptions &options)
{
    KEEPWELL_CHECK(Wallet::demandAt(session.options().home));
    KEEPWELL_TRY(const crypto::SecretText current, session.passphrase());
    KEEPWELL_TRY(const SecretFile next, readSecretFile(options.newPassphraseFile));
    KEEPWELL_TRY(const auto wallet,
                 Wallet::unlock(session.options().home, current, session.clock()));
    KEEPWELL_CHECK(wallet->changePassphrase(current, next.line));
    return Answer{.text = "The passphrase is changed.\n"};
}

Result<Answer> resetPassphrase(Session &session, const PassphraseOptions &options)
{
    KEEPWELL_TRY(const crypto::Seed seed, readSeed(options.phraseFile));
    KEEPWELL_TRY(const SecretFile next, readSecretFile(options.newPassphraseFile));
    KEEPWELL_CHECK(Wallet::resetPassphrase(session.options().home, seed, next.line));
    return Answer{.text = "The passphrase is new.\n"};
}

Result<Answer> status(Session &session, const NoOptions &)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const auto asOf, session.refresh(*wallet));
    KEEPWELL_TRY(const WalletStatus status, wallet->status());
    return Answer{.json = json::status(status, asOf), .text = text::status(status)};
}

} // namespace

Result<SendState> sendStateOf(Wallet &wallet)
{
    KEEPWELL_TRY(const WalletStatus status, wallet.status());
    return status.outbox > 0 ? SendState::Queued : SendState::Done;
}

void addWalletCommands(CLI::App &program, Command &chosen)
{
    const auto fresh = std::make_shared<NewWalletOptions>();
    CLI::App &initialise = addCommand(program, "init", "Make a new wallet", chosen, fresh, init);
    addNewWalletOptions(initialise, *fresh);
    initialise.add_option("--phrase-file", fresh->phraseFile,
                          "A new file for the recovery phrase, instead of printing it");

    const auto again = std::make_shared<NewWalletOptions>();
    CLI::App &restoring = addCommand(program, "restore", "Make the same wallet on this computer",
                                     chosen, again, restore);
    addNewWalletOptions(restoring, *again);
    restoring.add_option("--phrase-file", again->phraseFile, "The file with the recovery phrase")
        ->required();

    CLI::App &passphrase = addFamily(program, "passphrase", "Change or reset the passphrase");
    const auto change = std::make_shared<PassphraseOptions>();
    addCommand(passphrase, "change", "Give it a new one", chosen, change, changePassphrase)
        .add_option("--new-passphrase-file", change->newPassphraseFile, "The new one's file")
        ->required();
    const auto reset = std::make_shared<PassphraseOptions>();
    CLI::App &resetting
        = addCommand(passphrase, "reset", "By the recovery phrase", chosen, reset, resetPassphrase);
    resetting.add_option("--phrase-file", reset->phraseFile, "The file with the recovery phrase")
        ->required();
    resetting.add_option("--new-passphrase-file", reset->newPassphraseFile, "The new one's file")
        ->required();

    addCommand(program, "status", "How the wallet is", chosen, std::make_shared<NoOptions>(),
               status);
}

} // namespace keepwell::cli
