#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files edited, cut, swapped, rolled back or forked by somebody else: each is detected, none is believed."""
import random
import shutil
import sqlite3
import unittest

from world import (CLINICIAN, DONE, INVALID, LONG, TAMPERED, UNAVAILABLE, UNSUPPORTED, WRONG_KEY, World, bundle,
                   observation)


class TamperedTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """One world with a share that was opened, and a copy of it that each test starts from."""
        cls.random = random.Random(7)
        cls.world = World()
        cls.addClassCleanup(cls.world.__exit__)
        cls.world.pair()
        file = cls.world.input("a.json", bundle([observation(n, f"Finding {n}") for n in range(30)]))
        cls.world.copy("earlier")
        cls.world.do("patient", "import", file)
        cls.grant = cls.world.share()
        cls.world.open(cls.grant, "opened")
        cls.world.do("patient", "sync")
        cls.world.do("clinician", "sync")
        cls.world.copy("good")

    def setUp(self):
        self.world.restore("good")

    def ledger_statement(self, statement, *values):
        """Changes the ledger behind everybody's back."""
        database = sqlite3.connect(self.world.ledger)
        changed = database.execute(statement, values).rowcount
        database.commit()
        database.close()
        self.assertGreater(changed, 0, statement)

    def ledger_value(self, question):
        database = sqlite3.connect(self.world.ledger)
        value, = database.execute(question).fetchone()
        database.close()
        return value

    def both_notice(self):
        for who in ("patient", "clinician"):
            status, answer, _ = self.world.run(who, "sync")
            self.assertEqual(status, TAMPERED, answer)
            self.assertEqual(answer["error"]["code"], "tampered")
            self.assertGreater(len(answer["error"]["detail"]), 20)
        status, answer, _ = self.world.run("patient", "share", "new", "--to", CLINICIAN, "--all", "--purpose",
                                           "TREAT", "--reason", "x", "--days", "1")
        self.assertEqual(status, TAMPERED, answer)

    def test_good_is_good(self):
        self.world.do("patient", "sync")
        self.assertEqual(self.world.do("patient", "verify")["problems"], [])

    def test_an_edited_entry(self):
        for column in ("payload", "signature"):
            self.world.restore("good")
            value = self.ledger_value(f"SELECT {column} FROM entry WHERE idx = 3")
            self.ledger_statement(f"UPDATE entry SET {column} = ? WHERE idx = 3",
                                  value[:40] + bytes([value[40] ^ 1]) + value[41:])
            self.both_notice()
            self.world.do("patient", "ledger", "verify", self.world.ledger, expect=TAMPERED)

    def test_an_edited_time_and_outcome(self):
        for statement in ("UPDATE entry SET t = t + 1 WHERE idx = 4", "UPDATE entry SET outcome = outcome + 1 WHERE idx = 4"):
            self.world.restore("good")
            self.ledger_statement(statement)
            self.both_notice()

    def test_entries_swapped_removed_and_cut_off(self):
        for statements in (("UPDATE entry SET idx = -1 WHERE idx = 3", "UPDATE entry SET idx = 3 WHERE idx = 4",
                            "UPDATE entry SET idx = 4 WHERE idx = -1"),
                           ("DELETE FROM entry WHERE idx = 3",),
                           ("DELETE FROM entry WHERE idx = (SELECT max(idx) FROM entry)",)):
            self.world.restore("good")
            for statement in statements:
                self.ledger_statement(statement)
            self.both_notice()

    def test_another_genesis(self):
        self.ledger_statement("UPDATE entry SET payload = zeroblob(length(payload)) WHERE idx = 0")
        self.both_notice()

    def test_rolled_back(self):
        self.world.restore("earlier", "network")
        self.both_notice()

    def test_forked(self):
        """The ledger goes back and goes on differently, until it is longer than the one that was seen."""
        self.world.restore("earlier")
        file = self.world.input("b.json", bundle([observation(n, f"Other {n}") for n in range(5)]))
        self.world.do("patient", "import", file)
        for _ in range(6):
            self.world.share()
        shutil.copytree(self.world.folder / "network", self.world.folder / "inputs" / "forked")
        self.world.restore("good", "patient", "clinician")
        self.both_notice()

    def test_gone(self):
        self.world.ledger.unlink()
        for who in ("patient", "clinician"):
            status, answer, _ = self.world.run(who, "sync")
            self.assertIn(status, (TAMPERED, UNAVAILABLE), answer)
        self.assertFalse(self.world.ledger.exists(), "a lost ledger must not be replaced by a new one")

    def test_flipped_bytes_of_the_ledger_file(self):
        """Wherever a bit flips, the file is refused or what is read is still all true."""
        data = self.world.ledger.read_bytes()
        truth = self.world.do("patient", "ledger", "verify", self.world.ledger)
        for _ in range(200 if LONG else 25):
            at = self.random.randrange(len(data))
            copy = self.world.folder / "inputs" / "flipped.db"
            copy.write_bytes(data[:at] + bytes([data[at] ^ (1 << self.random.randrange(8))]) + data[at + 1:])
            status, answer, _ = self.world.run("patient", "ledger", "verify", copy)
            self.assertIn(status, (DONE, INVALID, TAMPERED, UNSUPPORTED), (at, answer))
            if status == DONE:
                self.assertEqual(answer, truth, at)

    def test_flipped_cut_and_swapped_blocks(self):
        blocks = self.world.blocks()
        self.assertTrue(blocks)
        for block in blocks:
            good = block.read_bytes()
            for bad in (good[:-1], b"", good + b"\0", *(self.flip(good) for _ in range(4))):
                block.write_bytes(bad)
                status, answer, _ = self.world.run("patient", "verify")
                self.assertEqual(status, TAMPERED, answer)
                self.world.open(self.grant, "bad", expect=TAMPERED)
                self.assertFalse((self.world.folder / "inputs" / "bad").exists())
            block.write_bytes(good)
        self.assertEqual(self.world.do("patient", "verify")["problems"], [])

    def test_blocks_gone(self):
        before = len(self.world.do("patient", "activity", "--kind", "opened"))
        for block in self.world.blocks():
            block.unlink()
        answer = self.world.open(self.grant, "bad", expect=UNAVAILABLE)
        self.assertIn("error", answer)
        self.assertEqual(len(self.world.do("patient", "activity", "--kind", "opened")), before + 1)

    def flip(self, data):
        at = self.random.randrange(len(data))
        return data[:at] + bytes([data[at] ^ (1 << self.random.randrange(8))]) + data[at + 1:]

    def test_flipped_and_cut_vault_header(self):
        head = self.world.home("patient") / "vault.head"
        good = head.read_bytes()
        places = range(len(good)) if LONG else self.random.sample(range(len(good)), 16)
        bad = [good[:at] + bytes([good[at] ^ (1 << self.random.randrange(8))]) + good[at + 1:] for at in places]
        for data in (*bad, good[:-1], good[:20], b"", good + b"\0"):
            head.write_bytes(data)
            status, answer, _ = self.world.run("patient", "status")
            self.assertIn(status, (TAMPERED, WRONG_KEY, UNSUPPORTED), answer)
        head.write_bytes(good)
        self.assertEqual(self.world.count(), 30)

    def test_flipped_and_swapped_vault(self):
        """Each page of the database is authenticated: what still opens tells the truth."""
        vault = self.world.home("patient") / "vault.db"
        good = vault.read_bytes()
        for _ in range(60 if LONG else 8):
            vault.write_bytes(self.flip(good))
            status, answer, _ = self.world.run("patient", "records", "--limit", "0")
            self.assertIn(status, (DONE, TAMPERED, WRONG_KEY), answer)
            if status == DONE:
                self.assertEqual(len(answer), 30)
        vault.write_bytes((self.world.home("clinician") / "vault.db").read_bytes())
        status, answer, _ = self.world.run("patient", "status")
        self.assertIn(status, (TAMPERED, WRONG_KEY), answer)


if __name__ == "__main__":
    unittest.main(verbosity=2)
