#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""While a network is silent, a wallet queues at once and its pages answer."""
import json
import subprocess
import unittest

import binaries
from case import needs
from wallets import CLINICIAN, PairCase, harness


@unittest.skipUnless(binaries.program("KEEPWELL_QUEUE", "network_queue"), "network_queue is not built")
@needs(blocks=True, cli=True)
class QueueTest(PairCase):
    SHAPE = {"kubo": 2}

    def ask(self):
        done = subprocess.run([binaries.program("KEEPWELL_QUEUE", "network_queue"), self.patient.home,
                               harness.PASSPHRASE, CLINICIAN], capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr)
        row = json.loads(done.stdout)
        print({name: round(value, 1) if isinstance(value, float) else value for name, value in row.items()})
        return row

    def check(self):
        row = self.ask()
        # The sync that waited for the network had not ended when all of this was answered.
        self.assertTrue(row["still_syncing"])
        self.assertEqual(row["state"], "queued")
        self.assertGreaterEqual(row["woken"], 4)
        self.mend()
        self.patient.settle()
        made = self.new_grants()
        self.assertEqual(sorted(row["state"] for row in made), ["active", "active", "active", "revoked"])

    def test_stalled_lines(self):
        self.patient.lines.stall()
        self.patient.block_lines.stall()
        self.check()

    def test_stalled_peers(self):
        self.patient.lines.stall()
        self.check()


if __name__ == "__main__":
    unittest.main(verbosity=2)
