#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The block store of the wallet on real Kubo nodes, and what it does when they fail."""
import contextlib
import json
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import unittest

import binaries
import kubo_node
from proxy import Lines
from services import eventually

PROBE = os.environ.get("KEEPWELL_IPFS_PROBE")
DENIED, NOT_FOUND, UNAVAILABLE, TAMPERED = 5, 6, 7, 8
SIZE = 5_000_000  # five blocks


def reason():
    if binaries.kubo_program() is None:
        return "skipped: no Kubo binary"
    return "" if PROBE else "skipped: no ipfs_probe"


class KuboCase(unittest.TestCase):
    """A folder, a file to keep, and nodes that go with the test."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="keepwell-kubo-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.file, self.reference = self.folder / "file", self.folder / "reference"
        self.file.write_bytes(os.urandom(SIZE))
        self.own = {}  # Pins that Kubo makes for itself.

    def swarm(self, count, change=None):
        """Started nodes of a private swarm; `change` may alter the settings of each first."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="swarm-", dir=self.folder))
        nodes = kubo_node.swarm(binaries.kubo_program(), folder, count)
        for node in nodes:
            if change:
                settings = json.loads((node.folder / "repo" / "config").read_text())
                change(settings)
                (node.folder / "repo" / "config").write_text(json.dumps(settings))
            self.addCleanup(node.service.stop)
            node.service.start().wait_for_port(node.api_port)
        if not change:
            for node in nodes:
                eventually("the node answers", lambda one=node: one.ask("id"))
            kubo_node.wait_connected(nodes)
            self.own = {node.api: set(node.pins()) for node in nodes}
        return nodes

    def probe(self, api, *words, status=0, seconds=120):
        """What the probe says; fails unless it ends with `status`."""
        options = ["--api", api] if api else []
        done = subprocess.run([PROBE, *options, *map(str, words)], capture_output=True, timeout=seconds, check=False)
        said = (done.stdout + done.stderr).decode().strip()
        self.assertEqual(done.returncode, status, said)
        return said

    def put(self, api, **more):
        return self.probe(api, "put", self.file, self.reference, **more)

    def assertPinned(self, node, count, pins):
        """The node has `count` blocks of the object and keeps them with `pins` pins besides its own."""
        self.assertEqual(self.probe(node.api, "count", self.reference), f"{count} of 5")
        self.assertEqual(len(set(node.pins()) - self.own[node.api]), pins)
        node.collect_garbage()
        self.assertEqual(self.probe(node.api, "count", self.reference), f"{count if pins else 0} of 5")

    def assertOpens(self, api, *options):
        opened = self.folder / "opened"
        self.probe(api, *options, "get", self.reference, opened)
        self.assertEqual(opened.read_bytes(), self.file.read_bytes())


