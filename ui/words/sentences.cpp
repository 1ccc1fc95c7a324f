// SPDX-License-Identifier: Apache-2.0
#include "ui/words/sentences.hpp"

#include <QCoreApplication>

namespace keepwell::ui {

namespace {

QString say(const char *words) { return QCoreApplication::translate("Sentences", words); }

bool steersDirection(QChar character)
{
    const auto code = character.unicode();
    return (code >= 0x200E && code <= 0x200F) || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069) || code == 0x061C;
}

QString boldOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::InvalidInput:
        return say("This cannot be read.");
    case ErrorCode::WrongKey:
        return say("These words do not open this wallet.");
    case ErrorCode::Denied:
        return say("This is not allowed.");
    case ErrorCode::NotFound:
        return say("This was not found.");
    case ErrorCode::Unavailable:
        return say("This cannot be reached now.");
    case ErrorCode::Tampered:
        return say("This was changed by someone. Do not rely on it.");
    case ErrorCode::Cancelled:
        return say("Stopped.");
    case ErrorCode::Conflict:
        return say("This is in use or was changed meanwhile.");
    case ErrorCode::Unsupported:
        return say("Keepwell cannot read this kind yet.");
    case ErrorCode::Failed:
        break;
    }
    return say("This did not work.");
}

} // namespace

QString plain(const std::string &text)
{
    QString clean = QString::fromStdString(text);
    for (QChar &character : clean) {
        if (character.category() == QChar::Other_Control && character != QLatin1Char('\n')) {
            character = QLatin1Char(' ');
        }
    }
    return clean.removeIf(steersDirection);
}

QString plainTip(const QString &text)
{
    return text.contains(u'<') ? QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()) : text;
}

QString isolated(const QString &text)
{
    constexpr char16_t kFirstStrong = u'\u2068';
    constexpr char16_t kEnd = u'\u2069';
    return text.isEmpty() ? text : QChar{kFirstStrong} + text + QChar{kEnd};
}

FailureWords wordsOf(const Error &error)
{
    QString text = plain(error.detail);
    if (!text.isEmpty()) {
        text.front() = text.front().toUpper();
        if (!text.endsWith(QLatin1Char('.'))) {
            text += QLatin1Char('.');
        }
    }
    if (error.code == ErrorCode::Cancelled) {
        text = say("What was done before stays.");
    }
    return {boldOf(error.code), text};
}

QString sentenceOf(const Error &error)
{
    const FailureWords words = wordsOf(error);
    return words.text.isEmpty() ? words.bold : words.bold + QLatin1Char(' ') + words.text;
}

} // namespace keepwell::ui
