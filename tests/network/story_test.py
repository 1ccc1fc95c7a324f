#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The story of tests/cli/sharing_test.py, word for word, on Fabric and IPFS.

The patient is a member of the first organisation with node A, the clinician of the second with node B. Both know
the gateways of both organisations, so what happened is proven; one test knows one gateway only.
"""
import pathlib
import sys

import binaries
import case
from case import NetworkCase, needs

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

import harness  # noqa: E402
import sharing_test  # noqa: E402
from harness import Wallet  # noqa: E402

CLINICIANS = ("Dr Amara Okafor", "Larkmere Pharmacy", "A Stranger")


@needs(blocks=True, cli=True)
class StoryTest(sharing_test.SharingTest, NetworkCase):
    ASSURANCE = "organisation"
    SHAPE = {"kubo": 2}
    GATEWAYS = "both"

    def move_in(self):
        """Every test has wallets of its own: a copied wallet would be a second writer of the same keys."""
        self.make(self.folder)

    def network_of(self, name):
        org = 1 if name in CLINICIANS else 0
        return self.network.network_file(self.folder / f"network{org}.json", org, gateways=self.GATEWAYS)

    def compare_proof(self, out):
        """There is no ledger file to compare with; the wallets verify the ledger themselves."""
        for wallet in (self.eleanor, self.doctor):
            report = wallet.ok("verify")
            self.assertEqual((report["problems"], report["proven"]), ([], report["entries"]))

    def blocks(self):
        return []

    def lose_blocks(self):
        for node in self.network.nodes:
            node.forget_everything()

    def test_a_changed_block_ends_with_8(self):
        self.skipTest("a node checks what it stores itself: tests/network/blocks_test.py has a gateway that lies")

    def test_an_invite_is_for_one_network_and_one_use(self):
        self.skipTest("the other network of this test is an embedded one: said by tests/cli")

    def files_outside(self):
        """All that peers, orderers, contract servers and nodes wrote."""
        return [file for file in self.network.folder.rglob("*") if file.is_file() and "wallets" not in file.parts]


@needs(blocks=True, cli=True)
class OneGatewayTest(NetworkCase):
    """With the own organisation's gateway alone nothing can be proven, and that is said."""

    SHAPE = {"kubo": 2}

    def test_activity_is_reported(self):
        story = sharing_test.SharingTest()
        story.folder = self.folder
        patient = Wallet(self, self.folder, "Eleanor Marsh", "patient",
                         self.network.network_file(self.folder / "n0.json", 0, gateways="own"))
        doctor = Wallet(self, self.folder, "Dr Amara Okafor", "clinician",
                        self.network.network_file(self.folder / "n1.json", 1, gateways="own"))
        patient.ok("import", story.write("records.json", sharing_test.RECORDS), "--person", "me")
        story.pair(patient, doctor)
        grant = patient.ok("share", "new", "--to", doctor.name, "--all", "--purpose", "TREAT", "--reason", "r",
                           "--days", "3")["grant"]
        doctor.ok("inbox", "open", grant, "--reason", "r", "--out", self.folder / "opened")
        rows = [row for row in patient.ok("activity") if row["kind"] in ("shared", "opened")]
        self.assertEqual({row["kind"] for row in rows}, {"shared", "opened"})
        self.assertEqual({row["proof"] for row in rows}, {"reported"})
        report = patient.ok("verify")
        self.assertEqual((report["problems"], report["proven"]), ([], 0))

        # The other organisation is asked as well: what was reported is proven, without anything sent again.
        patient.ok("network", "set", self.network.network_file(self.folder / "n0.json", 0))
        patient.ok("sync")
        rows = [row for row in patient.ok("activity") if row["kind"] in ("shared", "opened")]
        self.assertEqual({row["proof"] for row in rows}, {"proven"})


if __name__ == "__main__":
    harness.PROGRAM = str(binaries.cli_program())
    case.main()
