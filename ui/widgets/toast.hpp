// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

namespace keepwell::ui {

class Button;
class IconView;
class Label;

/// One sentence at the bottom centre of its parent for 8 seconds, 20 with its one action.
/// Stays while the mouse or the keyboard is on it. Readers hear it.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);

    /// `gone` is run when the sentence goes, or another takes its place, and nobody chose the action.
    void say(const QString &sentence, const QString &action = {}, std::function<void()> act = {},
             std::function<void()> gone = {});
    void act(); ///< What pressing the action does; nothing where there is none.

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void end();

    Label *m_text;
    Button *m_action;
    std::function<void()> m_act;
    std::function<void()> m_gone;
    QTimer m_time;
};

} // namespace keepwell::ui
