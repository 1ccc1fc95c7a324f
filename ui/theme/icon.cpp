// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/icon.hpp"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <memory>

namespace keepwell::ui {

namespace {

QByteArray sourceOf(QStringView name)
{
    static QHash<QString, QByteArray> known;
    const QString key = name.toString();
    if (const auto found = known.constFind(key); found != known.constEnd()) {
        return *found;
    }
    QFile file{QStringLiteral(":/keepwell/icons/%1.svg").arg(name)};
    QByteArray source;
    if (file.open(QIODevice::ReadOnly)) {
        source = file.readAll();
    }
    known.insert(key, source);
    return source;
}

/// Recolours at every paint, so that one QIcon serves light, dark and more contrast.
class ThemeIconEngine final : public QIconEngine
{
public:
    ThemeIconEngine(QString name, IconColour colour, IconPlace place = IconPlace::BeforeWords)
        : m_name{std::move(name)}, m_colour{colour}, m_place{place}
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QColor colour = mode == QIcon::Disabled ? theme().colours.text2 : colourOf(m_colour);
        QRect square{rect.topLeft(), QSize{rect.height(), rect.height()}};
        if ((m_place == IconPlace::AfterWords) != QApplication::isRightToLeft()) {
            square.moveRight(rect.right());
        }
        paintIcon(*painter, rect.width() > rect.height() ? square : rect, m_name, colour);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image{size};
        image.fill(Qt::transparent);
        QPainter painter{&image};
        paint(&painter, QRect{QPoint{}, size}, mode, state);
        return image;
    }

    QIconEngine *clone() const override { return new ThemeIconEngine{m_name, m_colour, m_place}; }

private:
    QString m_name;
    IconColour m_colour;
    IconPlace m_place;
};

} // namespace

bool pointsSomewhere(QStringView name)
{
    static const QList<QStringView> pointing{u"chevron-right", u"chevron-left", u"arrow-left",
                                             u"arrow-right",   u"undo",         u"send"};
    return pointing.contains(name);
}

void paintIcon(QPainter &painter, const QRectF &area, QStringView name, const QColor &colour)
{
    QByteArray source = sourceOf(name);
    source.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer{source};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF square = area;
    const double side = std::min(area.width(), area.height());
    square.setSize({side, side});
    square.moveCenter(area.center());
    if (pointsSomewhere(name) && QApplication::isRightToLeft()) {
        painter.translate(square.center().x() * 2, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, square);
    painter.restore();
}

QIcon icon(QStringView name, IconColour colour)
{
    return QIcon{new ThemeIconEngine{name.toString(), colour}};
}

QIcon buttonIcon(QStringView name, IconColour colour, IconPlace place)
{
    return QIcon{new ThemeIconEngine{name.toString(), colour, place}};
}

QColor colourOf(IconColour colour)
{
    const Colours &c = theme().colours;
    switch (colour) {
    case IconColour::Text:
        return c.text;
    case IconColour::Second:
        return c.text2;
    case IconColour::Main:
        return c.main;
    case IconColour::OnMain:
        return c.onMain;
    case IconColour::Good:
        return c.good.ink;
    case IconColour::Note:
        return c.note.ink;
    case IconColour::Care:
        return c.care.ink;
    case IconColour::Stop:
        return c.stop.ink;
    case IconColour::Study:
        return c.study.ink;
    case IconColour::OnStop:
        return c.onStop;
    case IconColour::Card:
        return c.card;
    case IconColour::OnPicture:
        return c.picture.wall;
    }
    return c.text;
}

IconColour iconColourOf(ToneName tone)
{
    switch (tone) {
    case ToneName::Main:
        return IconColour::Main;
    case ToneName::Good:
        return IconColour::Good;
    case ToneName::Note:
        return IconColour::Note;
    case ToneName::Care:
        return IconColour::Care;
    case ToneName::Stop:
        return IconColour::Stop;
    case ToneName::Study:
        return IconColour::Study;
    case ToneName::Quiet:
        break;
    }
    return IconColour::Second;
}

} // namespace keepwell::ui
