// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.hpp"

#include <QWidget>

class QPainter;

namespace keepwell::ui {

/// What a badge says: an icon, a word and a tone, always all three.
struct BadgeText
{
    ToneName tone = ToneName::Quiet;
    QString icon;
    QString text;
};

QSize badgeSize(const BadgeText &badge);
void paintBadge(QPainter &painter, const QRect &area, const BadgeText &badge);

/// A status in a rounded plate, 26 px high.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(BadgeText badge, QWidget *parent = nullptr);

    void setBadge(BadgeText badge);
    QSize sizeHint() const override { return badgeSize(m_badge); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    BadgeText m_badge;
};

} // namespace keepwell::ui
