// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/block.hpp"

#include "core/crypto/hash.hpp"
#include "core/ledger/fabric/chain/wire_fields.hpp"
#include "fabric/block.pb.h"
#include "fabric/common.pb.h"

#include <algorithm>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kMostBytes = 128UL * 1024 * 1024;

std::unexpected<Error> malformed(const std::string &what)
{
    return fail(ErrorCode::InvalidInput, "a block breaks its form: " + what);
}

Bytes bytesIn(const std::string &text) { return copyOf(bytesOf(text)); }

void appendDer(Bytes &out, std::byte tag, ByteView content)
{
    constexpr std::size_t kShortForm = 128; // longer content does not occur: hashes have 32 bytes
    out.push_back(tag);
    out.push_back(static_cast<std::byte>(std::min(content.size(), kShortForm - 1)));
    append(out, content);
}

/// DER INTEGER content: the fewest bytes, and a zero before a high bit.
Bytes integerContent(std::uint64_t number)
{
    const auto wide = bigEndian64(number);
    ByteView content{wide};
    while (content.size() > 1 && content.front() == std::byte{0}) {
        content = content.subspan(1);
    }
    Bytes out;
    if (std::to_integer<unsigned>(content.front()) >= 0x80U) {
        out.push_back(std::byte{0});
    }
    append(out, content);
    return out;
}

Bytes headerBytes(const Block &block)
{
    constexpr std::byte kInteger{0x02};
    constexpr std::byte kOctets{0x04};
    constexpr std::byte kSequence{0x30};
    Bytes content;
    appendDer(content, kInteger, integerContent(block.number));
    appendDer(content, kOctets, block.previousHash);
    appendDer(content, kOctets, block.dataHash);
    Bytes out;
    appendDer(out, kSequence, content);
    return out;
}

void complete(Block &block)
{
    block.header = headerBytes(block);
    block.hash = crypto::sha256(block.header);
}

/// The data hash runs over the transactions without saying where each ends, so a peer could cut them
/// anew. Fields can be cut off in one way only, and a transaction is an envelope that begins with its
/// payload and has no second one. What else stands in it is its sender's: peers hand it on, unknown
/// fields too. The configuration's envelope in block 0 is not signed.
bool isPlainEnvelope(ByteView bytes)
{
    const auto envelope = WireFields::parse(bytes);
    return envelope && envelope->beginsWithOnly(wire::Envelope::kPayloadFieldNumber);
}

/// By the type in its header, which is all that tells a configuration from other transactions.
bool isConfiguration(ByteView transaction)
{
    const auto envelope = WireFields::parse(transaction);
    const auto payload = envelope
        ? WireFields::parse(envelope->bytesAt(wire::Envelope::kPayloadFieldNumber))
        : std::nullopt;
    const auto headers
        = payload ? payload->messageAt(wire::Payload::kHeaderFieldNumber) : std::nullopt;
    const auto channel = headers
        ? WireFields::parse(headers->bytesAt(wire::Header::kChannelHeaderFieldNumber))
        : std::nullopt;
    return channel
        && static_cast<std::int32_t>(channel->numberAt(wire::ChannelHeader::kTypeFieldNumber))
        == wire::HEADER_CONFIG;
}

Result<> takeData(Block &block, const wire::BlockData &data)
{
    crypto::Sha256 hash;
    auto &transactions = block.data.emplace();
    transactions.reserve(static_cast<std::size_t>(data.data_size()));
    for (const std::string &transaction : data.data()) {
        if (!isPlainEnvelope(bytesOf(transaction))) {
            return malformed("transaction " + std::to_string(transactions.size()) + " of block "
                             + std::to_string(block.number) + " is no plain envelope");
        }
        hash.update(bytesOf(transaction));
        transactions.push_back(bytesIn(transaction));
    }
    if (hash.finish() != block.dataHash) {
        return fail(ErrorCode::Tampered,
                    "the transactions of block " + std::to_string(block.number)
                        + " are not the ones its header names");
    }
    if (block.number > 0 && block.validation.size() != transactions.size()) {
        return malformed("block " + std::to_string(block.number) + " has "
                         + std::to_string(transactions.size()) + " transactions and "
                         + std::to_string(block.validation.size()) + " verdicts");
    }
    block.isConfig = data.data_size() == 1 && isConfiguration(bytesOf(data.data(0)));
    return {};
}

Result<> takeHeader(Block &block, const wire::BlockHeader &header)
{
    block.number = header.number();
    block.previousHash = bytesIn(header.previous_hash());
    const std::size_t wanted = block.number == 0 ? 0 : block.dataHash.size();
    if (block.previousHash.size() != wanted || header.data_hash().size() != block.dataHash.size()) {
        return malformed("a hash in the header of block " + std::to_string(block.number)
                         + " has another length");
    }
    std::ranges::copy(bytesOf(header.data_hash()), block.dataHash.begin());
    complete(block);
    return {};
}

Result<> takeMetadata(Block &block, const wire::BlockMetadata &metadata)
{
    const auto at = [&metadata](int index) {
        return index < metadata.metadata_size() ? metadata.metadata(index) : std::string{};
    };
    block.signatures = bytesIn(at(wire::METADATA_SIGNATURES));
    block.validation = bytesIn(at(wire::METADATA_TRANSACTIONS_FILTER));
    wire::Metadata commit;
    if (!commit.ParseFromString(at(wire::METADATA_COMMIT_HASH))) {
        return malformed("the commit hash of block " + std::to_string(block.number));
    }
    block.commitHash = bytesIn(commit.value());
    return {};
}

} // namespace

Block blockOfHeader(std::uint64_t number, ByteView previousHash, const Bytes32 &dataHash)
{
    Block block;
    block.number = number;
    block.previousHash = copyOf(previousHash);
    block.dataHash = dataHash;
    complete(block);
    return block;
}

Result<Block> parseBlock(ByteView bytes)
{
    wire::Block message;
    if (bytes.size() > kMostBytes
        || !message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        return malformed("it is no block");
    }
    Block block;
    KEEPWELL_CHECK(takeHeader(block, message.header()));
    KEEPWELL_CHECK(takeMetadata(block, message.metadata()));
    if (message.data().data_size() > 0) {
        KEEPWELL_CHECK(takeData(block, message.data()));
    }
    return block;
}

} // namespace keepwell::ledger::fabric
