#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Somebody has every file and all source code, but no key: nothing opens."""
import hashlib
import hmac
import json
import pathlib
import sqlite3
import unittest

from world import CLINICIAN, DENIED, NOT_FOUND, WRONG_KEY, World, bundle, observation

CHUNKED = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM"


def hkdf_sha512(key, info, length):
    """HKDF-Expand of RFC 5869 with SHA-512."""
    out, block, counter = b"", b"", 1
    while len(out) < length:
        block = hmac.new(key, block + info + bytes([counter]), hashlib.sha512).digest()
        out, counter = out + block, counter + 1
    return out[:length]


def opens(block, key):
    """Whether `key` is the key of the sealed object that this block begins (salt || commitment || …)."""
    for kind in (1, 2, 3, 4):
        info = CHUNKED + b"\0" + block[:24] + b"keepwell/1/obj" + bytes([kind])
        for secret in (key, hmac.new(bytes(64), key, hashlib.sha512).digest()):
            if hkdf_sha512(secret, info, 76)[44:76] == block[24:56]:
                return True
    return False


class AttackerTest(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.__exit__)
        self.world.pair()
        file = self.world.input("a.json", bundle([observation(n, f"Finding {n}") for n in range(20)]))
        self.world.do("patient", "import", file)
        self.grant = self.world.share()

    def test_the_vault_is_no_plain_database(self):
        for file in self.world.home("patient").rglob("*.db"):
            self.assertNotEqual(file.read_bytes()[:15], b"SQLite format 3")
            with self.assertRaises(sqlite3.DatabaseError):
                sqlite3.connect(file).execute("SELECT count(*) FROM sqlite_master").fetchone()

    def test_wrong_passphrases_and_words_open_nothing(self):
        for number, guess in enumerate(("a lantern by the harbour wal", "A lantern by the harbour wall",
                                        " a lantern by the harbour wall", "0123456789")):
            status, answer, _ = self.world.run("patient", "records", passphrase=self.world.input(f"g{number}", guess))
            self.assertEqual(status, WRONG_KEY, answer)
        words = self.world.input("words", "abandon " * 11 + "about\n")
        status, answer, _ = self.world.run("patient", "passphrase", "reset", "--phrase-file", words,
                                           "--new-passphrase-file", self.world.passphrase)
        self.assertEqual(status, WRONG_KEY, answer)
        status, answer, _ = self.world.run("restored", "restore", "--phrase-file", words, "--name", "X", "--role",
                                           "patient", "--network", self.world.network, "--unlock-cost", "low")
        self.assertEqual(status, WRONG_KEY, answer)
        self.assertFalse((self.world.home("restored") / "vault.db").exists())

    def test_a_stranger_is_refused_and_seen(self):
        self.world.init("stranger", "Somebody Else", "clinician")
        self.assertEqual(self.world.do("stranger", "inbox"), [])
        out = self.world.folder / "inputs" / "stolen"
        self.world.do("stranger", "inbox", "open", self.grant, "--reason", "x", "--out", out, expect=DENIED)
        self.assertFalse(out.exists())
        self.world.do("stranger", "inbox", "open", "ab" * 32, "--reason", "x", "--out", out, expect=NOT_FOUND)
        refused = [row for row in self.world.do("patient", "activity") if row["kind"] == "refused"]
        self.assertEqual(len(refused), 1)
        self.assertEqual(refused[0]["proof"], "proven")

    def test_no_bytes_of_the_ledger_open_a_block(self):
        ledger = sqlite3.connect(f"file:{self.world.ledger}?mode=ro", uri=True)
        values = [bytes(value) for (value,) in ledger.execute("SELECT value FROM private_value")]
        values += [bytes(payload) for (payload,) in ledger.execute("SELECT payload FROM entry")]
        self.assertTrue(values and self.world.blocks())
        self.assertTrue(self.with_its_key(), "this attack must be able to succeed")
        keys = {value[at:at + 32] for value in values for at in range(0, max(1, len(value) - 31))}
        for block in self.world.blocks():
            data = block.read_bytes()
            self.assertFalse(any(opens(data, key) for key in keys), block.name)

    def with_its_key(self):
        vectors = pathlib.Path(__file__).resolve().parents[1] / "vectors" / "object"
        known = json.loads((vectors / "manifest-0.json").read_text())
        return opens(bytes.fromhex(known["blocks"][0]), bytes.fromhex(known["key"]))

    def test_before_opening_the_clinician_can_read_nothing(self):
        row = self.world.do("clinician", "inbox")[0]
        self.assertNotIn("Finding", str(row))
        self.assertEqual(self.world.do("clinician", "records"), [])
        self.assertEqual(self.world.do("patient", "share", "list")[0]["to"], CLINICIAN)


if __name__ == "__main__":
    unittest.main(verbosity=2)
