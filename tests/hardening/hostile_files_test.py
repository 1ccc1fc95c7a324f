#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Bad files of the shared data: each ends as its row says, in bounded time and memory, with nothing half done."""
import json
import resource
import subprocess
import unittest

from world import INVALID, SHARED, UNSUPPORTED, World

BAD = SHARED / "bad" / "made-here"
# Rows that allow more than "rejected": the exit statuses and the counts of records that are right.
IMPORTED = {"json/decimal-precision.json": 1, "json/circular-references.json": None, "json/hostile-narrative.json": None,
            "json/hostile-attachment-paths.json": None, "json/bidi-and-control-names.json": None,
            "ndjson/no-final-newline-crlf.ndjson": 2}
EITHER = {"json/lone-surrogate-escape.json", "json/number-overflow.json", "json/integer-10000-digits.json",
          "json/utf8-bom.json", "ndjson/broken-middle-line.ndjson"}
LATER = ("xml", "zip", "gz", "dcm", "pdf", "shc", "csv")


@unittest.skipUnless(BAD.is_dir(), "skipped: no shared data")
class HostileFilesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.__exit__)
        cls.world.init("patient", "Pat Example", "patient")

    def bounded_import(self, *files):
        """Imports with 1.5 GiB of memory and 60 s of processor time at most."""
        def limit():
            resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
            resource.setrlimit(resource.RLIMIT_AS, (3 << 29, 3 << 29))
        done = subprocess.run(self.world.command("patient", "import", *files, "--person", "me"),
                              env=self.world.environment(), stdin=subprocess.DEVNULL, capture_output=True,
                              preexec_fn=limit, timeout=120, check=False)
        self.assertIn(done.returncode, range(12), (files, done.stderr[-500:]))
        return done.returncode, json.loads(done.stdout), done.stderr.decode(errors="replace")

    def test_each_file_ends_as_its_row_says(self):
        rows = json.loads((BAD / "MANIFEST.json").read_text(encoding="utf-8"))["files"]
        self.assertGreater(len(rows), 60)
        for row in rows:
            with self.subTest(file=row["file"], expected=row["expected"]):
                before = self.world.count()
                status, answer, _ = self.bounded_import(BAD / row["file"])
                self.assertEqual(self.world.count() - before, answer.get("added", 0), answer)
                self.check(row["file"], status, answer)

    def check(self, name, status, answer):
        known = answer.get("added", 0) + answer.get("duplicates", 0)
        if name in IMPORTED:
            self.assertEqual(status, 0, answer)
            self.assertGreater(known, 0)
            self.assertIn(IMPORTED[name], (None, known))
            return
        if name in EITHER and status == 0:
            return
        wanted = (UNSUPPORTED, INVALID) if name.startswith(LATER) else (INVALID,)
        self.assertIn(status, wanted, answer)
        self.assertEqual(known, 0)
        self.assertIn(name.rsplit("/", 1)[-1], json.dumps(answer), "the message must name the file")

    def test_decimals_keep_their_precision(self):
        file = BAD / "json" / "decimal-precision.json"
        self.bounded_import(file)
        rows = self.world.do("patient", "records", "--limit", "0")
        slices = [subprocess.run(self.world.command("patient", "record", row["id"], "--format", "fhir"),
                                 env=self.world.environment(), capture_output=True, check=True).stdout for row in rows]
        number = b"5.50" if b"5.50" in file.read_bytes() else b"."
        self.assertTrue(any(number in one for one in slices))

    def test_fuzzed_and_odd_json(self):
        for folder in (SHARED / "bad" / "fuzz-json", SHARED / "vectors" / "json-parsing"):
            status, answer, _ = self.bounded_import(folder)
            self.assertIn(status, (0, INVALID, UNSUPPORTED), answer)
        self.assertEqual(self.world.do("patient", "verify")["problems"], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
