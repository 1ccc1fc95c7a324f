// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

namespace keepwell::ui {

/// Items one after the other, on as many lines as the width asks for; from the right in a
/// right-to-left layout. For chips and rows of buttons.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int gap, QWidget *parent = nullptr);
    ~FlowLayout() override;
    Q_DISABLE_COPY_MOVE(FlowLayout)

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &area) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    int arrange(const QRect &area, bool move) const;

    QList<QLayoutItem *> m_items;
    int m_gap;
};

} // namespace keepwell::ui
