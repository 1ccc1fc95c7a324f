// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/session.hpp"

namespace CLI { // NOLINT(readability-identifier-naming): CLI11 names it so
class App;
}

/// Each adds its family of commands to the program; when one of them is named in the arguments,
/// parsing puts what it does into `chosen`.
namespace keepwell::cli {

void addWalletCommands(CLI::App &program, Command &chosen);   ///< init restore passphrase status
void addPersonCommands(CLI::App &program, Command &chosen);   ///< person
void addContactCommands(CLI::App &program, Command &chosen);  ///< contact
void addImportCommand(CLI::App &program, Command &chosen);    ///< import
void addRecordCommands(CLI::App &program, Command &chosen);   ///< records record summary export
void addShareCommands(CLI::App &program, Command &chosen);    ///< share
void addInboxCommands(CLI::App &program, Command &chosen);    ///< inbox
void addDeliveryCommands(CLI::App &program, Command &chosen); ///< deliver delivery
void addActivityCommands(CLI::App &program, Command &chosen); ///< sync activity verify
void addProofCommands(CLI::App &program, Command &chosen);    ///< proof
void addLedgerCommands(CLI::App &program, Command &chosen);   ///< ledger
void addNetworkCommands(CLI::App &program, Command &chosen);  ///< network
void addDemoCommand(CLI::App &program, Command &chosen);      ///< demo

/// What an act came to, by whether anything still waits in the outbox.
Result<SendState> sendStateOf(Wallet &wallet);

} // namespace keepwell::cli
