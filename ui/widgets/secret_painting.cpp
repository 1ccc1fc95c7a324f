// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/secret_painting.hpp"

#include <QFontMetrics>
#include <QPainter>

namespace keepwell::ui {

char32_t nextCharacter(std::string_view &utf8)
{
    if (utf8.empty()) {
        return 0;
    }
    const auto lead = static_cast<unsigned char>(utf8.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t character = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length && i < utf8.size(); ++i) {
        character = (character << 6) | (static_cast<unsigned char>(utf8[i]) & 0x3Fu);
    }
    utf8.remove_prefix(std::min(length, utf8.size()));
    return character;
}

int paintSecret(QPainter &painter, const QRect &area, std::string_view utf8)
{
    const QFontMetrics metrics{painter.font()};
    int x = area.left();
    while (const char32_t character = nextCharacter(utf8)) {
        const QString one = QString::fromUcs4(&character, 1);
        painter.drawText(QRect{x, area.top(), area.right() - x + 1, area.height()},
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextForceLeftToRight, one);
        x += metrics.horizontalAdvance(one);
    }
    return x - area.left();
}

} // namespace keepwell::ui
