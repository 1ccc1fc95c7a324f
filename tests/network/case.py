# SPDX-License-Identifier: Apache-2.0
"""What the tests of this folder share: skipping with the reason, a network for a class, logs where one fails."""
import argparse
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

import binaries
from fabric_network import ORDERERS, FabricNetwork

LONG = os.environ.get("KEEPWELL_LONG") == "1"


def main():
    """unittest.main() with the network that is asked for: `--orderers bft4 --mutual-tls [Class.test …]`."""
    parser = argparse.ArgumentParser(description="Another network than the tests' own.")
    parser.add_argument("--orderers", choices=ORDERERS)
    parser.add_argument("--mutual-tls", action="store_true", default=None)
    asked, tests = parser.parse_known_args()
    NetworkCase.ASKED = {name: value for name, value in vars(asked).items() if value is not None}
    unittest.main(argv=[sys.argv[0], *tests], verbosity=2)


def needs(*, contract=True, **programs):
    """Skips a class whose programs are not on this machine."""
    reason = binaries.missing(contract=contract, **programs)
    return unittest.skipIf(reason, reason)


class NetworkCase(unittest.TestCase):
    """A test with one network for all of its class, made with SHAPE, but where the command line asks otherwise."""

    SHAPE, ASKED = {}, {}
    network = None

    @classmethod
    def setUpClass(cls):
        cls.network = FabricNetwork(**{**cls.SHAPE, **cls.ASKED})
        cls.network.__enter__()
        cls.addClassCleanup(cls.network.__exit__, None, None, None)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="keepwell-network-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run(self, result=None):
        """As ever; after a failure the ends of all logs are printed."""
        before = len(result.failures) + len(result.errors) if result else 0
        super().run(result)
        if result and self.network and len(result.failures) + len(result.errors) > before:
            print(f"\n{self.id()} failed; the network said:\n{self.network.logs()}", flush=True)
