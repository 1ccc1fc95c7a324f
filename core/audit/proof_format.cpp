// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_format.hpp"

#include "core/records/json/document.hpp"
#include "core/records/json/string_escapes.hpp"

#include <charconv>

namespace keepwell::audit::proof {

namespace json = records::json;

namespace {

std::string hexOf(const crypto::merkle::Proof &path)
{
    std::string hex;
    for (const Bytes32 &node : path) {
        hex += toHex(node);
    }
    return hex;
}

// What these cannot read they leave zero or empty: the spelling is compared afterwards.
std::uint64_t numberAt(const json::Value &object, std::string_view key)
{
    const std::string_view text = object[key].scalar();
    std::uint64_t number = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Bytes bytesAt(const json::Value &object, std::string_view key)
{
    return fromHex(object[key].text()).value_or(Bytes{});
}

template <std::size_t Size>
std::array<std::byte, Size> arrayAt(const json::Value &object, std::string_view key)
{
    std::array<std::byte, Size> array{};
    if (const Bytes bytes = bytesAt(object, key); bytes.size() == Size) {
        std::ranges::copy(bytes, array.begin());
    }
    return array;
}

crypto::merkle::Proof pathAt(const json::Value &object, std::string_view key)
{
    crypto::merkle::Proof path;
    const Bytes bytes = bytesAt(object, key);
    for (std::size_t at = 0; at + 32 <= bytes.size(); at += 32) {
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), 32,
                    path.emplace_back().begin());
    }
    return path;
}

std::unexpected<Error> notSpelled(std::string_view what)
{
    return fail(ErrorCode::InvalidInput,
                "it is not written as " + std::string{what} + " of a proof is");
}

constexpr json::Limits kLimits{.bytes = kMostLineBytes, .depth = 2};

} // namespace

std::string entryJson(const ProvenEntry &entry)
{
    return R"({"payload":")" + toHex(entry.entry.envelope.payload) + R"(","signature":")"
        + toHex(entry.entry.envelope.signature) + R"(","t":)"
        + std::to_string(contract::secondsOf(entry.entry.time)) + R"(,"outcome":)"
        + std::to_string(static_cast<unsigned>(entry.entry.outcome)) + R"(,"index":)"
        + std::to_string(entry.entry.index) + R"(,"path":")" + hexOf(entry.path) + R"(","size":)"
        + std::to_string(entry.size) + R"(,"root":")" + toHex(entry.root) + R"("})";
}

std::string recordJson(const Record &record)
{
    const sharing::Anchorage &anchorage = record.row.anchorage;
    std::string text = R"({"offset":)" + std::to_string(record.row.offset) + R"(,"length":)"
        + std::to_string(record.row.length) + R"(,"sha256":")" + toHex(record.sha256)
        + R"(","salt":")" + toHex(anchorage.salt) + R"(","index":)"
        + std::to_string(anchorage.index) + R"(,"depth":)" + std::to_string(anchorage.path.size())
        + R"(,"path":")" + hexOf(anchorage.path) + R"(","anchor":)"
        + (anchorage.anchor ? '"' + anchorage.anchor->toHex() + '"' : std::string{"null"})
        + R"(,"provenance":)";
    json::appendQuoted(text, record.row.provenance);
    return text + '}';
}

Result<ProvenEntry> parseEntry(std::string_view text)
{
    KEEPWELL_TRY(const json::Document document, json::Document::parse(text, kLimits));
    const json::Value object = document.root();
    ProvenEntry entry;
    entry.entry.envelope.payload = bytesAt(object, "payload");
    entry.entry.envelope.signature = arrayAt<64>(object, "signature");
    entry.entry.index = numberAt(object, "index");
    const std::uint64_t time = numberAt(object, "t");
    const auto outcome = contract::codeOf(numberAt(object, "outcome"));
    if (time > contract::kLatestSecond || !outcome) {
        return notSpelled("an entry");
    }
    entry.entry.time = contract::instantOf(time);
    entry.entry.t = entry.entry.time;
    entry.entry.outcome = *outcome;
    entry.path = pathAt(object, "path");
    entry.size = numberAt(object, "size");
    entry.root = arrayAt<32>(object, "root");
    if (entryJson(entry) != text) {
        return notSpelled("an entry");
    }
    return entry;
}

Result<Record> parseRecord(std::string_view text)
{
    KEEPWELL_TRY(const json::Document document, json::Document::parse(text, kLimits));
    const json::Value object = document.root();
    Record record;
    record.row.offset = numberAt(object, "offset");
    record.row.length = numberAt(object, "length");
    record.sha256 = arrayAt<32>(object, "sha256");
    record.row.anchorage.salt = arrayAt<32>(object, "salt");
    record.row.anchorage.index = numberAt(object, "index");
    record.row.anchorage.path = pathAt(object, "path");
    if (object["anchor"].isString()) {
        record.row.anchorage.anchor = contract::TxId{arrayAt<32>(object, "anchor")};
    }
    record.row.provenance = object["provenance"].text();
    if (recordJson(record) != text) {
        return notSpelled("a record");
    }
    return record;
}

} // namespace keepwell::audit::proof
