// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace keepwell::ui {

/// Puts the one focus ring around the widget that has the keyboard, and scrolls that widget
/// fully into view. A mouse click on a button does not show it. Install on the application.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *widget);

    QPointer<QFocusFrame> m_frame;
};

} // namespace keepwell::ui
