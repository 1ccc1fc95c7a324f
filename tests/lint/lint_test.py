#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs one lint of rules/: first over its own samples (it must be able to fail), then over the tree.

Usage: lint_test.py RULE. A rule is a file with `check(path, text) -> list of complaints`, and the samples
GOOD and BAD, lists of (path, text). Paths are relative to the root, with slashes.
"""
import importlib
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NOT_OURS = {"build", ".deps", ".git", "__pycache__"}


def tree():
    """The tracked and the new files of the project; in an unpacked archive, all files but build results."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    files = (file.relative_to(ROOT) for file in ROOT.rglob("*") if file.is_file())
    return [file.as_posix() for file in files if not NOT_OURS & set(file.parts)]


def text_of(name):
    """The file as text; None for a binary file."""
    data = (ROOT / name).read_bytes()
    return None if b"\0" in data[:8000] else data.decode("utf-8", errors="replace")


class LintTest(unittest.TestCase):
    rule = None

    def test_sees_nothing_in_the_good_samples(self):
        for path, text in self.rule.GOOD:
            self.assertEqual(self.rule.check(path, text), [], (path, text))

    def test_complains_about_each_bad_sample(self):
        for path, text in self.rule.BAD:
            self.assertTrue(self.rule.check(path, text), (path, text))

    def test_the_tree_keeps_the_rule(self):
        wrong = []
        for name in sorted(tree()):
            text = text_of(name)
            if text is not None:
                wrong += [f"{name}: {complaint}" for complaint in self.rule.check(name, text)]
        self.assertFalse(wrong, "\n" + "\n".join(wrong))


class SizeTest(unittest.TestCase):
    def test_no_file_is_over_500_kilobytes(self):
        large = [name for name in tree() if (ROOT / name).stat().st_size > 500_000]
        self.assertFalse(large)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    LintTest.rule = importlib.import_module(f"rules.{sys.argv.pop(1)}")
    unittest.main(verbosity=2)