@unittest.skipIf(reason(), reason())
class StoreTest(KuboCase):
    def test_an_object_goes_in_and_out(self):
        node, = self.swarm(1)
        self.put(node.api)
        self.assertPinned(node, 5, 1)
        self.assertOpens(node.api)

    def test_a_small_object_is_its_own_pin(self):
        node, = self.swarm(1)
        self.file.write_bytes(b"small")
        before = node.blocks()
        self.put(node.api)
        self.assertEqual(len(set(node.blocks()) - set(before)), 1)
        node.collect_garbage()
        self.assertOpens(node.api)
        self.probe(node.api, "remove", self.reference)
        self.assertEqual(node.blocks(), before)

    def test_what_links_them_is_what_kubo_would_write(self):
        node, = self.swarm(1)
        self.put(node.api)
        root, = set(node.pins()) - self.own[node.api]
        said = subprocess.run([node.program, "dag", "get", root], capture_output=True, check=True,
                              env={**os.environ, "IPFS_PATH": str(node.folder / "repo")})
        links = [{"Hash": link["Hash"]} for link in json.loads(said.stdout)["Links"]]
        self.assertEqual(len(links), 5)
        again = subprocess.run([node.program, "dag", "put", "--store-codec=dag-pb"], capture_output=True, check=True,
                               input=json.dumps({"Links": links}).encode(),
                               env={**os.environ, "IPFS_PATH": str(node.folder / "repo")})
        self.assertEqual(again.stdout.decode().strip(), root)

    def test_garbage_is_collected_all_the_while(self):
        """Blocks come in while the node collects garbage again and again."""
        node, = self.swarm(1)
        self.file.write_bytes(os.urandom(60_000_000))
        done = threading.Event()

        def collect():
            while not done.is_set():
                node.collect_garbage()
        collecting = threading.Thread(target=collect)
        collecting.start()
        try:
            self.put(node.api)
        finally:
            done.set()
            collecting.join()
        node.collect_garbage()
        self.assertOpens(node.api)

    def test_an_object_pinned_by_an_earlier_version(self):
        node, = self.swarm(1)
        before = node.blocks()
        self.probe(node.api, "put-singly", self.file, self.reference)
        self.assertPinned(node, 5, 5)
        self.probe(node.api, "remove", self.reference)
        self.assertEqual(node.blocks(), before)
        self.assertEqual(set(node.pins()), self.own[node.api])

    def test_blocks_have_the_names_that_kubo_gives_them(self):
        node, = self.swarm(1)
        own = set(node.blocks())  # Kubo keeps a block of its own
        self.put(node.api)
        kept = set(node.blocks()) - own
        self.assertEqual(len(kept), 6)  # and what links them
        for cid in kept:
            block = node.ask("block/get", arg=cid)
            again = subprocess.run([node.program, "block", "put", "--cid-codec=raw", "--mhtype=sha2-256"], input=block,
                                   env={**os.environ, "IPFS_PATH": str(node.folder / "repo")}, capture_output=True,
                                   check=True)
            self.assertEqual(again.stdout.decode().strip(), cid)

    def test_what_is_removed_is_gone(self):
        node, = self.swarm(1)
        before = node.blocks()
        self.put(node.api)
        self.probe(node.api, "remove", self.reference)
        self.probe(node.api, "remove", self.reference)
        self.assertEqual(node.blocks(), before)
        self.assertPinned(node, 0, 0)

    def test_what_is_unpinned_goes_with_the_garbage(self):
        node, = self.swarm(1)
        self.put(node.api)
        node.forget_everything()
        self.assertEqual(self.probe(node.api, "count", self.reference), "0 of 5")

    def test_blocks_travel_over_the_swarm(self):
        first, second = self.swarm(2)
        self.put(first.api)
        self.assertEqual(self.probe(second.api, "count", self.reference), "0 of 5")
        self.assertOpens(second.api)
        self.keep(first, second)
        first.service.stop()
        second.collect_garbage()
        self.assertOpens(second.api)

    def test_removing_does_not_reach_other_nodes(self):
        first, second = self.swarm(2)
        self.put(first.api)
        self.keep(first, second)
        self.probe(first.api, "remove", self.reference)
        self.assertPinned(second, 5, 1)

    def keep(self, first, second):
        """As the administrator of another node does: what is pinned at the first, at the second too."""
        for root in set(first.pins()) - self.own[first.api]:
            self.assertIsNotNone(second.ask("pin/add", arg=root))

    def test_check_says_who_is_there(self):
        first, second = self.swarm(2)
        said = self.probe(first.api, "--gateway", second.gateway, "--gateway", first.api, "check")
        self.assertIn(f"{first.api} {first.id} kubo/", said)
        self.assertIn("peers=1 ", said)
        self.assertIn(f"{second.gateway}: answers", said)
        self.assertIn(f"{first.api}: the gateway {first.api} is no trustless gateway", said)

    def test_a_gateway_alone_is_enough_to_read(self):
        node, = self.swarm(1)
        self.put(node.api)
        self.assertOpens(None, "--gateway", node.gateway)

    def test_a_unix_socket(self):
        path = self.folder / "s"
        nodes = kubo_node.swarm(binaries.kubo_program(), self.folder, 1)
        config = nodes[0].folder / "repo" / "config"
        settings = json.loads(config.read_text())
        settings["Addresses"]["API"] = f"/unix{path}"
        config.write_text(json.dumps(settings))
        self.addCleanup(nodes[0].service.stop)
        nodes[0].service.start()
        eventually("the socket is there", path.exists)
        self.put(f"unix:{path}")
        self.assertOpens(f"unix:{path}")

    def test_authorization(self):
        def locked(settings):
            settings["API"] = {"Authorizations": {"wallet": {
                "AuthSecret": "basic:wallet:open sesame",
                "AllowedPaths": ["/api/v0/block", "/api/v0/pin", "/api/v0/id"]}}}
        node, = self.swarm(1, locked)
        secret = self.folder / "secret"
        secret.write_text("basic:wallet:open sesame")
        said = self.put(node.api, status=DENIED)
        self.assertIn("wants another authorization", said)
        self.probe(node.api, "--secret-file", secret, "put", self.file, self.reference)
        self.assertOpens(node.api, "--secret-file", secret)
        self.assertIn("peers=0", self.probe(node.api, "--secret-file", secret, "check"))
        secret.write_text("basic:wallet:wrong")
        self.probe(node.api, "--secret-file", secret, "get", self.reference, self.folder / "no", status=DENIED)


