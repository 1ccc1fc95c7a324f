// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sodium.hpp"
#include "core/wallet/wallet.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>

/// Two real wallets on one network in a temporary folder, and a clock that tests move.
namespace keepwell::test {

class MovingClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    void advance(std::chrono::seconds by) { m_now += by; }
    void set(Instant to) { m_now = to; }

private:
    Instant m_now = SystemClock{}.now();
};

inline crypto::SecretText secret(std::string text)
{
    return crypto::SecretText::take(std::span<char>{text});
}

/// The value, or the test fails with the error's words.
template <class T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s", result.error().detail.c_str());
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

inline std::string words(const Error &error) { return error.detail; }

/// A small record set of somebody made up.
inline std::string bundleOf(const std::string &family)
{
    return R"({"resourceType":"Bundle","type":"collection","entry":[
 {"resource":{"resourceType":"Patient","id":"p","name":[{"family":")"
        + family + R"(","given":["Eleanor"]}],"birthDate":"1956-03-14"}},
 {"resource":{"resourceType":"AllergyIntolerance","id":"a","code":{"text":"Penicillin"},
  "patient":{"reference":"Patient/p"}}},
 {"resource":{"resourceType":"Observation","id":"o","status":"final",
  "category":[{"coding":[{"code":"laboratory"}]}],"code":{"text":"Creatinine"},
  "subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-11-02",
  "valueQuantity":{"value":5.50,"unit":"mg/dL"}}},
 {"resource":{"resourceType":"Condition","id":"c","code":{"text":"Chronic kidney disease"},
  "subject":{"reference":"Patient/p"}}}]})";
}

class TwoWallets
{
public:
    /// With a node at `ipfsApi`, blocks are on IPFS; without, in a folder.
    explicit TwoWallets(std::string ipfsApi = {}) : m_ipfsApi{std::move(ipfsApi)}
    {
        patient = make("patient", "Eleanor Marsh", identity::Role::Patient, m_patientSeed);
        clinician
            = make("clinician", "Dr Amara Okafor", identity::Role::Clinician, m_clinicianSeed);
    }

    std::filesystem::path path(const std::string &name) const
    {
        return std::filesystem::path{m_folder.path().toStdString()} / name;
    }

    NetworkConfig network() const
    {
        NetworkConfig config{.ledgerPath = path("network/ledger.db"),
                             .blocksPath = path("network/blocks")};
        if (!m_ipfsApi.empty()) {
            config.blocksKind = BlocksKind::Ipfs;
            config.ipfs.api = m_ipfsApi;
        }
        return config;
    }

    std::filesystem::path write(const std::string &name, const std::string &text) const
    {
        QFile file{QString::fromStdString(path(name).string())};
        if (!file.open(QIODevice::WriteOnly)
            || file.write(text.data(), static_cast<qint64>(text.size())) < 0) {
            qFatal("cannot write a test file");
        }
        return path(name);
    }

    /// Both are contacts of each other, check words compared.
    void pair()
    {
        const Bytes invite = must(clinician->createInvite());
        must(patient->acceptInvite(invite));
        must(clinician->sync());
        for (Wallet *wallet : {patient.get(), clinician.get()}) {
            const auto contacts = must(wallet->contacts());
            QCOMPARE(contacts.size(), std::size_t{1});
            must(wallet->confirmContact(contacts[0].id));
        }
    }

    std::int64_t contactOf(Wallet &wallet) const { return must(wallet.contacts()).at(0).id; }

    void importRecords() { must(patient->import({write("records.json", bundleOf("Marsh"))}, {})); }

    ShareResult shareAll(std::uint64_t maxOpens = 0)
    {
        return must(patient->share(contactOf(*patient), {},
                                   {.purpose = 0,
                                    .reason = "kidney check",
                                    .until = clock.now() + std::chrono::days{7},
                                    .maxOpens = maxOpens}));
    }

    const crypto::Seed &patientSeed() const { return m_patientSeed; }

    MovingClock clock;
    std::unique_ptr<Wallet> patient;
    std::unique_ptr<Wallet> clinician;

private:
    std::unique_ptr<Wallet> make(const std::string &home, const std::string &name,
                                 identity::Role role, const crypto::Seed &seed)
    {
        return must(Wallet::create({.home = path(home),
                                    .name = name,
                                    .role = role,
                                    .network = network(),
                                    .cost = crypto::PassphraseCost::low()},
                                   seed, secret("a test passphrase"), clock));
    }

    QTemporaryDir m_folder;
    std::string m_ipfsApi;
    crypto::Seed m_patientSeed = crypto::Seed::random();
    crypto::Seed m_clinicianSeed = crypto::Seed::random();
};

} // namespace keepwell::test
