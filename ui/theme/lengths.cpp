// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/lengths.hpp"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QBoxLayout>
#include <QCalendarWidget>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>

namespace keepwell::ui {

namespace {

constexpr int kLine = 1; ///< A line's width is the same at every size.

/// Widgets whose inside is Qt's own: it was never measured by px().
bool isWhole(const QWidget &widget)
{
    return qobject_cast<const QLineEdit *>(&widget) != nullptr
        || qobject_cast<const QComboBox *>(&widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(&widget) != nullptr
        || qobject_cast<const QCalendarWidget *>(&widget) != nullptr
        || qobject_cast<const QMenu *>(&widget) != nullptr
        || qobject_cast<const QMessageBox *>(&widget) != nullptr
        || qobject_cast<const QFileDialog *>(&widget) != nullptr;
}

class Refit
{
public:
    Refit(int from, int to) : m_from{from}, m_to{to} {}

    void take(QWidget &widget) const
    {
        if (!widget.isWindow()) { // the window's own size is the person's
            widget.setMinimumSize(of(widget.minimumSize()));
            widget.setMaximumSize(of(widget.maximumSize()));
        }
        const auto *frame = qobject_cast<const QFrame *>(&widget);
        const int edge = frame != nullptr ? frame->frameWidth() : 0; // QFrame keeps it among them
        widget.setContentsMargins(of(widget.contentsMargins() - edge) + edge);
        if (isWhole(widget)) {
            return;
        }
        if (QLayout *layout = widget.layout()) {
            take(*layout);
        }
        for (QObject *child : widget.children()) {
            const bool isScrollBars = child->objectName().endsWith(QLatin1String("container"));
            if (child->isWidgetType() && !isScrollBars
                && !static_cast<QWidget *>(child)->isWindow()) {
                take(*static_cast<QWidget *>(child));
            }
        }
    }

private:
    void take(QLayout &layout) const
    {
        layout.setContentsMargins(of(layout.contentsMargins()));
        if (auto *box = qobject_cast<QBoxLayout *>(&layout)) {
            box->setSpacing(of(box->spacing()));
        }
        for (int place = 0; place < layout.count(); ++place) {
            QLayoutItem *item = layout.itemAt(place);
            if (QSpacerItem *gap = item->spacerItem()) {
                const QSize size = of(gap->sizeHint());
                const QSizePolicy policy = gap->sizePolicy();
                gap->changeSize(size.width(), size.height(), policy.horizontalPolicy(),
                                policy.verticalPolicy());
            } else if (QLayout *inner = item->layout()) {
                take(*inner);
            }
        }
        layout.invalidate();
    }

    // px() rounds, and no size is below 100 %: so the design's length comes back exactly.
    int of(int length) const
    {
        if (length <= kLine || length >= QWIDGETSIZE_MAX) {
            return length;
        }
        const int design = (length * 100 + m_from / 2) / m_from;
        return (design * m_to + 50) / 100;
    }

    QSize of(const QSize &size) const { return {of(size.width()), of(size.height())}; }

    QMargins of(const QMargins &margins) const
    {
        return {of(margins.left()), of(margins.top()), of(margins.right()), of(margins.bottom())};
    }

    int m_from;
    int m_to;
};

} // namespace

void refitLengths(int from, int to)
{
    if (from == to) {
        return;
    }
    const Refit refit{from, to};
    for (QWidget *window : QApplication::topLevelWidgets()) {
        refit.take(*window);
    }
}

} // namespace keepwell::ui
