// SPDX-License-Identifier: Apache-2.0
#include "ui/words/beginnings.hpp"

namespace keepwell::ui {

namespace {

/// A text without case and accents, and where each of its letters came from.
struct Folded
{
    QString letters;
    QList<qsizetype> places;
};

Folded foldedOf(const QString &text)
{
    Folded folded;
    for (qsizetype place = 0; place < text.size(); ++place) {
        const QString parts
            = text.mid(place, 1).normalized(QString::NormalizationForm_KD).toCaseFolded();
        for (const QChar part : parts) {
            if (!part.isMark()) {
                folded.letters += part;
                folded.places << place;
            }
        }
    }
    return folded;
}

QStringList wordsOf(const QString &typed)
{
    return typed.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

QList<Stretch> beginningsIn(const QString &text, const QString &typed)
{
    QList<Stretch> found;
    const Folded folded = foldedOf(text);
    for (const QString &word : wordsOf(typed)) {
        const QString letters = foldedOf(word).letters;
        qsizetype at = letters.isEmpty() ? -1 : folded.letters.indexOf(letters);
        while (at > 0 && folded.letters[at - 1].isLetterOrNumber()) { // within a word
            at = folded.letters.indexOf(letters, at + 1);
        }
        if (at >= 0) {
            const qsizetype start = folded.places[at];
            found << Stretch{start, folded.places[at + letters.size() - 1] + 1 - start};
        }
    }
    return found;
}

bool beginsIn(const QString &text, const QString &typed)
{
    return beginningsIn(text, typed).size() == wordsOf(typed).size();
}

} // namespace keepwell::ui
