// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace keepwell::ui {

/// Our picture: sky, hills, sun, and a keep with a heart. Decoration; says nothing to readers.
class Picture final : public QWidget
{
    Q_OBJECT

public:
    /// Which part of the scene fills the area.
    enum class Scene { Tall, Wide, Small };

    explicit Picture(Scene scene, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Scene m_scene;
};

} // namespace keepwell::ui
