// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/wire_fields.hpp"
#include "fabric/common.pb.h"

#include <cstdint>
#include <cstdlib>
#include <span>

using namespace keepwell;
using ledger::fabric::WireFields;
using Header = wire::ChannelHeader;

/// What both this and the library for C++ can read is the same. Either takes in what the other
/// gives up: deep groups, numbers of more than 64 bits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto fields = WireFields::parse(std::as_bytes(std::span{data, size}));
    Header header;
    if (!fields || !header.ParseFromArray(data, static_cast<int>(size))) {
        return 0;
    }
    if (static_cast<std::int32_t>(fields->numberAt(Header::kTypeFieldNumber)) != header.type()
        || fields->textAt(Header::kChannelIdFieldNumber) != header.channel_id()
        || fields->textAt(Header::kTxIdFieldNumber) != header.tx_id()
        || textOf(fields->bytesAt(Header::kExtensionFieldNumber)) != header.extension()
        || fields->hasBytes(Header::kTimestampFieldNumber) != header.has_timestamp()) {
        std::abort();
    }
    const auto time = fields->messageAt(Header::kTimestampFieldNumber);
    if (time && static_cast<std::int64_t>(time->numberAt(1)) != header.timestamp().seconds()) {
        std::abort();
    }
    return 0;
}
