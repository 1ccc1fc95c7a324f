// SPDX-License-Identifier: Apache-2.0
#include "ui/words/amounts.hpp"

#include "ui/words/sentences.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("Activity", words); }

} // namespace

QString amountWords(const std::string &what)
{
    static const QRegularExpression kAmount{
        QStringLiteral("^(\\d{1,9}) records?(?: of (.+)| from (\\d+) files?)?$")};
    const QString stored = plain(what);
    const QRegularExpressionMatch match = kAmount.match(stored);
    if (!match.hasMatch()) {
        return stored;
    }
    const int count = match.captured(1).toInt();
    const QString records
        = QCoreApplication::translate("ShareRowView", "%n record(s)", nullptr, count);
    if (records.contains(QLatin1String("(s)"))) {
        return stored; // no language is loaded
    }
    if (!match.captured(2).isEmpty()) {
        return say("%1 of %2").arg(records, match.captured(2));
    }
    if (match.captured(3).isEmpty()) {
        return records;
    }
    return match.captured(3) == QLatin1String("1")
        ? say("%1 from 1 file").arg(records)
        : say("%1 from %2 files").arg(records, match.captured(3));
}

} // namespace keepwell::ui
