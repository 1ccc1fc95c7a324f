// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/demo_clock.hpp"
#include "core/wallet/wallet.hpp"

#include <filesystem>
#include <memory>
#include <string_view>

namespace keepwell::demo {

/// Somebody of the story with a wallet of their own, unlocked. One thread at a time.
struct Somebody
{
    std::unique_ptr<Wallet> wallet;
    std::int64_t patient = 0; ///< Eleanor among this wallet's contacts.
};

/// What happens in the three weeks before today, act by act, in wallets that it makes below one
/// folder. Each act returns the first error it meets. One thread at a time.
class DemoStory
{
public:
    DemoStory(std::filesystem::path folder, Instant today);

    Result<> makeWallets();       ///< Eleanor and Dr Okafor, on a network of their own.
    Result<> importRecords();     ///< Her years of records.
    Result<> meetDoctor();        ///< Contacts on both sides, check words compared.
    Result<> shareWithDoctor();   ///< For the diabetes review; opened the next morning.
    Result<> askPharmacy();       ///< A pharmacy that opens her medicines.
    Result<> showScan();          ///< An imaging practice that opens her scan.
    Result<> deliverBloodTests(); ///< New results from Dr Okafor, filed and added to the share.
    Result<> stopShowingScan();   ///< The share is stopped; the next attempt is refused.
    Result<> lastDays();          ///< Opened again, and one share nobody has opened yet.

private:
    Result<std::unique_ptr<Wallet>> newWallet(const std::filesystem::path &home,
                                              std::string_view name, identity::Role role);
    /// Invite, accept, compare the words. The value is them among Eleanor's contacts.
    Result<std::int64_t> meet(Somebody &other);
    Result<contract::GrantId> share(std::int64_t with, const std::vector<RecordKind> &kinds,
                                    int purpose, std::string_view reason, int days);
    Result<> open(Somebody &by, const contract::GrantId &grant, std::string_view reason);
    Result<> import(std::string_view name, std::string_view bundle);
    Result<std::filesystem::path> written(std::string_view name, std::string_view bundle);

    std::filesystem::path m_folder;
    DemoClock m_clock;
    std::unique_ptr<Wallet> m_eleanor;
    Somebody m_doctor;
    Somebody m_pharmacy;
    Somebody m_imaging;
    std::int64_t m_doctorAsContact = 0;
    contract::GrantId m_review;
    contract::GrantId m_medicines;
    contract::GrantId m_scan;
};

/// Below the demo's folder: wallets and files that are only needed while the story is told.
std::filesystem::path backstageIn(const std::filesystem::path &folder);

} // namespace keepwell::demo
