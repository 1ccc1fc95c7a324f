#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Joining a network with an organisation's connection file and a code, and moving a wallet there."""
import json
import unittest

import binaries
from case import needs
from joining import JoiningCase

import harness  # its folder is known by now
from harness import Wallet, bundle, observation, patient


@needs(ca=True, cli=True)
class JoiningTest(JoiningCase):
    def test_a_wallet_moves_with_its_records(self):
        eleanor = Wallet(self, self.folder, "Eleanor Marsh", "patient", self.local)
        doctor = Wallet(self, self.folder, "Dr Amara Okafor", "clinician", self.local)
        self.pair(eleanor, doctor)
        eleanor.ok("import", self.write("records.json", bundle(patient(), observation("Potassium", 4.4, "2026-11-12"))),
                   "--person", "me")
        old = self.opens(eleanor, doctor, 2)
        before = eleanor.ok("network", "show")["id"]
        lines = eleanor.ok("activity")

        # It is said before it happens, and then nothing has happened.
        code = self.code(0, "kw-7f3a9c")
        said = eleanor.refused("usage", "network", "join", self.connection(0), "--code-file", code)
        for words in ("Larkmere Health Network", "2 records", "1 share of yours", "1 contact", "--yes"):
            self.assertIn(words, said.json["error"]["detail"])
        self.assertEqual(eleanor.ok("network", "show")["id"], before)
        self.assertEqual([row["state"] for row in eleanor.ok("share", "list")], ["active"])

        joined = eleanor.ok("network", "join", self.connection(0), "--code-file", code, "--yes")
        self.assertNotEqual(joined["id"], before)
        self.assertEqual(joined["ledger"]["kind"], "fabric")
        status = eleanor.ok("status")
        self.assertEqual((status["ledger"]["kind"], status["ledger"]["state"]), ("fabric", "connected"))
        self.assertEqual((status["records"], status["contacts"], status["outbox"]), (2, 0, 0))
        self.assertRegex(status["ledger"]["certificate_ends"], r"^\d{4}-\d\d-\d\dT")

        # What stays: records, anchored anew, and every line of before. What ends: the share.
        report = eleanor.ok("verify")
        self.assertEqual((report["problems"], report["records"], report["anchored"]), ([], 2, 2))
        self.assertEqual(eleanor.ok("share", "list"), [])
        rows = eleanor.ok("activity")
        self.assertIn("moved", [row["kind"] for row in rows])
        kept = [row for row in rows if row["what"].endswith("(old network)")]
        self.assertGreaterEqual({row["tx"] for row in kept}, {row["tx"] for row in lines if row["tx"]})
        self.assertEqual({row["proof"] for row in kept}, {"local"})
        doctor.refused("denied", "inbox", "open", old, "--reason", "r")

        # The doctor comes too, with a code of the other organisation; they meet again and share.
        doctor.ok("network", "join", self.connection(1), "--code-file", self.code(1, "kw-51d0aa"), "--yes")
        self.pair(eleanor, doctor)
        # Another channel that only has the same names would end all this, and that is asked first.
        code = self.code(1, "kw-elsewhere")
        said = doctor.refused("usage", "network", "join", self.connection(1, genesis="5d" * 32), "--code-file", code)
        self.assertIn("1 contact", said.json["error"]["detail"])
        self.opens(eleanor, doctor, 2)
        rows = [row for row in eleanor.ok("activity") if row["kind"] in ("shared", "opened")][:2]
        self.assertEqual({row["proof"] for row in rows}, {"proven"})

        # The words find the wallet again on its new network.
        again = Wallet(self, self.folder, "Eleanor again", None)
        again.passphrase = eleanor.passphrase
        report = again.ok("restore", "--phrase-file", eleanor.phrase, "--name", "Eleanor Marsh", "--role", "patient",
                          "--network", self.network.network_file(self.folder / "restore.json", 0,
                                                                 blocks=joined["blocks"]),
                          "--unlock-cost", "low")
        self.assertEqual((report["shares"], report["contacts"]), (1, 1))
        for home in (eleanor.home, doctor.home, again.home):
            for file in home.rglob("*"):
                self.assertNotIn(b"PRIVATE KEY", file.read_bytes() if file.is_file() else b"", file)

    def test_a_new_wallet_joins_without_a_question(self):
        wallet = Wallet(self, self.folder, "Ana Reyes", "patient", self.local)
        joined = wallet.ok("network", "join", self.connection(0), "--code-file", self.code(0, "kw-c0ffee"))
        self.assertEqual(joined["name"], "Larkmere Health Network")
        self.assertEqual(wallet.ok("status")["ledger"]["state"], "connected")
        # A second code is a second certificate, for the same wallet on the same network.
        again = wallet.ok("network", "join", self.connection(0), "--code-file", self.code(0, "kw-c0ffef"))
        self.assertEqual(again["id"], joined["id"])
        self.assertEqual(wallet.ok("sync")["state"], "done")

    def test_a_wrong_code_changes_nothing(self):
        wallet = Wallet(self, self.folder, "Ben Ito", "patient", self.local)
        before = wallet.ok("network", "show")
        self.network.authorities[0].register("kw-wrong", "the right secret")
        wrong = self.code(0, "kw-wrong", "the wrong secret", register=False)
        said = wallet.refused("denied", "network", "join", self.connection(0), "--code-file", wrong)
        self.assertNotIn("the wrong secret", str(said.json))
        self.assertEqual(wallet.ok("network", "show"), before)
        self.assertEqual(wallet.ok("verify")["problems"], [])

    def test_a_code_is_not_lost_when_the_peer_is_away(self):
        wallet = Wallet(self, self.folder, "Cem Aydin", "patient", self.local)
        code = self.code(0, "kw-once")
        good = json.loads(self.connection(0).read_text())["ledger"]["gateways"]
        away = [{**place, "endpoint": "127.0.0.1:9"} for place in good]
        wallet.refused("unavailable", "network", "join", self.connection(0, gateways=away), "--code-file", code)
        self.assertEqual(wallet.ok("status")["ledger"]["kind"], "embedded")
        # The authority gives each code one certificate only; the wallet has it.
        wallet.ok("network", "join", self.connection(0), "--code-file", code)

    def test_words_that_the_network_does_not_know_leave_nothing(self):
        elsewhere = Wallet(self, self.folder, "Eve Lund", "patient", self.local)
        again = Wallet(self, self.folder, "Eve again", None)
        again.passphrase = elsewhere.passphrase
        again.refused("wrong_key", "restore", "--phrase-file", elsewhere.phrase, "--name", "Eve Lund", "--role", "patient",
                      "--network", self.network.network_file(self.folder / "restore.json", 0), "--unlock-cost", "low")
        self.assertFalse(again.home.exists())

    def test_another_authority_is_not_told_the_code(self):
        wallet = Wallet(self, self.folder, "Dana Wu", "patient", self.local)
        other = self.network.organisations[1].tls_ca.read_text()
        enrolment = {"url": self.network.authorities[0].url, "tls_ca": other}
        wallet.refused("unavailable", "network", "join", self.connection(0, enrolment=enrolment), "--code-file",
                       self.code(0, "kw-pinned"))


if __name__ == "__main__":
    harness.PROGRAM = str(binaries.cli_program())
    unittest.main(verbosity=2)
