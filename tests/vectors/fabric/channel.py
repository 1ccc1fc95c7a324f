# SPDX-License-Identifier: Apache-2.0
"""Makes a channel block by block, as an honest network would; the lies begin with it."""
import base64
import zlib

import wire
import world
from world import CHANNEL, CONTRACT, DONE, E_EPOCH, T0, named, sha256

VALID, MVCC, POLICY = 0, 11, 10
ONE = world.ORDERERS.members["orderer1"]


def packed(raw):
    """As qUncompress() reads it, in base64: certificates repeat themselves."""
    return base64.b64encode(len(raw).to_bytes(4, "big") + zlib.compress(raw, 9)).decode()


class Maker:
    """Appends blocks to a channel; `sign` signs one."""

    def __init__(self, config, sign):
        self.sign, self.blocks, self.entries, self.last_config = sign, [], [], 0
        self.nonces = 0
        genesis = wire.envelope(wire.CONFIG, CHANNEL, config, b"", None, T0)
        first = wire.Block(0, b"", [genesis], [VALID], 0, b"")
        self.blocks.append(first)
        self.genesis = first.hash()
        self.network = world.network_id(self.genesis)
        self.entries.append((0, DONE, self.genesis, b"", b""))
        self.anna = world.Person("anna", self.network)
        self.ben = world.Person("ben", self.network)

    @staticmethod
    def nonce_of(number):
        return sha256(b"nonce", number.to_bytes(4, "big"))[:24]

    def nonce(self):
        self.nonces += 1
        return self.nonce_of(self.nonces)

    def call(self, args, answer=b"", contract=CONTRACT, now=T0, **lies):
        return wire.call(CHANNEL, contract, args, answer, world.ORG1.members["user"], now,
                         self.nonce(), endorsers=[world.ORG1.members["peer"],
                                                  world.ORG2.members["peer"]], **lies)

    def submit(self, envelope, kind, now, code=DONE, **lies):
        answer = lies.pop("answer", None) or world.outcome(envelope[0], kind, code, now)
        args = lies.pop("args", None) or [b"Submit", world.encoded(envelope)]
        return self.call(args, answer, now=lies.pop("time", now), **lies)

    def entry(self, person, kind, body, now, code=DONE):
        """A good entry; returns its transaction."""
        envelope = person.envelope(kind, body, now)
        person.accepted(envelope[0])
        transaction = self.submit(envelope, kind, now, code)
        creator = wire.identity(world.ORG1.mspid, world.ORG1.members["user"].pem)
        tx_id = sha256(self.nonce_of(self.nonces), creator)
        self.entries.append((now, code, *envelope, tx_id))
        return transaction

    def next(self, data, codes=None, sign=None, last_config=None):
        """The next block, signed, not appended."""
        before = self.blocks[-1]
        codes = [VALID] * len(data) if codes is None else codes
        commit = sha256(b"commit", before.commit, bytes(codes), *data)
        block = wire.Block(before.number + 1, before.hash(), data, codes,
                           self.last_config if last_config is None else last_config, commit)
        (sign or self.sign)(block)
        return block

    def append(self, data, codes=None, sign=None):
        self.blocks.append(self.next(data, codes, sign))
        return self.blocks[-1]

    def config(self, config, sign=None):
        envelope = wire.envelope(wire.CONFIG, CHANNEL, config, b"", ONE, T0)
        return self.next([envelope], sign=sign, last_config=self.blocks[-1].number + 1)

    def append_config(self, config):
        self.blocks.append(self.config(config))
        self.last_config = self.blocks[-1].number


def by(orderer, mspid=None):
    def sign(block):
        block.signatures = [wire.raft_signature(orderer, block.value, block.header(), mspid)]
    return sign


def by_consenters(*numbers):
    def sign(block):
        block.signatures = [
            wire.bft_signature(number, world.ORDERERS.members[f"orderer{number}"], block.value,
                               block.header()) for number in numbers]
    return sign


def config(orderers, consensus="etcdraft", members=None, **more):
    members = members or {"Org1": world.ORG1.msp(), "Org2": world.ORG2.msp()}
    return wire.config_envelope(CHANNEL, orderers, members, consensus, **more)


def story(maker):
    """The good channel, up to the configuration."""
    anna, ben, gid = maker.anna, maker.ben, named("gid")
    maker.append([maker.call([b"CommitChaincodeDefinition", b"x"], contract="_lifecycle")])
    maker.append([maker.entry(anna, world.GRANT, world.grant_body(gid, ben.public, T0), T0),
                  maker.entry(ben, world.POINTER, [named("pointer"), 0], T0 + 1)])
    other = world.Person("other", maker.network).envelope(world.ANCHOR, [named("x")], T0)
    maker.append([maker.call([b"Deposit", b"slot"]),
                  maker.submit(other, world.ANCHOR, T0, contract="other"),
                  maker.entry(ben, world.REQUEST, [gid, 1, named("resp"), bytes(32)], T0 + 2)])
    late = anna.envelope(world.ANCHOR, [named("late")], T0 + 3)
    maker.append([maker.entry(anna, world.ANCHOR, [named("root")], T0 + 3),
                  maker.submit(late, world.ANCHOR, T0 + 3)], [VALID, MVCC])


def finish(maker, sign):
    anna, ben, gid = maker.anna, maker.ben, named("gid")
    maker.append([maker.entry(ben, world.REQUEST, [gid, 2, named("resp"), bytes(32)], T0 + 4,
                              E_EPOCH)], sign=sign)
    maker.append([maker.entry(anna, world.REVOKE, [[gid], 0], T0 + 5)], sign=sign)
