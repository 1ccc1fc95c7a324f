// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"
#include "core/vault/database.hpp"

#include <cstdint>

namespace keepwell::vault {

/// hot(e), from which every key of this wallet is derived (docs/spec/keys.md). The seed is nowhere.
struct HotKeyRow
{
    std::uint32_t e = 0; ///< Rises by one after a device was stolen.
    crypto::HotKey key;
};

/// One thread at a time, as its database.
class HotKeyTable
{
public:
    explicit HotKeyTable(Database &database) : m_database{&database} {}

    /// The one in use, with the highest e. Errors: Tampered when there is none.
    Result<HotKeyRow> current();
    /// An older one, whose relations may still hold grants. Errors: NotFound.
    Result<crypto::HotKey> at(std::uint32_t e);
    /// Errors: Conflict when there is one for this e.
    Result<> add(std::uint32_t e, const crypto::HotKey &key);

private:
    Database *m_database;
};

} // namespace keepwell::vault
