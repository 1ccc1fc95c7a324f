# SPDX-License-Identifier: Apache-2.0
"""A header of core says with /// what it is for, and above each class what the class is."""
import re

CLASS = re.compile(r"^class (\w+)(?!.*;\s*$)")
BETWEEN = ("template", "requires", "    requires", "[[")

GOOD = [("core/a/a.hpp", "/// Words.\nclass A\n{\n};\nclass Declared;\n"), ("ui/a.hpp", "class A {};\n"),
        ("core/a/a.hpp", "/// Words.\ntemplate <typename T>\nclass A {};\nstruct Plain\n{\n    int a;\n};\n")]
BAD = [("core/a/a.hpp", "struct A\n{\n};\n"), ("core/a/a.hpp", "/// Words.\nint a;\n\nclass B {\n};\n")]


def check(path, text):
    if not re.fullmatch(r"core/\w+/.*\.hpp", path):
        return []
    lines = text.splitlines()
    complaints = [] if "///" in text else ["says nowhere with /// what it is for"]
    for number, line in enumerate(lines):
        found = CLASS.match(line)
        if not found:
            continue
        above = number - 1
        while above >= 0 and lines[above].startswith(BETWEEN):
            above -= 1
        if above < 0 or not lines[above].startswith("///"):
            complaints.append(f"line {number + 1}: class {found.group(1)} has no /// comment above it")
    return complaints
