#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/threat-model.md names, for each rule, files and tests that are there."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (?P<rule>[^|]+) \| (?P<held>[^|]+) \| (?P<tests>[^|]+) \|$")
NAMED = re.compile(r"`(?P<file>[^`]+)`(?:: (?P<names>[\w, ]+))?(?:;|$)")


def rows():
    text = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    part = text.split("## Each rule, and the test that fails without it\n")[1]
    found = [match for match in map(ROW.match, part.splitlines()) if match]
    return [row for row in found if not row["rule"].startswith("rule ") and row["rule"] not in ("rule", "---")]


class ThreatModelTest(unittest.TestCase):
    def test_each_rule_names_what_is_there(self):
        self.assertGreater(len(rows()), 40)
        for row in rows():
            with self.subTest(rule=row["rule"]):
                for place in re.findall(r"`([^`]+)`", row["held"]):
                    self.assertTrue((ROOT / place).exists(), place)
                self.check(row["tests"].strip())

    def check(self, tests):
        end = 0
        for match in NAMED.finditer(tests):
            self.assertEqual(tests[end:match.start()].strip(), "")
            end = match.end()
            text = (ROOT / match["file"]).read_text(encoding="utf-8")
            self.assertTrue(match["names"] or match["file"].startswith("tests/lint/"), match["file"])
            for name in (match["names"] or "").replace(",", " ").split():
                self.assertRegex(text, rf"\b(?:void (?:\w+::)?|def ){name}\(", match["file"])
        self.assertEqual(tests[end:].strip(), "")


if __name__ == "__main__":
    unittest.main(verbosity=2)
