// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/button.hpp"

#include "ui/theme/icon.hpp"

#include <QApplication>
#include <QEvent>
#include <QStyle>

namespace keepwell::ui {

namespace {

const char *nameOf(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Secondary:
        return "secondary";
    case ButtonKind::Primary:
        return "primary";
    case ButtonKind::Quiet:
        return "quiet";
    case ButtonKind::Stop:
        return "stop";
    case ButtonKind::Confirm:
        return "confirm";
    case ButtonKind::Chip:
        return "chip";
    case ButtonKind::Tab:
        return "tab";
    case ButtonKind::Picture:
        return "picture";
    }
    return "secondary";
}

IconColour iconColourOf(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return IconColour::OnMain;
    case ButtonKind::Quiet:
    case ButtonKind::Chip:
    case ButtonKind::Tab:
        return IconColour::Main;
    case ButtonKind::Stop:
        return IconColour::Stop;
    case ButtonKind::Confirm:
        return IconColour::OnStop;
    case ButtonKind::Picture:
        return IconColour::OnPicture;
    case ButtonKind::Secondary:
        break;
    }
    return IconColour::Text;
}

} // namespace

Button::Button(ButtonKind kind, const QString &text, QStringView iconName, QWidget *parent)
    : QPushButton{text, parent}, m_kind{kind}
{
    setProperty("kind", nameOf(kind));
    setAccessibleName(QString{text}.remove(QLatin1Char('&')));
    setAutoDefault(false);
    setCheckable(kind == ButtonKind::Chip || kind == ButtonKind::Tab);
    if (!iconName.isEmpty()) {
        setIconName(iconName);
    }
}

void Button::setIconName(QStringView iconName)
{
    setIcon(ui::icon(iconName, iconColourOf(m_kind)));
    setIconSize({px(20), px(20)});
}

Button *Button::small()
{
    setProperty("small", true);
    return this;
}

Button *Button::iconOnly()
{
    setToolTip(accessibleName());
    setText({});
    setProperty("icon_only", true);
    return this;
}

Button *Button::withTrailingIcon()
{
    setLayoutDirection(QApplication::isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
    return this;
}

void Button::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        setIconSize({px(20), px(20)});
    }
    QPushButton::changeEvent(event);
}

Button *makeChip(const QString &text, QWidget *parent)
{
    auto *chip = new Button{ButtonKind::Chip, text, {}, parent};
    QObject::connect(chip, &QPushButton::toggled, chip, [chip](bool on) {
        if (on) {
            chip->setIconName(u"check");
            chip->setIconSize({px(16), px(16)});
        } else {
            chip->setIcon({});
        }
    });
    return chip;
}

} // namespace keepwell::ui
