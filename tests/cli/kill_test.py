#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 at random moments: what was acknowledged is there, nothing is half done or done twice.

20 kills, 300 with KEEPWELL_LONG. The moments come from a fixed seed, which an environment variable
KEEPWELL_SEED replaces; the machine's load decides what they hit.
"""
import base64
import os
import random
import subprocess
import time

import harness
from harness import Answer, CliTest, Wallet, bundle, environment, observation, patient, run

KILLS = 300 if os.environ.get("KEEPWELL_LONG") else 20
IN_A_FILE = 3  # records that each file adds


class KillTest(CliTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(int(os.environ.get("KEEPWELL_SEED", "7")))
        network = self.network_file()
        self.eleanor = Wallet(self, self.folder, "Eleanor Marsh", "patient", network)
        self.doctor = Wallet(self, self.folder, "Dr Amara Okafor", "clinician", network)
        self.eleanor.ok("import", self.write("first.json", bundle(patient())))
        self.pair(self.eleanor, self.doctor)
        self.files = 0
        self.records = 1
        self.shares = 0  # acknowledged
        self.tried_shares = 0
        self.openings = 0
        self.tried_openings = 0
        self.stopped = set()
        self.seconds = {}

    def kill(self, wallet, *arguments):
        """Starts a command and kills it; True when it had ended well before."""
        usual = self.seconds.setdefault(arguments[0], 0.4)
        process = subprocess.Popen([harness.PROGRAM, "--home", str(wallet.home), "--passphrase-file",
                                    str(wallet.passphrase), *map(str, arguments)], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
        started = time.monotonic()
        try:
            status = process.wait(self.random.uniform(0.05, usual * 1.1))
            self.seconds[arguments[0]] = time.monotonic() - started
            return status == 0
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            self.seconds[arguments[0]] = max(usual, time.monotonic() - started)
            return False

    def active(self):
        return [row for row in self.eleanor.ok("share", "list") if row["state"] == "active"]

    # ── acts ──────────────────────────────────────────────────────────────────────────────────────

    def act_import(self):
        self.files += 1
        file = self.write(f"{self.files}.json", bundle(*(observation(f"Test {self.files}-{i}", i, "2026-01-01")
                                                         for i in range(IN_A_FILE))))
        done = self.kill(self.eleanor, "import", file)
        report = self.eleanor.ok("import", file)  # again: whole, or not at all
        expected = {0} if done else {0, IN_A_FILE}
        self.assertIn(report["added"], expected, report)
        self.records += IN_A_FILE

    def act_share(self):
        self.tried_shares += 1
        if self.kill(self.eleanor, "share", "new", "--to", self.doctor.name, "--kind", "other", "--purpose", "TREAT",
                     "--reason", f"share {self.tried_shares}", "--days", "30"):
            self.shares += 1

    def act_open(self):
        rows = self.active()
        if rows:
            self.tried_openings += 1
            if self.kill(self.doctor, "inbox", "open", self.random.choice(rows)["grant"], "--reason", "r"):
                self.openings += 1

    def act_revoke(self):
        rows = self.active()
        if rows:
            grant = self.random.choice(rows)["grant"]
            if self.kill(self.eleanor, "share", "revoke", grant):
                self.stopped.add(grant)

    def act_sync(self):
        self.kill(self.random.choice([self.eleanor, self.doctor]), "sync")

    # ── what holds after each ─────────────────────────────────────────────────────────────────────

    def check(self):
        for wallet in (self.eleanor, self.doctor):
            wallet.ok("sync")
            self.assertEqual(wallet.ok("status")["outbox"], 0)
        self.assertEqual(len(self.eleanor.records()), self.records)
        shares = self.eleanor.ok("share", "list")
        reasons = [row["reason"] for row in shares]
        self.assertEqual(len(reasons), len(set(reasons)), "a share was made twice")
        self.assertTrue(self.shares <= len(shares) <= self.tried_shares, shares)
        for row in shares:
            self.assertNotEqual(row["state"], "queued")
            if row["grant"] in self.stopped:
                self.assertEqual(row["state"], "revoked")
        opens = sum(row["opens"] for row in shares)
        self.assertTrue(self.openings <= opens <= self.tried_openings, (self.openings, opens, self.tried_openings))
        active = {row["grant"] for row in shares if row["state"] == "active"}
        self.assertEqual({row["grant"] for row in self.doctor.ok("inbox") if row["state"] == "active"}, active)

    def test_kill_at_random_moments(self):
        acts = [self.act_import, self.act_share, self.act_open, self.act_revoke, self.act_sync]
        for number in range(KILLS):
            act = acts[number % len(acts)] if number < len(acts) else self.random.choice(acts)
            with self.subTest(number=number, act=act.__name__):
                act()
                self.check()
        report = self.eleanor.ok("verify")
        self.assertEqual((report["problems"], report["anchored"]), ([], report["records"]))
        ledger = Answer(run("--json", "ledger", "verify", self.folder / "net" / "ledger.db"))
        self.assertEqual((ledger.status, ledger.json["problems"]), (0, []))
        leftovers = [file for file in self.eleanor.home.iterdir()
                     if file.name not in ("vault.head", "vault.db", "vault.db-wal", "vault.db-shm", "lock", "network.json")]
        self.assertEqual(leftovers, [])

    def test_killed_shares_leave_no_block(self):
        large = bundle(*({"resourceType": "Binary", "contentType": "application/octet-stream",
                          "data": base64.b64encode(self.random.randbytes(1_500_000)).decode()} for _ in range(8)))
        self.eleanor.ok("import", self.write("large.json", large), "--person", "me")
        blocks = self.folder / "net" / "blocks"
        files = lambda: [file for file in blocks.rglob("*") if file.is_file()]
        for wait in range(KILLS // 4):
            before = len(files())
            process = subprocess.Popen(
                [harness.PROGRAM, "--home", str(self.eleanor.home), "--passphrase-file", str(self.eleanor.passphrase), "share",
                 "new", "--to", self.doctor.name, "--all", "--purpose", "TREAT", "--reason", "r", "--days", "30"],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
            while process.poll() is None and len(files()) <= before + wait:
                pass
            process.kill()
            process.wait()
        self.eleanor.ok("sync")
        self.assertEqual(self.eleanor.ok("verify")["problems"], [])
        for row in self.active():
            self.eleanor.ok("share", "revoke", row["grant"])
        self.eleanor.ok("sync")
        self.assertEqual([file for file in files() if file.parent.name != "tmp"], [])


if __name__ == "__main__":
    harness.main()
