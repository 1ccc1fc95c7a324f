// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace keepwell::ui {

enum class ButtonKind { Secondary, Primary, Quiet, Stop, Confirm, Chip, Tab, Picture };

/// A button of the design. Its accessible name is its text; an icon-only button gets its name
/// from the text given, shown as a tooltip.
class Button final : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(ButtonKind kind, const QString &text, QStringView iconName = {},
                    QWidget *parent = nullptr);

    Button *small();                    ///< 36 px high instead of 44.
    Button *iconOnly(bool only = true); ///< The text becomes tooltip and accessible name; or back.
    Button *withTrailingIcon(bool trailing = true); ///< The icon stands after the word.
    void setIconName(QStringView iconName);         ///< Another icon in this kind's colour.

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitIcon();
    QColor inkColour() const;

    ButtonKind m_kind;
    QString m_icon;
    bool m_trailing = false;
};

/// A chip: a choice among few, with a tick when it is on.
Button *makeChip(const QString &text, QWidget *parent = nullptr);

} // namespace keepwell::ui
