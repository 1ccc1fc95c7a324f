#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trouble with the computer: a full disk, a read-only disk, a wrong clock, a wallet in use.

Disks are small tmpfs mounts in a namespace of our own, clocks a preloaded library made by the C compiler;
where a machine has neither, the test is skipped by name.
"""
import fcntl
import os
import re
import shutil
import subprocess
import sys
import unittest

import harness
from harness import CliTest, Wallet, bundle, environment, observation, patient

NAMESPACE = ["unshare", "--map-root-user", "--mount"]
HOURS = 3600
CLOCK = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
int clock_gettime(clockid_t clock, struct timespec *now)
{
    static int (*next)(clockid_t, struct timespec *);
    if (!next) next = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int status = next(clock, now);
    const char *offset = getenv("CLOCK_OFFSET");
    if (clock == CLOCK_REALTIME && offset) now->tv_sec += atoll(offset);
    return status;
}
"""


def records(name, count):
    return bundle(*(observation(f"{name} {i}", i, "2026-01-01") for i in range(count)))


def has_namespaces():
    return subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode == 0


@unittest.skipUnless(os.environ.get("KEEPWELL_NAMESPACE"), "this machine lets nobody mount a small disk")
class DiskTest(CliTest):
    def setUp(self):
        super().setUp()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "none", self.folder], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", self.folder], check=False)
        self.wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient", self.network_file())
        self.wallet.ok("import", self.write("first.json", bundle(patient(), observation("Sodium", 1, "2026-01-01"))))
        self.large = self.write("large.json", records("Large", 4000))
        self.filler = self.folder / "filler"

    def fill(self, leave):
        free = shutil.disk_usage(self.folder).free
        with open(self.filler, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(free - leave, 1))

    def test_a_full_disk_is_said_and_nothing_is_lost(self):
        for leave in (0, 50_000, 200_000, 1_000_000):
            self.fill(leave)
            answer = self.wallet.ask("import", self.large)
            self.assertEqual(answer.status, 7, f"{leave}: {answer}")
            self.filler.unlink()
            self.assertEqual(len(self.wallet.records()), 2, leave)
            self.assertEqual(self.wallet.ok("verify")["problems"], [])
        self.assertEqual(self.wallet.ok("import", self.large)["added"], 4000)

    def test_a_share_that_found_no_room_is_not_half_there(self):
        doctor = Wallet(self, self.folder, "Dr Amara Okafor", "clinician", self.folder / "network.json")
        self.pair(self.wallet, doctor)
        self.wallet.ok("import", self.large)
        self.large.unlink()
        how = ["share", "new", "--to", doctor.name, "--all", "--purpose", "TREAT", "--reason", "r", "--days", "3"]
        for leave in (0, 100_000, 400_000):
            self.fill(leave)
            answer = self.wallet.ask(*how)
            self.filler.unlink()
            self.assertEqual(answer.status, 7, f"{leave}: {answer}")
            self.wallet.ok("sync")
            self.assertEqual(self.wallet.ok("share", "list"), [], leave)
        self.assertEqual(self.wallet.ok(*how)["records"], 4002)
        self.assertEqual(self.wallet.ok("verify")["problems"], [])

    def test_a_read_only_disk_is_said_and_nothing_is_lost(self):
        subprocess.run(["mount", "-o", "remount,ro", self.folder], check=True)
        for words in (["import", self.large], ["status"], ["sync"]):
            answer = self.wallet.ask(*words)
            self.assertEqual(answer.status, 7, f"{words}: {answer}")
            self.assertRegex(answer.json["error"]["detail"].lower(), "read.only")
        subprocess.run(["mount", "-o", "remount,rw", self.folder], check=True)
        self.assertEqual(len(self.wallet.records()), 2)


class ClockTest(CliTest):
    def setUp(self):
        super().setUp()
        if shutil.which("cc") is None:
            self.skipTest("no C compiler to turn the clock with")
        library = self.folder / "clock.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-o", library, self.write("clock.c", CLOCK), "-ldl"], check=True)
        self.library = library
        self.wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")
        self.file = self.write("in.json", bundle(patient()))

    def at(self, offset):
        return environment(LD_PRELOAD=str(self.library), CLOCK_OFFSET=str(offset))

    def test_a_clock_that_is_off_writes_nothing_and_says_both_times(self):
        for offset in (-HOURS // 6, -87_600 * HOURS, 87_600 * HOURS):
            answer = self.wallet.ask("import", self.file, env=self.at(offset))
            self.assertEqual((answer.status, self.wallet.records()), (10, []), f"{offset}: {answer}")
            self.assertEqual(len(set(re.findall(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", answer.json["error"]["detail"]))),
                             2, answer)
            status = self.wallet.ask("status", env=self.at(offset))
            self.assertEqual(status.json["ledger"]["state"], "clock", status)
        self.assertEqual(self.wallet.ok("import", self.file)["added"], 1)

    def test_a_person_may_say_that_the_clock_is_right(self):
        years = self.at(87_600 * HOURS)
        self.wallet.refused("conflict", "import", self.file, env=years)
        self.assertEqual(self.wallet.ok("--clock-is-right", "import", self.file, env=years)["added"], 1)
        self.assertEqual(self.wallet.ok("status", env=years)["ledger"]["state"], "connected")
        # What was written then stays the newest entry: now the clock is behind.
        self.wallet.refused("conflict", "--clock-is-right", "import", self.write("b.json", bundle(patient(given="B"))))

    def test_a_network_quiet_for_long_takes_a_new_wallet(self):
        new = ["--json", "--home", self.folder / "new", "--passphrase-file", self.wallet.passphrase, "init", "--name", "A",
               "--role", "patient", "--unlock-cost", "low"]
        years = self.at(87_600 * HOURS)
        self.assertEqual(harness.Answer(harness.run(*new, env=years)).status, 10)
        self.assertFalse((self.folder / "new").exists())
        self.assertEqual(harness.Answer(harness.run("--clock-is-right", *new, env=years)).status, 0)

    def test_ten_minutes_ahead_is_taken(self):
        self.assertEqual(self.wallet.ok("import", self.file, env=self.at(HOURS // 6))["added"], 1)


class InUseTest(CliTest):
    def test_a_wallet_in_use_is_said(self):
        wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")
        with open(wallet.home / "lock", "r+b") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            wallet.refused("conflict", "status")
            wallet.refused("conflict", "import", self.write("in.json", bundle(patient())))
        wallet.ok("status")


if __name__ == "__main__":
    if "KEEPWELL_NAMESPACE" not in os.environ and has_namespaces():
        os.environ["KEEPWELL_NAMESPACE"] = "1"
        os.execvp("unshare", [*NAMESPACE, sys.executable, "-B", *sys.argv])
    harness.main()
