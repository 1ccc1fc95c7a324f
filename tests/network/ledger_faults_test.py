#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""FabricLedger while a real network breaks under it: one key writes its entries one after the other, and in the end
the ledger holds each exactly once. What is broken is broken while entries are on their way."""
import subprocess
import threading
import time
import unittest

import binaries
from case import NetworkCase, needs
from lifecycle import query
from proxy import Lines
from services import environment, eventually

ENTRIES = 40


class Writer:
    """network_ledger anchors, as a child; `wait_for(n)` returns once it has committed n entries."""

    def __init__(self, network_file, mirror, count=ENTRIES):
        self.process = subprocess.Popen([binaries.ledger_program(), "anchors", network_file, mirror, mirror.name,
                                         str(count)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        env=environment())
        self.committed, self.waits, self._changed = 0, [], threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            with self._changed:
                if line.startswith("waits: "):
                    self.waits.append(line.strip())
                else:
                    self.committed = int(line)
                self._changed.notify_all()
        self.process.wait()
        with self._changed:
            self._changed.notify_all()

    def wait_for(self, count, seconds=120):
        with self._changed:
            self._changed.wait_for(lambda: self.committed >= count or self.process.poll() is not None, seconds)
            if self.committed < count:
                raise AssertionError(f"{self.committed} entries, waiting for {count}: {self.waits[-1:]}")

    def wait_until_it_waits(self, seconds=120):
        """Until it says so once more: what it said before may be of something else."""
        with self._changed:
            before = len(self.waits)
            self._changed.wait_for(lambda: len(self.waits) > before or self.process.poll() is not None, seconds)
            if len(self.waits) == before:
                raise AssertionError(f"nothing said after {self.committed} entries")

    def kill(self):
        self.process.kill()
        self._reader.join(10)
        self.process.stdout.close()
        self.process.stderr.close()

    def finish(self, case, seconds=300):
        status = self.process.wait(seconds)
        self._reader.join(10)
        said = self.process.stderr.read()
        self.kill()
        case.assertEqual(status, 0, f"{said} after {self.committed}; {self.waits[-3:]}")
        return self.waits


@needs()
@unittest.skipIf(binaries.ledger_program() is None, "skipped: network_ledger is not built")
class LedgerFaultsTest(NetworkCase):
    SHAPE = {"orderers": "raft3"}

    def setUp(self):
        super().setUp()
        for peer in self.network.all_peers():
            eventually("the contract answers", lambda: query(self.network.definition, peer, "Info"))
        self.lines = Lines()
        self.addCleanup(self.lines.close)
        self.through = {peer.port: self.lines.to(peer.port) for peer in self.network.all_peers()}

    def write(self, gateways="both"):
        file = self.network.network_file(self.folder / "network.json", 0, gateways=gateways, through=self.through)
        return Writer(file, self.folder / self.id().rsplit(".", 1)[-1])

    def broken(self, one, seconds=3.0):
        """Kills a service in the middle, and starts it again after a while."""
        writer = self.write()
        writer.wait_for(10)
        one.service.kill()
        time.sleep(seconds)
        one.start()
        return writer.finish(self)

    def test_leader_lost(self):
        self.broken(self.network.leader())

    def test_all_orderers_lost(self):
        writer = self.write()
        writer.wait_for(10)
        for orderer in self.network.orderers:
            orderer.service.kill()
        writer.wait_until_it_waits()  # a short absence is waited for without a word, however long that takes here
        for orderer in self.network.orderers:
            orderer.start()
        waits = writer.finish(self)
        self.assertTrue(any("ordering service" in wait or "took too long" in wait or "not said yet" in wait
                            for wait in waits), waits)

    def test_own_peer_lost(self):
        self.broken(self.network.peers[0][0])

    def test_other_peer_lost(self):
        peer = self.network.peers[1][0]
        writer = self.write()
        writer.wait_for(10)
        peer.service.kill()
        writer.wait_until_it_waits()  # a short absence is waited for without a word
        peer.start()
        waits = writer.finish(self)
        self.assertTrue(any("organisation" in wait or "peer" in wait for wait in waits), waits)

    def test_contract_lost(self):
        writer = self.write()
        writer.wait_for(10)
        self.network.contracts[0].service.kill()
        writer.wait_until_it_waits()
        self.network.contracts[0].start()
        waits = writer.finish(self)
        self.assertTrue(any("contract server" in wait for wait in waits), waits)

    def test_lines_cut_at_many_places(self):
        writer = self.write()
        for at in range(3, ENTRIES - 3, 3):
            writer.wait_for(at)
            self.lines.cut()
            time.sleep(0.2)
            self.lines.mend()
        writer.finish(self)

    def test_lines_stall(self):
        writer = self.write(gateways="own")
        writer.wait_for(10)
        self.lines.stall()
        time.sleep(6)
        self.lines.mend()
        writer.finish(self)

    def test_writer_killed_and_begun_again(self):
        for count in range(5, ENTRIES, 5):
            writer = self.write()
            writer.wait_for(count)
            writer.kill()
        self.write().finish(self)


if __name__ == "__main__":
    unittest.main(verbosity=2)
