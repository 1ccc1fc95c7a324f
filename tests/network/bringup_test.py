#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The harness itself: each shape of network comes up with the contract committed, and goes without a trace."""
import contextlib
import json
import pathlib
import socket
import ssl
import subprocess
import sys
import unittest

from case import needs
from fabric_network import FabricNetwork
from lifecycle import query, wait_committed
from services import Broken, eventually, run


@needs(contract=False)
class BringUpTest(unittest.TestCase):
    def check(self, **shape):
        with FabricNetwork(**shape) as network:
            for peer in network.all_peers():
                wait_committed(network.definition, peer)
            height = network.all_peers()[0].height(network.channel)
            for peer in network.all_peers():
                eventually(f"{peer.name} has all blocks", lambda: peer.height(network.channel) >= height)
            for orderer in network.orderers:
                status = orderer.status(network.channel)
                self.assertEqual((status["status"], status["consensusRelation"]), ("active", "consenter"))
            services, folder = network.everyone(), network.folder
            self.assertTrue(network.logs())
        self.assertFalse(folder.exists())
        self.assertFalse([service.name for service in services if service.running])

    def test_one_raft_orderer(self):
        self.check(orderers="raft1")

    def test_three_raft_orderers(self):
        self.check(orderers="raft3")

    def test_four_bft_orderers(self):
        self.check(orderers="bft4")

    def test_two_peers_each_and_mutual_tls(self):
        self.check(orderers="raft1", peers=2, mutual_tls=True)

    def test_by_hand(self):
        program = pathlib.Path(__file__).with_name("fabric_network.py")
        said = subprocess.run([sys.executable, "-B", program, "up", "--users", "1"], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=120, check=True).stdout
        told = json.loads(said)
        self.assertEqual([row["msp_id"] for row in told["organisations"]], ["Org1MSP", "Org2MSP"])
        self.assertFalse(pathlib.Path(told["folder"]).exists())

    @needs(contract=False, ca=True)
    def test_authorities_enrol(self):
        with FabricNetwork(authorities=True) as network:
            for authority in network.authorities:
                authority.register("member", "a secret")
                certificate, _ = authority.enrol("member", "a secret")
                self.assertTrue(certificate.startswith(b"-----BEGIN CERTIFICATE"))
                with self.assertRaisesRegex(AssertionError, "401"):
                    authority.enrol("member", "a secret")

    def test_a_program_that_ends_is_told_with_its_log(self):
        network = FabricNetwork()
        network._make = lambda original=network._make: (original(), network.orderers[0].folder.joinpath(
            "orderer.yaml").write_text("{}"))
        with self.assertRaisesRegex(Broken, r"orderer0 ended with \d+\n--- orderer0: the end of"):
            network.__enter__()
        self.assertFalse(network.folder.exists())

    def test_a_command_that_fails_is_told_with_its_words(self):
        with self.assertRaisesRegex(Broken, "the harness ended with 3\nsh -c"):
            run("the harness", ["sh", "-c", "exit 3"])


@needs()
class ContractTest(unittest.TestCase):
    """Each organisation's own contract server answers its peers, and both are on the same network."""

    def check(self, also=lambda network: None, **shape):
        with FabricNetwork(**shape) as network:
            answers = []
            for peer in network.all_peers():
                said = eventually("the contract answers", lambda: query(network.definition, peer, "Info")).stdout
                self.assertIn(peer.org.msp_id.encode(), said)
                answers.append(said[:38])  # up to the network id
            self.assertEqual(len(set(answers)), 1)
            also(network)

    def test_contract_servers_answer(self):
        self.check(peers=2)

    def test_contract_servers_answer_over_mutual_tls(self):
        self.check(self.check_that_everybody_is_asked, mutual_tls=True)

    def check_that_everybody_is_asked(self, network):
        """Orderers, peers and contract servers speak with whoever shows a certificate, and with nobody else."""
        peer = network.peers[0][0]
        for port, ca in [(network.orderers[0].port, network.orderer_org.tls_ca), (peer.port, peer.org.tls_ca),
                         (network.contracts[0].port, peer.org.tls_ca)]:
            self.assertTrue(spoken(port, ca, peer.member))
            self.assertFalse(spoken(port, ca))


def spoken(port, ca, member=None):
    """What a server says first over HTTP/2 to `member`, or to one without a certificate; nothing if it hangs up."""
    trust = ssl.create_default_context(cafile=str(ca))
    trust.set_alpn_protocols(["h2"])
    if member:
        trust.load_cert_chain(member.tls_certificate, member.tls_key)
    with socket.create_connection(("127.0.0.1", port), 10) as line, contextlib.suppress(ssl.SSLError, ConnectionError):
        with trust.wrap_socket(line, server_hostname="localhost") as secure:
            secure.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(3) + b"\x04" + bytes(5))
            return secure.recv(1)
    return b""


if __name__ == "__main__":
    unittest.main(verbosity=2)
