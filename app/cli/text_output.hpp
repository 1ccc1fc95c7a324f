// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/demo_wallets.hpp"
#include "core/audit/proof_check.hpp"
#include "core/ledger/embedded/ledger_check.hpp"
#include "core/wallet/wallet.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// What each command says to people: the pendants of json_output.hpp. Text from outside comes out
/// with its control and bidi characters neutralised.
namespace keepwell::cli::text {

std::string newWallet(const NewWallet &wallet, std::string_view phrase,
                      const std::filesystem::path &phraseFile);
std::string restored(const RestoreReport &report);
std::string status(const WalletStatus &status);
/// That the files of keys are not needed any more; empty where none was named.
std::string keysTaken(const NetworkConfig &config);
/// What moving to another network would keep and end.
std::string movePlan(const MovePlan &plan);
std::string joined(const MovePlan &plan);
std::string demo(const demo::DemoWallets &wallets);

std::string people(const std::vector<Person> &rows);
std::string contacts(const std::vector<ContactRow> &rows);
std::string contact(const ContactRow &row);
std::string invite(const std::filesystem::path &file, std::string_view link);

std::string imported(const ImportReport &report, bool dryRun);
std::string records(const std::vector<RecordRow> &rows);

std::string shared(const ShareResult &result);
std::string shares(const std::vector<ShareRow> &rows);
std::string inbox(const std::vector<InboxRow> &rows);
std::string opened(const OpenedShare &share, const std::filesystem::path &out);
std::string deliveries(const std::vector<DeliveryRow> &rows);

std::string synced(const SyncReport &report);
std::string activity(const std::vector<ActivityRow> &rows);
std::string verified(const VerifyReport &report);
std::string proofChecked(const audit::ProofReport &report);
std::string ledgerChecked(const ledger::LedgerReport &report);

} // namespace keepwell::cli::text
