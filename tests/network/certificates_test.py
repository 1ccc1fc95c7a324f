#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A member's certificate in its life: renewed before it ends, and taken back by the authority."""
import binaries
import case
import configuration
from case import needs
from joining import JoiningCase
from services import eventually

import harness  # its folder is known by now
from harness import Wallet, bundle, observation, patient

DUE = "2m"  # with the five minutes that a CA dates it back: the last third, in which it is renewed, begins at once


@needs(ca=True, cli=True, config=True)
class CertificatesTest(JoiningCase):
    def member(self, name, role, org, code):
        """A new wallet that has joined with a code, and the name of its certificate."""
        wallet = Wallet(self, self.folder, name, role, self.local)
        wallet.ok("network", "join", self.connection(org), "--code-file", self.code(org, code), "--yes")
        return wallet

    def ends(self, wallet):
        return wallet.ok("status")["ledger"]["certificate_ends"]

    def couple(self, number):
        """A patient of the first organisation and a clinician of the second who know each other."""
        eleanor = self.member("Eleanor Marsh", "patient", 0, f"kw-eleanor{number}")
        doctor = self.member("Dr Amara Okafor", "clinician", 1, f"kw-doctor{number}")
        self.pair(eleanor, doctor)
        eleanor.ok("import", self.write("records.json", bundle(patient(), observation("Potassium", 4.4, "2026-11-12"))),
                   "--person", "me")
        return eleanor, doctor

    def test_it_is_renewed_before_it_ends(self):
        authority = self.network.authorities[0]
        authority.give_for(DUE)
        self.addCleanup(authority.give_for, "8760h")
        eleanor, doctor = self.couple(1)
        eventually("it is renewed", lambda: eleanor.ok("sync") and authority.given("kw-eleanor1") > 1, 60)
        self.opens(eleanor, doctor, 2)

        # While the authority is away the old one is good, and nothing else suffers.
        authority.service.stop()
        ends = self.ends(eleanor)
        self.assertEqual(eleanor.ok("sync")["state"], "done")
        self.opens(eleanor, doctor, 2)
        self.assertEqual(self.ends(eleanor), ends)

        authority.give_for("8760h")
        eventually("it is good for a year", lambda: eleanor.ok("sync") and self.ends(eleanor)[:4] > ends[:4], 90)
        given = authority.given("kw-eleanor1")
        self.opens(eleanor, doctor, 2)
        eleanor.ok("sync")
        self.assertEqual(authority.given("kw-eleanor1"), given)  # not renewed at every sync
        self.assertEqual(eleanor.ok("verify")["problems"], [])
        for file in eleanor.home.rglob("*"):
            self.assertNotIn(b"PRIVATE KEY", file.read_bytes() if file.is_file() else b"", file)

    def test_a_revoked_member_is_refused_and_the_others_go_on(self):
        eleanor, doctor = self.couple(2)
        ben = self.member("Ben Ito", "patient", 0, "kw-ben2")
        self.pair(ben, doctor)
        ben.ok("import", self.write("ben.json", bundle(patient("Ito", "Ben"))), "--person", "me")
        before = self.opens(eleanor, doctor, 2)
        lines = len(eleanor.ok("activity"))

        configuration.revoke(self.network, self.network.peers[0][0],
                             self.network.authorities[0].revoke("kw-eleanor2"))

        def refused():
            answer = eleanor.ask("sync")
            return answer.status != 0 and answer
        answer = eventually("the peers have taken it in", refused)
        self.assertEqual(answer.code, "denied", answer)
        self.assertIn("wallet's certificate", answer.json["error"]["detail"])
        # What she had she has, and what she does now waits and says so.
        self.assertEqual(len(eleanor.ok("activity")), lines)
        share = eleanor.ask("share", "new", "--to", doctor.name, "--all", "--purpose", "TREAT", "--reason", "later",
                            "--days", "3")
        self.assertEqual((share.status, share.json.get("state")), (0, "queued"), share)
        self.assertGreater(eleanor.ok("status")["outbox"], 0)

        # The others go on, with her old entries too: the contract goes by the wallets' own signatures.
        self.opens(ben, doctor, 1)
        self.assertEqual(doctor.ok("inbox", "open", before, "--reason", "r")["records"], 2)
        for wallet in (ben, doctor):
            report = wallet.ok("verify")
            self.assertEqual((report["problems"], report["proven"]), ([], report["entries"]))

        # A code of a new name lets her in again, and what waited is sent.
        eleanor.ok("network", "join", self.connection(0), "--code-file", self.code(0, "kw-eleanor2b"), "--yes")
        eventually("what waited is sent", lambda: eleanor.ask("sync").status == 0
                   and eleanor.ok("status")["outbox"] == 0)
        self.assertEqual(doctor.ok("inbox", "open", share.json["grant"], "--reason", "r")["records"], 2)


if __name__ == "__main__":
    harness.PROGRAM = str(binaries.cli_program())
    case.main()
