// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icon.hpp"

#include <QWidget>

namespace keepwell::ui {

/// One icon, decoration beside words that say the same.
class IconView final : public QWidget
{
    Q_OBJECT

public:
    IconView(QStringView name, IconColour colour, int designSize, QWidget *parent = nullptr);

    void setIconName(QStringView name, IconColour colour);
    QSize sizeHint() const override { return {px(m_size), px(m_size)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_name;
    IconColour m_colour;
    int m_size;
};

/// An icon on a plate of its tone, 40 px (or another size) square.
class IconPlate final : public QWidget
{
    Q_OBJECT

public:
    IconPlate(QStringView name, ToneName tone, int designSize = 40, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {px(m_size), px(m_size)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_name;
    ToneName m_tone;
    int m_size;
};

void paintIconPlate(QPainter &painter, const QRect &area, QStringView name, ToneName tone);

/// The mark of the program, in its own colours.
class Logo final : public QWidget
{
    Q_OBJECT

public:
    explicit Logo(int designSize, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {px(m_size), px(m_size)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int m_size;
};

} // namespace keepwell::ui
