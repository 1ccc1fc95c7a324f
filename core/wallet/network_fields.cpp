// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/network_fields.hpp"

#include <algorithm>

namespace keepwell {

namespace {

constexpr std::size_t kMostText = 2000;
constexpr std::size_t kMostIdentifier = 64;
constexpr std::size_t kMostPem = 64 * 1024;
constexpr std::size_t kMostPort = 65535;
constexpr int kMostDepth = 8;
constexpr const char *kPemBegins = "-----BEGIN CERTIFICATE-----";
constexpr const char *kDigits = "0123456789";
constexpr const char *kIdentifier
    = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";

} // namespace

NetworkFields::NetworkFields(nlohmann::json json, std::string place,
                             std::filesystem::path relativeTo)
    : m_json(std::move(json)), m_place{std::move(place)}, m_relativeTo{std::move(relativeTo)}
{
}

Result<NetworkFields> NetworkFields::parse(std::string_view json,
                                           const std::filesystem::path &relativeTo)
{
    bool isDeep = false; // a copy of such a value would need as much stack as it is deep
    const auto keep = [&isDeep](int depth, nlohmann::json::parse_event_t, nlohmann::json &) {
        isDeep = isDeep || depth > kMostDepth;
        return depth <= kMostDepth;
    };
    auto root = nlohmann::json::parse(json.begin(), json.end(), keep, false);
    if (isDeep || !root.is_object()) {
        return fail(ErrorCode::InvalidInput, "the network file is not a JSON object");
    }
    return NetworkFields{std::move(root), "", relativeTo};
}

std::string NetworkFields::placeOf(const char *name) const
{
    return m_place.empty() ? name : m_place + "." + name;
}

std::unexpected<Error> NetworkFields::wrong(const char *name, const std::string &what) const
{
    return fail(ErrorCode::InvalidInput, "network file: \"" + placeOf(name) + "\" " + what);
}

Result<> NetworkFields::only(std::initializer_list<std::string_view> names) const
{
    for (const auto &[name, value] : m_json.items()) {
        if (std::ranges::find(names, name) == names.end()) {
            return wrong(name.substr(0, kMostIdentifier).c_str(), "is no field this build knows");
        }
    }
    return {};
}

Result<std::string> NetworkFields::text(const char *name) const
{
    const auto found = m_json.find(name);
    if (found == m_json.end()) {
        return wrong(name, "is missing");
    }
    if (!found->is_string()) {
        return wrong(name, "must be text");
    }
    const auto &text = found->get_ref<const std::string &>();
    if (text.empty() || text.size() > kMostText || text.find('\0') != std::string::npos) {
        return wrong(name, "is empty or too long");
    }
    return text;
}

Result<std::vector<std::string>> NetworkFields::texts(const char *name) const
{
    const auto found = m_json.find(name);
    if (found == m_json.end() || !found->is_array()) {
        return wrong(name, "must be a list");
    }
    std::vector<std::string> all;
    for (const auto &one : *found) {
        if (!one.is_string() || one.get_ref<const std::string &>().empty()
            || one.get_ref<const std::string &>().size() > kMostText) {
            return wrong(name, "must be a list of texts");
        }
        all.push_back(one.get<std::string>());
    }
    return all;
}

Result<std::string> NetworkFields::identifier(const char *name) const
{
    KEEPWELL_TRY(const std::string value, text(name));
    if (value.size() > kMostIdentifier || value.find_first_not_of(kIdentifier) != value.npos) {
        return wrong(name, "must be letters, digits, \".\", \"-\" and \"_\", at most 64");
    }
    return value;
}

Result<std::string> NetworkFields::endpoint(const char *name) const
{
    KEEPWELL_TRY(const std::string value, text(name));
    const auto colon = value.rfind(':');
    const std::string host = value.substr(0, colon);
    const std::string port = colon == value.npos ? "" : value.substr(colon + 1);
    const bool isPort = !port.empty() && port.size() <= 5
        && port.find_first_not_of(kDigits) == port.npos && std::stoul(port) > 0
        && std::stoul(port) <= kMostPort;
    if (!isPort || host.empty() || host.find_first_of("/@ \t") != host.npos) {
        return wrong(name, "must be a host and a port, as in peer.example.org:7051");
    }
    return value;
}

Result<std::filesystem::path> NetworkFields::path(const char *name) const
{
    KEEPWELL_TRY(const std::string value, text(name));
    const std::filesystem::path path{value};
    return (path.is_absolute() ? path : m_relativeTo / path).lexically_normal();
}

Result<std::string> NetworkFields::pem(const char *name) const
{
    const auto found = m_json.find(name);
    if (found != m_json.end() && found->is_string()
        && found->get_ref<const std::string &>().starts_with(kPemBegins)
        && found->get_ref<const std::string &>().size() <= kMostPem) {
        return found->get<std::string>();
    }
    KEEPWELL_TRY(const std::filesystem::path file, path(name));
    return file.string();
}

Result<NetworkFields> NetworkFields::object(const char *name) const
{
    const auto found = m_json.find(name);
    if (found == m_json.end() || !found->is_object()) {
        return wrong(name, found == m_json.end() ? "is missing" : "must be an object");
    }
    return NetworkFields{*found, placeOf(name), m_relativeTo};
}

Result<std::vector<NetworkFields>> NetworkFields::objects(const char *name) const
{
    const auto found = m_json.find(name);
    if (found == m_json.end() || !found->is_array()) {
        return wrong(name, found == m_json.end() ? "is missing" : "must be a list");
    }
    std::vector<NetworkFields> all;
    for (std::size_t i = 0; i < found->size(); ++i) {
        std::string place = placeOf(name) + "[" + std::to_string(i) + "]";
        if (!(*found)[i].is_object()) {
            return fail(ErrorCode::InvalidInput,
                        "network file: \"" + place + "\" must be an object");
        }
        all.push_back(NetworkFields{(*found)[i], std::move(place), m_relativeTo});
    }
    return all;
}

} // namespace keepwell
