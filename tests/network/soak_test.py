#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Eight wallets, each open all the while, share, open and revoke at once for 30 minutes (`--long`; a minute otherwise):
no leak in them or in the contract servers, no stuck outbox, and the ledger verifies from its first block.

A wallet holds the state of the whole ledger, which grows with all that they do. So what one has in use at the end is
held against what the same wallet has in use when it is opened anew and has read the same."""
import concurrent.futures
import json
import os
import random
import subprocess
import time
import unittest

import binaries
import case
from case import LONG, NetworkCase, needs
from services import end_with_the_test
from wallets import Wallet, harness

SECONDS = 30 * 60 if LONG else 60
PAIRS = 4
RECORDS = 10
MOST_IN_USE = 1.25, 1 << 20  # times what a wallet opened anew has in use, and bytes more
MOST_RESIDENT = 1.15, 8 << 20  # the same, of the whole process: SQLite's caches and what malloc keeps
MOST_GROWN = 1.05, 1 << 20  # of a contract server, from the first third to the end: it holds nothing


def resident(process):
    """Bytes of memory that a program holds now."""
    with open(f"/proc/{process.pid}/statm", encoding="ascii") as numbers:
        return int(numbers.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class LivingWallet:
    """A wallet's home in the hands of a program that keeps it open, as a window does (soak/living_wallet.cpp)."""

    def __init__(self, wallet):
        self.wallet, self.name = wallet, wallet.name
        self.process = subprocess.Popen([binaries.living_wallet(), wallet.home, harness.PASSPHRASE], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=wallet.environment(),
                                        preexec_fn=end_with_the_test)

    def do(self, *words):
        print(json.dumps(words), file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        if not answer:
            raise AssertionError(f"{self.name} ended with {self.process.wait()} at {words}")
        return json.loads(answer)

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait(60)


class Couple:
    """A patient and their clinician, and what they have done so far."""

    def __init__(self, test, network, folder, number):
        self.maker = harness.CliTest()
        self.maker.folder = self.folder = folder / f"couple{number}"
        self.folder.mkdir()
        self.patient = Wallet(test, network, self.folder, f"Patient {number}", "patient", 0, number + 1)
        self.doctor = Wallet(test, network, self.folder, f"Dr {number}", "clinician", 1, number + 1)
        source = self.maker.write("records.json", harness.bundle(*(
            harness.observation(f"Test {n}", n, "2026-11-12") for n in range(RECORDS))))
        self.patient.ok("import", source, "--person", "me")
        self.maker.pair(self.patient, self.doctor)
        self.random, self.shared, self.opened, self.revoked = random.Random(number), 0, 0, 0

    def wake(self):
        self.living = [LivingWallet(wallet) for wallet in (self.patient, self.doctor)]
        return self.living

    def live(self, end):
        patient, doctor = self.living
        while time.monotonic() < end:
            grant = patient.do("share", self.doctor.name, f"Visit {self.shared}")
            self.shared += 1
            patient.do("settle")
            for _ in range(self.random.randrange(3)):
                assert doctor.do("open", grant) == RECORDS
                self.opened += 1
            if self.random.random() < 0.7:
                patient.do("revoke", grant)
                self.revoked += 1
            patient.do("settle")
        return self

    def check(self, test):
        self.patient.settle()
        self.doctor.settle()
        kinds = [row["kind"] for row in self.patient.ok("activity")]
        test.assertEqual([kinds.count(kind) for kind in ("shared", "opened", "revoked")],
                         [self.shared, self.opened, self.revoked])
        for wallet in (self.patient, self.doctor):
            test.assertEqual(wallet.ok("verify")["problems"], [])


@unittest.skipUnless(binaries.living_wallet(), "skipped: living_wallet is not built")
@needs(blocks=True, cli=True)
class SoakTest(NetworkCase):
    SHAPE = {"orderers": "raft3", "kubo": 2, "users": PAIRS}

    def test_nothing_leaks_and_nothing_is_stuck(self):
        harness.PROGRAM = str(binaries.cli_program())
        homes = self.network.folder / "wallets"
        homes.mkdir(exist_ok=True)
        couples = [Couple(self, self.network, homes, number) for number in range(PAIRS)]
        living = [wallet for couple in couples for wallet in couple.wake()]
        servers = {contract.service.name: contract.service.process for contract in self.network.contracts}
        begin = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(PAIRS) as pool:
            lives = [pool.submit(couple.live, begin + SECONDS) for couple in couples]
            time.sleep(SECONDS / 3)
            warm = {name: resident(process) for name, process in servers.items()}
            for life in lives:
                life.result()
        for name, process in servers.items():
            self.assertAtMost(f"{name}, resident", resident(process), warm[name], MOST_GROWN)
        for wallet in living:
            self.assertHoldsNoMoreThanAnew(wallet)
        for couple in couples:
            couple.check(self)
        print(f"{sum(c.shared for c in couples)} shared, {sum(c.opened for c in couples)} opened, "
              f"{sum(c.revoked for c in couples)} revoked in {SECONDS} s")

    def assertHoldsNoMoreThanAnew(self, wallet):
        wallet.do("sync")
        in_use, whole = wallet.do("memory"), resident(wallet.process)
        self.assertEqual(wallet.end(), 0)
        anew = LivingWallet(wallet.wallet)
        anew.do("sync")
        self.assertAtMost(f"{wallet.name}, in use", in_use, anew.do("memory"), MOST_IN_USE)
        self.assertAtMost(f"{wallet.name}, resident", whole, resident(anew.process), MOST_RESIDENT)
        self.assertEqual(anew.end(), 0)

    def assertAtMost(self, what, found, before, most):
        print(f"{what}: {found >> 10} KiB, beside {before >> 10} KiB")
        times, more = most
        self.assertLess(found, before * times + more, what)



if __name__ == "__main__":
    case.main()
