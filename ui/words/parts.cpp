// SPDX-License-Identifier: Apache-2.0
#include "ui/words/parts.hpp"

namespace keepwell::ui {

NameParts partsOf(const QString &name)
{
    const qsizetype open = name.lastIndexOf(QLatin1String(" ("));
    if (open <= 0 || !name.endsWith(QLatin1Char(')'))) {
        return {name, {}};
    }
    return {name.left(open), name.mid(open + 2).chopped(1)};
}

AmountParts amountOf(const QString &value)
{
    const qsizetype gap = value.indexOf(QLatin1Char(' '));
    const bool number = !value.isEmpty() && value.front().isDigit();
    return number && gap > 0 ? AmountParts{value.left(gap), value.mid(gap + 1)}
                             : AmountParts{value, {}};
}

} // namespace keepwell::ui
