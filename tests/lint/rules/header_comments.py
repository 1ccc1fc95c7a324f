# SPDX-License-Identifier: Apache-2.0
"""Every type that a header of core publishes is described by ///, above it or at its members."""
import re

TYPE = re.compile(r"^(class|struct|enum class) (\w+)(?!.*;\s*$)")

GOOD = [("core/a/a.hpp", "/// Words.\nclass A\n{\n};\nclass Declared;\n"),
        ("core/a/a.hpp", "/// Words.\ntemplate <typename T>\nstruct A {};\n"), ("ui/a.hpp", "class A {};\n"),
        ("core/a/a.hpp", "struct A\n{\n    int a; ///< Bytes.\n};\n"), ("core/a/a.hpp", "struct Tag\n{\n};\n")]
BAD = [("core/a/a.hpp", "class A\n{\n};\n"), ("core/a/a.hpp", "/// Words.\nint a;\n\nclass B {\n};\n"),
       ("core/a/a.hpp", "struct A\n{\n    int a;\n    int b;\n};\n/// More.\nint c;\n")]


def check(path, text):
    if not re.fullmatch(r"core/\w+/.*\.hpp", path):
        return []
    lines = text.splitlines()
    return [f"line {number + 1}: {line} is not described by a /// comment"
            for number, line in enumerate(lines) if TYPE.match(line) and not described(lines, number)]


def described(lines, number):
    above = number - 1
    while above >= 0 and lines[above].startswith(("template", "requires", "    requires", "[[")):
        above -= 1
    if above >= 0 and lines[above].startswith("///"):
        return True
    end = next((at for at in range(number, len(lines)) if lines[at].startswith("}")), len(lines))
    body = [line for line in lines[number + 1:end] if line.strip() != "{"]
    return not lines[number].startswith("class") and (len(body) <= 1 or any("///" in line for line in body))
