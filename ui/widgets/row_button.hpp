// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace keepwell::ui {

/// A whole row as one button: give it a layout of labels, and an accessible name.
class RowButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit RowButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace keepwell::ui
