// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_file.hpp"
#include "core/audit/whole_file.hpp"
#include "core/base/hex.hpp"
#include "core/crypto/hash.hpp"
#include "core/records/attachment.hpp"
#include "core/records/described.hpp"
#include "core/wallet/opened_share_parts.hpp"

#include <sodium.h>

namespace keepwell {

namespace {

/// A folder that is made under another name and takes its own when everything is in it.
class NewFolder
{
public:
    static Result<NewFolder> begin(const std::filesystem::path &folder)
    {
        std::error_code error;
        if (std::filesystem::exists(std::filesystem::symlink_status(folder, error))) {
            return fail(ErrorCode::Conflict,
                        "there is something at " + folder.string()
                            + " already; name a folder that is not there");
        }
        Bytes random(8);
        randombytes_buf(random.data(), random.size());
        NewFolder made{folder, folder.string() + ".part-" + toHex(random)};
        if (!std::filesystem::create_directory(made.m_part, error)) {
            made.m_part.clear();
            return fail(ErrorCode::Unavailable, "cannot make the folder " + folder.string());
        }
        std::filesystem::permissions(made.m_part, std::filesystem::perms::owner_all, error);
        return made;
    }

    NewFolder(NewFolder &&other) noexcept
        : m_folder{std::move(other.m_folder)}, m_part{std::exchange(other.m_part, {})}
    {
    }
    NewFolder &operator=(NewFolder &&) = delete;
    ~NewFolder()
    {
        if (!m_part.empty()) {
            std::error_code ignored;
            std::filesystem::remove_all(m_part, ignored);
        }
    }

    std::filesystem::path at(std::string_view name) const { return m_part / name; }

    Result<> finish()
    {
        std::error_code error;
        std::filesystem::rename(m_part, m_folder, error);
        if (error) {
            return fail(ErrorCode::Unavailable, "cannot make the folder " + m_folder.string());
        }
        m_part.clear();
        return {};
    }

private:
    NewFolder(std::filesystem::path folder, std::filesystem::path part)
        : m_folder{std::move(folder)}, m_part{std::move(part)}
    {
    }
    std::filesystem::path m_folder;
    std::filesystem::path m_part;
};

Result<> writeAttachments(const NewFolder &folder, std::size_t record, std::string_view slice)
{
    KEEPWELL_TRY(const auto found, records::attachmentsIn(slice));
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto bytes = records::attachmentBytes(slice, found[i]);
        if (!bytes) {
            continue; // its text stays in bundle.json
        }
        const std::string name = std::to_string(record + 1) + "-" + std::to_string(i + 1) + "-"
            + records::safeFileName(found[i].title, found[i].contentType);
        KEEPWELL_TRY(auto file, audit::WholeFile::begin(folder.at(name)));
        KEEPWELL_CHECK(file.write(textOf(*bytes)));
        KEEPWELL_CHECK(file.putNew());
    }
    return {};
}

} // namespace

Result<std::vector<RecordRow>> rowsOf(const sharing::SharedObject &object,
                                      const records::Neighbours &neighbours,
                                      const std::stop_token &stop)
{
    std::vector<RecordRow> rows;
    rows.reserve(object.count());
    for (std::size_t i = 0; i < object.count(); ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped; the opening is in the shared activity log");
        }
        KEEPWELL_TRY(const Bytes slice, object.record(i));
        RecordRow row;
        row.id = static_cast<RecordId>(i);
        if (const auto described = records::describeResource(textOf(slice), neighbours)) {
            row.kind = described->kind;
            row.title = described->title;
            row.date = described->date.text;
            row.source = described->source.empty() ? described->practitioner : described->source;
        } else {
            row.title = "A record that cannot be shown";
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

OpenedShare::OpenedShare(std::unique_ptr<Parts> parts) : m_parts{std::move(parts)} {}
OpenedShare::~OpenedShare() = default;

const contract::GrantId &OpenedShare::grant() const { return m_parts->opened.share.id; }
const std::string &OpenedShare::author() const { return m_parts->author; }
Instant OpenedShare::until() const { return m_parts->opened.share.terms.expires; }
const std::vector<RecordRow> &OpenedShare::rows() const { return m_parts->rows; }

std::int64_t OpenedShare::records() const
{
    return static_cast<std::int64_t>(m_parts->opened.object.count());
}

std::int64_t OpenedShare::anchored() const { return static_cast<std::int64_t>(m_parts->anchored); }

Result<Bytes> OpenedShare::recordSource(RecordId id) const
{
    const auto i = static_cast<std::size_t>(id);
    if (i >= m_parts->opened.object.count()) {
        return fail(ErrorCode::NotFound, "this share has no such record");
    }
    return m_parts->opened.object.record(i);
}

Result<RecordDetail> OpenedShare::record(RecordId id) const
{
    KEEPWELL_TRY(const Bytes slice, recordSource(id));
    KEEPWELL_TRY(Readable readable, records::readResource(textOf(slice), m_parts->neighbours));
    const RecordRow &row = m_parts->rows[static_cast<std::size_t>(id)];
    readable.title = row.title; // with the words of its neighbours
    readable.source = row.source;
    return RecordDetail{.row = row,
                        .readable = std::move(readable),
                        .sources = {},
                        .sha256 = toHex(crypto::sha256(slice))};
}

Result<Bytes> OpenedShare::attachment(RecordId id, std::size_t index) const
{
    KEEPWELL_TRY(const Bytes slice, recordSource(id));
    KEEPWELL_TRY(const auto found, records::attachmentsIn(textOf(slice)));
    if (index >= found.size()) {
        return fail(ErrorCode::NotFound, "this record has no such attachment");
    }
    return records::attachmentBytes(textOf(slice), found[index]);
}

Result<> OpenedShare::writeTo(const std::filesystem::path &folder, const std::stop_token &stop,
                              const ProgressFn &progress) const
{
    KEEPWELL_TRY(NewFolder made, NewFolder::begin(folder));
    KEEPWELL_TRY(auto bundle, audit::WholeFile::begin(made.at("bundle.json")));
    KEEPWELL_CHECK(m_parts->opened.object.readBundle(
        [&bundle](ByteView piece) { return bundle.write(textOf(piece)); }, stop));
    KEEPWELL_CHECK(bundle.putNew());
    for (std::size_t i = 0; i < m_parts->opened.object.count(); ++i) {
        KEEPWELL_TRY(const Bytes slice, m_parts->opened.object.record(i));
        KEEPWELL_CHECK(writeAttachments(made, i, textOf(slice)));
    }
    if (m_parts->entries) {
        KEEPWELL_CHECK(audit::writeProof(made.at("proof.json"), m_parts->opened.object,
                                         m_parts->opened.blind, *m_parts->entries, stop, progress));
    }
    return made.finish();
}

} // namespace keepwell
