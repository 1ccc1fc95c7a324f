#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""packaging/fabric: the package is the same whoever makes it, holds what peers need, and our builder takes it."""
import hashlib
import io
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unittest

FABRIC = pathlib.Path(__file__).resolve().parents[2] / "packaging" / "fabric"
PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
PLAIN = ["--label", "keepwell_1", "--address", "127.0.0.1:9999", "--no-tls"]


def files_in(packed):
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        return {entry.name: (entry, archive.extractfile(entry).read()) for entry in archive}


class PackageTest(unittest.TestCase):
    def setUp(self):
        self.kept = tempfile.TemporaryDirectory()
        self.addCleanup(self.kept.cleanup)
        self.folder = pathlib.Path(self.kept.name)
        (self.folder / "ca.pem").write_text(PEM)

    def run_script(self, *words, name="a.tar.gz", **environment):
        return subprocess.run([sys.executable, FABRIC / "package_contract.py", *words, name], cwd=self.folder, text=True,
                              capture_output=True, check=False, env={**os.environ, **environment})

    def make(self, *words, **how):
        done = self.run_script(*words, **how)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip(), (self.folder / how.get("name", "a.tar.gz")).read_bytes()

    def test_two_runs_give_the_same_bytes_and_id(self):
        first = self.make(*PLAIN)
        second = self.make(*PLAIN, name="b.tar.gz", TZ="Asia/Tokyo", PYTHONHASHSEED="7", LC_ALL="C")
        self.assertEqual(first, second)
        self.assertEqual(first[0], "keepwell_1:" + hashlib.sha256(first[1]).hexdigest())

    def test_another_address_is_another_package(self):
        other = ["127.0.0.1:9998" if word == "127.0.0.1:9999" else word for word in PLAIN]
        self.assertNotEqual(self.make(*PLAIN)[0], self.make(*other)[0])

    def test_it_holds_what_a_peer_needs_and_nothing_of_this_machine(self):
        _, packed = self.make("--label", "keepwell_2", "--address", "contract.clinic.example:9999", "--root-cert",
                              "ca.pem", "--client-cert", "ca.pem", "--client-key", "ca.pem", "--domain", "contract")
        outer = files_in(packed)
        self.assertEqual(list(outer), ["code.tar.gz", "metadata.json"])
        self.assertEqual(json.loads(outer["metadata.json"][1]), {"type": "ccaas", "label": "keepwell_2"})
        inner = files_in(outer["code.tar.gz"][1])
        self.assertEqual(json.loads(inner["connection.json"][1]), {
            "address": "contract.clinic.example:9999", "dial_timeout": "10s", "tls_required": True, "root_cert": PEM,
            "client_auth_required": True, "client_cert": PEM, "client_key": PEM, "domain": "contract"})
        for entry, _ in [*outer.values(), *inner.values()]:
            self.assertEqual((entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname, entry.mode),
                             (0, 0, 0, "", "", 0o644))

    def test_words_that_do_not_fit_are_refused(self):
        for words in (["--label", "a", "--address", "a:1"], ["--label", "../a", "--address", "a:1", "--no-tls"],
                      [*PLAIN, "--client-cert", "ca.pem"], [*PLAIN, "--root-cert", "ca.pem"],
                      ["--label", "a", "--address", "a:1", "--root-cert", "none.pem"]):
            done = self.run_script(*words)
            self.assertNotEqual(done.returncode, 0, words)
            self.assertFalse((self.folder / "a.tar.gz").exists())

    def test_our_builder_takes_it(self):
        _, packed = self.make(*PLAIN)
        outer = files_in(packed)
        source, metadata, output, release = (self.folder / name for name in ("source", "metadata", "output", "release"))
        for folder in (source, metadata, output, release):
            folder.mkdir()
        (metadata / "metadata.json").write_bytes(outer["metadata.json"][1])
        connection = files_in(outer["code.tar.gz"][1])["connection.json"][1]
        (source / "connection.json").write_bytes(connection)
        self.builder("detect", source, metadata)
        self.builder("build", source, metadata, output)
        self.builder("release", output, release)
        self.assertEqual((release / "chaincode" / "server" / "connection.json").read_bytes(), connection)

    def test_our_builder_leaves_other_contracts_alone(self):
        (self.folder / "metadata.json").write_text('{"type": "golang", "label": "ccaas"}')
        with self.assertRaises(subprocess.CalledProcessError):
            self.builder("detect", self.folder, self.folder)

    def builder(self, name, *folders):
        subprocess.run([FABRIC / "builder" / "bin" / name, *folders], check=True)


if __name__ == "__main__":
    unittest.main(verbosity=2)
