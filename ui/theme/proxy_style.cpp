// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/proxy_style.hpp"

#include "ui/theme/icon.hpp"
#include "ui/theme/theme.hpp"

#include <QFocusFrame>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace keepwell::ui {

namespace {

constexpr int kRing = 3;
constexpr int kGap = 2;

/// On the picture's hills the ring of the light theme could not be seen.
QColor ringColour(const QWidget *frame)
{
    const auto *ring = qobject_cast<const QFocusFrame *>(frame);
    const bool onPicture = ring != nullptr && ring->widget() != nullptr
        && ring->widget()->property("kind").toByteArray() == "picture";
    return onPicture ? theme().colours.picture.focus : theme().colours.focus;
}

void drawFocusRing(const QStyleOption &option, QPainter &painter, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outer
        = QRectF{option.rect}.adjusted(kRing / 2.0, kRing / 2.0, -kRing / 2.0, -kRing / 2.0);
    painter.setPen(QPen{colour, kRing});
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(outer, px(8) + kGap + 1, px(8) + kGap + 1);
    painter.restore();
}

void drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const Colours &c = theme().colours;
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    const QRectF box = QRectF{option.rect}.adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{on || partly ? c.main : c.line2, 2});
    painter.setBrush(on || partly ? c.main : c.card);
    painter.drawRoundedRect(box, px(5), px(5));
    if (on || partly) {
        const int inset = px(3);
        paintIcon(painter, option.rect.adjusted(inset, inset, -inset, -inset),
                  partly ? u"minus" : u"check", c.onMain);
    }
    painter.restore();
}

void drawRadio(const QStyleOption &option, QPainter &painter)
{
    const Colours &c = theme().colours;
    const bool on = option.state.testFlag(QStyle::State_On);
    const QRectF circle = QRectF{option.rect}.adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{on ? c.main : c.line2, 2});
    painter.setBrush(on ? c.main : c.card);
    painter.drawEllipse(circle);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.onMain);
        const double dot = circle.width() * 0.2;
        painter.drawEllipse(circle.center(), dot, dot);
    }
    painter.restore();
}

} // namespace

ProxyStyle::ProxyStyle() : QProxyStyle{QStyleFactory::create(QStringLiteral("Fusion"))} {}

void ProxyStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_FocusFrame) {
        drawFocusRing(*option, *painter, ringColour(widget));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ProxyStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(*option, *painter);
        return;
    case PE_FrameFocusRect:
        return; // the ring says it
    case PE_IndicatorArrowDown:
        paintIcon(*painter, option->rect, u"chevron-down", theme().colours.text2);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int ProxyStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return kRing + kGap;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(22);
    case PM_ButtonIconSize:
        return px(20);
    case PM_SmallIconSize:
        return px(20);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: {
        const int length = QProxyStyle::pixelMetric(metric, option, widget);
        return length > 0 ? px(length) : length;
    }
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon ProxyStyle::standardIcon(StandardPixmap which, const QStyleOption *option,
                               const QWidget *widget) const
{
    return which == SP_LineEditClearButton ? icon(u"cross", IconColour::Second)
                                           : QProxyStyle::standardIcon(which, option, widget);
}

int ProxyStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const
{
    if (hint == SH_FocusFrame_AboveWidget) {
        return 1;
    }
    if (hint == SH_FocusFrame_Mask) {
        return 0; // the mask would cut the round corners of large text
    }
    if (hint == SH_ComboBox_Popup) {
        return 0;
    }
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace keepwell::ui
