// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/embedded_ledger.hpp"
#include "tests/core/contract/actor.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

namespace keepwell::test {

class FakeClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(std::chrono::seconds by) { m_now += by; }

private:
    Instant m_now = kStart;
};

/// A folder with a ledger file in it.
struct LedgerFolder
{
    QTemporaryDir folder;
    FakeClock clock;

    std::filesystem::path file() const
    {
        return std::filesystem::path{folder.path().toStdString()} / "ledger.db";
    }

    std::unique_ptr<ledger::EmbeddedLedger> open(std::optional<ledger::Pin> pin = {}) const
    {
        auto opened = tryOpen(pin);
        if (!opened) {
            qFatal("%s", opened.error().detail.c_str());
        }
        return *std::move(opened);
    }

    Result<std::unique_ptr<ledger::EmbeddedLedger>> tryOpen(std::optional<ledger::Pin> pin
                                                            = {}) const
    {
        return ledger::EmbeddedLedger::open(
            file(), clock, {.pin = pin, .mayCreate = true, .progress = {}, .stop = {}});
    }
};

/// Submits the actor's next entry; ends the test when it is rejected.
inline ledger::Entry submit(ledger::Ledger &ledger, Actor &actor, contract::Body body, Instant now)
{
    const auto entry = ledger.submit(actor.next(std::move(body), now).envelope());
    if (!entry) {
        qFatal("%s", entry.error().error.detail.c_str());
    }
    actor.accepted(entry->envelope.id());
    return *entry;
}

inline Bytes readFile(const std::filesystem::path &path)
{
    QFile file{QString::fromStdString(path.string())};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray content = file.readAll();
    return copyOf(std::as_bytes(std::span{content.constData(), std::size_t(content.size())}));
}

inline void writeFile(const std::filesystem::path &path, ByteView bytes)
{
    QFile file{QString::fromStdString(path.string())};
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || file.write(textOf(bytes).data(), qint64(bytes.size())) != qint64(bytes.size())) {
        qFatal("cannot write %s", path.c_str());
    }
}

/// A share of `owner` with everything that is deposited for it.
struct SharedThing
{
    contract::GrantBody body;
    Bytes release;
    Bytes notice;

    SharedThing(const contract::NetworkId &network, std::string_view name,
                const contract::PublicKey &grantee, Instant now, std::uint32_t maxOpens = 0)
        : release{copyOf(bytesNamed(std::string{name} + " r"))}
        , notice{copyOf(bytesOf("sealed notice of " + std::string{name} + "."))}
    {
        body.grant = contract::GrantId{bytesNamed(name)};
        body.grantee = grantee;
        body.manifest = contract::Commitment{bytesNamed(std::string{name} + " manifest")};
        body.notice = contract::noticeCommitment(network, body.grant, 1, notice);
        body.release = contract::releaseCommitment(network, body.grant, 1, ByteView{release});
        body.terms = {.purpose = contract::Purpose::Treat,
                      .notBefore = now,
                      .expires = now + std::chrono::days{30},
                      .maxOpens = maxOpens,
                      .custodian = {}};
    }
};

} // namespace keepwell::test
