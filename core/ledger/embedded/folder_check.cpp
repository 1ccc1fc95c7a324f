// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/folder_check.hpp"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace keepwell::ledger {
namespace {

constexpr std::array<std::string_view, 15> kNetworkTypes{
    "nfs",  "nfs4",  "cifs",  "smb3",      "smbfs",  "9p",       "afs", "ceph",
    "coda", "davfs", "ncpfs", "glusterfs", "lustre", "virtiofs", "fuse"};

/// Lower case; a folder's name is one of these or begins with one and a space, dash or bracket
/// ("OneDrive - Clinic").
constexpr std::array<std::string_view, 14> kSyncFolders{
    "dropbox",     "onedrive",         "nextcloud", "owncloud",     "google drive",
    "googledrive", "my drive",         "icloud",    "icloud drive", "pclouddrive",
    "megasync",    "mobile documents", "syncthing", "seafile"};

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

bool isSyncFolder(const std::string &name)
{
    const std::string lower = lowerCase(name);
    return std::ranges::any_of(kSyncFolders, [&lower](std::string_view known) {
        if (!lower.starts_with(known)) {
            return false;
        }
        const std::string_view rest = std::string_view{lower}.substr(known.size());
        return rest.empty() || rest.starts_with(" (") || rest.starts_with(" -")
            || rest.starts_with("-");
    });
}

/// The type of the mounted file system the device belongs to, from mountinfo (proc(5)).
std::optional<std::string> fileSystemType(dev_t device)
{
    const std::string wanted = std::to_string(major(device)) + ":" + std::to_string(minor(device));
    std::ifstream mounts{"/proc/self/mountinfo"};
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream fields{line};
        std::string id;
        std::string parent;
        std::string numbers;
        fields >> id >> parent >> numbers;
        const std::size_t dash = line.find(" - ");
        if (numbers == wanted && dash != std::string::npos) {
            std::istringstream rest{line.substr(dash + 3)};
            std::string type;
            rest >> type;
            return type;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> reasonAgainstFileSystem(std::string_view type)
{
    const bool isNetwork = std::ranges::find(kNetworkTypes, type) != kNetworkTypes.end()
        || type.starts_with("fuse.");
    if (!isNetwork) {
        return std::nullopt;
    }
    return "it is on a network or user-space file system (" + std::string{type}
    + "), where several programs cannot write safely at once; choose a folder on a local disk";
}

std::optional<std::string> reasonAgainstPath(const std::filesystem::path &path)
{
    for (const std::filesystem::path &part : path) {
        if (isSyncFolder(part.string())) {
            return "it is in a folder that a sync program copies (" + part.string()
                + "), which would mix up two histories; choose a folder that is not synced";
        }
    }
    return std::nullopt;
}

Result<> checkLedgerFolder(const std::filesystem::path &folder)
{
    std::error_code fault;
    const std::filesystem::path real = std::filesystem::canonical(folder, fault);
    struct stat status = {};
    if (fault || ::stat(real.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
        return fail(ErrorCode::Unavailable, "there is no folder " + folder.string());
    }
    auto reason = reasonAgainstPath(real);
    if (!reason) {
        const auto type = fileSystemType(status.st_dev);
        reason = type ? reasonAgainstFileSystem(*type) : std::nullopt;
    }
    if (reason) {
        return fail(ErrorCode::Unsupported,
                    "the ledger cannot be kept in " + folder.string() + ": " + *reason);
    }
    return {};
}

} // namespace keepwell::ledger
