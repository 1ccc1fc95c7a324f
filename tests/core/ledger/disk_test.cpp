// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/embedded/folder_check.hpp"
#include "core/ledger/embedded/ledger_check.hpp"
#include "tests/core/ledger/ledger_fixture.hpp"

#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace keepwell;
using namespace keepwell::test;

namespace {

constexpr int kCannotMount = 77;

/// Runs `work(folder)` on a tmpfs of its own of `options`, in a process of its own.
template <class Work>
int onTmpfs(const char *options, Work work)
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const pid_t child = ::fork();
    if (child == 0) {
        const bool mounted
            = (::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0)
            && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
            && ::mount("tmpfs", path.c_str(), "tmpfs", 0, options) == 0;
        ::_exit(mounted ? work(std::filesystem::path{path} / "ledger.db") : kCannotMount);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// The number tells which step went wrong; 0: none.
int fillTheDisk(const std::filesystem::path &file)
{
    const FakeClock clock;
    const auto open = [&] {
        return ledger::EmbeddedLedger::open(
            file, clock, {.pin = {}, .mayCreate = true, .progress = {}, .stop = {}});
    };
    auto ledger = open();
    if (!ledger) {
        return 1;
    }
    Actor anna{(*ledger)->info().network, "anna"};
    std::uint64_t acknowledged = 1;
    while (true) {
        const auto entry = (*ledger)->submit(anna.next(contract::AnchorBody{}, kStart).envelope());
        if (!entry) {
            if (entry.error().error.code != ErrorCode::Unavailable
                || entry.error().error.detail.find("full") == std::string::npos) {
                return 2;
            }
            break;
        }
        anna.accepted(entry->envelope.id());
        ++acknowledged;
        if (acknowledged > 100'000) {
            return 3;
        }
    }
    const auto head = (*ledger)->head();
    if (!head || head->size != acknowledged) {
        return 4;
    }
    ledger->reset();
    const auto report = ledger::checkLedgerFile(file);
    return report && report->problems.empty() && report->entries == acknowledged ? 0 : 5;
}

int useAReadOnlyDisk(const std::filesystem::path &file)
{
    const FakeClock clock;
    {
        const auto ledger = ledger::EmbeddedLedger::open(
            file, clock, {.pin = {}, .mayCreate = true, .progress = {}, .stop = {}});
        if (!ledger) {
            return 1;
        }
        Actor anna{(*ledger)->info().network, "anna"};
        if (!(*ledger)->submit(anna.next(contract::AnchorBody{}, kStart).envelope())) {
            return 2;
        }
    }
    if (::mount("tmpfs", file.parent_path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr)
        != 0) {
        return kCannotMount;
    }
    const auto opened = ledger::EmbeddedLedger::open(file, clock);
    if (opened || opened.error().code != ErrorCode::Unavailable
        || opened.error().detail.find("read-only") == std::string::npos) {
        return 3;
    }
    const auto report = ledger::checkLedgerFile(file);
    return report && report->problems.empty() && report->entries == 2 ? 0 : 4;
}

} // namespace

class DiskTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void fullDisk_saysSoAndLosesNothing();
    void readOnlyDisk_saysSoAndCanBeChecked();
    void fileSystem_ofTheNetworkIsRefused();
    void folder_ofASyncProgramIsRefused();
    void folder_thatIsMissing();
};

void DiskTest::fullDisk_saysSoAndLosesNothing()
{
    const int status = onTmpfs("size=400k", fillTheDisk);
    if (status == kCannotMount) {
        QSKIP("skipped: no right to mount a tmpfs");
    }
    QCOMPARE(status, 0);
}

void DiskTest::readOnlyDisk_saysSoAndCanBeChecked()
{
    const int status = onTmpfs("size=4m", useAReadOnlyDisk);
    if (status == kCannotMount) {
        QSKIP("skipped: no right to mount a tmpfs");
    }
    QCOMPARE(status, 0);
}

void DiskTest::fileSystem_ofTheNetworkIsRefused()
{
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "9p"}) {
        const auto reason = ledger::reasonAgainstFileSystem(type);
        QVERIFY2(reason && reason->find(type) != std::string::npos, type);
    }
    for (const char *type :
         {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "fuseblk", "vfat"}) {
        QVERIFY2(!ledger::reasonAgainstFileSystem(type), type);
    }
}

void DiskTest::folder_ofASyncProgramIsRefused()
{
    for (const char *path : {"/home/anna/Dropbox/k", "/home/anna/OneDrive - Clinic/k",
                             "/home/anna/Nextcloud", "/home/anna/Google Drive/My files",
                             "/home/anna/nextcloud/k", "/home/anna/Dropbox (Personal)/k"}) {
        QVERIFY2(ledger::reasonAgainstPath(path), path);
    }
    for (const char *path : {"/srv/dropboxer/k", "/home/anna/drive/k", "/home/anna/Documents"}) {
        QVERIFY2(!ledger::reasonAgainstPath(path), path);
    }
    const QTemporaryDir folder;
    const auto synced = std::filesystem::path{folder.path().toStdString()} / "Dropbox";
    std::filesystem::create_directory(synced);
    const FakeClock clock;
    const auto opened = ledger::EmbeddedLedger::open(
        synced / "ledger.db", clock, {.pin = {}, .mayCreate = true, .progress = {}, .stop = {}});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Unsupported);
    QVERIFY(opened.error().detail.find("Dropbox") != std::string::npos);
    QVERIFY(std::filesystem::is_empty(synced));
    const auto link = synced.parent_path() / "ledger.db";
    std::filesystem::create_symlink(synced / "ledger.db", link);
    writeFile(synced / "ledger.db", bytesOf("anything"));
    QCOMPARE(ledger::EmbeddedLedger::open(link, clock).error().code, ErrorCode::Unsupported);
}

void DiskTest::folder_thatIsMissing()
{
    const auto missing = ledger::checkLedgerFolder("/nowhere/at/all");
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(DiskTest)
#include "disk_test.moc"
