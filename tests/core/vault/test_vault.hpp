// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sodium.hpp"
#include "core/vault/database.hpp"
#include "core/vault/migrations.hpp"

#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace keepwell::test {

inline crypto::DatabaseKey keyOf(std::uint8_t fill)
{
    return crypto::DatabaseKey::make(
        [fill](std::span<std::byte> bytes) { std::ranges::fill(bytes, std::byte{fill}); });
}

inline Bytes32 bytes32(std::uint8_t fill)
{
    Bytes32 bytes{};
    bytes.fill(std::byte{fill});
    return bytes;
}

template <class Id>
Id id(std::uint8_t fill)
{
    return Id{bytes32(fill)};
}

inline Instant at(std::int64_t seconds) { return Instant{std::chrono::seconds{seconds}}; }

inline std::string contentOf(const std::filesystem::path &file)
{
    std::ostringstream content;
    content << std::ifstream{file, std::ios::binary}.rdbuf();
    return content.str();
}

inline void writeFile(const std::filesystem::path &file, const std::string &content)
{
    std::ofstream{file, std::ios::binary | std::ios::trunc} << content;
}

/// An encrypted database with all tables, in a folder of its own.
struct TestDatabase
{
    QTemporaryDir folder;
    vault::Database database = make(folder.path().toStdString());

private:
    static vault::Database make(const std::string &folder)
    {
        crypto::initialise();
        auto made = vault::Database::create(folder + "/vault.db", keyOf(1));
        if (!made) {
            qFatal("%s", made.error().detail.c_str());
        }
        if (const auto migrated = vault::migrate(*made); !migrated) {
            qFatal("%s", migrated.error().detail.c_str());
        }
        return *std::move(made);
    }
};

} // namespace keepwell::test
