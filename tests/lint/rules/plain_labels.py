# SPDX-License-Identifier: Apache-2.0
"""Text is shown by our own Label, which takes it as plain: Qt's QLabel draws what looks like HTML, pictures included."""
import re

LABEL = re.compile(r"\bQLabel\b")

GOOD = [("ui/records/a.cpp", "new Label{TextRole::Body, title};"), ("ui/widgets/label.hpp", "class Label : public QLabel"),
        ("ui/widgets/label.cpp", "Label::Label() : QLabel{parent}\n{\n    setTextFormat(Qt::PlainText);\n}"),
        ("core/a.cpp", "// not QLabel")]
BAD = [("ui/records/a.cpp", "new QLabel{title};"), ("app/gui/main.cpp", "QLabel label;"),
       ("ui/widgets/label.cpp", "Label::Label() : QLabel{parent}\n{\n}")]


def check(path, text):
    if not path.startswith(("ui/", "app/")) or not path.endswith((".cpp", ".hpp")):
        return []
    if path.startswith("ui/widgets/label."):
        lost = path.endswith(".cpp") and "setTextFormat(Qt::PlainText)" not in text
        return ["its text is not plain any more"] if lost else []
    lines = [str(number) for number, line in enumerate(text.splitlines(), 1) if LABEL.search(line)]
    return [f"uses QLabel in line {', '.join(lines)}; ui/widgets/label.hpp shows text as it is"] if lines else []
