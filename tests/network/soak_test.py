#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Eight wallets share, open and revoke at once for 30 minutes (`--long`; a minute otherwise): no leak, no stuck
outbox, and the ledger verifies from its first block."""
import concurrent.futures
import os
import random
import time

import binaries
import case
from case import LONG, NetworkCase, needs
from wallets import Wallet, harness

SECONDS = 30 * 60 if LONG else 60
PAIRS = 4


def resident(service):
    """Bytes of memory that a program holds now."""
    with open(f"/proc/{service.process.pid}/statm", encoding="ascii") as numbers:
        return int(numbers.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Couple:
    """A patient and their clinician, and what they have done so far."""

    def __init__(self, test, network, folder, number):
        self.maker = harness.CliTest()
        self.maker.folder = self.folder = folder / f"couple{number}"
        self.folder.mkdir()
        self.patient = Wallet(test, network, self.folder, f"Patient {number}", "patient", 0, number + 1)
        self.doctor = Wallet(test, network, self.folder, f"Dr {number}", "clinician", 1, number + 1)
        source = self.maker.write("records.json", harness.bundle(*(
            harness.observation(f"Test {n}", n, "2026-11-12") for n in range(10))))
        self.patient.ok("import", source, "--person", "me")
        self.maker.pair(self.patient, self.doctor)
        self.random, self.shared, self.opened, self.revoked = random.Random(number), 0, 0, 0

    def live(self, end):
        while time.monotonic() < end:
            grant = self.patient.ok("share", "new", "--to", self.doctor.name, "--all", "--purpose", "TREAT",
                                    "--reason", f"Visit {self.shared}", "--days", "3")["grant"]
            self.shared += 1
            self.patient.settle()
            for _ in range(self.random.randrange(3)):
                self.doctor.ok("inbox", "open", grant, "--reason", "r", "--out", self.folder / f"o{self.opened}")
                self.opened += 1
            if self.random.random() < 0.7:
                self.patient.ok("share", "revoke", grant)
                self.revoked += 1
        return self

    def check(self, test):
        self.patient.settle()
        self.doctor.settle()
        kinds = [row["kind"] for row in self.patient.ok("activity")]
        test.assertEqual([kinds.count(kind) for kind in ("shared", "opened", "revoked")],
                         [self.shared, self.opened, self.revoked])
        for wallet in (self.patient, self.doctor):
            test.assertEqual(wallet.ok("verify")["problems"], [])


@needs(blocks=True, cli=True)
class SoakTest(NetworkCase):
    SHAPE = {"orderers": "raft3", "kubo": 2, "users": PAIRS}

    def test_nothing_leaks_and_nothing_is_stuck(self):
        harness.PROGRAM = str(binaries.cli_program())
        homes = self.network.folder / "wallets"
        homes.mkdir(exist_ok=True)
        couples = [Couple(self, self.network, homes, number) for number in range(PAIRS)]
        begin = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(PAIRS) as pool:
            lives = [pool.submit(couple.live, begin + SECONDS) for couple in couples]
            time.sleep(SECONDS / 3)
            warm = {contract: resident(contract.service) for contract in self.network.contracts}
            for life in lives:
                life.result()
        for couple in couples:
            couple.check(self)
        for contract, before in warm.items():
            after = resident(contract.service)
            print(f"{contract.service.name}: {before >> 10} KiB after a third, {after >> 10} KiB at the end")
            self.assertLess(after, before * 1.15 + (4 << 20))
        print(f"{sum(c.shared for c in couples)} shared, {sum(c.opened for c in couples)} opened, "
              f"{sum(c.revoked for c in couples)} revoked in {SECONDS} s")


if __name__ == "__main__":
    case.main()
