// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/picture.hpp"

#include "ui/theme/theme.hpp"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace keepwell::ui {

namespace {

/// A soft hill: from the height at the left over one crest to the height at the right.
QPainterPath hill(const QRectF &area, double left, double crestX, double crest, double right)
{
    const auto at = [&area](double x, double y) {
        return QPointF{area.left() + x * area.width(), area.top() + y * area.height()};
    };
    QPainterPath path{at(0, 1)};
    path.lineTo(at(0, left));
    path.cubicTo(at(crestX * 0.35, (left + crest) / 2 - 0.02), at(crestX * 0.6, crest),
                 at(crestX, crest));
    path.cubicTo(at(crestX + (1 - crestX) * 0.4, crest),
                 at(crestX + (1 - crestX) * 0.7, right - 0.03), at(1, right));
    path.lineTo(at(1, 1));
    path.closeSubpath();
    return path;
}

QPainterPath heart(const QPointF &centre, double size)
{
    QPainterPath path;
    const double w = size / 2;
    const QPointF notch{centre.x(), centre.y() - w * 0.55};
    path.moveTo(notch);
    path.cubicTo(notch + QPointF{w * 0.35, -w * 0.6}, notch + QPointF{w, -w * 0.45},
                 notch + QPointF{w, w * 0.25});
    path.cubicTo(notch + QPointF{w, w * 0.85}, notch + QPointF{w * 0.35, w * 1.15},
                 notch + QPointF{0, w * 1.6});
    path.cubicTo(notch + QPointF{-w * 0.35, w * 1.15}, notch + QPointF{-w, w * 0.85},
                 notch + QPointF{-w, w * 0.25});
    path.cubicTo(notch + QPointF{-w, -w * 0.45}, notch + QPointF{-w * 0.35, -w * 0.6}, notch);
    return path;
}

/// The keep on a grid 156 wide and 216 high, standing with its foot at `foot`.
void paintKeep(QPainter &painter, const QPointF &foot, double height)
{
    const PictureColours &c = theme().colours.picture;
    const double unit = height / 216;
    painter.save();
    painter.translate(foot.x() - 78 * unit, foot.y() - height);
    painter.scale(unit, unit);
    painter.setPen(Qt::NoPen);

    QPainterPath crown;
    crown.setFillRule(Qt::WindingFill);
    crown.addRoundedRect(0, 34, 156, 44, 10, 10);
    for (const double left : {0.0, 57.0, 115.0}) {
        crown.addRoundedRect(left, 0, 41, 56, 4, 4);
    }
    QPainterPath wall;
    wall.moveTo(16, 82);
    wall.lineTo(140, 82);
    wall.lineTo(151, 216);
    wall.lineTo(6, 216);
    wall.closeSubpath();
    painter.setBrush(c.wall);
    painter.drawPath(crown);
    painter.drawPath(wall);

    QPainterPath shade;
    shade.moveTo(124, 0);
    shade.lineTo(156, 0);
    shade.lineTo(160, 216);
    shade.lineTo(138, 216);
    shade.closeSubpath();
    painter.setBrush(c.wallShade);
    painter.drawPath(shade.intersected(crown));
    painter.drawPath(shade.intersected(wall));
    painter.drawRect(QRectF{16, 78, 113, 4});

    painter.setBrush(c.heart);
    painter.drawPath(heart({78, 134}, 76));
    painter.restore();
}

void paintTree(QPainter &painter, const QPointF &foot, double height)
{
    painter.setBrush(theme().colours.picture.hillFront);
    painter.drawEllipse(
        QRectF{foot.x() - height * 0.32, foot.y() - height, height * 0.64, height * 0.85});
    painter.drawRect(
        QRectF{foot.x() - height * 0.05, foot.y() - height * 0.25, height * 0.1, height * 0.25});
}

struct Places
{
    double keepX, keepFoot, keepHeight; // parts of the area; the height in parts of its height
    double sunX, sunY, sunSize;
};

Places placesOf(Picture::Scene scene)
{
    switch (scene) {
    case Picture::Scene::Tall:
        return {0.48, 0.602, 0.27, 0.81, 0.372, 0.126};
    case Picture::Scene::Wide:
        return {0.78, 0.715, 0.27, 0.916, 0.484, 0.126};
    case Picture::Scene::Small:
        break;
    }
    return {0.5, 0.63, 0.47, 0.677, 0.23, 0.22};
}

} // namespace

