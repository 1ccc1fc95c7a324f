// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace keepwell::ui {

/// A name in two parts: "Kidney filter rate (eGFR)" is "Kidney filter rate" and "eGFR". The second
/// is empty where the name has no last part in brackets.
struct NameParts
{
    QString name;
    QString inBrackets;
};

NameParts partsOf(const QString &name);

/// "58 mL/min" is "58" and "mL/min"; words without a leading number are all number.
struct AmountParts
{
    QString number;
    QString unit;
};

AmountParts amountOf(const QString &value);

} // namespace keepwell::ui
