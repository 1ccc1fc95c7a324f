# SPDX-License-Identifier: Apache-2.0
"""No colour is named outside ui/theme: everything else asks the theme."""
import re

COLOUR = re.compile(r"""["'\s:(=](?:\#[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?|\#[0-9A-Fa-f]{3})\b(?=["'\s;,)])
    |\brgba?\(\s*\d
    |\bQColor\s*[({]\s*(?:\d|"|0x|Qt::)
    |\bqRgba?\s*\(
    |\bQColor::from(?:Rgb|Hsl|Hsv|String)
    |\bQt::(?:(?:dark)?(?:[Rr]ed|[Gg]reen|[Bb]lue|[Cc]yan|[Mm]agenta|[Yy]ellow|[Gg]ray)|lightGray|black|white)\b""", re.VERBOSE)

GOOD = [("ui/theme/theme.cpp", 'QColor("#147A70")'), ("ui/a.cpp", "theme.colour(Role::Accent)"),
        ("ui/a.cpp", "painter.setPen(Qt::NoPen); fill(Qt::transparent);"), ("core/a.cpp", "#abc "),
        ("ui/a.cpp", '#include "a"\n#define X\n'), ("ui/a.cpp", "QColor colour = theme.text();")]
BAD = [("ui/a.cpp", 'setStyleSheet("color: #ff0000;")'), ("ui/a.cpp", 'QColor("red")'),
       ("app/gui/a.cpp", "QColor(1, 2, 3)"), ("ui/a.cpp", "Qt::darkRed"), ("ui/a.cpp", '"#fff"'),
       ("ui/a.qss", "color: rgb(1,2,3)"), ("ui/a.cpp", "setPen(Qt::black)")]


def check(path, text):
    if not path.startswith(("ui/", "app/gui/")) or path.startswith("ui/theme/"):
        return []
    return [f"line {number} names a colour: {line.strip()}" for number, line in enumerate(text.splitlines(), 1)
            if COLOUR.search(line) and not line.lstrip().startswith("//")]
