// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/kubo_answer.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace keepwell::store::kubo {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostWords = 200;
constexpr std::size_t kMostName = 100;
constexpr int kMostDepth = 8;

std::unexpected<Error> notUnderstood(std::string_view what)
{
    return fail(ErrorCode::Unavailable,
                "an answer about " + std::string{what} + " that is not Kubo's");
}

/// What is no JSON becomes a value without members.
Json read(ByteView body)
{
    bool isDeep = false;
    const auto keep = [&](int depth, Json::parse_event_t, Json &) {
        isDeep = isDeep || depth > kMostDepth;
        return depth <= kMostDepth;
    };
    const std::string_view text = textOf(body);
    Json json = Json::parse(text.begin(), text.end(), keep, false);
    if (isDeep || !json.is_object()) {
        json = Json::object();
    }
    return json;
}

/// Text of a stranger, fit to be shown in a line.
std::string shown(const Json &json, const char *member, std::size_t most)
{
    const auto found = json.find(member);
    if (found == json.end() || !found->is_string()) {
        return {};
    }
    std::string text = found->get_ref<const std::string &>().substr(0, most);
    std::ranges::replace_if(text, [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

std::optional<std::uint64_t> number(const Json &json, const char *member)
{
    const auto found = json.find(member);
    if (found == json.end() || !found->is_number_unsigned()) {
        return std::nullopt;
    }
    return found->get<std::uint64_t>();
}

} // namespace

Refusal refusal(ByteView body)
{
    const std::string words = shown(read(body), "Message", kMostWords);
    const auto says = [&](std::string_view part) { return words.contains(part); };
    Refusal::Kind kind = Refusal::Kind::Other;
    if (says("not pinned")) {
        kind = Refusal::Kind::NotPinned;
    } else if (says("no space left on device") || says("quota exceeded")) {
        kind = Refusal::Kind::DiskFull;
    } else if (says("deadline exceeded")) {
        kind = Refusal::Kind::NotInTime;
    } else if (says("could not find") || says("not found locally")) {
        kind = Refusal::Kind::NotFound;
    }
    return {.kind = kind, .words = words};
}

Result<BlockStat> blockStat(ByteView body)
{
    const Json json = read(body);
    std::string cid = shown(json, "Key", kMostName);
    const auto size = number(json, "Size");
    if (cid.empty() || !size) {
        return notUnderstood("a block");
    }
    return BlockStat{.cid = std::move(cid), .size = *size};
}

bool unpinned(ByteView body, std::string_view cid)
{
    const Json json = read(body);
    const auto list = json.find("Pins");
    return list != json.end() && list->is_array()
        && std::ranges::find(*list, Json(cid)) != list->end();
}

Result<std::vector<Cid>> notRemoved(ByteView body)
{
    std::vector<Cid> kept;
    std::string_view text = textOf(body);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const Json line = read(bytesOf(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto cid = shown(line, "Hash", kMostName);
        if (cid.empty()) {
            return notUnderstood("removed blocks");
        }
        const auto ours = Cid::parse(cid);
        if (ours && !shown(line, "Error", kMostWords).empty()) {
            kept.push_back(*ours);
        }
    }
    return kept;
}

Result<Identity> identity(ByteView body)
{
    const Json json = read(body);
    Identity identity{.peerId = shown(json, "ID", kMostName),
                      .version = shown(json, "AgentVersion", kMostName)};
    if (identity.peerId.empty()) {
        return notUnderstood("itself");
    }
    while (identity.version.ends_with('/')) {
        identity.version.pop_back();
    }
    return identity;
}

Result<RepoSize> repoSize(ByteView body)
{
    constexpr auto kNoLimit = std::numeric_limits<std::uint64_t>::max();
    const Json json = read(body);
    const auto size = number(json, "RepoSize");
    if (!size) {
        return notUnderstood("its space");
    }
    std::optional<std::uint64_t> most = number(json, "StorageMax");
    if (most == kNoLimit || most == 0) {
        most.reset();
    }
    return RepoSize{.size = *size, .most = most};
}

Result<std::uint64_t> peerCount(ByteView body)
{
    const Json json = read(body);
    const auto peers = json.find("Peers");
    if (peers == json.end() || !(peers->is_array() || peers->is_null())) {
        return notUnderstood("its peers");
    }
    return peers->size();
}

} // namespace keepwell::store::kubo
