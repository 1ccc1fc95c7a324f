// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/shared_object.hpp"

#include "core/crypto/hash.hpp"
#include "core/sharing/bundle_frame.hpp"

#include <algorithm>

namespace keepwell::sharing {

namespace {

std::unexpected<Error> changed(std::string_view part)
{
    return fail(ErrorCode::Tampered, "the share was changed: " + std::string{part});
}

std::uint32_t readBigEndian32(ByteView bytes)
{
    std::uint32_t value = 0;
    for (const std::byte byte : bytes.first(4)) {
        value = (value << 8) | std::to_integer<std::uint32_t>(byte);
    }
    return value;
}

/// Serves small consecutive reads from windows of 1 MiB, and hashes all it serves.
class Window
{
public:
    Window(const ReadRange &read, std::uint64_t from, std::uint64_t end)
        : m_read{read}, m_next{from}, m_end{end}
    {
    }

    /// The next `length` bytes; valid until the next call.
    Result<ByteView> take(std::uint64_t length)
    {
        if (length > m_bytes.size() - m_at) {
            if (length > m_end - m_next + (m_bytes.size() - m_at)) {
                return changed("it ends too early");
            }
            Bytes rest{m_bytes.begin() + static_cast<std::ptrdiff_t>(m_at), m_bytes.end()};
            const std::uint64_t more = std::min<std::uint64_t>(
                m_end - m_next, std::max<std::uint64_t>(length - rest.size(), kWindow));
            KEEPWELL_TRY(const Bytes bytes, m_read(m_next, more));
            if (bytes.size() != more) {
                return changed("it ends too early");
            }
            m_next += bytes.size();
            append(rest, bytes);
            m_bytes = std::move(rest);
            m_at = 0;
        }
        const ByteView taken = ByteView{m_bytes}.subspan(m_at, length);
        m_at += length;
        m_hash.update(taken);
        return taken;
    }

    std::uint64_t left() const { return m_end - m_next + (m_bytes.size() - m_at); }
    Bytes32 hash() { return m_hash.finish(); }

private:
    static constexpr std::uint64_t kWindow = 1 << 20;
    const ReadRange &m_read;
    std::uint64_t m_next;
    std::uint64_t m_end;
    Bytes m_bytes;
    std::size_t m_at = 0;
    crypto::Sha256 m_hash;
};

Result<> expectText(Window &window, std::string_view text)
{
    KEEPWELL_TRY(const ByteView bytes, window.take(text.size()));
    if (textOf(bytes) != text) {
        return changed("its bundle is not spelled as a bundle is");
    }
    return {};
}

} // namespace

Result<SharedObject> SharedObject::check(ReadRange read, std::uint64_t length,
                                         const ExpectedHead &expected, const OnRecord &onRecord,
                                         const std::stop_token &stop, const ProgressFn &progress)
{
    SharedObject object{std::move(read)};
    KEEPWELL_CHECK(object.checkHead(length, expected));
    KEEPWELL_CHECK(object.checkTable(stop));
    KEEPWELL_TRY(const Bytes attachments,
                 object.m_read(object.m_tableAt + object.m_head.tableLength,
                               object.m_head.attachmentsLength));
    if (textOf(attachments) != kNoAttachments
        || crypto::sha256(attachments) != object.m_head.attachmentsHash) {
        return changed("its attachments are not those its author signed");
    }
    KEEPWELL_CHECK(object.checkBundle(onRecord, stop, progress));
    return object;
}

Result<> SharedObject::checkHead(std::uint64_t length, const ExpectedHead &expected)
{
    if (length < kLengthBytes + kSignatureBytes) {
        return changed("it is too short");
    }
    KEEPWELL_TRY(const Bytes prefix, m_read(0, kLengthBytes));
    if (prefix.size() != kLengthBytes) {
        return changed("it ends too early");
    }
    const std::uint32_t headLength = readBigEndian32(prefix);
    if (headLength > kMostHeadBytes || headLength > length - kLengthBytes - kSignatureBytes) {
        return changed("the length of its head");
    }
    KEEPWELL_TRY(m_headBytes, m_read(kLengthBytes, headLength));
    KEEPWELL_TRY(const Bytes signature, m_read(kLengthBytes + headLength, kSignatureBytes));
    if (m_headBytes.size() != headLength || signature.size() != kSignatureBytes) {
        return changed("it ends too early");
    }
    std::copy_n(signature.begin(), m_signature.size(), m_signature.begin());
    auto head = SharedHead::parse(m_headBytes);
    if (!head) {
        return head.error().code == ErrorCode::Unsupported ? std::unexpected{head.error()}
                                                           : changed(head.error().detail);
    }
    m_head = *head;
    if (m_head.author != expected.author || !verifyHead(m_head, m_headBytes, m_signature)) {
        return changed("it is not signed by the one who shared it");
    }
    if (m_head.network != expected.network || m_head.id != expected.id
        || m_head.epoch != expected.epoch || m_head.recipient != expected.recipient
        || m_head.termsHash != expected.termsHash) {
        return changed("it was made for another share, recipient or purpose");
    }
    m_tableAt = kLengthBytes + headLength + kSignatureBytes;
    std::uint64_t left = length - m_tableAt;
    for (const std::uint64_t part :
         {m_head.tableLength, m_head.attachmentsLength, m_head.bundleLength}) {
        if (part > left) {
            return changed("a length in its head");
        }
        left -= part;
    }
    if (left != 0 || m_head.attachmentsLength != kNoAttachments.size() || m_head.count == 0
        || m_head.count > m_head.tableLength / kLengthBytes) {
        return changed("a length in its head");
    }
    return {};
}

Result<> SharedObject::checkTable(const std::stop_token &stop)
{
    Window window{m_read, m_tableAt, m_tableAt + m_head.tableLength};
    std::uint64_t at = m_tableAt;
    std::uint64_t offset = kBundleStart.size();
    for (std::uint64_t i = 0; i < m_head.count; ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while the share was being checked");
        }
        KEEPWELL_TRY(const ByteView prefix, window.take(kLengthBytes));
        const std::uint32_t rowLength = readBigEndian32(prefix);
        if (rowLength > kMostRowBytes) {
            return changed("row " + std::to_string(i) + " of its table");
        }
        KEEPWELL_TRY(const ByteView bytes, window.take(rowLength));
        const auto row = TableRow::parse(bytes);
        if (!row || row->offset != offset || row->length > UINT32_MAX
            || row->length > m_head.bundleLength) {
            return changed("row " + std::to_string(i) + " of its table");
        }
        m_places.push_back({.row = at + kLengthBytes,
                            .rowLength = rowLength,
                            .length = static_cast<std::uint32_t>(row->length),
                            .offset = offset});
        at += kLengthBytes + rowLength;
        offset += row->length + kBundleBetween.size();
    }
    if (window.left() != 0 || window.hash() != m_head.tableHash) {
        return changed("its table is not the one its author signed");
    }
    return {};
}

