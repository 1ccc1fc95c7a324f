// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace keepwell::ui {

/// A large choice: icon plate, title, second line, arrow.
class ChoiceCard final : public QPushButton
{
    Q_OBJECT

public:
    ChoiceCard(QStringView iconName, const QString &title, const QString &second,
               QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace keepwell::ui
