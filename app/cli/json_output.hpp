// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/demo_wallets.hpp"
#include "core/audit/proof_check.hpp"
#include "core/ledger/embedded/ledger_check.hpp"
#include "core/wallet/wallet.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What each command says with --json: one value, with the keys that scripts rely on. Where a
/// list may be an older state, `asOf` is its time and each row carries it as "as_of".
namespace keepwell::cli::json {

using AsOf = std::optional<std::string>;

std::string error(const Error &error);

std::string newWallet(identity::Role role, std::string_view networkId, std::string_view phrase);
std::string restored(const RestoreReport &report);
std::string status(const WalletStatus &status, const AsOf &asOf);
std::string network(const NetworkConfig &config, std::string_view networkId);
std::string demo(const demo::DemoWallets &wallets);

std::string people(const std::vector<Person> &rows);
std::string contacts(const std::vector<ContactRow> &rows, const AsOf &asOf);
std::string contact(const ContactRow &row, SendState state);
std::string invite(const std::filesystem::path &file, std::string_view link);

/// With `error` beside the report where the import failed.
std::string imported(const ImportReport &report, SendState state,
                     const std::optional<Error> &error);
std::string records(const std::vector<RecordRow> &rows);
std::string summary(const Summary &summary);
std::string exported(const ExportReport &report);

std::string shared(const ShareResult &result);
/// `included`: the records of the one share that is shown.
std::string shares(const std::vector<ShareRow> &rows, const AsOf &asOf,
                   const std::vector<RecordRow> *included = nullptr);
std::string inbox(const std::vector<InboxRow> &rows, const AsOf &asOf);
std::string opened(const OpenedShare &share, const std::filesystem::path &out);

std::string delivered(const contract::DeliveryId &delivery, SendState state);
/// `own`: the name that an outgoing delivery is from.
std::string deliveries(const std::vector<DeliveryRow> &rows, std::string_view own,
                       const AsOf &asOf);

std::string synced(const SyncReport &report);
std::string activity(const std::vector<ActivityRow> &rows, const AsOf &asOf);
std::string verified(const VerifyReport &report, const std::optional<Error> &error);
std::string proofChecked(const audit::ProofReport &report, const std::optional<Error> &error);
std::string ledgerChecked(const ledger::LedgerReport &report, const std::optional<Error> &error);

} // namespace keepwell::cli::json
