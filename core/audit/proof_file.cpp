// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_file.hpp"

#include "core/audit/proof_format.hpp"
#include "core/audit/whole_file.hpp"
#include "core/crypto/hash.hpp"

namespace keepwell::audit {

namespace {

Result<> writeShare(WholeFile &file, const sharing::SharedObject &object, const Bytes32 &blind,
                    const ProofEntries &entries)
{
    KEEPWELL_CHECK(file.write(
        "{\"version\":1,\n\"network\":\"" + object.head().network.toHex() + "\",\n\"head\":\""
        + toHex(object.headBytes()) + "\",\n\"signature\":\"" + toHex(object.signature())
        + "\",\n\"blind\":\"" + toHex(blind) + "\",\n\"grant\":" + proof::entryJson(entries.grant)
        + ",\n\"update\":" + (entries.update ? proof::entryJson(*entries.update) : "null")
        + ",\n\"request\":" + proof::entryJson(entries.request) + ",\n\"anchors\":["));
    std::string_view separator = "\n";
    for (const auto &[id, anchor] : entries.anchors) {
        KEEPWELL_CHECK(file.write(std::string{separator} + proof::entryJson(anchor)));
        separator = ",\n";
    }
    return file.write("\n],\n\"records\":[");
}

} // namespace

Result<> writeProof(const std::filesystem::path &path, const sharing::SharedObject &object,
                    const Bytes32 &blind, const ProofEntries &entries, const std::stop_token &stop,
                    const ProgressFn &progress)
{
    KEEPWELL_TRY(WholeFile file, WholeFile::begin(path));
    KEEPWELL_CHECK(writeShare(file, object, blind, entries));
    std::string_view separator = "\n";
    for (std::size_t i = 0; i < object.count(); ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while the proof was being written");
        }
        KEEPWELL_TRY(sharing::TableRow row, object.row(i));
        KEEPWELL_TRY(const Bytes record, object.record(i));
        if (progress && i % 64 == 0) {
            progress(row.offset, object.head().bundleLength);
        }
        KEEPWELL_CHECK(file.write(
            std::string{separator}
            + proof::recordJson({.row = std::move(row), .sha256 = crypto::sha256(record)})));
        separator = ",\n";
    }
    KEEPWELL_CHECK(file.write("\n]}\n"));
    return file.putNew();
}

} // namespace keepwell::audit
