// SPDX-License-Identifier: Apache-2.0
#include "ui/words/dates.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("Dates", words); }

/// The day of an ISO 8601 date or time; invalid for a partial one.
QDate dayOf(const std::string &iso)
{
    const QString text = QString::fromStdString(iso);
    if (text.size() > 10) {
        const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
        if (time.isValid()) {
            return time.toLocalTime().date();
        }
    }
    return QDate::fromString(text.left(10), Qt::ISODate);
}

} // namespace

QDateTime localTime(Instant instant)
{
    return QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count());
}

Instant instantOf(const QDateTime &time)
{
    return Instant{std::chrono::seconds{time.toSecsSinceEpoch()}};
}

Instant endOfDay(const QDate &day) { return instantOf(QDateTime{day, QTime{23, 59, 59}}); }

QString shortDate(const QDate &day) { return QLocale{}.toString(day, say("d MMM yyyy")); }

QString shortDate(const std::string &iso)
{
    if (const QDate day = dayOf(iso); day.isValid()) {
        return shortDate(day);
    }
    const QString text = QString::fromStdString(iso);
    const QDate month = QDate::fromString(text.left(7) + QStringLiteral("-01"), Qt::ISODate);
    return text.size() >= 7 && month.isValid() ? QLocale{}.toString(month, say("MMM yyyy")) : text;
}

QString dayOfMonth(const std::string &iso)
{
    const QDate day = dayOf(iso);
    return day.isValid() ? QLocale{}.toString(day, say("d MMM")) : QString{};
}

QString longDate(const QDate &day, const QDate &today)
{
    return QLocale{}.toString(
        day, day.year() == today.year() ? say("dddd d MMMM") : say("dddd d MMMM yyyy"));
}

QString whenWas(Instant instant, Instant now)
{
    const QDateTime time = localTime(instant);
    const QDate today = localTime(now).date();
    const QString clock = QLocale{}.toString(time.time(), QStringLiteral("HH:mm"));
    if (time.date() == today) {
        return say("Today %1").arg(clock);
    }
    if (time.date() == today.addDays(-1)) {
        return say("Yesterday %1").arg(clock);
    }
    return shortDate(time.date()) + QLatin1Char(' ') + clock;
}

QString dayHeading(const QDate &day, const QDate &today)
{
    if (day == today) {
        return say("Today, %1").arg(longDate(day, today));
    }
    if (day == today.addDays(-1)) {
        return say("Yesterday, %1").arg(longDate(day, today));
    }
    return longDate(day, today);
}

QString monthHeading(const std::string &iso)
{
    if (iso.empty()) {
        return say("No date");
    }
    QDate day = dayOf(iso);
    if (!day.isValid()) {
        const QString text = QString::fromStdString(iso);
        day = QDate::fromString(text.left(7) + QStringLiteral("-01"), Qt::ISODate);
        if (text.size() < 7 || !day.isValid()) {
            return text.left(4);
        }
    }
    return QLocale{}.toString(day, say("MMMM yyyy"));
}

int daysLeft(Instant until, Instant now)
{
    return static_cast<int>(
        std::max<qint64>(0, localTime(now).date().daysTo(localTime(until).date())));
}

QString timeLeft(Instant until, Instant now)
{
    if (until <= now) {
        return say("Ended");
    }
    const int days = daysLeft(until, now);
    if (days == 0) {
        return say("Ends today");
    }
    return days == 1 ? say("Ends tomorrow") : say("Ends in %1 days").arg(days);
}

} // namespace keepwell::ui
