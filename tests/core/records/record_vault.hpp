// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/crypto/secret.hpp"
#include "core/crypto/sodium.hpp"
#include "core/vault/database.hpp"
#include "core/vault/migrations.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <optional>

namespace keepwell::test {

/// A clock that stands still.
class StillClock final : public Clock
{
public:
    Instant now() const override { return Instant{std::chrono::seconds{1'795'000'000}}; }
};

/// An unlocked, empty database, in a folder of its own.
class RecordVault
{
public:
    RecordVault()
    {
        crypto::initialise();
        auto created = vault::Database::create(m_folder.filePath("vault.db").toStdString(),
                                               crypto::DatabaseKey::random());
        if (created) {
            m_database.emplace(std::move(*created));
        }
        if (!m_database || !vault::migrate(*m_database)) {
            qFatal("no test vault");
        }
    }

    vault::Database &database() { return *m_database; }
    QString path(const char *name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    std::optional<vault::Database> m_database;
};

} // namespace keepwell::test
