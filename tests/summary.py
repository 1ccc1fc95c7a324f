#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts what ctest ran, test by test, and prints each failure and each skip with its reason.

Usage: summary.py LastTest.log...
A Qt Test program counts its slots, a Python unittest program its methods, any other program as one.
The last line is "N passed, N failed, N skipped"; exit 1 if anything failed or nothing ran.
"""
import re
import sys

BLOCK = re.compile(r"^\d+/\d+ Testing: (\S+)\n(.*?)^\"\S+\" end time:", re.MULTILINE | re.DOTALL)
QT_TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)
QT_FRAME = re.compile(r"^PASS   : \S+::(?:init|cleanup)TestCase\(\)$", re.MULTILINE)
QT_NOTE = re.compile(r"^(FAIL!|SKIP|XPASS|BFAIL) *: (\S+?)\(([^)]*)\) ?(.*)", re.MULTILINE)
UNITTEST_RAN = re.compile(r"^Ran (\d+) tests? in", re.MULTILINE)
UNITTEST_END = re.compile(r"^(?:OK|FAILED)(?: \((.*)\))?$", re.MULTILINE)
UNITTEST_NOTE = re.compile(r"^(\w+) \(\S+\)(?:\n.*)? \.\.\. skipped (['\"])(.*)\2$", re.MULTILINE)
UNITTEST_FAIL = re.compile(r"^(?:FAIL|ERROR): (\w+)", re.MULTILINE)


class Tally:
    """Sums over all programs, with the notes to print at the end."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.failures, self.skips = [], []

    def add(self, name, output):
        ok = re.search(r"^Test Passed\.$", output, re.MULTILINE) is not None
        before = self.failed
        if QT_TOTALS.search(output):
            self.add_qt(name, output)
        elif UNITTEST_RAN.search(output):
            self.add_unittest(name, output)
        elif "\nTest Skipped" in output:
            self.skipped += 1
            self.skips.append(f"{name}: the program skipped itself")
            return
        elif ok:
            self.passed += 1
        if not ok and self.failed == before:
            self.failed += 1
            self.failures.append(f"{name}: {how_it_ended(output)}")

    def add_qt(self, name, output):
        for passed, failed, skipped in QT_TOTALS.findall(output):
            self.passed += int(passed)
            self.failed += int(failed)
            self.skipped += int(skipped)
        self.passed -= len(QT_FRAME.findall(output))
        for kind, slot, row, reason in QT_NOTE.findall(output):
            notes = self.skips if kind == "SKIP" else self.failures
            notes.append(f"{name}: {slot}{f'({row})' if row else ''}: {reason.strip()}")

    def add_unittest(self, name, output):
        ran = sum(int(n) for n in UNITTEST_RAN.findall(output))
        counts = dict.fromkeys(("failures", "errors", "skipped"), 0)
        for end in UNITTEST_END.findall(output):
            for kind, number in re.findall(r"(\w+)=(\d+)", end):
                counts[kind] = counts.get(kind, 0) + int(number)
        failed = counts["failures"] + counts["errors"]
        self.failed += failed
        self.skipped += counts["skipped"]
        self.passed += max(0, ran - failed - counts["skipped"])
        for method, _, reason in UNITTEST_NOTE.findall(output):
            self.skips.append(f"{name}: {method}: {reason}")
        for method in UNITTEST_FAIL.findall(output):
            self.failures.append(f"{name}: {method}")


def how_it_ended(output):
    return "took too long" if "Test timeout" in output else "ended with an error or a crash"


def section(title, lines):
    if lines:
        print(f"\n{title}")
        for line in lines:
            print(f"  {line}")


def main(paths):
    tally = Tally()
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as log:
            for name, output in BLOCK.findall(log.read()):
                tally.add(name, output)
    section("Skipped:", tally.skips)
    section("Failed:", tally.failures)
    print(f"\n{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
