// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/hex.hpp"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <string>

/// Reads the vectors of tests/vectors/sharing, which make.py wrote without any code of ours.
namespace keepwell::test {

inline QJsonDocument vectors(const char *name)
{
    QFile file{QStringLiteral(KEEPWELL_TEST_VECTORS "/sharing/") + name};
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no vectors %s", name);
    }
    return QJsonDocument::fromJson(file.readAll());
}

inline std::string text(const QJsonObject &object, const char *key)
{
    return object[QLatin1String{key}].toString().toStdString();
}

inline Bytes bytes(const QJsonObject &object, const char *key)
{
    return fromHex(text(object, key)).value();
}

inline Bytes32 bytes32(const QJsonObject &object, const char *key)
{
    Bytes32 value{};
    std::ranges::copy(bytes(object, key), value.begin());
    return value;
}

template <class Id>
Id id(const QJsonObject &object, const char *key)
{
    return Id{bytes32(object, key)};
}

inline std::uint64_t number(const QJsonObject &object, const char *key)
{
    return object[QLatin1String{key}].toVariant().toULongLong();
}

/// A secret from its hex.
template <class Secret>
Secret secret(const QJsonObject &object, const char *key)
{
    const Bytes raw = bytes(object, key);
    return Secret::make([&raw](auto target) { std::ranges::copy(raw, target.begin()); });
}

} // namespace keepwell::test
