// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

namespace keepwell::ui {

class Button;
class IconView;
class Label;

/// One sentence at the bottom centre of its parent for 8 seconds, with at most one action.
/// Stays while the mouse or the keyboard is on it. Readers hear it.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);

    void say(const QString &sentence, const QString &action = {}, std::function<void()> act = {});

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    Label *m_text;
    Button *m_action;
    std::function<void()> m_act;
    QTimer m_time;
};

} // namespace keepwell::ui
