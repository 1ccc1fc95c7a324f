// SPDX-License-Identifier: Apache-2.0
#include "core/store/cid.hpp"

#include "core/crypto/hash.hpp"

#include <algorithm>

namespace keepwell::store {

namespace {

/// CIDv1, codec raw, multihash sha2-256 of 32 bytes; each number is a varint of one byte.
constexpr std::array kPrefix{std::byte{0x01}, std::byte{0x55}, std::byte{0x12}, std::byte{0x20}};
constexpr char kBase32Lower = 'b'; ///< Multibase.
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz234567";

/// True also for what is cut short inside the prefix.
bool startsAsOurs(ByteView bytes)
{
    const std::size_t size = std::min(bytes.size(), kPrefix.size());
    return std::ranges::equal(bytes.first(size), ByteView{kPrefix}.first(size));
}

std::unexpected<Error> otherKind()
{
    return fail(ErrorCode::Unsupported, "a CID of another version, codec or hash");
}

} // namespace

Cid Cid::ofBlock(ByteView block) { return Cid{crypto::sha256(block)}; }

Result<Cid> Cid::parse(std::string_view text)
{
    if (text.empty()) {
        return fail(ErrorCode::InvalidInput, "a CID is missing");
    }
    if (text.front() != kBase32Lower) {
        return fail(ErrorCode::Unsupported, "a CID that is not version 1 in base32");
    }
    Bytes bytes;
    unsigned bits = 0;
    std::size_t count = 0; // of bits not yet in a byte
    for (const char letter : text.substr(1, kTextLength)) {
        const std::size_t value = kLetters.find(letter);
        if (value == std::string_view::npos) {
            return fail(ErrorCode::InvalidInput, "a CID holds a character outside a-z and 2-7");
        }
        bits = (bits << 5U) | static_cast<unsigned>(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<std::byte>(bits >> count));
            bits &= (1U << count) - 1U;
        }
    }
    // What it names is told before its length: another hash has another length.
    if (!startsAsOurs(bytes)) {
        return otherKind();
    }
    if (text.size() != kTextLength || bits != 0) {
        return fail(ErrorCode::InvalidInput, "a CID of the wrong length");
    }
    return fromBytes(bytes);
}

Result<Cid> Cid::fromBytes(ByteView bytes)
{
    if (!startsAsOurs(bytes)) {
        return otherKind();
    }
    if (bytes.size() != kBytes) {
        return fail(ErrorCode::InvalidInput,
                    "a CID has 36 bytes, not " + std::to_string(bytes.size()));
    }
    Bytes32 digest{};
    std::ranges::copy(bytes.subspan(kPrefix.size()), digest.begin());
    return Cid{digest};
}

std::string Cid::toString() const { return toStringAs(kPrefix[1]); }

std::string Cid::toStringAs(std::byte codec) const
{
    auto bytes = toBytes();
    bytes[1] = codec;
    std::string text{kBase32Lower};
    text.reserve(kTextLength);
    unsigned bits = 0;
    unsigned count = 0;
    for (const std::byte byte : bytes) {
        bits = (bits << 8U) | std::to_integer<unsigned>(byte);
        count += 8;
        while (count >= 5) {
            count -= 5;
            text += kLetters[(bits >> count) & 31U];
        }
        bits &= (1U << count) - 1U;
    }
    text += kLetters[(bits << (5U - count)) & 31U]; // 36 bytes leave 3 bits over
    return text;
}

std::array<std::byte, Cid::kBytes> Cid::toBytes() const
{
    std::array<std::byte, kBytes> bytes{};
    std::ranges::copy(kPrefix, bytes.begin());
    std::ranges::copy(m_digest, bytes.begin() + kPrefix.size());
    return bytes;
}

} // namespace keepwell::store
