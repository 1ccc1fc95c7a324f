// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/shared_object_writer.hpp"

#include "core/base/utf8.hpp"
#include "core/crypto/hash.hpp"
#include "core/sharing/bundle_frame.hpp"

namespace keepwell::sharing {

namespace {

Result<> stopped(const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped; nothing was shared");
    }
    return {};
}

/// The row with its u32 length before it.
Bytes framedRow(std::uint64_t offset, const SharedRecord &record)
{
    const Bytes row = TableRow{.offset = offset,
                               .length = record.bytes.size(),
                               .anchorage = record.anchorage,
                               .provenance = record.provenance}
                          .encode();
    return concat({bigEndian32(static_cast<std::uint32_t>(row.size())), row});
}

/// What the reader would refuse is not written.
Result<> checkRecord(const SharedRecord &record)
{
    if (record.bytes.size() > UINT32_MAX) {
        return fail(ErrorCode::InvalidInput, "a record is larger than 4 GiB");
    }
    if (record.bytes.size() < 2 || record.bytes.front() != '{' || record.bytes.back() != '}') {
        return fail(ErrorCode::InvalidInput, "a record does not go from { to }");
    }
    if (record.provenance.size() > kMostProvenanceBytes || !isUtf8(record.provenance)
        || record.anchorage.path.size() > kDeepestPath) {
        return fail(ErrorCode::InvalidInput,
                    "what is known of a record's origin or anchor does not fit into a share");
    }
    return {};
}

/// Hashes what passes through to `next`, and counts it for `progress`.
class Tee
{
public:
    Tee(const Sink &next, const ProgressFn &progress, std::uint64_t total)
        : m_next{next}, m_progress{progress}, m_total{total}
    {
    }

    Result<> write(ByteView bytes)
    {
        m_hash.update(bytes);
        m_done += bytes.size();
        KEEPWELL_CHECK(m_next(bytes));
        if (m_progress && m_done - m_told >= kTellEvery) {
            m_told = m_done;
            m_progress(m_done, m_total);
        }
        return {};
    }

    /// The hash of what was written since the last call.
    Bytes32 finish() { return m_hash.finish(); }

private:
    static constexpr std::uint64_t kTellEvery = 1 << 20;
    const Sink &m_next;
    const ProgressFn &m_progress;
    std::uint64_t m_total;
    std::uint64_t m_done = 0;
    std::uint64_t m_told = 0;
    crypto::Sha256 m_hash;
};

} // namespace

Result<SharedObjectWriter> SharedObjectWriter::measure(const Authorship &authorship,
                                                       const crypto::SigningKey &author,
                                                       std::size_t count, RecordAt records,
                                                       const std::stop_token &stop)
{
    if (count == 0) {
        return fail(ErrorCode::NotFound, "there is no record to share");
    }
    SharedObjectWriter writer;
    writer.m_records = std::move(records);
    writer.m_lengths.reserve(count);
    writer.m_head.network = authorship.network;
    writer.m_head.id = authorship.id;
    writer.m_head.epoch = authorship.epoch;
    writer.m_head.author = author.publicKey();
    writer.m_head.recipient = authorship.recipient;
    writer.m_head.termsHash = authorship.termsHash;
    writer.m_head.count = count;
    writer.m_head.attachmentsHash = crypto::sha256(bytesOf(kNoAttachments));
    writer.m_head.attachmentsLength = kNoAttachments.size();
    KEEPWELL_CHECK(writer.measureRecords(stop));
    writer.m_headBytes = writer.m_head.encode();
    writer.m_signature = signHead(author, writer.m_headBytes);
    return writer;
}

Result<> SharedObjectWriter::measureRecords(const std::stop_token &stop)
{
    crypto::Sha256 table;
    crypto::Sha256 bundle;
    std::uint64_t offset = kBundleStart.size();
    bundle.update(bytesOf(kBundleStart));
    for (std::size_t i = 0; i < m_head.count; ++i) {
        KEEPWELL_CHECK(stopped(stop));
        KEEPWELL_TRY(const SharedRecord record, m_records(i));
        KEEPWELL_CHECK(checkRecord(record));
        if (i > 0) {
            bundle.update(bytesOf(kBundleBetween));
            offset += kBundleBetween.size();
        }
        const Bytes row = framedRow(offset, record);
        table.update(row);
        m_head.tableLength += row.size();
        bundle.update(bytesOf(record.bytes));
        offset += record.bytes.size();
        m_lengths.push_back(record.bytes.size());
    }
    bundle.update(bytesOf(kBundleEnd));
    m_head.bundleLength = offset + kBundleEnd.size();
    m_head.tableHash = table.finish();
    m_head.bundleHash = bundle.finish();
    return {};
}

Bytes32 SharedObjectWriter::headHash() const { return crypto::sha256(m_headBytes); }

std::uint64_t SharedObjectWriter::length() const
{
    return kLengthBytes + m_headBytes.size() + kSignatureBytes + m_head.tableLength
        + m_head.attachmentsLength + m_head.bundleLength;
}

Result<> SharedObjectWriter::writeTo(const Sink &sink, const std::stop_token &stop,
                                     const ProgressFn &progress)
{
    const auto changed = [] {
        return fail(ErrorCode::Conflict, "a record changed while it was being shared; try again");
    };
    Tee out{sink, progress, length()};
    KEEPWELL_CHECK(out.write(bigEndian32(static_cast<std::uint32_t>(m_headBytes.size()))));
    KEEPWELL_CHECK(out.write(m_headBytes));
    KEEPWELL_CHECK(out.write(m_signature));
    (void)out.finish();

    std::uint64_t offset = kBundleStart.size();
    for (std::size_t i = 0; i < m_lengths.size(); ++i) {
        KEEPWELL_CHECK(stopped(stop));
        KEEPWELL_TRY(const SharedRecord record, m_records(i));
        if (record.bytes.size() != m_lengths[i]) {
            return changed();
        }
        KEEPWELL_CHECK(out.write(framedRow(offset, record)));
        offset += record.bytes.size() + kBundleBetween.size();
    }
    if (out.finish() != m_head.tableHash) {
        return changed();
    }
    KEEPWELL_CHECK(out.write(bytesOf(kNoAttachments)));
    (void)out.finish();

    KEEPWELL_CHECK(out.write(bytesOf(kBundleStart)));
    for (std::size_t i = 0; i < m_lengths.size(); ++i) {
        KEEPWELL_CHECK(stopped(stop));
        KEEPWELL_TRY(const SharedRecord record, m_records(i));
        if (i > 0) {
            KEEPWELL_CHECK(out.write(bytesOf(kBundleBetween)));
        }
        KEEPWELL_CHECK(out.write(bytesOf(record.bytes)));
    }
    KEEPWELL_CHECK(out.write(bytesOf(kBundleEnd)));
    if (out.finish() != m_head.bundleHash) {
        return changed();
    }
    return {};
}

} // namespace keepwell::sharing
