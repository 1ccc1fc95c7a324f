// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/appearance.hpp"

#include "ui/theme/lengths.hpp"
#include "ui/theme/proxy_style.hpp"

#include <QApplication>
#include <QFont>
#include <QPalette>

#include <algorithm>

// Of a static library: the linker keeps our resources only when somebody asks for them.
static void keepResources() { Q_INIT_RESOURCE(resources); }

namespace keepwell::ui {

namespace {

Theme &currentTheme()
{
    static Theme current;
    return current;
}

constexpr int kBodyPixels = 16;

} // namespace

const Theme &theme() { return currentTheme(); }

Tone Theme::tone(ToneName name) const
{
    switch (name) {
    case ToneName::Main:
        return {colours.main, colours.tint};
    case ToneName::Good:
        return colours.good;
    case ToneName::Note:
        return colours.note;
    case ToneName::Care:
        return colours.care;
    case ToneName::Stop:
        return colours.stop;
    case ToneName::Study:
        return colours.study;
    case ToneName::Quiet:
        break;
    }
    return colours.quiet;
}

Appearance::Appearance(QObject *parent) : QObject{parent}
{
    keepResources();
    // Qt 6.4 has no QStyleHints::colorScheme; a dark system has lighter text than window.
    const QPalette system = QApplication::palette();
    m_systemIsDark = system.color(QPalette::WindowText).lightness()
        > system.color(QPalette::Window).lightness();
    QApplication::setStyle(new ProxyStyle);
}

void Appearance::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
}

void Appearance::setTextPercent(int percent)
{
    const int steps = (std::clamp(percent, kSmallest, kLargest) + kStep / 2) / kStep;
    m_percent = steps * kStep;
    apply();
}

void Appearance::nextTextSize()
{
    const int next = m_percent + 2 * kStep;
    setTextPercent(next > kLargest ? kSmallest : next);
}

void Appearance::setMoreContrast(bool more)
{
    m_moreContrast = more;
    apply();
}

void Appearance::apply()
{
    Theme next;
    next.dark = m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_systemIsDark);
    next.colours = next.dark ? darkColours() : lightColours();
    next.percent = m_percent;
    if (m_moreContrast) {
        next.colours.line = next.colours.line2;
        next.colours.text2 = next.colours.text;
    }
    refitLengths(theme().percent, next.percent); // while the style's own lengths are still the old
    currentTheme() = next;

    QFont font{QStringLiteral("Noto Sans")};
    font.setPixelSize(next.px(kBodyPixels));
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(next));
    qApp->setStyleSheet(styleSheetOf(next));
    emit changed();
}

QPalette paletteOf(const Theme &theme)
{
    const Colours &c = theme.colours;
    QPalette palette;
    palette.setColor(QPalette::Window, c.bg);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.card);
    palette.setColor(QPalette::AlternateBase, c.side);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.text2);
    palette.setColor(QPalette::Button, c.card);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::ToolTipBase, c.text);
    palette.setColor(QPalette::ToolTipText, c.card);
    palette.setColor(QPalette::Highlight, c.tint);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.main);
    palette.setColor(QPalette::LinkVisited, c.main);
    palette.setColor(QPalette::Light, c.card);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.line2);
    palette.setColor(QPalette::Shadow, c.line2);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, c.text2);
    }
    return palette;
}

} // namespace keepwell::ui
