# SPDX-License-Identifier: Apache-2.0
"""Every source says its licence in its first line, and no text of somebody else is in the tree."""
import re

LINE = "SPDX-License-Identifier: " + "Apache-2.0"
COMMENT = {"cpp": "// ", "hpp": "// ", "c": "// ", "h": "// ", "cmake": "# ", "py": "# ", "sh": "# ", "yml": "# "}
HASHED = {"CMakeLists.txt", "dev", ".ci/run"}
FOREIGN = re.compile(r"copyright\s+(?:\(c\)|©|\d{4})|licensed under the (?!Apache)|permission is hereby granted"
                     r"|all rights reserved|gnu (?:lesser )?general public|\bmozilla public license",
                     re.IGNORECASE)
OTHER_SPDX = re.compile(r"SPDX-License-Identifier:\s*(?!Apache-2\.0)\S")

GOOD = [("a.cpp", f"// {LINE}\nint a;\n"), ("dev", f"#!/bin/sh\n# {LINE}\n"), ("a.md", "words"),
        ("x/CMakeLists.txt", f"# {LINE}\n"), ("LICENSE", "Copyright (c) somebody")]
BAD = [("a.cpp", "int a;\n"), ("a.py", "#!/usr/bin/env python3\nprint()\n"), ("CMakeLists.txt", "project(a)\n"),
       ("a.hpp", f"// {LINE}\n// Copyright (c) 2020 Somebody\n"), ("a.js", "/* Licensed under the MIT */"),
       ("a.svg", "<!-- SPDX-License-Identifier: MIT -->")]


def check(path, text):
    name = path.rsplit("/", 1)[-1]
    if path in ("LICENSE", "packaging/linux/copyright", "tests/lint/rules/licence.py"):
        return []
    complaints = []
    comment = "# " if name in HASHED or path in HASHED else COMMENT.get(name.rsplit(".", 1)[-1])
    if comment:
        lines = text.splitlines()[:2]
        first = lines[1] if len(lines) > 1 and lines[0].startswith("#!") else lines[0] if lines else ""
        if first != comment + LINE:
            complaints.append("has no SPDX line at its start")
    if FOREIGN.search(text) or OTHER_SPDX.search(text):
        complaints.append("carries somebody else's licence or copyright")
    return complaints
