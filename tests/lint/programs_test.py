#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The built programs hide SQLCipher, link no second SQLite and nothing under the GPL; the CLI needs no Qt.

Usage: programs_test.py PROGRAM...
"""
import pathlib
import re
import subprocess
import sys
import unittest

UNWANTED = re.compile(r"libsqlcipher|libsqlite3|Qt6?(?:Sql|Charts|NetworkAuth)|poppler|not found")
PROGRAMS = []


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class ProgramsTest(unittest.TestCase):
    def test_no_sqlite_symbol_is_exported(self):
        for program in PROGRAMS:
            exported = output("nm", "-D", "--defined-only", program)
            self.assertNotRegex(exported, r"\bsqlite3_", program)

    def test_sqlcipher_is_inside(self):
        for program in PROGRAMS:
            self.assertIn(b"cipher_version", pathlib.Path(program).read_bytes(), program)

    def test_nothing_unwanted_is_linked(self):
        for program in PROGRAMS:
            self.assertNotRegex(output("ldd", program), UNWANTED, program)

    def test_the_command_line_needs_no_qt(self):
        for program in PROGRAMS:
            if program.endswith("-cli"):
                self.assertNotIn("Qt", output("ldd", program))

    def test_version_and_help_touch_no_wallet(self):
        for program in PROGRAMS:
            for option in ("--version", "--help"):
                done = subprocess.run([program, option], env={"QT_QPA_PLATFORM": "offscreen", "HOME": "/nowhere",
                                                              "KEEPWELL_HOME": "/nowhere/home"},
                                      capture_output=True, text=True, check=False)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertTrue(done.stdout.strip())


if __name__ == "__main__":
    PROGRAMS = sys.argv[1:]
    del sys.argv[1:]
    unittest.main(verbosity=2)
