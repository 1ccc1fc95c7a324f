#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The swarm of these tests: what one node has the other gets, and nobody else does."""
import json
import pathlib
import shutil
import tempfile
import unittest
import urllib.request

import binaries
import kubo_node


@unittest.skipIf(binaries.kubo_program() is None, "skipped: no Kubo binary")
class KuboNodeTest(unittest.TestCase):
    def swarm(self, count):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="keepwell-kubo-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        nodes = kubo_node.swarm(binaries.kubo_program(), folder, count)
        for node in nodes:
            self.addCleanup(node.service.stop)
            node.start()
        kubo_node.wait_connected(nodes)
        return nodes

    def put(self, node, data):
        body = b'--b\r\nContent-Disposition: form-data; name="data"; filename="d"\r\n\r\n' + data + b"\r\n--b--\r\n"
        request = urllib.request.Request(f"{node.api}/api/v0/block/put?cid-codec=raw&mhtype=sha2-256&pin=true", body,
                                         {"Content-Type": "multipart/form-data; boundary=b"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["Key"]

    def test_blocks_travel_from_node_to_node(self):
        first, second = self.swarm(2)
        cid = self.put(first, b"some block")
        self.assertEqual(second.ask("block/get", arg=cid), b"some block")
        first.collect_garbage()
        self.assertIn(cid, first.blocks(), "what is pinned stays")
        first.forget_everything()
        self.assertIsNone(first.ask("block/get", arg=cid, offline="true"))

    def test_another_swarm_gets_nothing(self):
        first, = self.swarm(1)
        stranger, = self.swarm(1)
        address = f"{first.swarm_address()}/p2p/{first.id}"
        self.assertIsNone(stranger.ask("swarm/connect", arg=address))
        self.assertEqual((first.peers(), stranger.peers()), (0, 0))


if __name__ == "__main__":
    unittest.main(verbosity=2)
