// SPDX-License-Identifier: Apache-2.0
#include "core/audit/bundle_reader.hpp"

#include <algorithm>

namespace keepwell::audit::proof {

namespace {

constexpr std::uint64_t kPiece = 1 << 18;

} // namespace

Result<BundleReader> BundleReader::open(const std::filesystem::path &file)
{
    std::error_code status;
    if (!std::filesystem::is_regular_file(file, status)) {
        return fail(ErrorCode::NotFound, "there is no file " + file.filename().string());
    }
    std::ifstream input{file, std::ios::binary};
    if (!input) {
        return fail(ErrorCode::Unavailable, "cannot read " + file.filename().string());
    }
    return BundleReader{std::move(input)};
}

/// At most `atMost` and kPiece bytes; empty at the end. Valid until the next call.
Result<ByteView> BundleReader::take(std::uint64_t atMost)
{
    m_buffer.resize(std::min(atMost, kPiece));
    m_input.read(reinterpret_cast<char *>(m_buffer.data()),
                 static_cast<std::streamsize>(m_buffer.size()));
    if (m_input.bad()) {
        return fail(ErrorCode::Unavailable, "cannot read bundle.json");
    }
    const ByteView taken = ByteView{m_buffer}.first(static_cast<std::size_t>(m_input.gcount()));
    m_hash.update(taken);
    m_read += taken.size();
    return taken;
}

Result<bool> BundleReader::takeText(std::string_view text)
{
    KEEPWELL_TRY(const ByteView taken, take(text.size()));
    return textOf(taken) == text;
}

Result<BundleReader::Slice> BundleReader::takeSlice(std::uint64_t length)
{
    crypto::Sha256 hash;
    Slice slice;
    std::byte first{};
    std::byte last{};
    std::uint64_t done = 0;
    while (done < length) {
        KEEPWELL_TRY(const ByteView taken, take(length - done));
        if (taken.empty()) {
            break;
        }
        hash.update(taken);
        first = done == 0 ? taken.front() : first;
        last = taken.back();
        done += taken.size();
    }
    slice.sha256 = hash.finish();
    slice.whole = done == length;
    slice.object = length >= 2 && first == std::byte{'{'} && last == std::byte{'}'};
    return slice;
}

Result<BundleReader::Whole> BundleReader::finish(std::uint64_t most)
{
    while (m_read <= most) {
        KEEPWELL_TRY(const ByteView taken, take(most - m_read + 1));
        if (taken.empty()) {
            break;
        }
    }
    return Whole{.sha256 = m_hash.finish(), .length = m_read};
}

} // namespace keepwell::audit::proof
