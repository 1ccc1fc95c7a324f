// SPDX-License-Identifier: Apache-2.0
#include "ui/words/trends.hpp"

#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace keepwell::ui {

namespace {

constexpr std::size_t kMostDots = 10;

QString say(const char *words) { return QCoreApplication::translate("Trends", words); }

} // namespace

SparkLine sparkLineOf(const Trend &trend)
{
    SparkLine line;
    const std::size_t first = trend.points.size() - std::min(kMostDots, trend.points.size());
    for (std::size_t place = first; place < trend.points.size(); ++place) {
        line.values << trend.points[place].value;
    }
    line.low = trend.points.back().low;
    line.high = trend.points.back().high;
    return line;
}

QString numberOf(const TrendPoint &point, const Trend &trend)
{
    const QString text = plain(point.text);
    const QString unit = QLatin1Char(' ') + plain(trend.unit);
    return !trend.unit.empty() && text.endsWith(unit) ? text.chopped(unit.size()) : text;
}

QString summaryOf(const Trend &trend)
{
    const auto count = static_cast<int>(trend.points.size());
    const TrendPoint &now = trend.points.back();
    QString words = count == 1
        ? say("1 result: %1").arg(plain(now.text))
        : QCoreApplication::translate("Trends", "%n result(s), from %1 to %2", nullptr, count)
              .arg(numberOf(trend.points.front(), trend), plain(now.text));
    if (now.flag != RangeFlag::None) {
        words += QStringLiteral(", ") + badgeOf(now.flag).text.toLower();
    }
    if (!now.range.empty()) {
        words += QStringLiteral(", ") + say("usual range %1").arg(plain(now.range));
    }
    return words + QLatin1Char('.');
}

} // namespace keepwell::ui
