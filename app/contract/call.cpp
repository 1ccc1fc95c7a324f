// SPDX-License-Identifier: Apache-2.0
#include "app/contract/call.hpp"

#include "core/contract/chaincode.hpp"

#include <fabric/chaincode.pb.h>
#include <fabric/common.pb.h>
#include <fabric/transaction.pb.h>

namespace keepwell::contractserver {
namespace {

using contract::Code;
using contract::reject;
using contract::Verdict;

constexpr std::size_t kMostArgumentBytes = 64UL * 1024;
constexpr int kMostArguments = 2;

Verdict<> readArguments(const std::string &payload, Call &call)
{
    wire::ChaincodeInput input;
    if (!input.ParseFromString(payload)) {
        return reject(Code::Enc, "the chaincode input cannot be read");
    }
    if (input.args_size() == 0 || input.args_size() > kMostArguments) {
        return reject(Code::Enc, "a function and at most one argument are expected");
    }
    call.function = input.args(0);
    if (input.args_size() == kMostArguments) {
        if (input.args(1).size() > kMostArgumentBytes) {
            return reject(Code::Enc, "the argument is larger than 64 KiB");
        }
        call.argument = copyOf(bytesOf(input.args(1)));
    }
    return {};
}

Verdict<> readTime(const wire::ChannelHeader &header, Call &call)
{
    const std::int64_t seconds = header.timestamp().seconds();
    const bool isDate
        = seconds >= 0 && static_cast<std::uint64_t>(seconds) <= contract::kLatestSecond;
    if (!header.has_timestamp() || !isDate) {
        return reject(Code::Time, "the transaction time is not between 1970 and 9999");
    }
    call.time = contract::instantOf(static_cast<std::uint64_t>(seconds));
    return {};
}

Verdict<> readHeader(const std::string &bytes, Call &call)
{
    wire::Header header;
    wire::ChannelHeader channel;
    if (!header.ParseFromString(bytes) || !channel.ParseFromString(header.channel_header())) {
        return reject(Code::Enc, "the headers of the proposal cannot be read");
    }
    // Else one transaction could be endorsed under the id or the time of another.
    if (channel.type() != wire::HEADER_ENDORSER_TRANSACTION || channel.tx_id() != call.txId
        || channel.channel_id() != call.channel) {
        return reject(Code::Enc, "the headers of the proposal are of another transaction");
    }
    wire::ChaincodeHeaderExtension extension;
    if (!extension.ParseFromString(channel.extension())) {
        return reject(Code::Enc, "whom the proposal calls cannot be read");
    }
    call.contract = extension.chaincode_id().name();
    return readTime(channel, call);
}

Verdict<> readTransient(const std::string &bytes, Call &call)
{
    wire::ChaincodeProposalPayload payload;
    if (!payload.ParseFromString(bytes)) {
        return reject(Code::Enc, "the payload of the proposal cannot be read");
    }
    if (payload.transient_map_size() == 0) {
        return {};
    }
    const auto found = payload.transient_map().find(std::string{contract::kTransientValue});
    if (payload.transient_map_size() != 1 || found == payload.transient_map().end()) {
        return reject(Code::Enc, "the transient map may only hold a value");
    }
    if (found->second.size() > contract::kMostNoticeBytes) {
        return reject(Code::Size, "the value is larger than any field may be");
    }
    call.value = copyOf(bytesOf(found->second));
    return {};
}

} // namespace

Verdict<Call> parseCall(const Message &message)
{
    Call call;
    call.channel = message.channel_id();
    call.txId = message.txid();
    wire::Proposal proposal;
    if (!message.has_proposal() || !proposal.ParseFromString(message.proposal().proposal_bytes())) {
        return reject(Code::Enc, "the proposal cannot be read");
    }
    KEEPWELL_CHECK(readArguments(message.payload(), call));
    KEEPWELL_CHECK(readHeader(proposal.header(), call));
    KEEPWELL_CHECK(readTransient(proposal.payload(), call));
    auto locator = contract::locatorOf(call.txId);
    if (!locator) {
        return reject(Code::Enc, locator.error().detail);
    }
    call.locator = *std::move(locator);
    return call;
}

} // namespace keepwell::contractserver
