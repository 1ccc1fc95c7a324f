#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The mirror of a real channel: every block, signature and entry of real orderers and peers, raft and SmartBFT."""
import json
import os
import pathlib
import subprocess
import sys
import time
import unittest

import binaries
import protocol
from case import NetworkCase, needs
from probe import Probe, Refused
from protocol import ANCHOR, GRANT, NONE, POINTER, REQUEST, REVOKE, Signer
from services import environment, eventually, run

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "vectors" / "fabric"))
import wire  # noqa: E402

E_EPOCH, E_REVOKED = 18, 17


class Verification:
    """The test, for each way of ordering."""

    ENTRIES = 8

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        net = cls.network
        folder = net.folder / "wallets"
        folder.mkdir(exist_ok=True)
        cls.files = [net.network_file(folder / f"{n}.json", n) for n in (0, 1)]
        cls.alone = net.network_file(folder / "alone.json", 0, gateways="own")
        custodian = net.organisations[0].msp_id
        cls.members = [Probe(binaries.probe_program(), file, custodian) for file in cls.files]
        for member in cls.members:
            cls.addClassCleanup(member.close)
        cls.network_id = eventually("the contract answers", lambda: cls._info())[2]

    @classmethod
    def _info(cls):
        try:
            return [member.info() for member in cls.members][0]
        except Refused:
            return None

    def mirror(self, file, name, genesis=None, lie=None):
        probe = binaries.program("KEEPWELL_MIRROR_PROBE", "mirror_probe")
        words = [probe, file, self.folder / name] + ([genesis] if genesis else [])
        done = subprocess.run(words, capture_output=True, text=True, timeout=120,
                              env=environment(**({"KEEPWELL_LIE": lie} if lie else {})))
        self.assertEqual(done.stderr, "")
        return json.loads(done.stdout)

    def story(self):
        """Entries by members of both organisations; one is refused, one loses a race."""
        owner, grantee = Signer(self.network_id), Signer(self.network_id)
        gid, now = os.urandom(32), int(time.time())
        body = [gid, grantee.public, *(os.urandom(32) for _ in range(3)), 0, now - 60, now + 3600, 0,
                self.members[0].custodian]
        acts = [(0, owner, GRANT, body), (1, grantee, REQUEST, [gid, 1, os.urandom(32), NONE]),
                (1, grantee, REQUEST, [gid, 2, os.urandom(32), NONE]), (0, owner, ANCHOR, [os.urandom(32)]),
                (1, grantee, POINTER, [os.urandom(32), 0]), (0, owner, REVOKE, [[gid], 0]),
                (1, grantee, REQUEST, [gid, 1, os.urandom(32), NONE]), (0, owner, ANCHOR, [os.urandom(32)])]
        return [(tx.hex(), code) for who, signer, kind, words in acts
                for tx, code in [self.members[who].enter(signer, kind, words)]]

    def change_configuration(self):
        """A block that brings a new configuration, by the orderers' administrator."""
        net, changed = self.network, wire.mapping(3, {"BatchTimeout": wire.msg((1, 1), (2, wire.msg((1, "40ms"))), (3, "Admins"))})
        update = wire.msg((1, net.channel), (2, wire.group({"Orderer": b""})), (3, wire.mapping(2, {"Orderer": changed})))
        header = wire.msg((1, 2), (4, net.channel))  # CONFIG_UPDATE; the program signs it
        file = self.folder / "update"
        file.write_bytes(wire.msg((1, wire.msg((1, wire.msg((1, header))), (2, wire.msg((1, update)))))))
        peer, before = net.peers[0][0], net.peers[0][0].height(net.channel)
        run("peer channel update", [peer.programs / "peer", "channel", "update", "-f", file, "-c", net.channel, "-o",
                                    net.orderers[0].address, "--tls", "--cafile", net.orderer_org.tls_ca],
            FABRIC_CFG_PATH=str(peer.folder), CORE_PEER_ADDRESS=peer.address, FABRIC_LOGGING_SPEC="warn",
            CORE_PEER_MSPCONFIGPATH=str(net.orderer_org.admin.msp), CORE_PEER_LOCALMSPID=net.orderer_org.msp_id)
        eventually("the new configuration is in force", lambda: peer.height(net.channel) > before)

    def test_the_whole_chain_is_proven(self):
        first = self.story()
        self.change_configuration()
        entered = first + self.story()
        self.assertEqual([code for _, code in entered], [0, 0, E_EPOCH, 0, 0, 0, E_REVOKED, 0] * 2)
        told = [eventually("both peers have all", lambda n=n: self._all(n)) for n in (0, 1)]
        for one in told:
            self.assertEqual([(e["id"], e["outcome"]) for e in one["entries"]][-len(entered):], entered)
            self.assertEqual(one["proven"], one["size"])
            self.assertIsNone(one["conflict_from"])
            self.assertEqual(one["problems"], [])
            self.assertEqual(one["network"], self.network_id.hex())
        self.assertEqual(told[0]["root"], told[1]["root"])
        self.assertEqual(told[0]["genesis"], told[1]["genesis"])
        # From its file again: nothing is new, and nothing of it is doubted.
        again = self.mirror(self.files[0], "0.db", told[0]["genesis"])
        self.assertEqual((again["root"], again["blocks"], again["bytes"]), (told[0]["root"], 0, 0))
        # With one organisation alone the same is only reported.
        alone = self.mirror(self.alone, "alone.db", told[0]["genesis"])
        self.assertEqual((alone["root"], alone["proven"]), (told[0]["root"], 1))

    def _all(self, n, least=2 * ENTRIES):
        told = self.mirror(self.files[n], f"{n}.db")
        return told if told.get("size", 0) > least and told["proven"] == told["size"] else None

    def test_a_peer_that_lies_is_in_conflict(self):
        self.story()
        good = eventually("both peers have all", lambda: self._all(0, self.ENTRIES))
        newest = good["next_block"] - 1
        for number, lie in enumerate(("drop", "invent", "reorder")):  # what orderers have signed
            told = self.mirror(self.files[0], f"lie{number}.db", lie=f"{lie}@{newest - 1}")
            self.assertIn("the gateway of Org1MSP", told["conflicts"][0], lie)
            self.assertEqual(told["conflict_from"], good["size"] - 2, lie)
            self.assertEqual((told["size"], told["root"]), (good["size"], good["root"]), lie)  # by the other one
        for number, lie in enumerate(("validity", "commit")):  # what each peer says itself
            told = self.mirror(self.files[0], f"word{number}.db", lie=f"{lie}@{newest}/1")
            self.assertIn("the gateway of Org2MSP", told["conflicts"][0], lie)
            self.assertEqual(told["conflict_from"], good["size"] - 1, lie)
            self.assertEqual(told["proven"], good["size"] - 1, lie)
        # The first hides its newest entry: the second shows it, and neither is believed from there on.
        told = self.mirror(self.files[0], "hidden.db", lie=f"validity@{newest}")
        self.assertEqual((told["size"], told["conflict_from"]), (good["size"] - 1, good["size"] - 1))
        # An older one: what its key signed later shows that it was there.
        told = self.mirror(self.files[0], "older.db", lie=f"validity@{newest - 1}")
        self.assertIsNotNone(told["conflict_from"])
        # Holding back is no lie; nothing is proven of it.
        told = self.mirror(self.files[0], "late.db", lie=f"hold@{newest}")
        self.assertEqual((told["size"], told["proven"], told["conflict_from"]), (good["size"], good["size"] - 1, None))

    def test_an_odd_transaction_stops_nobody(self):
        """Peers take in what protobuf for C++ does not read: an entry is an entry."""
        self.story()
        before = eventually("both peers have all", lambda: self._all(0, self.ENTRIES))
        signer = Signer(self.network_id)
        envelope, tx = signer.envelope(int(time.time()), ANCHOR, [os.urandom(32)])
        self.assertEqual(self.members[0].odd("Submit", envelope), 0)
        signer.accepted(tx)
        after = eventually("both peers have the odd one", lambda: self._all(0, before["size"]))
        self.assertEqual(after["size"], before["size"] + 1)
        self.assertEqual(after["entries"][-1]["id"], tx.hex())
        self.assertEqual((after["proven"], after["conflict_from"], after["problems"]), (after["size"], None, []))
        self.members[0].enter(signer, POINTER, [os.urandom(32), 0])  # and it goes on from there
        eventually("the chain goes on", lambda: self._all(0, after["size"]))

    def test_another_beginning_is_refused(self):
        told = self.mirror(self.files[0], "other.db", "00" * 32)
        self.assertIn("begins with another block", told["error"])


@needs(probe=True)
class RaftTest(Verification, NetworkCase):
    SHAPE = {"orderers": "raft3"}


@needs(probe=True)
class SmartBftTest(Verification, NetworkCase):
    SHAPE = {"orderers": "bft4"}


if __name__ == "__main__":
    unittest.main()
