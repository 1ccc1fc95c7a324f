// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell {

/// One object of a network file, and where it stands, so that each error names the field. Every
/// error here is InvalidInput. Immutable value.
class NetworkFields
{
public:
    static Result<NetworkFields> parse(std::string_view json,
                                       const std::filesystem::path &relativeTo);

    bool has(const char *name) const { return m_json.contains(name); }
    /// No other fields than these.
    Result<> only(std::initializer_list<std::string_view> names) const;

    Result<std::string> text(const char *name) const; ///< Not empty, at most 2000 bytes.
    Result<std::vector<std::string>> texts(const char *name) const;
    Result<std::string> identifier(const char *name) const;     ///< Letters, digits, ".-_"; ≤ 64.
    Result<std::string> endpoint(const char *name) const;       ///< "host:port"
    Result<std::filesystem::path> path(const char *name) const; ///< Made absolute.
    /// PEM text as it is, or the absolute path of a PEM file.
    Result<std::string> pem(const char *name) const;
    Result<NetworkFields> object(const char *name) const;
    Result<std::vector<NetworkFields>> objects(const char *name) const;

    /// The error for a field of this object.
    std::unexpected<Error> wrong(const char *name, const std::string &what) const;

private:
    NetworkFields(nlohmann::json json, std::string place, std::filesystem::path relativeTo);
    std::string placeOf(const char *name) const;

    nlohmann::json m_json;
    std::string m_place; ///< "ledger.gateways[1]"; empty: the file itself.
    std::filesystem::path m_relativeTo;
};

} // namespace keepwell
