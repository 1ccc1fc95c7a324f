# SPDX-License-Identifier: Apache-2.0
"""A client of the contract that keeps none of a wallet's rules: envelopes and queries, as docs/spec has them.

It shares no code with Keepwell, so that what a modified wallet could send can be sent.
"""
import hashlib
import os
import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

GRANT, UPDATE, REVOKE, REQUEST, DELIVER, ACK, ANCHOR, POINTER, REVOKE_KEY = range(1, 10)
RELEASE, NOTICE, REASON, KEY_HEAD, ENTRIES = range(1, 6)
NONE = bytes(32)


def dcbor(value):
    """Maps with rising integer keys, arrays, byte strings, text and integers from 0 on."""
    if isinstance(value, int):
        return _head(0, value)
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, str):
        return _head(3, len(value.encode())) + value.encode()
    if isinstance(value, dict):
        return _head(5, len(value)) + b"".join(dcbor(k) + dcbor(v) for k, v in sorted(value.items()))
    return _head(4, len(value)) + b"".join(map(dcbor, value))


def _head(major, number):
    for size, mark, form in ((0x18, None, ""), (1 << 8, 24, ">B"), (1 << 16, 25, ">H"), (1 << 32, 26, ">I")):
        if number < size:
            return bytes([major << 5 | (mark or number)]) + (struct.pack(form, number) if mark else b"")
    return bytes([major << 5 | 27]) + struct.pack(">Q", number)


def undcbor(data):
    """The value, of whole and well-formed bytes only."""
    value, rest = _take(data)
    assert not rest, "bytes after the end"
    return value


def _take(data):
    major, low = data[0] >> 5, data[0] & 31
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(low, 0)
    number, data = (int.from_bytes(data[1:1 + size], "big") if size else low), data[1 + size:]
    if major == 0:
        return number, data
    if major in (2, 3):
        return (data[:number] if major == 2 else data[:number].decode()), data[number:]
    items = []
    for _ in range(number * (2 if major == 5 else 1)):
        item, data = _take(data)
        items.append(item)
    return (dict(zip(items[::2], items[1::2])) if major == 5 else items), data


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def commitment(network, field, identity, epoch, value):
    return sha256(b"keepwell/1/", field.encode(), b"\0", network, identity, struct.pack(">I", epoch), value)


def network_id(genesis_hash, contract):
    return sha256(b"keepwell/1/network\0", genesis_hash, contract.encode())


class Signer:
    """Somebody with an Ed25519 key, who counts their own entries."""

    def __init__(self, network):
        self.network = network
        self._key = Ed25519PrivateKey.generate()
        self.public = self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.seq, self.previous = 0, network

    def envelope(self, now, kind, body, *, seq=None, previous=None):
        """(envelope, tx id) of the next entry; accepted() once it is on the ledger."""
        payload = dcbor({1: 1, 2: self.network, 3: kind, 4: self.public, 5: seq or self.seq + 1,
                         6: previous or self.previous, 7: now + 1800, 8: [0, NONE],
                         9: dict(enumerate(body, 1))})
        signature = self._key.sign(b"keepwell/1/tx\0" + self.network + payload)
        return dcbor([payload, signature]), sha256(payload)

    def accepted(self, tx):
        self.seq, self.previous = self.seq + 1, tx

    def query(self, now, number, identity):
        asked = dcbor({1: 1, 2: self.network, 3: number, 4: self.public, 5: identity, 6: now, 7: os.urandom(16)})
        return dcbor([asked, self._key.sign(b"keepwell/1/query\0" + asked)])