@unittest.skipIf(reason(), reason())
class TlsTest(KuboCase):
    """A node behind a TLS proxy, as docs/operate-ipfs.md puts it for wallets on other computers."""

    def authority(self, name):
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                     "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")
        return self.folder / f"{name}.pem"

    def certificate(self, name, authority, days="1"):
        self.openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name}",
                     "-keyout", f"{name}.key", "-out", f"{name}.csr")
        (self.folder / "extension").write_text(f"subjectAltName=DNS:{name}\n")
        self.openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{authority}.pem", "-CAkey", f"{authority}.key",
                     "-days", days, "-extfile", "extension", "-out", f"{name}.pem")
        return name

    def openssl(self, *words):
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)

    def proxy(self, name, port, most=ssl.TLSVersion.MAXIMUM_SUPPORTED):
        """Takes TLS with the certificate `name` and hands on to `port`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version, context.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED, most
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)

        def carry(source, sink):
            with contextlib.suppress(OSError):
                while data := source.recv(65536):
                    sink.sendall(data)
            for one in (source, sink):
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

        def serve(near):
            with contextlib.suppress(OSError):
                with context.wrap_socket(near, server_side=True) as near, \
                        socket.create_connection(("127.0.0.1", port)) as far:
                    there = threading.Thread(target=carry, args=(near, far), daemon=True)
                    there.start()
                    carry(far, near)
                    there.join()

        def accept():
            with contextlib.suppress(OSError):
                while True:
                    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
        threading.Thread(target=accept, daemon=True).start()
        return listener.getsockname()[1]

    def test_only_whom_the_authority_names_is_trusted(self):
        node, = self.swarm(1)
        authority, other = self.authority("authority"), self.authority("other")
        good = self.proxy(self.certificate("localhost", "authority"), node.api_port)
        self.probe(f"https://localhost:{good}", "--ca", authority, "put", self.file, self.reference)
        self.assertOpens(f"https://localhost:{good}", "--ca", authority)
        named = self.proxy(self.certificate("elsewhere.example.org", "authority"), node.api_port)
        for address, ca in ((f"https://localhost:{good}", other), (f"https://127.0.0.1:{good}", authority),
                            (f"https://localhost:{named}", authority)):
            with self.subTest(address, ca=ca.name):
                said = self.probe(address, "--ca", ca, "check", status=UNAVAILABLE)
                self.assertEqual(said, f"the IPFS node at {address} is not trusted: its certificate does not prove "
                                       "who it is")

    def test_old_tls_is_refused(self):
        node, = self.swarm(1)
        authority = self.authority("authority")
        port = self.proxy(self.certificate("localhost", "authority"), node.api_port, ssl.TLSVersion.TLSv1_1)
        self.probe(f"https://localhost:{port}", "--ca", authority, "check", status=UNAVAILABLE)


@unittest.skipIf(reason(), reason())
class FaultTest(KuboCase):
    def test_a_node_that_is_down(self):
        node, = self.swarm(1)
        node.service.stop()
        said = self.put(node.api, status=UNAVAILABLE)
        self.assertEqual(said, f"the IPFS node at {node.api} cannot be reached: nothing answers there")

    def test_killed_while_it_takes_blocks(self):
        node, = self.swarm(1)
        waiting = self.folder / "waiting"
        self.probe(node.api, "queue", waiting, self.file, self.reference)
        lines = Lines()
        self.addCleanup(lines.close)
        port = lines.to(node.api_port)
        lines.cut_at, lines.at_cut = 100, node.service.kill
        self.probe(f"http://127.0.0.1:{port}", "send", waiting, status=UNAVAILABLE)
        self.assertFalse(node.service.running)
        lines.mend()
        node.start()
        self.probe(f"http://127.0.0.1:{port}", "send", waiting)
        self.assertPinned(node, 5, 1)
        self.assertOpens(node.api)

    def test_cut_at_any_piece(self):
        """Each try ends well or says so, and what waits gets there in the end."""
        node, = self.swarm(1)
        lines = Lines()
        self.addCleanup(lines.close)
        api = f"http://127.0.0.1:{lines.to(node.api_port)}"
        pieces = (0, 1, 2, 5, 20, 80, 200, 300)
        for piece in pieces:
            with self.subTest(piece):
                waiting = self.folder / f"waiting{piece}"
                self.probe(node.api, "queue", waiting, self.file, self.reference)
                lines.cut_at = piece
                done = subprocess.run([PROBE, "--api", api, "send", waiting], capture_output=True, timeout=60,
                                      check=False)
                self.assertIn(done.returncode, (0, UNAVAILABLE), done.stderr)
                lines.mend()
                self.probe(api, "send", waiting)
                self.assertPinned(node, 5, 1 + pieces.index(piece))
                self.assertOpens(api)

    def test_a_line_that_breaks_once_is_not_noticed(self):
        node, = self.swarm(1)
        lines = Lines()
        self.addCleanup(lines.close)
        api = f"http://127.0.0.1:{lines.to(node.api_port)}"

        def break_once():
            lines.cut()
            lines.mend()
        lines.cut_at, lines.at_cut = 100, break_once
        self.put(api)
        self.assertOpens(api)

    def test_a_slow_line(self):
        node, = self.swarm(1)
        lines = Lines()
        self.addCleanup(lines.close)
        api = f"http://127.0.0.1:{lines.to(node.api_port)}"
        lines.delay = 0.02
        self.put(api)
        self.assertOpens(api)

    def test_a_node_that_stands_still(self):
        first, second = self.swarm(2)
        self.put(first.api)
        first.service.pause()
        said = self.probe(first.api, "--find", 500, "get", self.reference, self.folder / "no", status=UNAVAILABLE)
        self.assertIn(f"the IPFS node at {first.api} does not work: it did not answer in time", said)
        first.service.resume()
        self.assertOpens(second.api)

    def test_a_stalled_node_is_helped_by_a_gateway(self):
        first, second = self.swarm(2)
        self.put(second.api)
        first.service.pause()
        self.addCleanup(first.service.resume)
        self.assertOpens(first.api, "--gateway", second.gateway)

    def test_nobody_has_it(self):
        first, second = self.swarm(2)
        self.put(first.api)
        first.forget_everything()
        said = self.probe(second.api, "--find", 1000, "get", self.reference, self.folder / "no", status=UNAVAILABLE)
        self.assertIn("found nobody who gave it in time", said)

    def test_a_block_spoiled_on_the_disk(self):
        node, = self.swarm(1)
        self.put(node.api)
        node.service.stop()
        for block in (node.folder / "repo" / "blocks").rglob("*.data"):
            spoiled = bytearray(block.read_bytes())
            spoiled[len(spoiled) // 2] ^= 1
            block.write_bytes(spoiled)
        node.start()
        said = self.probe(node.api, "get", self.reference, self.folder / "no", status=TAMPERED)
        self.assertIn(f"the IPFS node at {node.api} gave other bytes", said)

    def test_a_full_disk(self):
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "keepwell-test", disk], capture_output=True,
                          check=False).returncode:
            self.skipTest("skipped: no right to make a small disk")
        self.addCleanup(subprocess.run, ["umount", disk], check=True)
        node = kubo_node.swarm(binaries.kubo_program(), disk, 1)[0]
        self.addCleanup(node.service.stop)
        node.start()
        self.put(node.api)
        large, waiting = self.folder / "large", self.folder / "waiting"
        large.write_bytes(os.urandom(40_000_000))
        self.probe(node.api, "queue", waiting, large, self.folder / "other")
        said = self.probe(node.api, "send", waiting, status=UNAVAILABLE)
        self.assertEqual(said, f"the disk of the IPFS node at {node.api} is full")
        self.assertOpens(node.api)
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
        self.probe(node.api, "send", waiting)
        node.collect_garbage()
        self.assertEqual(self.probe(node.api, "count", self.folder / "other"), "40 of 40")

    def test_many_wallets_at_once(self):
        node, = self.swarm(1)
        failures = []

        def one(number):
            reference, opened = self.folder / f"reference{number}", self.folder / f"opened{number}"
            for words in (["put", self.file, reference], ["get", reference, opened]):
                done = subprocess.run([PROBE, "--api", node.api, *map(str, words)], capture_output=True, timeout=300,
                                      check=False)
                if done.returncode:
                    failures.append(done.stderr)
            if opened.read_bytes() != self.file.read_bytes():
                failures.append("other bytes")
        threads = [threading.Thread(target=one, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
