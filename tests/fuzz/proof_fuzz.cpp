// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_check.hpp"
#include "core/audit/proof_format.hpp"
#include "core/crypto/sodium.hpp"

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>

using namespace keepwell;
using namespace keepwell::audit;

namespace {

/// A folder with a bundle in it, for as long as this process lives.
class Folder
{
public:
    Folder()
        : m_path{std::filesystem::temp_directory_path()
                 / ("keepwell-fuzz-" + std::to_string(::getpid()))}
    {
        std::filesystem::create_directories(m_path);
        std::ofstream{m_path / "bundle.json"} << "{}";
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    const std::filesystem::path &path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace

/// A proof that somebody sent: read or refused, and never without a problem, since nobody signed it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    crypto::initialise();
    static const Folder folder;
    const std::string_view text{reinterpret_cast<const char *>(data), size};
    if (const auto entry = proof::parseEntry(text); entry && proof::entryJson(*entry) != text) {
        std::abort();
    }
    if (const auto record = proof::parseRecord(text);
        record && proof::recordJson(*record) != text) {
        std::abort();
    }
    std::ofstream{folder.path() / "proof.json", std::ios::binary | std::ios::trunc} << text;
    const auto report = verifyProof(folder.path(), nullptr);
    if (report && report->problems.empty()) {
        std::abort();
    }
    return 0;
}
