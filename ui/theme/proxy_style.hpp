// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace keepwell::ui {

/// Fusion with our focus ring, ticks and dots. The ring is 3 px with a 2 px gap outside the
/// control; style sheets alone cannot draw outside a control's edge.
class ProxyStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    ProxyStyle();

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
};

} // namespace keepwell::ui
