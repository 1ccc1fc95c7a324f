// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/row_button.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/enter_press.hpp"

#include <QLayout>
#include <QPainter>
#include <QStyle>

namespace keepwell::ui {

RowButton::RowButton(QWidget *parent) : QPushButton{parent}
{
    setProperty("kind", "row");
    setAutoDefault(false);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void RowButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressByEnter(*this, *event)) {
        QPushButton::keyPressEvent(event);
    }
}

void RowButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (isChecked()) { // colour alone would not tell which one is chosen
        QPainter painter{this};
        const QRect bar{0, px(6), px(4), height() - px(12)};
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), theme().colours.main);
    }
}

QSize RowButton::sizeHint() const
{
    return (layout() != nullptr ? layout()->sizeHint() : QSize{}).expandedTo({px(44), px(44)});
}

QSize RowButton::minimumSizeHint() const
{
    return (layout() != nullptr ? layout()->minimumSize() : QSize{}).expandedTo({px(44), px(44)});
}

int RowButton::heightForWidth(int width) const
{
    const int needed = layout() == nullptr ? 0
        : layout()->hasHeightForWidth()    ? layout()->totalHeightForWidth(width)
                                           : layout()->sizeHint().height();
    return std::max(px(44), needed);
}

} // namespace keepwell::ui
