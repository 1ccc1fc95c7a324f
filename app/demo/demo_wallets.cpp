// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_wallets.hpp"

#include "app/demo/demo_passphrase.hpp"
#include "app/demo/demo_story.hpp"

#include <array>
#include <fstream>

namespace keepwell::demo {

namespace {

constexpr std::array kActs
    = {&DemoStory::makeWallets,       &DemoStory::importRecords,   &DemoStory::meetDoctor,
       &DemoStory::shareWithDoctor,   &DemoStory::askPharmacy,     &DemoStory::showScan,
       &DemoStory::deliverBloodTests, &DemoStory::stopShowingScan, &DemoStory::lastDays};

/// The folder of a demo in the making: goes away with all that is in it unless it is kept.
class Stage
{
public:
    static Result<Stage> open(const std::filesystem::path &folder)
    {
        std::error_code error;
        const bool isNew = !std::filesystem::exists(folder, error);
        if (!isNew
            && (!std::filesystem::is_directory(folder, error)
                || !std::filesystem::is_empty(folder, error))) {
            return fail(ErrorCode::Conflict,
                        folder.string() + " is not an empty folder; nothing was changed");
        }
        std::filesystem::create_directories(backstageIn(folder), error);
        if (error) {
            return fail(ErrorCode::Unavailable,
                        folder.string() + " cannot be made: " + error.message());
        }
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
        return Stage{folder, isNew};
    }

    ~Stage()
    {
        if (m_folder.empty()) {
            return;
        }
        std::error_code ignored;
        const auto unwanted = m_isKept ? backstageIn(m_folder) : m_folder;
        std::filesystem::remove_all(unwanted, ignored);
        if (!m_isKept && !m_isNew) {
            std::filesystem::create_directory(m_folder, ignored);
        }
    }
    Stage(Stage &&other) noexcept
        : m_folder{std::exchange(other.m_folder, {})}, m_isNew{other.m_isNew}
    {
    }
    Stage &operator=(Stage &&) = delete;

    void keep() { m_isKept = true; }

private:
    Stage(std::filesystem::path folder, bool isNew) : m_folder{std::move(folder)}, m_isNew{isNew} {}

    std::filesystem::path m_folder;
    bool m_isNew;
    bool m_isKept = false;
};

Result<> writePassphrase(const std::filesystem::path &file)
{
    std::ofstream stream{file, std::ios::binary};
    stream << kDemoPassphrase << '\n';
    std::error_code ignored;
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    return stream.flush() ? Result<>{}
                          : fail(ErrorCode::Unavailable, file.string() + " cannot be written");
}

} // namespace

DemoWallets demoWalletsIn(const std::filesystem::path &folder)
{
    return {.patient = folder / "patient",
            .clinician = folder / "clinician",
            .passphraseFile = folder / "passphrase"};
}

Result<DemoWallets> makeDemoWallets(const std::filesystem::path &folder, const Clock &clock,
                                    std::stop_token stop, const ProgressFn &progress)
{
    const auto place = std::filesystem::absolute(folder).lexically_normal();
    KEEPWELL_TRY(Stage stage, Stage::open(place));
    DemoStory story{place, clock.now()};
    for (std::size_t done = 0; done < kActs.size(); ++done) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped; nothing of the demo is left");
        }
        if (progress) {
            progress(done, kActs.size());
        }
        KEEPWELL_CHECK((story.*kActs[done])());
    }
    const DemoWallets wallets = demoWalletsIn(place);
    KEEPWELL_CHECK(writePassphrase(wallets.passphraseFile));
    stage.keep();
    return wallets;
}

} // namespace keepwell::demo
