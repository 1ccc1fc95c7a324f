#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""2,000 random transactions through a real network, and through the contract over a map: the same results,
events and state. Both live at the same invented time; the peers' own check of times is widened for that."""
import os
import subprocess
import unittest

import binaries
from case import LONG, needs
from fabric_network import FabricNetwork
from services import eventually, environment
from lifecycle import query

STEPS = 20000 if LONG else 2000


@needs(equivalence=True)
@unittest.skipIf(binaries.shifted_clock() is None, "skipped: the library that moves a clock is not built")
class EquivalenceTest(unittest.TestCase):
    def test_a_real_network_decides_as_the_embedded_contract(self):
        seed = os.environ.get("KEEPWELL_SEED", "11")
        program = binaries.equivalence_program()
        identity = subprocess.run([program, "network", seed], capture_output=True, text=True, check=True).stdout.strip()
        with FabricNetwork(batch_timeout="10ms", time_window="100000h", network_id=identity, standing_clock=True) as net:
            for peer in net.all_peers():
                eventually("the contract answers", lambda: query(net.definition, peer, "Info"))
            done = subprocess.run([program, "compare", seed, str(STEPS), net.network_file(net.folder / "w.json", 0),
                                   net.clock_file], capture_output=True, text=True, env=environment(), check=False)
            self.assertEqual(done.returncode, 0, f"seed {seed}: {done.stderr}\n{net.logs()}")
            print(done.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
