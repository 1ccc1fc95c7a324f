// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace keepwell::ui {

/// The rows of the type scale; sizes and weights are in ui/theme/keepwell.qss.
enum class TextRole {
    Display,
    Title,
    Empty,
    Section,
    Card,
    Value,
    Hero,
    Strong,
    Body,
    Second,
    Reading,
    Lead,
    Small,
    SmallText,
    Group,
    Day,
    Error,
    Code
};

/// Plain text in one role of the type scale. Never reads its text as HTML, so that a record's
/// words cannot dress themselves up. Wraps unless told otherwise.
class Label final : public QLabel
{
    Q_OBJECT

public:
    explicit Label(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    Label *onOneLine(); ///< For names and numbers that are short by nature.
    Label *atEnd();     ///< Stands at the end of its room instead of the start.

protected:
    void changeEvent(QEvent *event) override;

private:
    void align();

    bool m_atEnd = false;
};

} // namespace keepwell::ui
