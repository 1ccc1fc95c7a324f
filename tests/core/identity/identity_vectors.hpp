// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sodium.hpp"
#include "tests/core/crypto/vectors.hpp"

#include <QTest>

#include <string>

/// Reading tests/vectors/identity, made by the Python program beside them.
namespace keepwell::testing {

inline QJsonObject identityVectors(const QString &name)
{
    QFile file{QStringLiteral(KEEPWELL_TEST_VECTORS "/identity/") + name};
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no vectors %s", qPrintable(name));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

template <class Id>
Id idOf(const QJsonValue &value)
{
    return Id{fixedBytes<Bytes32>(hexBytes(value))};
}

inline std::string textOf(const QJsonValue &value) { return value.toString().toStdString(); }

} // namespace keepwell::testing
