#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Orderers, peers and contract servers that fail before, while and after a share is made: it is made exactly once."""
import threading

import case
from case import needs
from wallets import PairCase


@needs(blocks=True, cli=True)
class FaultsTest(PairCase):
    def mend(self):
        super().mend()
        for one in self.network.orderers + self.network.all_peers() + self.network.contracts:
            one.service.resume()
            if not one.service.running:
                one.start()

    def leader(self):
        return self.network.leader()

    def own_peer(self):
        return self.network.peers[0][0]

    def other_peer(self):
        return self.network.peers[1][0]

    # ── before ────────────────────────────────────────────────────────────────────────────────────

    def test_leader_lost_before(self):
        self.leader().service.kill()
        self.share()
        self.assertOnce()

    def test_all_orderers_lost_before(self):
        for orderer in self.network.orderers:
            orderer.service.kill()
        self.share()
        self.assertEqual(self.patient.ok("status")["outbox"] > 0, True)
        self.assertOnce()

    def test_own_peer_lost_before(self):
        self.own_peer().service.kill()
        self.share()
        self.assertOnce()

    def test_other_peer_lost_before(self):
        self.other_peer().service.kill()
        self.share()
        self.assertOnce()

    def test_all_peers_lost_before(self):
        for peer in self.network.all_peers():
            peer.service.kill()
        self.share()
        self.assertOnce()

    def test_own_contract_lost_before(self):
        self.network.contracts[0].service.kill()
        self.share()
        self.assertOnce()

    def test_other_contract_lost_before(self):
        self.network.contracts[1].service.kill()
        self.share()
        self.assertOnce()

    # ── while ─────────────────────────────────────────────────────────────────────────────────────

    def lost_while(self, service, share=0.5):
        """`share` of the calls of a whole act have gone by when it is lost."""
        self.share_while(service.kill, max(1, int(self.pieces() * share)))
        self.assertOnce()

    def pieces(self):
        """How many pieces an undisturbed share takes; measured once."""
        cls = type(self)
        if not hasattr(cls, "_pieces"):
            self.patient.mend()
            self.share()
            cls._pieces = self.patient.lines.pieces
            self.before |= {row["grant"] for row in self.new_grants()}
            type(self).visits += 1
            self.reason = f"Visit {self.visits}"
            self.patient.mend()
        return cls._pieces

    def test_leader_lost_while(self):
        self.lost_while(self.leader().service)

    def test_own_peer_lost_while(self):
        self.lost_while(self.own_peer().service)

    def test_other_peer_lost_while(self):
        self.lost_while(self.other_peer().service, 0.3)

    def test_own_contract_lost_while(self):
        self.lost_while(self.network.contracts[0].service, 0.4)

    def test_other_contract_lost_while(self):
        self.lost_while(self.network.contracts[1].service, 0.6)

    def test_own_peer_restarts_while(self):
        peer = self.own_peer()
        self.share_while(lambda: threading.Thread(target=peer.service.restart).start(), self.pieces() // 2)
        self.assertOnce()

    def test_all_orderers_lost_while(self):
        self.share_while(lambda: [orderer.service.kill() for orderer in self.network.orderers], self.pieces() // 2)
        self.assertOnce()

    # ── after ─────────────────────────────────────────────────────────────────────────────────────

    def test_leader_lost_after(self):
        self.share()
        self.leader().service.kill()
        self.assertOnce()

    def test_own_peer_lost_after(self):
        self.share()
        self.own_peer().service.kill()
        self.assertOnce()

    def test_everything_restarts_after(self):
        self.share()
        for one in self.network.orderers + self.network.all_peers() + self.network.contracts:
            one.service.kill()
        self.assertOnce()

    # ── slow ──────────────────────────────────────────────────────────────────────────────────────

    def test_own_peer_stands_still(self):
        self.own_peer().service.pause()
        self.share()
        self.assertOnce()

    def test_a_contract_stands_still(self):
        self.network.contracts[0].service.pause()
        self.share()
        self.assertOnce()

    def test_a_slow_line(self):
        self.patient.lines.delay = 0.2
        self.share()
        self.assertOnce()


if __name__ == "__main__":
    case.main()
