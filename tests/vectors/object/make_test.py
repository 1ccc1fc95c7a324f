#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The vectors in this folder are what make.py writes."""
import json
import pathlib
import unittest

try:
    import make
    MISSING = ""
except ImportError as error:
    MISSING = str(error)

HERE = pathlib.Path(__file__).resolve().parent


@unittest.skipIf(MISSING, MISSING)
class ObjectVectorsTest(unittest.TestCase):
    def test_files_are_what_make_writes(self):
        files = {path.name: json.loads(path.read_text()) for path in HERE.glob("*.json")}
        self.assertEqual(len(files), len(make.LENGTHS))
        for vector in files.values():
            with self.subTest(vector["desc"]):
                self.assertEqual(vector, make.vector(vector["type"], vector["length"]))

    def test_padding_is_that_of_the_paper(self):
        # Worked by hand: E = 12, S = 4 leaves 8 bits zero; E = 16, S = 5 leaves 11.
        self.assertEqual([make.padme(n) for n in (0, 4096, 4097, 100000)], [4096, 4096, 4352, 100352])


if __name__ == "__main__":
    unittest.main()
