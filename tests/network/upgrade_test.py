#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What docs/operate-fabric.md tells an administrator to do with the contract, done on a real network."""
import unittest

import binaries
import lifecycle
from case import NetworkCase, needs
from services import Broken, eventually


@needs()
class UpgradeTest(NetworkCase):
    def answers(self, number):
        net = self.network
        return lifecycle.query(net.definition, net.peers[number][0], "Info").stdout

    def move(self, number):
        """Organisation `number`'s contract server moves to another port."""
        net = self.network
        old, org = net.contracts[number], net.organisations[number]
        new = lifecycle.Contract(net.folder, org, net, binaries.contract_program())
        net.keep(new.service)
        new.start()
        net.contracts[number] = new
        for peer in net.peers[number]:
            lifecycle.install(new.package, peer)
        return old, new

    def test_a_server_is_restarted_without_a_word_to_anybody(self):
        before = self.answers(0)
        self.network.contracts[0].service.kill()
        with self.assertRaises(Broken):
            self.answers(0)
        self.network.contracts[0].start()
        self.assertEqual(eventually("it answers again", lambda: self.answers(0)), before)

    def test_a_server_moves_within_one_sequence(self):
        net = self.network
        before = self.answers(1)
        old, new = self.move(1)
        lifecycle.approve(net.definition, net.orderers[0], net.peers[1][0], new.package)
        old.service.stop()
        self.assertEqual(eventually("the new one answers", lambda: self.answers(1)), before)

    def test_a_new_version_is_committed(self):
        net = self.network
        before = [self.answers(number) for number in (0, 1)]
        moved = [self.move(number) for number in (0, 1)]
        net.definition.version, net.definition.sequence = "2", net.definition.sequence + 1
        for number, (_, new) in enumerate(moved):
            lifecycle.approve(net.definition, net.orderers[0], net.peers[number][0], new.package)
        lifecycle.commit(net.definition, net.orderers[0], [own[0] for own in net.peers])
        for own in net.peers:
            lifecycle.wait_committed(net.definition, own[0])
        for number, (old, _) in enumerate(moved):
            old.service.stop()
            self.assertEqual(eventually("version 2 answers", lambda: self.answers(number)), before[number])


if __name__ == "__main__":
    unittest.main(verbosity=2)
