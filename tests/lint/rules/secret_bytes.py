# SPDX-License-Identifier: Apache-2.0
"""The bytes of a secret are read, by .expose(), only in the files that secret_bytes.txt lists."""
import pathlib
import re

LIST = pathlib.Path(__file__).resolve().parent / "secret_bytes.txt"
ALLOWED = {line.split("#")[0].strip() for line in LIST.read_text().splitlines()} - {""}
EXPOSE = re.compile(r"(?:\.|->)\s*expose\w*\s*\(")

GOOD = [("core/crypto/secret.hpp", "key.expose()"), ("core/records/a.cpp", "exposed = true; expose();"),
        ("tests/core/a_test.cpp", "key.expose()")]
BAD = [("core/records/a.cpp", "use(key.expose());"), ("ui/shell/a.cpp", "key->expose().data()"),
       ("core/records/a.cpp", "key.exposeMutable()")]


def allowed(path):
    return path in ALLOWED or any(entry.endswith("/") and path.startswith(entry) for entry in ALLOWED)


def check(path, text):
    if not path.startswith(("core/", "ui/", "app/")) or allowed(path):
        return []
    lines = [str(number) for number, line in enumerate(text.splitlines(), 1)
             if EXPOSE.search(line) and not line.lstrip().startswith("//")]
    return [f"reads a secret's bytes in line {', '.join(lines)}, and is not in {LIST.name}"] if lines else []