Picture::Picture(Scene scene, QWidget *parent) : QWidget{parent}, m_scene{scene}
{
    if (scene == Scene::Small) {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
}

QSize Picture::sizeHint() const
{
    return m_scene == Scene::Small ? QSize{440, 208} : QSize{520, 800};
}

void Picture::paintEvent(QPaintEvent *)
{
    const PictureColours &c = theme().colours.picture;
    const QRectF area = rect();
    const double down = m_scene == Scene::Wide ? 0.09 : 0.0;
    QPainter painter{this};
    if (m_scene == Scene::Wide && isRightToLeft()) { // the keep stands beside the words, not behind
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (m_scene == Scene::Small) {
        QPainterPath clip;
        clip.addRoundedRect(area, 12, 12);
        painter.setClipPath(clip);
    }
    QLinearGradient sky{area.topLeft(), {area.left(), area.top() + area.height() * 0.7}};
    sky.setColorAt(0, c.skyTop);
    sky.setColorAt(1, c.skyBottom);
    painter.fillRect(area, sky);

    const Places at = placesOf(m_scene);
    const double sun = at.sunSize * area.height();
    painter.setBrush(c.sun);
    painter.drawEllipse(QPointF{area.width() * at.sunX, area.height() * at.sunY}, sun / 2, sun / 2);

    if (m_scene == Scene::Small) {
        painter.setBrush(c.hillFar);
        painter.drawPath(hill(area, 0.7, 0.25, 0.46, 0.75));
        painter.drawPath(hill(area, 1.0, 0.88, 0.47, 0.56));
        painter.setBrush(c.hillMiddle);
        painter.drawPath(hill(area, 1.0, 0.46, 0.62, 0.86));
    } else {
        painter.setBrush(c.hillFar);
        painter.drawPath(hill(area, 0.61 + down, 0.26, 0.55 + down, 0.72 + down));
        painter.drawPath(hill(area, 0.72 + down, 0.88, 0.555 + down, 0.575 + down));
        painter.setBrush(c.hillMiddle);
        painter.drawPath(hill(area, 0.69 + down, 0.5, 0.595 + down, 0.655 + down));
    }
    paintKeep(painter, {area.width() * at.keepX, area.height() * at.keepFoot},
              area.height() * at.keepHeight);
    if (m_scene == Scene::Small) {
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.hillNear);
    painter.drawPath(hill(area, 0.75 + down, 0.45, 0.692 + down, 0.675 + down));
    const double tree = area.height() * 0.075;
    const double left = m_scene == Scene::Wide ? 0.565 : 0.12;
    const double step = m_scene == Scene::Wide ? 0.035 : 0.07;
    paintTree(painter, {area.width() * left, area.height() * (0.695 + down * 1.3)}, tree);
    paintTree(painter, {area.width() * (left + step), area.height() * (0.702 + down * 1.35)},
              tree * 0.66);
    paintTree(painter, {area.width() * 0.945, area.height() * (0.717 + down * 1.3)}, tree * 1.13);
    paintTree(painter, {area.width() * (0.945 - step), area.height() * (0.725 + down * 1.2)},
              tree * 0.9);
    painter.setBrush(c.hillFront);
    painter.drawPath(hill(area, 0.825 + down, 0.35, 0.787 + down, 0.775 + down));
}

} // namespace keepwell::ui
