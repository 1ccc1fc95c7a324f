# SPDX-License-Identifier: Apache-2.0
"""Two wallets on a real network behind lines that can be cut: a patient of the first organisation, and a clinician
of the second. Everything they do goes through keepwell-cli."""
import json
import pathlib
import re
import subprocess
import sys
import time

import binaries
from case import NetworkCase
from proxy import Lines
from services import end_with_the_test, eventually

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

import harness  # noqa: E402
from harness import bundle, observation, patient  # noqa: E402

PATIENT, CLINICIAN = "Eleanor Marsh", "Dr Amara Okafor"


class Wallet(harness.Wallet):
    """A wallet that only talks over its `lines`."""

    def __init__(self, test, network, folder, name, role, org, user):
        self.lines, self.clock = Lines(), 0
        through = {peer.port: self.lines.to(peer.port) for peer in network.all_peers()}
        self.block_lines = Lines()
        self.network_file = network.network_file(folder / f"{role}.json", org, user, through=through)
        self._send_blocks_over_lines()
        super().__init__(test, folder, name, role, self.network_file)

    def _send_blocks_over_lines(self):
        settings = json.loads(self.network_file.read_text())
        blocks = settings["blocks"]
        if blocks["kind"] == "ipfs":
            port = int(re.search(r":(\d+)", blocks["api"]).group(1))
            blocks["api"] = f"http://127.0.0.1:{self.block_lines.to(port)}"
        self.network_file.write_text(json.dumps(settings))

    def environment(self):
        if not self.clock:
            return harness.environment()
        return harness.environment(LD_PRELOAD=str(binaries.shifted_clock()),
                                   KEEPWELL_TEST_CLOCK_SHIFT=str(self.clock))

    def plain(self, *arguments, **how):
        return super().plain(*arguments, **{"env": self.environment(), **how})

    def start(self, *arguments):
        """The same, while it runs."""
        return subprocess.Popen([harness.PROGRAM, "--home", self.home, "--passphrase-file", self.passphrase, "--json",
                                 *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=self.environment(), preexec_fn=end_with_the_test)

    def mend(self):
        self.lines.mend()
        self.block_lines.mend()
        self.clock = 0

    def settle(self, seconds=60):
        """Syncs until nothing waits any more."""
        def settled():
            answer = self.ask("sync")
            return answer.status == 0 and self.ok("status")["outbox"] == 0
        eventually(f"the outbox of {self.name} is empty", settled, seconds, 0.5)


class PairCase(NetworkCase):
    """One pair of wallets for the class; each test is a fault, after which everything has happened exactly once."""

    SHAPE = {"orderers": "raft3", "kubo": 2}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        harness.PROGRAM = str(binaries.cli_program())
        homes = cls.network.folder / "wallets"
        homes.mkdir(exist_ok=True)
        maker = harness.CliTest()
        maker.folder = homes
        cls.patient = Wallet(maker, cls.network, homes, PATIENT, "patient", 0, 1)
        cls.doctor = Wallet(maker, cls.network, homes, CLINICIAN, "clinician", 1, 1)
        for wallet in (cls.patient, cls.doctor):
            cls.addClassCleanup(wallet.lines.close)
            cls.addClassCleanup(wallet.block_lines.close)
        source = maker.write("records.json", bundle(patient(), *(observation(f"Test {n}", n, "2026-11-12")
                                                                 for n in range(20))))
        cls.patient.ok("import", source, "--person", "me")
        maker.pair(cls.patient, cls.doctor)
        cls.visits = 0

    def setUp(self):
        super().setUp()
        self.patient.test = self.doctor.test = self
        self.patient.settle()
        self.before = {row["grant"] for row in self.patient.ok("share", "list")}
        type(self).visits += 1
        self.reason = f"Visit {self.visits}"
        self.addCleanup(self.mend)

    def mend(self):
        """Ends every fault of a test; its class may add to it."""
        self.patient.mend()
        self.doctor.mend()

    def share_words(self):
        return ("share", "new", "--to", CLINICIAN, "--all", "--purpose", "TREAT", "--reason", self.reason, "--days", "9")

    def share(self):
        """The share of this test; queued where the network does not let it through."""
        answer = self.patient.ok(*self.share_words())
        self.assertIn(answer["state"], ("queued", "active"))
        return answer["grant"]

    def share_while(self, fault, pieces):
        """The same, with `fault` when so many pieces went over the lines; whether the command ended well."""
        self.patient.lines.at_cut, self.patient.lines.cut_at = fault, self.patient.lines.pieces + pieces
        running = self.patient.start(*self.share_words())
        out, err = running.communicate(timeout=180)
        self.assertIn(running.returncode, (0, -9), err.decode())
        if running.returncode == 0:
            self.assertIn(json.loads(out)["state"], ("queued", "active"))
        return running.returncode == 0

    def new_grants(self):
        return [row for row in self.patient.ok("share", "list") if row["grant"] not in self.before]

    def assertOnce(self, promised=True):
        """The share was made once, is opened once, and is in the log like that; both wallets verify.

        `promised`: whether the command said that it will be; a killed one may have kept nothing, then nothing is there.
        """
        self.mend()
        self.patient.settle()
        rows = self.new_grants()
        if not promised and not rows:
            self.assertNotIn(self.reason, [row["reason"] for row in self.doctor.ok("inbox")])
            self.share()
            self.patient.settle()
            rows = self.new_grants()
        self.assertEqual([row["state"] for row in rows], ["active"])
        self.assertOpensOnce(rows[0]["grant"])
        self.assertWhole()

    def assertOpensOnce(self, grant):
        inbox = [row for row in self.doctor.ok("inbox") if row["reason"] == self.reason]
        self.assertEqual([row["grant"] for row in inbox], [grant])
        self.doctor.ok("inbox", "open", grant, "--reason", "r", "--out", self.folder / f"opened{time.time_ns()}")
        rows = self.activity(grant)
        self.assertEqual(sorted(row["kind"] for row in rows), ["opened", "shared"], rows)

    def activity(self, grant):
        return [row for row in self.patient.ok("activity") if row["grant"] == grant]

    def assertWhole(self):
        for wallet in (self.patient, self.doctor):
            self.assertEqual(wallet.ok("verify")["problems"], [])
            self.assertEqual(wallet.ok("status")["outbox"], 0)
