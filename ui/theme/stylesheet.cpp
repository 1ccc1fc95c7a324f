// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/appearance.hpp"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace keepwell::ui {

namespace {

QHash<QString, QColor> namedColours(const Colours &c)
{
    return {{"bg", c.bg},
            {"side", c.side},
            {"card", c.card},
            {"sunk", c.sunk},
            {"line", c.line},
            {"line2", c.line2},
            {"text", c.text},
            {"text2", c.text2},
            {"main", c.main},
            {"mainPressed", c.mainPressed},
            {"onMain", c.onMain},
            {"tint", c.tint},
            {"focus", c.focus},
            {"stopPressed", c.stopPressed},
            {"onStop", c.onStop},
            {"good", c.good.ink},
            {"goodBack", c.good.back},
            {"note", c.note.ink},
            {"noteBack", c.note.back},
            {"care", c.care.ink},
            {"careBack", c.care.back},
            {"stop", c.stop.ink},
            {"stopBack", c.stop.back},
            {"quiet", c.quiet.ink},
            {"quietBack", c.quiet.back},
            {"hillFront", c.picture.hillFront},
            {"onPicture", c.picture.wall}};
}

} // namespace

QString styleSheetOf(const Theme &theme)
{
    QFile file{QStringLiteral(":/keepwell/theme/keepwell.qss")};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString pattern = QString::fromUtf8(file.readAll());
    const auto colours = namedColours(theme.colours);

    // "@16" is a length of the design, "@card" a colour of the theme.
    static const QRegularExpression token{QStringLiteral("@(\\w+)")};
    QString sheet;
    qsizetype from = 0;
    for (auto found = token.globalMatch(pattern); found.hasNext();) {
        const auto match = found.next();
        sheet += QStringView{pattern}.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        bool isLength = false;
        const int length = match.captured(1).toInt(&isLength);
        if (match.captured(1) == QLatin1String("arrow")) {
            // A style sheet's picture has no colour of its own to take from the theme.
            sheet += theme.dark ? QStringLiteral(":/keepwell/theme/arrow-dark.svg")
                                : QStringLiteral(":/keepwell/theme/arrow-light.svg");
            continue;
        }
        sheet += isLength ? QString::number(theme.px(length)) + QStringLiteral("px")
                          : colours.value(match.captured(1)).name();
    }
    return sheet.append(QStringView{pattern}.mid(from));
}

} // namespace keepwell::ui
