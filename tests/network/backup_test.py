#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A peer's files are kept while it is stopped and put back later, as docs/operate-fabric.md tells an administrator."""
import shutil

import case
from case import needs
from services import eventually
from wallets import PairCase


class BackupCase(PairCase):
    def keep(self, peer):
        """An older copy of all that the peer holds."""
        kept = self.folder / "kept"
        peer.service.stop()
        shutil.copytree(peer.data, kept, symlinks=True)
        peer.start()
        return kept

    def put_back(self, peer, kept):
        """The peer begins anew with the older copy; how high the others are by then."""
        channel, other = self.network.channel, self.network.peers[1][0]
        peer.service.stop()
        shutil.rmtree(peer.data)
        shutil.copytree(kept, peer.data, symlinks=True)
        peer.start()
        return other.height(channel)

    def wait_caught_up(self, peer, height):
        eventually("it has caught up", lambda: peer.height(self.network.channel) >= height, 60)

    def shares(self, count):
        grants = [self.share() for _ in range(count)]
        self.patient.settle()
        return grants

    def open(self, grant):
        return self.doctor.ask("inbox", "open", grant, "--reason", "r")

    def assertOpens(self, grant):
        self.assertEqual(self.open(grant).json.get("records"), 21)

    def assertNoConflict(self):
        for wallet in (self.patient, self.doctor):
            wallet.ask("sync")
            self.assertNotEqual(wallet.ok("status")["ledger"]["state"], "conflict")
        self.assertNotIn("conflict", {row["proof"] for row in self.patient.ok("activity")})


@needs(cli=True)
class OnePeerTest(BackupCase):
    """The custodian has one peer: what it was given after the copy was made is gone with it."""

    SHAPE = {}

    def test_an_older_copy_is_put_back(self):
        peer = self.network.peers[0][0]
        opened, stopped = self.shares(2)
        kept = self.keep(peer)
        later, = self.shares(1)
        self.patient.ok("share", "revoke", stopped)
        height = self.put_back(peer, kept)
        self.assertNoConflict()  # whether or not it has caught up
        self.wait_caught_up(peer, height)
        self.assertNoConflict()

        self.assertOpens(opened)
        self.assertEqual(self.open(stopped).code, "denied")  # its value came back with the copy, and went again
        lost = self.open(later)
        self.assertNotEqual(lost.status, 0, lost)
        print(f"\na share whose value is lost: {lost.json['error']['detail']}")
        self.patient.ok("share", "update", later)
        self.patient.settle()
        self.assertOpens(later)
        self.assertWhole()


@needs(cli=True)
class TwoPeersTest(BackupCase):
    """The second peer gives the first what it has missed."""

    SHAPE = {"peers": 2}

    def test_nothing_is_lost(self):
        peer, second = self.network.peers[0]
        kept = self.keep(peer)
        later, = self.shares(1)
        self.wait_caught_up(peer, self.put_back(peer, kept))
        eventually("what it has missed came from the second",
                   lambda: "Reconciliation cycle finished successfully" in peer.service.log.read_text(), 60)

        # Alone the first takes in nothing private, as it was told; told otherwise it goes on, and has all itself.
        second.service.stop()
        self.addCleanup(second.start)
        waits = self.share()
        self.assertGreater(self.patient.ok("status")["outbox"], 0)
        peer.told_first = 0
        peer.write_settings()
        peer.service.restart().wait_for_port(peer.port)
        self.patient.settle()
        for grant in (later, waits):
            eventually("it opens", lambda: self.open(grant).status == 0, 60)
        self.assertNoConflict()


if __name__ == "__main__":
    case.main()
