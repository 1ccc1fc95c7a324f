#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""keepwell-contract as a program: its words, its files, its log, its signals.

KEEPWELL_CONTRACT is the program.
"""
import contextlib
import json
import os
import pathlib
import re
import signal
import socket
import ssl
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["KEEPWELL_CONTRACT"]
HOME = ["--network", "07" * 32, "--channel", "keepwell", "--msp", "Org1MSP", "--package-id", "keepwell_1:00",
        "--address", "127.0.0.1:0"]


def run(*words, **environment):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, timeout=60, check=False,
                          env={**os.environ, **environment})


@contextlib.contextmanager
def running(*words):
    """The program and the port it listens on."""
    with subprocess.Popen([PROGRAM, *words], stderr=subprocess.PIPE, text=True) as program:
        try:
            yield program, json.loads(program.stderr.readline())
        finally:
            if program.poll() is None:
                program.kill()


def without(name):
    at = HOME.index(name)
    return HOME[:at] + HOME[at + 2:]


class ProgramTest(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = pathlib.Path(kept.name)

    def test_version_and_help_need_nothing(self):
        self.assertRegex(run("--version").stdout, r"^keepwell-contract \d+\.\d+\.\d+\n$")
        done = run("--help")
        self.assertEqual(done.returncode, 0)
        for word in ("--package-id", "--genesis-block", "--tls-cert", "--client-ca", "Exit status"):
            self.assertIn(word, done.stdout)

    def test_words_that_are_missing_or_wrong_are_usage(self):
        for words in ([], without("--network"), without("--channel"), without("--msp"), without("--package-id"),
                      [*without("--network"), "--network", "07"], [*without("--msp"), "--msp", "a/b"],
                      [*HOME, "--tls-cert", "a.pem"], [*HOME, "--client-ca", "a.pem"], [*HOME, "--log", "loud"],
                      [*HOME, "--transactions", "0"], [*HOME, "--nonsense"], [*without("--address"), "--address", "0.0.0.0:0"]):
            done = run(*words)
            self.assertEqual((done.returncode, done.stdout), (2, ""), (words, done.stderr))
            self.assertTrue(done.stderr.startswith("keepwell-contract: "), done.stderr)

    def test_files_that_are_missing_or_wrong_are_named(self):
        (self.folder / "wrong.pem").write_text("no certificate")
        wrong, none = str(self.folder / "wrong.pem"), str(self.folder / "none.pem")
        done = run(*HOME, "--tls-cert", none, "--tls-key", none)
        self.assertEqual(done.returncode, 6)
        self.assertIn("none.pem", done.stderr)
        self.assertEqual(run(*HOME, "--tls-cert", wrong, "--tls-key", wrong).returncode, 3)
        self.assertEqual(run("--genesis-block", wrong, "--contract", "keepwell", "--print-network").returncode, 3)

    def test_an_address_in_use_is_unavailable(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            done = run(*without("--address"), "--address", f"127.0.0.1:{taken.getsockname()[1]}")
            self.assertEqual(done.returncode, 7, done.stderr)

    def test_environment_stands_in_for_words(self):
        done = run(*HOME[8:], KEEPWELL_NETWORK="07" * 32, KEEPWELL_CHANNEL="keepwell", CHAINCODE_ID="keepwell_1:00",
                   CORE_PEER_LOCALMSPID="not an id")
        self.assertIn("--msp", done.stderr)

    def test_it_logs_json_and_ends_when_it_is_asked(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with running(*HOME) as (program, first):
                self.assertEqual((first["event"], first["level"], first["tls"]), ("listening", "info", "no"))
                with socket.create_connection(("127.0.0.1", first["port"])):
                    program.send_signal(number)
                    self.assertEqual(program.wait(30), 0)
                for line in program.stderr.read().splitlines():
                    self.assertRegex(json.loads(line)["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")

    def certificates(self):
        """A self-made authority and a certificate of it, as openssl makes them."""
        ca, own = (["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", f"{name}.key", "-out",
                    f"{name}.pem"] for name in ("ca", "own"))
        for command in (ca, [*own, "-CA", "ca.pem", "-CAkey", "ca.key"]):
            subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        return [str(self.folder / name) for name in ("own.pem", "own.key", "ca.pem")]

    def handshake(self, port, certificate=None, key=None):
        """What an HTTP/2 server says first; nothing if it does not take us."""
        context = ssl.create_default_context(cafile=str(self.folder / "ca.pem"))
        context.set_alpn_protocols(["h2"])
        if certificate:
            context.load_cert_chain(certificate, key)
        with socket.create_connection(("127.0.0.1", port), timeout=20) as plain:
            try:
                with context.wrap_socket(plain, server_hostname="127.0.0.1") as secure:
                    secure.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes([0, 0, 0, 4, 0, 0, 0, 0, 0]))
                    return secure.recv(9)
            except (ssl.SSLError, ConnectionError):
                return b""

    def test_tls_and_mutual_tls(self):
        certificate, key, authority = self.certificates()
        with running(*HOME, "--tls-cert", certificate, "--tls-key", key) as (_, first):
            self.assertEqual((first["tls"], first["mutual"]), ("yes", "no"))
            self.assertTrue(self.handshake(first["port"]))
            with socket.create_connection(("127.0.0.1", first["port"]), timeout=20) as plain:
                plain.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
                self.assertFalse(re.match(rb"\x00\x00.\x04", plain.recv(9)), "no plain HTTP/2 beside TLS")
        with running(*HOME, "--tls-cert", certificate, "--tls-key", key, "--client-ca", authority) as (_, first):
            self.assertEqual(first["mutual"], "yes")
            self.assertTrue(self.handshake(first["port"], certificate, key))
            self.assertFalse(self.handshake(first["port"]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
