// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/whole/chain_mirror.hpp"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace keepwell::test {

inline Bytes toBytes(const QByteArray &raw)
{
    return copyOf(bytesOf({raw.constData(), static_cast<std::size_t>(raw.size())}));
}

inline Bytes unpack(const QJsonValue &value)
{
    return toBytes(qUncompress(QByteArray::fromBase64(value.toString().toLatin1())));
}

inline Bytes unhex(const QJsonValue &value)
{
    return toBytes(QByteArray::fromHex(value.toString().toLatin1()));
}

inline Bytes32 unhex32(const QJsonValue &value)
{
    Bytes32 bytes{};
    std::ranges::copy(unhex(value), bytes.begin());
    return bytes;
}

/// A channel that tests/vectors/fabric made, without any code of Keepwell.
struct ChannelVectors
{
    QJsonObject all;
    std::vector<Bytes> blocks;
    ledger::fabric::ChannelOrigin origin;

    explicit ChannelVectors(const QString &name)
    {
        QFile file{QStringLiteral(KEEPWELL_TEST_VECTORS "/fabric/") + name};
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no vectors of %s", qPrintable(name));
        }
        all = QJsonDocument::fromJson(file.readAll()).object();
        for (const QJsonValue one : all["blocks"].toArray()) {
            blocks.push_back(unpack(one));
        }
        origin = {.genesisBlock = unhex32(all["genesis"]),
                  .channel = all["channel"].toString().toStdString(),
                  .contract = all["contract"].toString().toStdString()};
    }

    std::vector<Bytes> before(std::size_t at) const
    {
        return {blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(at)};
    }
};

/// The same in every run.
inline ledger::fabric::MirrorKey mirrorKey(std::byte first = std::byte{1})
{
    std::array<std::byte, ledger::fabric::MirrorKey::kBytes> bytes{first};
    return ledger::fabric::MirrorKey::take(bytes);
}

/// A mirror in a folder of its own.
struct MirrorFolder
{
    QTemporaryDir folder;
    ChannelVectors channel;
    std::unique_ptr<ledger::fabric::ChainMirror> mirror;
    std::optional<ledger::fabric::MirrorKey> key = mirrorKey();

    explicit MirrorFolder(const QString &name) : channel{name} { open(); }

    std::filesystem::path file() const
    {
        return std::filesystem::path{folder.path().toStdString()} / "mirror.db";
    }

    Result<std::unique_ptr<ledger::fabric::ChainMirror>> tryOpen(std::optional<ledger::Pin> pin
                                                                 = {})
    {
        mirror.reset();
        return ledger::fabric::ChainMirror::open(file(), channel.origin,
                                                 {.pin = pin, .key = key ? &*key : nullptr});
    }

    void open()
    {
        auto opened = tryOpen();
        if (!opened) {
            qFatal("%s", opened.error().detail.c_str());
        }
        mirror = *std::move(opened);
    }

    void takeAll(std::string_view msp = "Org1MSP")
    {
        const auto taken = mirror->append(channel.blocks, msp);
        if (!taken) {
            qFatal("%s", taken.error().detail.c_str());
        }
    }
};

} // namespace keepwell::test
