// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/label.hpp"

#include <QEvent>

namespace keepwell::ui {

namespace {

const char *nameOf(TextRole role)
{
    switch (role) {
    case TextRole::Display:
        return "display";
    case TextRole::Title:
        return "title";
    case TextRole::Empty:
        return "empty";
    case TextRole::Section:
        return "section";
    case TextRole::Card:
        return "card";
    case TextRole::Value:
        return "value";
    case TextRole::Hero:
        return "hero";
    case TextRole::Strong:
        return "strong";
    case TextRole::Body:
        return "body";
    case TextRole::Second:
        return "second";
    case TextRole::Reading:
        return "reading";
    case TextRole::Lead:
        return "lead";
    case TextRole::Small:
        return "small";
    case TextRole::SmallText:
        return "smallText";
    case TextRole::Group:
        return "group";
    case TextRole::Day:
        return "day";
    case TextRole::Error:
        return "error";
    case TextRole::Code:
        return "code";
    }
    return "body";
}

} // namespace

Label::Label(TextRole role, const QString &text, QWidget *parent) : QLabel{parent}
{
    setTextFormat(Qt::PlainText);
    setProperty("text_role", nameOf(role));
    setWordWrap(true);
    setText(text);
    align();
}

// By the page's direction, absolutely: an English name on a right-to-left page starts at the right.
void Label::align()
{
    const bool right = m_atEnd != isRightToLeft();
    setAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
}

Label *Label::atEnd()
{
    m_atEnd = true;
    align();
    return this;
}

void Label::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange) {
        align();
    }
    QLabel::changeEvent(event);
}

Label *Label::onOneLine()
{
    setWordWrap(false);
    return this;
}

} // namespace keepwell::ui
