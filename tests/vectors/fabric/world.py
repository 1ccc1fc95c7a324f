# SPDX-License-Identifier: Apache-2.0
"""The organisations, people and entries of the vectors of a Fabric channel."""
import hashlib
import pathlib
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import wire

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "sharing"))
import dcbor  # noqa: E402

CHANNEL, CONTRACT = "keepwell-test", "keepwell"
T0 = 1_720_000_000
DONE, E_EPOCH = 0, 18
GRANT, UPDATE, REVOKE, REQUEST, DELIVER, ACK, ANCHOR, POINTER, REVOKE_KEY = range(1, 10)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def named(text):
    return sha256(text.encode())


class Organisation:
    def __init__(self, mspid, units):
        self.mspid = mspid
        self.ca = wire.Holder(mspid + " CA")
        self.between = wire.Holder(mspid + " intermediate CA", self.ca, "ca")
        self.members = {name: self.member(name, unit) for name, unit in units.items()}

    def member(self, name, unit, issuer=None):
        holder = wire.Holder(f"{name}.{self.mspid}", issuer or self.ca, unit)
        holder.mspid = self.mspid
        return holder

    def msp(self, **more):
        return wire.msp(self.mspid, [self.ca], **more)


ORDERERS = Organisation("OrdererMSP", {**{f"orderer{i}": "orderer" for i in range(1, 8)},
                                       "client": "client", "lost": "orderer"})
ORDERERS.members["between"] = ORDERERS.member("between", "orderer", ORDERERS.between)
SECOND = Organisation("SecondOrdererMSP", {"orderer1": "orderer"})
ORG1 = Organisation("Org1MSP", {"user": "client", "peer": "peer"})
ORG2 = Organisation("Org2MSP", {"user": "client", "peer": "peer"})
STRANGER = Organisation("OrdererMSP-forged", {"orderer1": "orderer"})
FORGED = wire.Holder("orderer1.OrdererMSP", wire.Holder("another OrdererMSP CA"), "orderer")
FORGED.mspid = "OrdererMSP"


def identity_of_user():
    return wire.identity(ORG1.mspid, ORG1.members["user"].pem)


class Person:
    """Signs envelopes, in order."""

    def __init__(self, name, network):
        self.key = Ed25519PrivateKey.from_private_bytes(named("seed of " + name))
        self.public = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.network, self.seq, self.prev = network, 0, network

    def envelope(self, kind, body, now, version=1, network=None, seq=None):
        network = network or self.network
        payload = dcbor.encode({1: version, 2: network, 3: kind, 4: self.public,
                                5: seq or self.seq + 1, 6: self.prev, 7: now + 1800,
                                8: [0, bytes(32)],
                                9: {i + 1: value for i, value in enumerate(body)}})
        signature = self.key.sign(b"keepwell/1/tx\0" + network + payload)
        return payload, signature

    def accepted(self, payload):
        self.seq, self.prev = self.seq + 1, sha256(payload)


def encoded(envelope):
    return dcbor.encode(list(envelope))


def outcome(payload, kind, code, t):
    return dcbor.encode({1: sha256(payload), 2: kind, 3: code, 4: t})


def grant_body(gid, grantee, now):
    return [gid, grantee, named("manifest"), named("notice"), named("release"), 0, now,
            now + 30 * 86400, 0, "Org1MSP"]


def network_id(genesis):
    return sha256(b"keepwell/1/network\0", genesis, CONTRACT.encode())


def leaf(index, t, code, payload, signature):
    return sha256(b"\0", dcbor.encode([1, index, t, code, payload, signature]))


def root(leaves):
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha256(b"\1", root(leaves[:half]), root(leaves[half:]))
