// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/avatar.hpp"

#include <QApplication>
#include <QCryptographicHash>
#include <QEvent>
#include <QPainter>

namespace keepwell::ui {

namespace {

bool isTitle(const QString &word)
{
    static const QStringList titles{"dr",  "dr.",  "prof", "prof.", "mr",   "mr.",
                                    "mrs", "mrs.", "ms",   "ms.",   "nurse"};
    return titles.contains(word.toLower());
}

} // namespace

QString initialsOf(const QString &name)
{
    QStringList words;
    for (const QString &word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!isTitle(word) && word.front().isLetterOrNumber()) {
            words << word;
        }
    }
    if (words.isEmpty()) {
        return name.left(1).toUpper();
    }
    QString letters = words.first().left(1);
    if (words.size() > 1) {
        letters += words.last().left(1);
    }
    return letters.toUpper();
}

QString shortNameOf(const QString &name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() > 1 && isTitle(words.front())) {
        return words.front() + QLatin1Char(' ') + words.back();
    }
    return words.isEmpty() ? name : words.front();
}

ToneName avatarToneOf(const QString &key)
{
    static constexpr ToneName tones[] = {ToneName::Note, ToneName::Study, ToneName::Care,
                                         ToneName::Good, ToneName::Main,  ToneName::Quiet};
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return tones[static_cast<unsigned char>(digest.front()) % std::size(tones)];
}

void paintAvatar(QPainter &painter, const QRect &area, const QString &name, const QString &key)
{
    const Tone tone = theme().tone(avatarToneOf(key));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.back);
    painter.drawEllipse(area);
    QFont font = QApplication::font();
    font.setPixelSize(area.height() * 40 / 100);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(tone.ink);
    painter.drawText(area, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

Avatar::Avatar(const QString &name, const QString &key, int designSize, QWidget *parent)
    : QWidget{parent}, m_name{name}, m_key{key}, m_size{designSize}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    paintAvatar(painter, rect(), m_name, m_key);
}

void Avatar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace keepwell::ui
