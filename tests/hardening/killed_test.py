#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at random points: everything acknowledged is there, nothing is half done or done twice."""
import os
import random
import signal
import subprocess
import time
import unittest

from world import CLINICIAN, LONG, World, bundle, observation

KILLS = 300 if LONG else 20


class KilledTest(unittest.TestCase):
    """Five acts take turns; each is killed once at a random point of its usual time, then done again."""

    def setUp(self):
        seed = int(os.environ.get("KEEPWELL_SEED", "0")) or random.SystemRandom().randrange(1, 10**6)
        print(f"KEEPWELL_SEED={seed}")
        self.random = random.Random(seed)
        self.world = World()
        self.addCleanup(self.world.__exit__)
        self.world.pair()
        self.times = {}
        self.world.do("patient", "import", self.import_file(0))
        self.grant = self.world.share()

    def test_nothing_is_lost_or_doubled(self):
        acts = (self.kill_import, self.kill_share, self.kill_open, self.kill_revoke, self.kill_sync)
        for number in range(1, KILLS + 1):
            with self.subTest(kill=number, act=acts[number % len(acts)].__name__):
                acts[number % len(acts)](number)
                self.check_whole()

    def killed(self, who, *words):
        """Runs and kills; True when the command had ended well before (then it was acknowledged)."""
        usual = self.times.get(words[0:2], 0.8)
        begin = time.monotonic()
        running = self.world.start(who, *words)
        try:
            running.communicate(timeout=self.random.uniform(0.0, usual * 1.05))
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
            running.communicate()
            return False
        self.times[words[0:2]] = time.monotonic() - begin
        self.assertEqual(running.returncode, 0)
        return True

    def import_file(self, number):
        return self.world.input(f"i{number}.json", bundle(
            [observation(n, f"Import {number}") for n in range(number * 1000, number * 1000 + 300)]))

    def kill_import(self, number):
        file = self.import_file(number)
        before = self.world.count()
        done = self.killed("patient", "import", file)
        now = self.world.count()
        self.assertIn(now - before, (300,) if done else (0, 300))
        answer = self.world.do("patient", "import", file)
        self.assertEqual((answer["added"], answer["duplicates"]), (0, 300) if now > before else (300, 0))

    def kill_share(self, number):
        before = {row["grant"] for row in self.world.do("patient", "share", "list")}
        done = self.killed("patient", "share", "new", "--to", CLINICIAN, "--all", "--purpose", "TREAT",
                           "--reason", f"Visit {number}", "--days", "9")
        self.world.do("patient", "sync")
        rows = self.world.do("patient", "share", "list")
        new = [row for row in rows if row["grant"] not in before]
        self.assertLessEqual(len(new), 1)
        self.assertTrue(new or not done)
        for row in new:
            self.assertEqual(row["state"], "active")
            self.world.do("clinician", "inbox", "open", row["grant"], "--reason", "r", "--out",
                          self.world.folder / "inputs" / f"share{number}")
            self.grant = row["grant"]

    def kill_open(self, number):
        out = self.world.folder / "inputs" / f"open{number}"
        before = self.opens()
        done = self.killed("clinician", "inbox", "open", self.grant, "--reason", "r", "--out", out)
        self.world.do("clinician", "sync")
        after = self.opens()
        self.assertIn(after - before, (1,) if done else (0, 1))
        if out.exists():
            self.assertEqual(after - before, 1, "something was shown that is not in the log")
            self.assertTrue(done or not (out / "bundle.json").exists() or (out / "proof.json").exists())

    def opens(self):
        rows = self.world.do("patient", "activity", "--kind", "opened")
        return sum(row["grant"] == self.grant for row in rows)

    def kill_revoke(self, number):
        grant = self.world.share()
        done = self.killed("patient", "share", "revoke", grant)
        self.world.do("patient", "sync")
        state = next(row["state"] for row in self.world.do("patient", "share", "list") if row["grant"] == grant)
        self.assertIn(state, ("revoked",) if done else ("active", "revoked"))
        if state == "active":
            self.world.do("patient", "share", "revoke", grant)
        status, _, _ = self.world.run("clinician", "inbox", "open", grant, "--reason", "r", "--out",
                                      self.world.folder / "inputs" / f"revoked{number}")
        self.assertEqual(status, 5)

    def kill_sync(self, number):
        self.world.do("patient", "--offline", "share", "new", "--to", CLINICIAN, "--all", "--purpose", "TREAT",
                      "--reason", f"Later {number}", "--days", "9")
        shares = len(self.world.do("patient", "--offline", "share", "list"))
        self.killed("patient", "sync")
        self.world.do("patient", "sync")
        rows = self.world.do("patient", "share", "list")
        self.assertEqual(len(rows), shares)
        self.assertNotIn("queued", {row["state"] for row in rows})

    def check_whole(self):
        """The vaults open, the ledger verifies, the outbox is empty, and every record has its anchor."""
        self.world.do("patient", "sync")
        self.assertEqual(self.world.do("patient", "status")["outbox"], 0)
        self.assertEqual(self.world.do("patient", "verify")["problems"], [])
        self.assertEqual(self.world.do("patient", "ledger", "verify", self.world.ledger)["problems"], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
