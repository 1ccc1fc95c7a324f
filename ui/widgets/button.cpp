// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/button.hpp"

#include "ui/theme/icon.hpp"
#include "ui/widgets/enter_press.hpp"

#include <QApplication>
#include <QEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

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
    m_icon = iconName.toString();
    fitIcon();
}

void Button::fitIcon()
{
    if (m_icon.isEmpty()) {
        return;
    }
    setIcon(buttonIcon(m_icon, iconColourOf(m_kind),
                       m_trailing ? IconPlace::AfterWords : IconPlace::BeforeWords));
    const int side = px(m_kind == ButtonKind::Chip ? 16 : 20);
    setIconSize({side + (property("icon_only").toBool() ? 0 : px(5)), side});
}

Button *Button::small()
{
    setProperty("small", true);
    return this;
}

Button *Button::iconOnly(bool only)
{
    setToolTip(only ? accessibleName() : QString{});
    setText(only ? QString{} : accessibleName());
    setProperty("icon_only", only);
    style()->unpolish(this); // the style sheet looks at the property only then
    style()->polish(this);
    fitIcon();
    return this;
}

Button *Button::withTrailingIcon(bool trailing)
{
    m_trailing = trailing;
    const bool mirrored = trailing != QApplication::isRightToLeft();
    setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    fitIcon();
    return this;
}

QColor Button::inkColour() const
{
    if (!isEnabled() || (m_kind == ButtonKind::Tab && !isChecked())) {
        return theme().colours.text2;
    }
    const bool plain = m_kind == ButtonKind::Chip && !isChecked();
    return plain ? theme().colours.text : colourOf(iconColourOf(m_kind));
}

// Right to left, a styled button puts its icon in the middle and its words at the far left, so the
// label is drawn here: icon and words together, centred.
void Button::paintEvent(QPaintEvent *event)
{
    if (layoutDirection() == Qt::LeftToRight || icon().isNull() || text().isEmpty()) {
        QPushButton::paintEvent(event);
        return;
    }
    QStylePainter painter{this};
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const int words = fontMetrics().horizontalAdvance(text());
    const int gap = px(3);
    const int right = (width() + words + gap + iconSize().width()) / 2;
    const QRect iconArea{QPoint{right - iconSize().width(), (height() - iconSize().height()) / 2},
                         iconSize()};
    icon().paint(&painter, iconArea, Qt::AlignCenter,
                 isEnabled() ? QIcon::Normal : QIcon::Disabled);
    painter.setPen(inkColour());
    painter.drawText(QRect{iconArea.left() - gap - words, 0, words, height()},
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, text());
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (!pressByEnter(*this, *event)) {
        QPushButton::keyPressEvent(event);
    }
}

void Button::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        fitIcon();
    }
    QPushButton::changeEvent(event);
}

Button *makeChip(const QString &text, QWidget *parent)
{
    auto *chip = new Button{ButtonKind::Chip, text, {}, parent};
    QObject::connect(chip, &QPushButton::toggled, chip, [chip](bool on) {
        if (on) {
            chip->setIconName(u"check");
        } else {
            chip->setIconName({});
            chip->setIcon({});
        }
    });
    return chip;
}

} // namespace keepwell::ui