Result<> SharedObject::checkBundle(const OnRecord &onRecord, const std::stop_token &stop,
                                   const ProgressFn &progress)
{
    Window window{m_read, bundleAt(), bundleAt() + m_head.bundleLength};
    Window rows{m_read, m_tableAt, m_tableAt + m_head.tableLength};
    KEEPWELL_CHECK(expectText(window, kBundleStart));
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while the share was being checked");
        }
        if (i > 0) {
            KEEPWELL_CHECK(expectText(window, kBundleBetween));
        }
        KEEPWELL_TRY(const ByteView slice, window.take(m_places[i].length));
        if (slice.size() < 2 || slice.front() != std::byte{'{'} || slice.back() != std::byte{'}'}) {
            return changed("record " + std::to_string(i) + " is not a record");
        }
        if (onRecord) {
            KEEPWELL_CHECK(rows.take(kLengthBytes));
            KEEPWELL_TRY(const ByteView bytes, rows.take(m_places[i].rowLength));
            KEEPWELL_TRY(const TableRow tableRow, TableRow::parse(bytes));
            KEEPWELL_CHECK(onRecord(i, tableRow, textOf(slice)));
        }
        if (progress && (i % 64 == 0 || i + 1 == m_places.size())) {
            progress(m_places[i].offset, m_head.bundleLength);
        }
    }
    KEEPWELL_CHECK(expectText(window, kBundleEnd));
    if (window.left() != 0 || window.hash() != m_head.bundleHash) {
        return changed("its records are not those its author signed");
    }
    return {};
}

std::uint64_t SharedObject::bundleAt() const
{
    return m_tableAt + m_head.tableLength + m_head.attachmentsLength;
}

Result<TableRow> SharedObject::row(std::size_t i) const
{
    KEEPWELL_TRY(const Bytes bytes, m_read(m_places[i].row, m_places[i].rowLength));
    return TableRow::parse(bytes);
}

Result<Bytes> SharedObject::record(std::size_t i) const
{
    return m_read(bundleAt() + m_places[i].offset, m_places[i].length);
}

Result<> SharedObject::readBundle(const std::function<Result<>(ByteView)> &take,
                                  const std::stop_token &stop) const
{
    constexpr std::uint64_t kPiece = 1 << 20;
    for (std::uint64_t at = 0; at < m_head.bundleLength; at += kPiece) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while the share was being written");
        }
        KEEPWELL_TRY(const Bytes piece,
                     m_read(bundleAt() + at, std::min(kPiece, m_head.bundleLength - at)));
        KEEPWELL_CHECK(take(piece));
    }
    return {};
}

} // namespace keepwell::sharing
