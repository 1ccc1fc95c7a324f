// SPDX-License-Identifier: Apache-2.0
#include "app/gui/pseudo_words.hpp"

namespace keepwell::gui {

namespace {

constexpr int kHebrewLetters = 26; ///< U+05D0 to U+05EA, folded to as many as Latin has.

bool isFormat(const QString &text)
{
    static const QStringList formats{"d MMM yyyy",       "MMM yyyy", "MMMM yyyy", "dddd d MMMM",
                                     "dddd d MMMM yyyy", "d MMM",    "d MMMM"};
    return formats.contains(text);
}

} // namespace

QString PseudoWords::translate(const char *, const char *source, const char *, int) const
{
    const QString text = QString::fromUtf8(source);
    if (isFormat(text)) {
        return text;
    }
    QString hebrew;
    bool placeholder = false;
    for (const QChar c : text) {
        const bool letter = c.unicode() < 0x80 && c.isLetter();
        if (letter && !(placeholder && c == QLatin1Char('n'))) {
            const int place = (c.toLower().unicode() - u'a') % kHebrewLetters;
            hebrew += QChar{static_cast<char16_t>(0x05D0 + place)};
        } else {
            hebrew += c;
        }
        placeholder = c == QLatin1Char('%');
    }
    return hebrew;
}

} // namespace keepwell::gui
