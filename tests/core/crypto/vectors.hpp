// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/hex.hpp"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <vector>

/// Reading the public vectors of /shared/data; nothing here is under test.
namespace keepwell::testing {

/// nullopt when the shared data is absent.
inline std::optional<QJsonDocument> sharedJson(const QString &path)
{
    QFile file{QStringLiteral(KEEPWELL_SHARED_DATA "/vectors/") + path};
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return QJsonDocument::fromJson(file.readAll());
}

inline Bytes hexBytes(const QJsonValue &value)
{
    return fromHex(value.toString().toStdString()).value();
}

template <class Array>
Array fixedBytes(const Bytes &bytes)
{
    Array out{};
    std::ranges::copy_n(bytes.begin(),
                        static_cast<std::ptrdiff_t>(std::min(out.size(), bytes.size())),
                        out.begin());
    return out;
}

/// A secret of type `Wanted` with these bytes.
template <class Wanted>
Wanted secretOf(const Bytes &bytes)
{
    return Wanted::make([&](std::span<std::byte> output) {
        std::ranges::copy_n(bytes.begin(), static_cast<std::ptrdiff_t>(output.size()),
                            output.begin());
    });
}

struct WycheproofCase
{
    QJsonObject group;
    QJsonObject test;
    QByteArray name;
    bool isValid;
};

inline std::vector<WycheproofCase> wycheproof(const QJsonDocument &document)
{
    std::vector<WycheproofCase> cases;
    const QJsonArray groups = document.object()[QStringLiteral("testGroups")].toArray();
    for (const auto &group : groups) {
        const QJsonArray tests = group.toObject()[QStringLiteral("tests")].toArray();
        for (const auto &entry : tests) {
            const QJsonObject test = entry.toObject();
            cases.push_back({group.toObject(), test,
                             QByteArray::number(test[QStringLiteral("tcId")].toInt()) + ' '
                                 + test[QStringLiteral("comment")].toString().toUtf8(),
                             test[QStringLiteral("result")].toString() == QStringLiteral("valid")});
        }
    }
    return cases;
}

/// A copy with one bit changed.
inline Bytes withBitFlipped(ByteView bytes, std::size_t bit)
{
    Bytes flipped = copyOf(bytes);
    flipped[bit / 8] ^= std::byte{1} << (bit % 8);
    return flipped;
}

} // namespace keepwell::testing

#define KEEPWELL_SHARED_JSON(name, path)                                                           \
    const auto name##Read = keepwell::testing::sharedJson(QStringLiteral(path));                   \
    if (!name##Read) {                                                                             \
        QSKIP("skipped: no shared data");                                                          \
    }                                                                                              \
    const QJsonDocument &name = *name##Read
