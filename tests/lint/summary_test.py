#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tests/summary.py counts what a ctest log says, and never turns a crash into a pass."""
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import summary  # noqa: E402

QT = """PASS   : A::initTestCase()
PASS   : A::one()
SKIP   : A::two() skipped: no shared data
   Loc: [a.cpp(3)]
PASS   : A::cleanupTestCase()
Totals: 3 passed, 0 failed, 1 skipped, 0 blacklisted, 0ms
"""
QT_FAIL = """PASS   : B::initTestCase()
FAIL!  : B::one(row 1) Compared values are not the same
PASS   : B::cleanupTestCase()
Totals: 2 passed, 1 failed, 0 skipped, 0 blacklisted, 0ms
"""
UNITTEST = """test_a (x.T.test_a) ... ok
test_b (x.T.test_b)
Words about b. ... skipped 'needs root'
test_c (x.T.test_c) ... FAIL
FAIL: test_c (x.T.test_c)
Ran 3 tests in 0.1s

FAILED (failures=1, skipped=1)
"""


def log(*programs):
    text = "Start testing: now\n"
    for number, (name, output, end) in enumerate(programs, 1):
        text += (f'{number}/{len(programs)} Testing: {name}\n{number}/{len(programs)} Test: {name}\n'
                 f'"{name}" start time: now\nOutput:\n----\n{output}<end of output>\nTest time = 1 sec\n'
                 f'----\n{end}.\n"{name}" end time: now\n')
    return text


class SummaryTest(unittest.TestCase):
    def count(self, *programs):
        with tempfile.NamedTemporaryFile("w", suffix=".log") as file:
            file.write(log(*programs))
            file.flush()
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                status = summary.main([file.name])
        return status, out.getvalue()

    def test_counts_slots_and_names_the_skipped(self):
        status, out = self.count(("a", QT, "Test Passed"), ("plain", "", "Test Passed"))
        self.assertEqual(status, 0)
        self.assertIn("a: A::two: skipped: no shared data", out)
        self.assertEqual(out.splitlines()[-1], "2 passed, 0 failed, 1 skipped")

    def test_counts_failures_of_both_kinds(self):
        status, out = self.count(("b", QT_FAIL, "Test Failed"), ("u", UNITTEST, "Test Failed"))
        self.assertEqual(status, 1)
        self.assertIn("b: B::one(row 1): Compared values", out)
        self.assertIn("u: test_c", out)
        self.assertIn("u: test_b: needs root", out)
        self.assertEqual(out.splitlines()[-1], "1 passed, 2 failed, 1 skipped")

    def test_a_crash_after_good_totals_is_a_failure(self):
        status, out = self.count(("a", QT, "Test Failed"))
        self.assertEqual(status, 1)
        self.assertTrue(out.endswith("1 passed, 1 failed, 1 skipped\n"))

    def test_a_crash_without_totals_is_a_failure(self):
        status, out = self.count(("a", "PASS   : A::initTestCase()\n", "Test Failed"))
        self.assertEqual(status, 1)
        self.assertTrue(out.endswith("0 passed, 1 failed, 0 skipped\n"))

    def test_nothing_ran_is_a_failure(self):
        self.assertEqual(self.count()[0], 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
