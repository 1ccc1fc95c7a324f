# SPDX-License-Identifier: Apache-2.0
"""No module of Qt that is only under the GPL, no poppler, and no Qt SQL beside SQLCipher."""
import re

NAMES = r"(?:Charts|DataVisualization|NetworkAuth|VirtualKeyboard|Quick3D|Graphs|HttpServer|Mqtt|CoAp|Lottie)"
WRONG = re.compile(rf"\bQt6?::(?:{NAMES}|Sql)\b|\bQt6\b[^)]*\bCOMPONENTS\b[^)]*\b{NAMES}\b"
                   rf"|#\s*include\s*<Q(?:Chart|OAuth|Sql|t{NAMES})|\bpoppler\b", re.DOTALL)

GOOD = [("CMakeLists.txt", "find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets)\nset(x Charts)"),
        ("docs/a.md", "Qt Charts and poppler are GPL")]
BAD = [("CMakeLists.txt", "find_package(Qt6 REQUIRED COMPONENTS Core\n   Charts)"), ("a.cpp", "#include <QChart>"),
       ("ui/CMakeLists.txt", "target_link_libraries(a Qt6::NetworkAuth)"), ("a.cpp", "#include <QtCharts/QChart>"),
       ("packaging/debian/x.txt", "libpoppler-qt6-dev\npoppler\n"), ("a.cpp", "#include <QSqlDatabase>")]


def check(path, text):
    if not path.endswith((".cpp", ".hpp", ".txt", ".cmake")):
        return []
    return [f"uses {' '.join(found.group(0).split())}" for found in WRONG.finditer(text)]
