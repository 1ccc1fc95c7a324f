#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An organisation is added to a running channel: its wallets take part, and those that were there follow."""
import json
import pathlib
import sys

import binaries
import case
from case import NetworkCase, needs
from services import eventually

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

import harness  # noqa: E402
from harness import Wallet, bundle, observation, patient  # noqa: E402


@needs(cli=True, config=True)
class OrganisationTest(NetworkCase):
    SHAPE = {"users": 2}

    def wallet(self, name, role, org, user=1):
        return Wallet(self, self.folder, name, role, self.file(org, user))

    def file(self, org, user=1):
        return self.network.network_file(self.folder / f"n{org}-{user}-{len(self.network.peers)}.json", org, user)

    def pair(self, first, second):
        maker = harness.CliTest()
        maker.folder = self.folder
        maker.pair(first, second)

    def share(self, giver, taker):
        return giver.ok("share", "new", "--to", taker.name, "--all", "--purpose", "TREAT", "--reason", "kidneys",
                        "--days", "3")["grant"]

    def opens(self, giver, taker, records=2):
        """A share of now is opened, and both are proven to the giver."""
        grant = self.share(giver, taker)
        self.assertEqual(taker.ok("inbox", "open", grant, "--reason", "r")["records"], records)
        rows = [row for row in giver.ok("activity") if row["grant"] == grant]
        self.assertEqual(sorted((row["kind"], row["proof"]) for row in rows),
                         [("opened", "proven"), ("shared", "proven")])
        return grant

    def source(self, *resources):
        file = self.folder / f"records{len(resources)}.json"
        file.write_text(json.dumps(bundle(*resources)))
        return file

    def test_it_takes_part_and_the_others_follow(self):
        eleanor, doctor = self.wallet("Eleanor Marsh", "patient", 0), self.wallet("Dr Amara Okafor", "clinician", 1)
        eleanor.ok("import", self.source(patient(), observation("Potassium", 4.4, "2026-11-12")), "--person", "me")
        self.pair(eleanor, doctor)
        before = self.opens(eleanor, doctor)
        id_before = eleanor.ok("network", "show")["id"]

        third = self.network.add_organisation()
        # Nobody told these two, and their network files name two organisations.
        self.assertEqual(doctor.ok("inbox", "open", before, "--reason", "r")["records"], 2)
        self.opens(eleanor, doctor)

        # The new one's members: a reader, and an owner whose custodian is the new organisation.
        nurse, ana = self.wallet("Nurse Lind", "clinician", third), self.wallet("Ana Reyes", "patient", third, 2)
        self.assertEqual(nurse.ok("network", "show")["id"], id_before)
        self.pair(eleanor, nurse)
        self.opens(eleanor, nurse)
        ana.ok("import", self.source(patient("Reyes", "Ana")), "--person", "me")
        self.pair(ana, doctor)
        stopped = self.opens(ana, doctor, records=1)
        ana.ok("share", "revoke", stopped)
        doctor.refused("denied", "inbox", "open", stopped, "--reason", "r")

        # Those that were there take its word where the second organisation is away: two of three are a majority.
        for wallet, org in ((eleanor, 0), (nurse, third)):
            wallet.ok("network", "set", self.file(org))
        self.network.peers[1][0].service.kill()
        try:
            grant = self.share(eleanor, nurse)
            eventually("two of three are a majority", lambda: eleanor.ask("sync").status == 0 and nurse.ask(
                "inbox", "open", grant, "--reason", "r").status == 0, seconds=60)
        finally:
            self.network.peers[1][0].start()
        for wallet in (eleanor, doctor, nurse, ana):
            eventually(f"{wallet.name} has sent all", lambda: wallet.ok("sync")["state"] == "done")
            report = wallet.ok("verify")
            self.assertEqual((report["problems"], report["proven"]), ([], report["entries"]))
            self.assertEqual(wallet.ok("status")["outbox"], 0)


if __name__ == "__main__":
    harness.PROGRAM = str(binaries.cli_program())
    case.main()
