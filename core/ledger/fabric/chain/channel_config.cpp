// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/channel_config.hpp"

#include "fabric/common.pb.h"
#include "fabric/config.pb.h"

namespace keepwell::ledger::fabric {
namespace {

constexpr std::string_view kOrdererGroup = "Orderer";
constexpr std::string_view kApplicationGroup = "Application";
constexpr std::size_t kMostConsenters = 256;

std::unexpected<Error> malformed(const std::string &what)
{
    return fail(ErrorCode::InvalidInput, "the channel's configuration breaks its form: " + what);
}

template <class Message>
std::optional<Message> read(const std::string &bytes)
{
    Message message;
    if (!message.ParseFromString(bytes)) {
        return std::nullopt;
    }
    return message;
}

const wire::ConfigGroup *groupIn(const wire::ConfigGroup &group, std::string_view name)
{
    const auto found = group.groups().find(std::string{name});
    return found != group.groups().end() ? &found->second : nullptr;
}

const std::string *valueIn(const wire::ConfigGroup &group, std::string_view name)
{
    const auto found = group.values().find(std::string{name});
    return found != group.values().end() ? &found->second.value() : nullptr;
}

Result<std::map<std::string, Msp, std::less<>>> organisationsIn(const wire::ConfigGroup &group)
{
    std::map<std::string, Msp, std::less<>> organisations;
    for (const auto &[name, organisation] : group.groups()) {
        const std::string *value = valueIn(organisation, "MSP");
        if (value == nullptr) {
            return malformed("an organisation has no MSP");
        }
        auto msp = Msp::parse(bytesOf(*value));
        if (!msp && msp.error().code == ErrorCode::Unsupported) {
            continue; // its members sign nothing that this program could check
        }
        KEEPWELL_CHECK(msp);
        std::string id = msp->id();
        if (!organisations.emplace(std::move(id), *std::move(msp)).second) {
            return malformed("two organisations have one MSP id");
        }
    }
    return organisations;
}

Result<Consensus> consensusIn(const wire::ConfigGroup &orderer)
{
    const std::string *value = valueIn(orderer, "ConsensusType");
    const auto type = value != nullptr ? read<wire::ConsensusType>(*value) : std::nullopt;
    if (!type) {
        return malformed("it does not say how transactions are ordered");
    }
    if (type->type() == "etcdraft") {
        return Consensus::Raft;
    }
    if (type->type() == "BFT") {
        return Consensus::SmartBft;
    }
    return fail(ErrorCode::Unsupported,
                "the channel's transactions are ordered in a way this Keepwell does not know");
}

Result<std::map<std::uint32_t, ChannelConfig::Consenter>>
consentersIn(const wire::ConfigGroup &orderer)
{
    const std::string *value = valueIn(orderer, "Orderers");
    const auto list = value != nullptr ? read<wire::Orderers>(*value) : std::nullopt;
    if (!list || list->consenter_mapping().empty()
        || static_cast<std::size_t>(list->consenter_mapping_size()) > kMostConsenters) {
        return malformed("it does not say who orders transactions");
    }
    std::map<std::uint32_t, ChannelConfig::Consenter> consenters;
    for (const wire::Consenter &one : list->consenter_mapping()) {
        if (!consenters
                 .emplace(
                     one.id(),
                     ChannelConfig::Consenter{.mspId = one.msp_id(), .certificate = one.identity()})
                 .second) {
            return malformed("two orderers have one number");
        }
    }
    return consenters;
}

/// Absent means what Fabric takes for granted.
Result<> usesSha256(const wire::ConfigGroup &channel)
{
    const std::string *value = valueIn(channel, "HashingAlgorithm");
    const auto algorithm = value != nullptr ? read<wire::HashingAlgorithm>(*value)
                                            : std::optional<wire::HashingAlgorithm>{std::in_place};
    if (!algorithm || (value != nullptr && algorithm->name() != "SHA256")) {
        return fail(ErrorCode::Unsupported, "the channel uses another hash than SHA-256");
    }
    return {};
}

} // namespace

Result<ChannelConfig> ChannelConfig::parse(const Block &block, std::string_view channel)
{
    if (!block.isConfig || !block.data) {
        return malformed("block " + std::to_string(block.number) + " holds none");
    }
    const auto envelope = read<wire::Envelope>(std::string{textOf(block.data->front())});
    const auto payload = envelope ? read<wire::Payload>(envelope->payload()) : std::nullopt;
    const auto header
        = payload ? read<wire::ChannelHeader>(payload->header().channel_header()) : std::nullopt;
    const auto said = payload ? read<wire::ConfigEnvelope>(payload->data()) : std::nullopt;
    if (!header || !said) {
        return malformed("it cannot be read");
    }
    if (header->channel_id() != channel) {
        return fail(ErrorCode::InvalidInput,
                    "it is the configuration of another channel than " + std::string{channel});
    }
    const wire::ConfigGroup &root = said->config().channel_group();
    const wire::ConfigGroup *orderer = groupIn(root, kOrdererGroup);
    if (orderer == nullptr) {
        return malformed("it names no orderers");
    }
    KEEPWELL_CHECK(usesSha256(root));
    ChannelConfig config;
    KEEPWELL_TRY(config.m_consensus, consensusIn(*orderer));
    KEEPWELL_TRY(config.m_orderers, organisationsIn(*orderer));
    if (config.m_consensus == Consensus::SmartBft) {
        KEEPWELL_TRY(config.m_consenters, consentersIn(*orderer));
    }
    if (const wire::ConfigGroup *application = groupIn(root, kApplicationGroup)) {
        KEEPWELL_TRY(const auto members, organisationsIn(*application));
        for (const auto &[id, msp] : members) {
            config.m_members.emplace(id, msp.authorities());
        }
    }
    return config;
}

const Msp *ChannelConfig::ordererOrganisation(std::string_view mspId) const
{
    const auto found = m_orderers.find(mspId);
    return found != m_orderers.end() ? &found->second : nullptr;
}

} // namespace keepwell::ledger::fabric
