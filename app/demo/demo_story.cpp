// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_story.hpp"

#include "app/demo/demo_passphrase.hpp"
#include "app/demo/demo_records.hpp"
#include "app/demo/demo_wallets.hpp"

#include <algorithm>
#include <fstream>

namespace keepwell::demo {

namespace {

using namespace std::chrono_literals;

constexpr int kTreatment = 0; // contract::Purpose TREAT

NetworkConfig networkIn(const std::filesystem::path &folder)
{
    return {.ledgerPath = folder / "network" / "ledger.db",
            .blocksPath = folder / "network" / "blocks"};
}

Result<> confirm(Wallet &wallet, std::int64_t contact)
{
    // Two screens beside each other: the words are the same, this program made both sides.
    return wallet.confirmContact(contact);
}

} // namespace

std::filesystem::path backstageIn(const std::filesystem::path &folder)
{
    return folder / "backstage";
}

DemoStory::DemoStory(std::filesystem::path folder, Instant today)
    : m_folder{std::move(folder)}, m_clock{today}
{
}

Result<std::unique_ptr<Wallet>> DemoStory::newWallet(const std::filesystem::path &home,
                                                     std::string_view name, identity::Role role)
{
    NewWallet what;
    what.home = home;
    what.name = name;
    what.role = role;
    what.network = networkIn(m_folder);
    what.cost = crypto::PassphraseCost::low();
    return Wallet::create(what, crypto::Seed::random(), demoPassphrase(), m_clock);
}

Result<> DemoStory::makeWallets()
{
    m_clock.set(21, 10h);
    const DemoWallets places = demoWalletsIn(m_folder);
    KEEPWELL_TRY(m_eleanor, newWallet(places.patient, "Eleanor Marsh", identity::Role::Patient));
    KEEPWELL_TRY(m_doctor.wallet,
                 newWallet(places.clinician, "Dr Amara Okafor", identity::Role::Clinician));
    return {};
}

Result<std::filesystem::path> DemoStory::written(std::string_view name, std::string_view bundle)
{
    const auto file = backstageIn(m_folder) / name;
    std::ofstream stream{file, std::ios::binary};
    stream << bundle;
    if (!stream.flush()) {
        return fail(ErrorCode::Unavailable, file.string() + " cannot be written");
    }
    return file;
}

Result<> DemoStory::import(std::string_view name, std::string_view bundle)
{
    KEEPWELL_TRY(const auto file, written(name, bundle));
    // The file names her, so it files itself, and tells the wallet her birth date.
    KEEPWELL_TRY(const ImportReport report, m_eleanor->import({file}, ImportOptions{}));
    return records::outcomeOf(report);
}

Result<> DemoStory::importRecords()
{
    m_clock.set(21, 10h + 20min);
    return import("eleanor-marsh.json", recordsOfEleanor());
}

Result<std::int64_t> DemoStory::meet(Somebody &other)
{
    KEEPWELL_TRY(const Bytes invite, m_eleanor->createInvite());
    KEEPWELL_TRY(const ContactRow patient, other.wallet->acceptInvite(invite));
    KEEPWELL_CHECK(other.wallet->sync());
    KEEPWELL_CHECK(m_eleanor->sync());
    KEEPWELL_TRY(const std::int64_t contact, m_eleanor->findContact(other.wallet->ownerName()));
    other.patient = patient.id;
    KEEPWELL_CHECK(confirm(*other.wallet, patient.id));
    KEEPWELL_CHECK(confirm(*m_eleanor, contact));
    return contact;
}

Result<contract::GrantId> DemoStory::share(std::int64_t with, const std::vector<RecordKind> &kinds,
                                           int purpose, std::string_view reason, int days)
{
    Selection selection;
    selection.kinds = kinds;
    ShareTerms terms;
    terms.purpose = purpose;
    terms.reason = reason;
    terms.until = m_clock.now() + std::chrono::days{days};
    KEEPWELL_TRY(const ShareResult result, m_eleanor->share(with, selection, terms));
    return result.grant;
}

Result<> DemoStory::open(Somebody &by, const contract::GrantId &grant, std::string_view reason)
{
    KEEPWELL_CHECK(by.wallet->sync());
    KEEPWELL_CHECK(by.wallet->open(grant, reason));
    return {};
}

Result<> DemoStory::meetDoctor()
{
    m_clock.set(20, 9h + 30min);
    KEEPWELL_TRY(m_doctorAsContact, meet(m_doctor));
    return {};
}

Result<> DemoStory::shareWithDoctor()
{
    m_clock.set(19, 18h + 5min);
    KEEPWELL_TRY(m_review,
                 share(m_doctorAsContact,
                       {RecordKind::Allergy, RecordKind::Condition, RecordKind::Medication,
                        RecordKind::Result, RecordKind::Vital, RecordKind::Document},
                       kTreatment, "Diabetes review", 110));
    m_clock.set(18, 9h + 14min);
    return open(m_doctor, m_review, "Preparing the diabetes review");
}

Result<> DemoStory::askPharmacy()
{
    m_clock.set(15, 8h + 50min);
    KEEPWELL_TRY(m_pharmacy.wallet,
                 newWallet(backstageIn(m_folder) / "pharmacy", "Larkmere Pharmacy",
                           identity::Role::Organisation));
    KEEPWELL_TRY(const std::int64_t contact, meet(m_pharmacy));
    KEEPWELL_TRY(m_medicines,
                 share(contact, {RecordKind::Medication, RecordKind::Allergy}, kTreatment,
                       "Repeat prescription", 60));
    m_clock.set(15, 9h + 2min);
    return open(m_pharmacy, m_medicines, "Repeat prescription");
}

Result<> DemoStory::showScan()
{
    m_clock.set(13, 14h);
    KEEPWELL_TRY(m_imaging.wallet,
                 newWallet(backstageIn(m_folder) / "imaging", "Coastline Imaging",
                           identity::Role::Organisation));
    KEEPWELL_TRY(const std::int64_t contact, meet(m_imaging));
    KEEPWELL_TRY(
        m_scan,
        share(contact, {RecordKind::Imaging}, kTreatment, "Second look at the kidney scan", 30));
    m_clock.set(12, 11h + 30min);
    return open(m_imaging, m_scan, "Second look at the kidney scan");
}

Result<> DemoStory::deliverBloodTests()
{
    m_clock.set(10, 17h + 5min);
    KEEPWELL_TRY(const auto file, written("blood-tests-2026-11-12.json", bloodTestsToDeliver()));
    KEEPWELL_CHECK(
        m_doctor.wallet->deliver(m_doctor.patient, {file}, "Your blood tests of 12 November"));
    m_clock.set(10, 19h + 40min);
    KEEPWELL_CHECK(m_eleanor->sync());
    m_clock.set(9, 8h + 10min);
    KEEPWELL_CHECK(m_eleanor->updateShare(m_review));
    m_clock.set(8, 9h + 41min);
    return open(m_doctor, m_review, "Looking at the new blood tests");
}

Result<> DemoStory::stopShowingScan()
{
    m_clock.set(6, 20h + 15min);
    KEEPWELL_CHECK(m_eleanor->revoke({m_scan}));
    m_clock.set(5, 16h + 2min);
    const auto refused = open(m_imaging, m_scan, "Second look at the kidney scan");
    if (refused) {
        return fail(ErrorCode::Failed, "the demo's stopped share could be opened");
    }
    return refused.error().code == ErrorCode::Denied ? Result<>{}
                                                     : std::unexpected{refused.error()};
}

Result<> DemoStory::lastDays()
{
    m_clock.set(2, 9h + 2min);
    KEEPWELL_CHECK(open(m_pharmacy, m_medicines, "Repeat prescription"));
    m_clock.set(1, 18h + 20min);
    KEEPWELL_CHECK(share(m_doctorAsContact, {RecordKind::Imaging}, kTreatment,
                         "What the kidney scan means for my tablets", 30));
    m_clock.set(0, 9h + 14min);
    KEEPWELL_CHECK(open(m_doctor, m_review, "Diabetes review"));
    KEEPWELL_CHECK(m_eleanor->sync());
    KEEPWELL_CHECK(m_doctor.wallet->sync());
    return {};
}

} // namespace keepwell::demo
