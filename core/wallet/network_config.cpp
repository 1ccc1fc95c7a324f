// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/network_config.hpp"

#include "core/audit/whole_file.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace keepwell {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 64 * 1024;

Result<std::string> kindOf(const Json &section, const std::string &name)
{
    if (!section.is_object() || !section.contains("kind") || !section["kind"].is_string()) {
        return fail(ErrorCode::InvalidInput,
                    "network file: \"" + name + "\" must be an object with a \"kind\"");
    }
    return section["kind"].get<std::string>();
}

Result<std::filesystem::path> pathOf(const Json &section, const std::string &name,
                                     const std::filesystem::path &relativeTo)
{
    if (!section.contains("path") || !section["path"].is_string()
        || section["path"].get_ref<const std::string &>().empty()) {
        return fail(ErrorCode::InvalidInput,
                    "network file: \"" + name + "\" must name its \"path\"");
    }
    const std::filesystem::path path = section["path"].get<std::string>();
    return (path.is_absolute() ? path : relativeTo / path).lexically_normal();
}

} // namespace

NetworkConfig NetworkConfig::beside(const std::filesystem::path &home)
{
    const auto folder
        = (std::filesystem::absolute(home).lexically_normal() / "..").lexically_normal()
        / "network";
    return {.ledgerPath = folder / "ledger.db", .blocksPath = folder / "blocks"};
}

Result<NetworkConfig> NetworkConfig::read(const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return fail(ErrorCode::NotFound, "there is no network file " + file.string());
    }
    std::ifstream stream{file, std::ios::binary};
    std::string text(kMostBytes + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    if (stream.bad() || (!stream.eof() && stream.fail())) {
        return fail(ErrorCode::Unavailable, "the network file cannot be read: " + file.string());
    }
    if (text.size() > kMostBytes) {
        return fail(ErrorCode::InvalidInput, "the network file is larger than 64 KiB");
    }
    return parse(text, std::filesystem::absolute(file).parent_path());
}

Result<NetworkConfig> NetworkConfig::parse(std::string_view json,
                                           const std::filesystem::path &relativeTo)
{
    const Json root = Json::parse(json, nullptr, false);
    if (!root.is_object()) {
        return fail(ErrorCode::InvalidInput, "the network file is not a JSON object");
    }
    if (!root.contains("ledger") || !root.contains("blocks")) {
        return fail(ErrorCode::InvalidInput,
                    "the network file must have \"ledger\" and \"blocks\"");
    }
    KEEPWELL_TRY(const std::string ledger, kindOf(root["ledger"], "ledger"));
    KEEPWELL_TRY(const std::string blocks, kindOf(root["blocks"], "blocks"));
    if (ledger == "fabric" || blocks == "ipfs") {
        return fail(ErrorCode::Unsupported,
                    "this build has the embedded ledger and folders of blocks, not "
                        + (ledger == "fabric" ? std::string{"Fabric"} : std::string{"IPFS"}));
    }
    if (ledger != "embedded" || blocks != "folder") {
        return fail(ErrorCode::InvalidInput,
                    "network file: unknown kind \"" + (ledger != "embedded" ? ledger : blocks)
                        + "\"");
    }
    NetworkConfig config;
    KEEPWELL_TRY(config.ledgerPath, pathOf(root["ledger"], "ledger", relativeTo));
    KEEPWELL_TRY(config.blocksPath, pathOf(root["blocks"], "blocks", relativeTo));
    return config;
}

Result<> NetworkConfig::write(const std::filesystem::path &file) const
{
    KEEPWELL_TRY(auto whole, audit::WholeFile::begin(file));
    KEEPWELL_CHECK(whole.write(toJson()));
    return whole.replace();
}

std::string NetworkConfig::toJson() const
{
    nlohmann::ordered_json json;
    json["ledger"] = {{"kind", "embedded"}, {"path", ledgerPath.string()}};
    json["blocks"] = {{"kind", "folder"}, {"path", blocksPath.string()}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace keepwell
