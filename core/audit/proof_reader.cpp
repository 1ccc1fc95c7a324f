// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_reader.hpp"

#include "core/sharing/bundle_frame.hpp"

namespace keepwell::audit::proof {

namespace fs = std::filesystem;

Reader::Reader(std::ifstream input) : m_input{std::move(input)}, m_buffer(kMostLineBytes) {}

std::unexpected<Error> Reader::wrong(std::string_view what) const
{
    return fail(ErrorCode::InvalidInput,
                "proof.json, line " + std::to_string(m_number) + ": " + std::string{what});
}

Result<Reader> Reader::open(const fs::path &file)
{
    std::error_code status;
    if (!fs::is_regular_file(file, status)) {
        return fail(ErrorCode::NotFound, "there is no file " + file.filename().string());
    }
    std::ifstream input{file, std::ios::binary};
    if (!input) {
        return fail(ErrorCode::Unavailable, "cannot read " + file.filename().string());
    }
    return Reader{std::move(input)};
}

Result<> Reader::nextLine()
{
    ++m_number;
    m_input.getline(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    const auto count = static_cast<std::size_t>(m_input.gcount());
    if (m_input.bad()) {
        return fail(ErrorCode::Unavailable, "cannot read proof.json");
    }
    if (m_input.eof()) {
        return wrong("the file ends too early");
    }
    if (m_input.fail() || count == 0) {
        return wrong("it is too long");
    }
    m_line = {m_buffer.data(), count - 1};
    return {};
}

/// What the next line holds between `before` and `after`.
Result<std::string_view> Reader::field(std::string_view before, std::string_view after)
{
    KEEPWELL_CHECK(nextLine());
    if (!m_line.starts_with(before) || !m_line.ends_with(after)
        || m_line.size() < before.size() + after.size()) {
        return wrong("it is not written as in a proof");
    }
    return m_line.substr(before.size(), m_line.size() - before.size() - after.size());
}

Result<Bytes> Reader::hexField(std::string_view before, std::size_t least, std::size_t most)
{
    KEEPWELL_TRY(const std::string_view text, field(before, "\","));
    const auto bytes = fromHex(text);
    if (!bytes || bytes->size() < least || bytes->size() > most || toHex(*bytes) != text) {
        return wrong("it does not hold the bytes it should");
    }
    return *bytes;
}

Result<Bytes32> Reader::hex32Field(std::string_view before)
{
    KEEPWELL_TRY(const Bytes bytes, hexField(before, 32, 32));
    Bytes32 value;
    std::ranges::copy(bytes, value.begin());
    return value;
}

Result<ProvenEntry> Reader::entryField(std::string_view before)
{
    KEEPWELL_TRY(const std::string_view text, field(before, ","));
    auto entry = parseEntry(text);
    return entry ? std::move(entry) : wrong(entry.error().detail);
}

Result<Share> Reader::share()
{
    KEEPWELL_TRY(const std::string_view version, field("{\"version\":", ","));
    if (version != "1") {
        const bool number = !version.empty() && version.size() < 8
            && version.find_first_not_of("0123456789") == std::string_view::npos
            && version.front() != '0';
        return number ? fail(ErrorCode::Unsupported, "this proof was made by a newer Keepwell")
                      : wrong("it does not name a version");
    }
    Share share;
    KEEPWELL_TRY(const Bytes32 network, hex32Field("\"network\":\""));
    share.network = contract::NetworkId{network};
    KEEPWELL_TRY(share.headBytes, hexField("\"head\":\"", 1, sharing::kMostHeadBytes));
    KEEPWELL_TRY(const Bytes signature, hexField("\"signature\":\"", 64, 64));
    std::ranges::copy(signature, share.signature.begin());
    KEEPWELL_TRY(share.blind, hex32Field("\"blind\":\""));
    KEEPWELL_TRY(share.grant, entryField("\"grant\":"));
    KEEPWELL_TRY(const std::string_view update, field("\"update\":", ","));
    if (update != "null") {
        auto entry = parseEntry(update);
        if (!entry) {
            return wrong(entry.error().detail);
        }
        share.update = *std::move(entry);
    }
    KEEPWELL_TRY(share.request, entryField("\"request\":"));
    KEEPWELL_CHECK(field("\"anchors\":[", ""));
    if (m_line != "\"anchors\":[") {
        return wrong("it is not written as in a proof");
    }
    return share;
}

/// The next item of a list without its comma; nullopt when the next line ends the list.
Result<std::optional<std::string_view>> Reader::item()
{
    KEEPWELL_CHECK(nextLine());
    if (m_line.starts_with(']')) {
        if (m_more && !m_first) {
            return wrong("a comma too many, or a line too few, before it");
        }
        m_first = m_more = true;
        return std::nullopt;
    }
    if (!m_more) {
        return wrong("a comma is missing before it");
    }
    m_first = false;
    m_more = m_line.ends_with(',');
    return m_line.substr(0, m_line.size() - (m_more ? 1 : 0));
}

Result<std::optional<ProvenEntry>> Reader::nextAnchor()
{
    KEEPWELL_TRY(const auto text, item());
    if (!text) {
        if (m_line != "],") {
            return wrong("it is not written as in a proof");
        }
        KEEPWELL_CHECK(field("\"records\":[", ""));
        if (m_line != "\"records\":[") {
            return wrong("it is not written as in a proof");
        }
        return std::nullopt;
    }
    auto anchor = parseEntry(*text);
    if (!anchor) {
        return wrong(anchor.error().detail);
    }
    return *std::move(anchor);
}

Result<std::optional<Record>> Reader::nextRecord()
{
    KEEPWELL_TRY(const auto text, item());
    if (!text) {
        if (m_line != "]}" || m_input.peek() != std::ifstream::traits_type::eof()) {
            return wrong("the file does not end as a proof does");
        }
        return std::nullopt;
    }
    auto record = parseRecord(*text);
    if (!record) {
        return wrong(record.error().detail);
    }
    return *std::move(record);
}

} // namespace keepwell::audit::proof
