#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Wallets that read only what concerns them ("catch_up": "light"), through keepwell-cli on a real network: a share from its
making to its end, proven by two organisations; the wallet restored from its words, its file lost,
an organisation that hangs; and on a channel that others filled."""
import json
import pathlib
import subprocess
import sys
import time
import unittest

import binaries
from case import LONG, NetworkCase, needs
from proxy import Lines

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

import harness  # noqa: E402
from harness import Wallet, bundle, observation, patient  # noqa: E402

PATIENT, DOCTOR = "Eleanor Marsh", "Dr Amara Okafor"
OTHERS = 20_000 if LONG else 300


@needs(cli=True)
class LightTest(NetworkCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        harness.PROGRAM = str(binaries.cli_program())

    def file(self, org, name, way="light", **how):
        file = self.network.network_file(self.folder / name, org, **how)
        settings = json.loads(file.read_text())
        settings["ledger"]["catch_up"] = way
        file.write_text(json.dumps(settings))
        return file

    def pair(self, way="light"):
        """A light patient, and a doctor who reads as `way` says."""
        maker = harness.CliTest()
        maker.folder = self.folder
        eleanor = Wallet(self, self.folder, PATIENT, "patient", self.file(0, "n0.json"))
        doctor = Wallet(self, self.folder, DOCTOR, "clinician", self.file(1, "n1.json", way))
        source = maker.write("records.json", bundle(patient(), observation("Glucose", 5, "2026-11-12")))
        eleanor.ok("import", source, "--person", "me")
        maker.pair(eleanor, doctor)
        return eleanor, doctor

    def share(self, eleanor, reason):
        return eleanor.ok("share", "new", "--to", DOCTOR, "--all", "--purpose", "TREAT", "--reason", reason,
                          "--days", "9")["grant"]

    def open(self, doctor, grant):
        return doctor.ask("inbox", "open", grant, "--reason", "r", "--out", self.folder / f"opened{time.time_ns()}")

    def lines(self, wallet, grant):
        return sorted((row["kind"], row["proof"]) for row in wallet.ok("activity") if row["grant"] == grant)

    def assertSound(self, *wallets):
        for wallet in wallets:
            report = wallet.ok("verify")
            self.assertEqual((report["problems"], report["proven"]), ([], report["entries"]))
            self.assertEqual(wallet.ok("status")["outbox"], 0)

    def test_a_share_is_proven_and_ends(self):
        for way in ("light", "whole"):
            with self.subTest(doctor=way):
                self.folder = self.folder / way
                self.folder.mkdir()
                eleanor, doctor = self.pair(way)
                grant = self.share(eleanor, "Annual review")
                doctor.ok("sync")
                self.assertIn(grant, [row["grant"] for row in doctor.ok("inbox")])
                self.assertEqual(self.open(doctor, grant).status, 0)
                eleanor.ok("sync")
                self.assertEqual(self.lines(eleanor, grant), [("opened", "proven"), ("shared", "proven")])
                eleanor.ok("share", "revoke", grant)
                self.assertNotEqual(self.open(doctor, grant).status, 0)
                eleanor.ok("sync")
                self.assertEqual(self.lines(eleanor, grant), [("opened", "proven"), ("refused", "proven"),
                                                              ("revoked", "proven"), ("shared", "proven")])
                self.assertSound(eleanor, doctor)

    def test_with_one_gateway_it_is_reported(self):
        alone = Wallet(self, self.folder, "Alone", "patient", self.file(0, "own.json", gateways="own"))
        alone.ok("sync")
        report = alone.ok("verify")
        self.assertEqual((report["problems"], report["proven"]), ([], 0))
        self.assertGreater(report["entries"], 0)
        alone.ok("network", "set", self.file(0, "both.json"))
        alone.ok("sync")
        self.assertSound(alone)

    def test_it_keeps_the_way_it_began(self):
        wallet = Wallet(self, self.folder, "Steady", "patient", self.file(0, "n.json"))
        self.assertNotEqual(wallet.ask("network", "set", self.file(0, "whole.json", "whole")).status, 0)
        wallet.ok("sync")

    def test_a_lost_file_is_read_anew(self):
        eleanor, doctor = self.pair()
        grant = self.share(eleanor, "Lost")
        doctor.ok("sync")
        self.assertEqual(self.open(doctor, grant).status, 0)
        eleanor.ok("sync")
        before = eleanor.ok("activity")
        for file in pathlib.Path(eleanor.home).glob("channel.db*"):
            file.unlink()
        eleanor.ok("sync")
        self.assertEqual(eleanor.ok("activity"), before)
        self.assertSound(eleanor)

    def test_restored_from_its_words(self):
        eleanor, doctor = self.pair()
        grant = self.share(eleanor, "Lost and found")
        doctor.ok("sync")
        self.assertEqual(self.open(doctor, grant).status, 0)
        eleanor.ok("sync")
        before = self.lines(eleanor, grant)
        again = Wallet(self, self.folder, "Again")
        again.passphrase.write_text("another passphrase\n")
        again.passphrase.chmod(0o600)
        again.ok("restore", "--phrase-file", eleanor.phrase, "--name", PATIENT, "--role", "patient", "--network",
                 self.file(0, "restore.json"), "--unlock-cost", "low")
        again.ok("sync")
        self.assertEqual(self.lines(again, grant), before)
        again.ok("share", "revoke", grant)
        self.assertNotEqual(self.open(doctor, grant).status, 0)
        self.assertSound(again)

    def test_an_organisation_that_hangs(self):
        eleanor, doctor = self.pair()
        grant = self.share(eleanor, "One of two")
        doctor.ok("sync")
        eleanor.ok("sync")
        self.assertEqual(self.open(doctor, grant).status, 0)
        hanging = [peer for peer in self.network.all_peers() if peer.org != self.network.all_peers()[0].org]
        for peer in hanging:
            peer.service.pause()
            self.addCleanup(peer.service.resume)
        eleanor.ok("sync")
        self.assertEqual(self.lines(eleanor, grant), [("opened", "reported"), ("shared", "proven")])
        for peer in hanging:
            peer.service.resume()
        eleanor.ok("sync")
        self.assertEqual(self.lines(eleanor, grant), [("opened", "proven"), ("shared", "proven")])
        self.assertSound(eleanor)

    def test_on_a_channel_that_others_filled(self):
        eleanor, doctor = self.pair()
        grant = self.share(eleanor, "Among many")
        doctor.ok("sync")
        self.assertEqual(self.open(doctor, grant).status, 0)
        few = self.catches_up(eleanor)
        self.fill(eleanor, OTHERS)
        many = self.catches_up(eleanor)
        print(f"catching up with nothing here: {few} before, {many} after {OTHERS} entries of others")
        # Two blocks more or less: which of them the newest one is, and others' entries in the same block.
        self.assertLess(many["read"], few["read"] + 64 * 1024)
        self.assertEqual(self.lines(eleanor, grant), [("opened", "proven"), ("shared", "proven")])
        self.assertSound(eleanor)

    def fill(self, wallet, count):
        """Entries of other keys, many in flight."""
        bench = pathlib.Path(binaries.cli_program()).parents[2] / "tests/bench/bench_fabric"
        if not bench.is_file():
            self.skipTest("skipped: bench_fabric is not built")
        identity = wallet.ok("status")["network"]["id"]
        made = subprocess.run([bench, "make", identity, str(count)], capture_output=True, text=True,
                              check=True).stdout
        file = self.network.network_file(self.folder / "filler.json", 0)
        done = subprocess.run([bench, "submit", file, "64"], input=made, capture_output=True, text=True, check=True)
        self.assertEqual(int(float(done.stdout.split()[2])), count, done.stderr)

    def catches_up(self, wallet):
        """Without its file: seconds of one sync, and the bytes that came from both gateways."""
        for file in pathlib.Path(wallet.home).glob("channel.db*"):
            file.unlink()
        lines = Lines()
        self.addCleanup(lines.close)
        through = {peer.port: lines.to(peer.port) for peer in self.network.all_peers()}
        wallet.ok("network", "set", self.file(0, f"through{time.time_ns()}.json", through=through))
        for file in pathlib.Path(wallet.home).glob("channel.db*"):
            file.unlink()
        before, start = lines.bytes, time.monotonic()
        wallet.ok("sync")
        return {"read": lines.bytes - before, "seconds": round(time.monotonic() - start, 2)}


if __name__ == "__main__":
    unittest.main(verbosity=2)
