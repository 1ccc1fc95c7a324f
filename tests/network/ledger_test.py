#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""FabricLedger by itself: the ledger's part of a share, by two members of two organisations over a real network."""
import subprocess
import unittest

import binaries
from case import NetworkCase, needs
from services import environment, eventually
from lifecycle import query


@needs()
@unittest.skipIf(binaries.ledger_program() is None, "skipped: network_ledger is not built")
class LedgerTest(NetworkCase):
    def test_a_share_from_its_grant_to_after_its_end(self):
        for peer in self.network.all_peers():
            eventually("the contract answers", lambda: query(self.network.definition, peer, "Info"))
        files = [self.network.network_file(self.folder / f"{org}.json", org) for org in (0, 1)]
        done = subprocess.run([binaries.ledger_program(), "story", *files, self.folder], capture_output=True, text=True,
                              env=environment(), timeout=300, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)


class BftLedgerTest(LedgerTest):
    SHAPE = {"orderers": "bft4"}


class MutualTlsLedgerTest(LedgerTest):
    SHAPE = {"mutual_tls": True}


class Ed25519LedgerTest(LedgerTest):
    SHAPE = {"user_keys": "ed25519"}


if __name__ == "__main__":
    unittest.main(verbosity=2)
