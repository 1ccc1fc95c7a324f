// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <string>

namespace keepwell::ui {

/// Days and times as people read them, in the computer's time zone and the chosen language.

QDateTime localTime(Instant instant);
Instant instantOf(const QDateTime &time);
/// The last second of a local day, for "until".
Instant endOfDay(const QDate &day);

/// "12 Nov 2026"; a partial date keeps what it has: "May 2019", "2019". Empty stays empty.
QString shortDate(const std::string &iso);
QString shortDate(const QDate &day);
/// "12 Nov" under a heading that says the year; a partial date says nothing more.
QString dayOfMonth(const std::string &iso);
/// "Monday 30 November", with the year when it is not this one.
QString longDate(const QDate &day, const QDate &today);
/// "Today 09:14", "Yesterday 16:02", "17 Nov 2026 16:02".
QString whenWas(Instant instant, Instant now);
/// "Today, Thursday 19 November" for a day's heading.
QString dayHeading(const QDate &day, const QDate &today);
/// "October 2026", or "No date" for an empty one; the heading of a month in a list.
QString monthHeading(const std::string &iso);
/// "Ends in 92 days", "Ends today", "Ended".
QString timeLeft(Instant until, Instant now);
/// Whole local days from now until then, at least 0.
int daysLeft(Instant until, Instant now);

} // namespace keepwell::ui
