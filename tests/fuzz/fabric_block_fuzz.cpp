// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/entry_reader.hpp"
#include "core/ledger/fabric/chain/orderer_signatures.hpp"
#include "fabric/common.pb.h"
#include "fabric/transaction.pb.h"

#include <cstdint>

using namespace keepwell;
using namespace keepwell::ledger::fabric;

namespace {

constexpr std::string_view kChannel = "channel";
constexpr std::string_view kContract = "contract";

/// A block with one transaction of good headers around `data`, so that what is inside is reached.
Block blockAround(wire::HeaderType type, std::string_view data)
{
    wire::ChannelHeader header;
    header.set_type(type);
    header.set_channel_id(std::string{kChannel});
    header.set_extension("\x12\x0a\x12\x08"
                         "contract"); // ChaincodeHeaderExtension
    wire::Payload payload;
    payload.mutable_header()->set_channel_header(header.SerializeAsString());
    payload.set_data(std::string{data});
    wire::Envelope envelope;
    envelope.set_payload(payload.SerializeAsString());
    Block block = blockOfHeader(1, Bytes(32), {});
    block.data.emplace().push_back(copyOf(bytesOf(envelope.SerializeAsString())));
    block.validation.push_back(std::byte{wire::TX_VALID});
    block.isConfig = type == wire::HEADER_CONFIG;
    return block;
}

void readAll(const Block &block)
{
    static_cast<void>(submissionsIn(block, kChannel, kContract));
    if (!block.isConfig) {
        return;
    }
    if (auto config = ChannelConfig::parse(block, kChannel)) {
        OrdererSignatures orderers{*std::move(config)};
        static_cast<void>(orderers.check(block));
    }
}

} // namespace

/// The first byte says how deep the rest stands: a whole block, a configuration, a call, an MSP.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const ByteView rest = std::as_bytes(std::span{data, size}).subspan(1);
    switch (data[0] % 4) {
    case 0:
        if (const auto block = parseBlock(rest)) {
            readAll(*block);
        }
        break;
    case 1:
        readAll(blockAround(wire::HEADER_CONFIG, textOf(rest)));
        break;
    case 2: {
        wire::Transaction transaction;
        transaction.add_actions()->set_payload(std::string{textOf(rest)});
        readAll(blockAround(wire::HEADER_ENDORSER_TRANSACTION, transaction.SerializeAsString()));
        break;
    }
    default:
        static_cast<void>(Msp::parse(rest));
        break;
    }
    return 0;
}
