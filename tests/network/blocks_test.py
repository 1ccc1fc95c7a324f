#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""IPFS that fails: nodes that are down, slow, cut, cleaned or emptied, and gateways that lie, cut short or flood."""
import http.server
import json
import threading
import unittest

from case import needs
from services import eventually
from wallets import PairCase


class LyingGateway:
    """A trustless gateway that cannot be trusted: it answers every block with what `lie` makes of nothing."""

    def __init__(self, lie):
        self.asked = []
        gateway = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                gateway.asked.append(self.path)
                lie(self)

            def log_message(self, *unused):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


def answered(handler, size, body):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/vnd.ipld.raw")
    handler.send_header("Content-Length", str(size))
    handler.end_headers()
    try:
        handler.wfile.write(body)
    except OSError:
        handler.close_connection = True


def wrong_block(handler):
    answered(handler, 5000, b"x" * 5000)


def cut_short(handler):
    answered(handler, 5000, b"x" * 100)
    handler.close_connection = True


def flood(handler):
    """64 MiB where a block is at most 1."""
    answered(handler, 64 << 20, b"x" * (64 << 20))


def elsewhere(handler):
    handler.send_response(302)
    handler.send_header("Location", "http://localhost:1/ipfs/elsewhere")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


class NodesCase(PairCase):
    SHAPE = {"kubo": 2}

    def mend(self):
        super().mend()
        for node in self.network.nodes:
            node.service.resume()
            if not node.service.running:
                node.start()
        eventually("the nodes see each other", lambda: all(node.peers() for node in self.network.nodes))

    def open(self, grant, name="opened"):
        return self.doctor.ask("inbox", "open", grant, "--reason", "r", "--out", self.folder / name)

    def shared(self):
        grant = self.share()
        self.patient.settle()
        self.doctor.ok("inbox")
        return grant


@needs(blocks=True, cli=True)
class LostTest(NodesCase):
    """By itself, for what is lost here is missed by every later look at the wallet."""

    def test_a_node_that_lost_everything(self):
        grant = self.shared()
        for node in self.network.nodes:
            node.forget_everything()
        answer = self.open(grant)
        self.assertEqual(answer.status, 7, answer)
        self.assertIn("log", answer.json["error"]["detail"].lower())
        self.assertFalse((self.folder / "opened").exists())


@needs(blocks=True, cli=True)
class BlocksTest(NodesCase):
    # ── nodes ─────────────────────────────────────────────────────────────────────────────────────

    def test_node_down_while_sharing(self):
        self.network.nodes[0].service.kill()
        self.share()
        self.assertOnce()

    def test_node_down_while_opening(self):
        grant = self.shared()
        self.network.nodes[1].service.kill()
        answer = self.open(grant)
        self.assertEqual(answer.status, 7, answer)
        self.assertFalse((self.folder / "opened").exists())
        self.mend()
        self.assertEqual(self.open(grant, "again").status, 0)
        self.assertWhole()

    def test_both_nodes_restart(self):
        grant = self.shared()
        for node in self.network.nodes:
            node.service.kill()
        self.mend()
        self.assertOpensOnce(grant)

    def test_a_slow_node(self):
        self.patient.block_lines.delay = 0.1
        self.share()
        self.assertOnce()

    def test_a_node_that_stands_still(self):
        self.network.nodes[0].service.pause()
        self.share()
        self.assertOnce()

    def cut_at(self, pieces):
        self.patient.block_lines.cut_at = pieces
        self.share()
        self.assertOnce()

    def test_cut_at_the_first_piece(self):
        self.cut_at(0)

    def test_cut_within_the_first_block(self):
        self.cut_at(2)

    def test_cut_after_some_blocks(self):
        self.cut_at(5)

    def test_garbage_collection_keeps_what_is_shared(self):
        grant = self.shared()
        self.network.nodes[0].collect_garbage()
        self.assertOpensOnce(grant)

    def test_what_is_stopped_is_unpinned(self):
        node = self.network.nodes[0]
        node.collect_garbage()
        before = set(node.blocks())
        grant = self.shared()
        self.assertGreater(len(set(node.blocks()) - before), 0)
        self.patient.ok("share", "revoke", grant)
        self.patient.settle()
        node.collect_garbage()
        self.assertEqual(set(node.blocks()) - before, set())

    # ── gateways ──────────────────────────────────────────────────────────────────────────────────

    def gateways(self, *urls):
        """The clinician's node is gone; only these are left."""
        settings = json.loads(self.doctor.network_file.read_text())
        settings["blocks"]["gateways"] = list(urls)
        file = self.folder / "gateways.json"
        file.write_text(json.dumps(settings))
        self.doctor.ok("network", "set", file)
        self.addCleanup(self.doctor.ask, "network", "set", self.doctor.network_file)
        self.network.nodes[1].service.kill()

    def liar(self, lie):
        gateway = LyingGateway(lie)
        self.addCleanup(gateway.close)
        return gateway

    def passed_over(self, lie):
        """The liar is asked first and not believed; the honest one after it opens the share."""
        grant, liar = self.shared(), self.liar(lie)
        self.gateways(liar.url, self.network.nodes[0].gateway)
        answer = self.open(grant)
        self.assertEqual(answer.status, 0, answer)
        self.assertTrue(liar.asked)

    def believed_alone(self, lie):
        """Where there is only the liar nothing is opened, and nothing of it is kept."""
        grant, liar = self.shared(), self.liar(lie)
        self.gateways(liar.url)
        answer = self.open(grant)
        self.assertIn(answer.status, (7, 8), answer)
        self.assertTrue(liar.asked)
        self.assertFalse((self.folder / "opened").exists())
        return answer

    def test_wrong_block_is_passed_over(self):
        self.passed_over(wrong_block)

    def test_wrong_block_alone(self):
        self.believed_alone(wrong_block)

    def test_short_answer_is_passed_over(self):
        self.passed_over(cut_short)

    def test_short_answer_alone(self):
        self.believed_alone(cut_short)

    def test_oversized_answer_is_passed_over(self):
        self.passed_over(flood)

    def test_oversized_answer_alone(self):
        self.believed_alone(flood)

    def test_a_gateway_that_sends_elsewhere_is_passed_over(self):
        self.passed_over(elsewhere)


if __name__ == "__main__":
    unittest.main(verbosity=2)
