#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A byte scan of everything that a network writes: no planted word, no CID on the ledger, no usable key.

The words are those of tests/hardening: wherever a person would write one. Scanned are the blocks, state, private data
and transient stores of all peers, the orderers' files, the Kubo repositories, both homes, and every log.
"""
import base64
import hashlib
import hmac
import json
import pathlib
import struct
import sys
import unittest

from cryptography.hazmat.primitives import serialization

from case import needs
from wallets import CLINICIAN, PairCase

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parents[1] / "hardening"))

from nothing_readable_test import Planted, person_records  # noqa: E402

PAIRS = 6  # relations and keys of a relation that are derived and looked for


def expand(key, info):
    """One block of HKDF-Expand with SHA-256."""
    return hmac.new(key, info + b"\1", hashlib.sha256).digest()


def secrets_of(words, network):
    """Every secret key of a wallet with these 12 words (docs/spec/keys.md), made without Keepwell's code."""
    numbers = [WORDS.index(word) for word in words]
    bits = "".join(f"{number:011b}" for number in numbers)[:128]
    seed = int(bits, 2).to_bytes(16, "big")
    root = hmac.new(b"keepwell/1/seed", seed, hashlib.sha256).digest()
    hot = expand(root, b"keepwell/1/hot" + struct.pack(">I", 0))
    yield from (("seed", seed), ("recovery", expand(root, b"keepwell/1/recovery")), ("hot", hot),
                ("self", expand(hot, b"keepwell/1/self/sign")), ("backup", expand(hot, b"keepwell/1/backup/enc")))
    for relation in range(PAIRS):
        for number in range(PAIRS):
            place = network + struct.pack(">II", relation, number)
            for kind in ("sign", "enc"):
                yield f"pair {kind} {relation} {number}", expand(hot, f"keepwell/1/pair/{kind}".encode() + place)


def _word_list():
    """BIP-39's English words, as the wallet's sources hold them."""
    source = pathlib.Path(__file__).resolve().parents[2] / "core" / "identity"
    for file in sorted(source.glob("*")):
        found = [word.strip('",') for word in file.read_text(errors="replace").split()]
        if "abandon" in found and "zoo" in found:
            start = found.index("abandon")
            return found[start:start + 2048]
    raise AssertionError("the word list is somewhere else now")


WORDS = _word_list()


@needs(blocks=True, cli=True)
class ScanTest(PairCase):
    SHAPE = {"kubo": 2}

    def test_nothing_readable_no_cid_and_no_key_is_written(self):
        planted = Planted()
        records = [one for number in range(9) for one in person_records(planted, number)]
        source = self.folder / f"{planted.word()}.json"
        source.write_text(json.dumps({"resourceType": "Bundle", "type": "collection",
                                      "entry": [{"resource": one} for one in records]}))
        self.patient.ok("import", source, "--person", "me")
        self.reason, opening, note = planted.word(), planted.word(), planted.word()
        grant = self.share()
        self.patient.settle()
        self.doctor.ok("inbox", "open", grant, "--reason", opening, "--out", self.folder / "opened")
        self.scan(planted, "after an opening")
        more = self.folder / "more.json"
        more.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [
            {"resource": one} for one in person_records(planted, 99)]}))
        self.doctor.ok("deliver", "--to", "Eleanor Marsh", more, "--note", note)
        self.doctor.settle()
        self.patient.settle()
        self.patient.ok("share", "revoke", grant)
        self.patient.settle()
        self.doctor.refused("denied", "inbox", "open", grant, "--reason", opening, "--out", self.folder / "again")
        self.patient.ok("activity")
        self.assertGreaterEqual(len(planted.words), 200)
        self.scan(planted, "at the end")
        shown = b"".join(file.read_bytes() for file in (self.folder / "opened").rglob("*") if file.is_file())
        self.assertGreater(sum(word.encode() in shown for word in planted.words), 100, "the search can find")

    def scan(self, planted, when):
        needles = [(word, needle) for word, needle in planted.encodings()]
        needles += self.keys()
        ledger = self.cids()
        self.assertTrue(ledger)
        for file in self.written():
            data = file.read_bytes().rstrip(b"\0")  # logs of raft are made large at once
            for name, needle in needles:
                self.assertNotIn(needle, data, f"{name} is readable in {file} {when}")
            if self.is_ledger(file):
                for cid, needle in ledger:
                    self.assertNotIn(needle, data, f"{cid} stands in {file} {when}")

    def written(self):
        inputs = {self.network.folder / "crypto"}
        homes = {self.patient.home, self.doctor.home}
        for file in self.network.folder.rglob("*"):
            mine = homes & set(file.parents)
            given = inputs & set(file.parents) or (file.parent.name == "wallets" and not mine)
            if file.is_file() and not given:
                yield file

    def is_ledger(self, file):
        names = {peer.folder for peer in self.network.all_peers()} | {one.folder for one in self.network.orderers}
        return bool(names & set(file.parents)) or "contract." in str(file)

    def cids(self):
        """Each block's CID and its digest in the forms in which it could stand somewhere."""
        found = []
        for node in self.network.nodes:
            for cid in node.blocks():
                digest = base64.b32decode(cid[1:].upper() + "=" * (-len(cid[1:]) % 8))[4:]
                found += [(cid, cid.encode()), (cid, digest), (cid, digest.hex().encode())]
        return found

    def keys(self):
        """Secret keys of both wallets: derived from their words, and those of their certificates."""
        for wallet in (self.patient, self.doctor):
            network = bytes.fromhex(wallet.made["network"]["id"])
            for name, key in secrets_of(wallet.phrase.read_text().split(), network):
                yield f"{wallet.name}'s {name}", key
                yield f"{wallet.name}'s {name}", key.hex().encode()
            settings = json.loads(wallet.network_file.read_text())["ledger"]
            pem = pathlib.Path(settings["private_key"]).read_bytes()
            number = serialization.load_pem_private_key(pem, None).private_numbers().private_value
            yield f"{wallet.name}'s member key", number.to_bytes(32, "big")
            yield f"{wallet.name}'s member key", b"".join(pem.splitlines()[1:-1])[40:100]
            yield f"{wallet.name}'s member key", pem.splitlines()[1]


if __name__ == "__main__":
    unittest.main(verbosity=2)
