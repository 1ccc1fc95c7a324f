# SPDX-License-Identifier: Apache-2.0
"""Lies about a good channel, each with where it must be noticed and why."""
import copy

import world
from channel import MVCC, POLICY, VALID, Maker, by, config, packed
from world import DONE, E_EPOCH, T0, named, sha256

TAMPERED, UNSUPPORTED = "tampered", "unsupported"


class Lies:
    """Each lie begins with the good blocks before `at`."""

    def __init__(self, maker):
        self.maker, self.all, self.words = maker, [], []

    def before(self, at):
        part = copy.copy(self.maker)
        part.blocks = self.maker.blocks[:at]
        part.last_config = 5 if at > 5 else 0
        return part

    def entries_before(self, at):
        return [1, 1, 1, 3, 4, 5, 5, 6, 7][at]

    def add(self, desc, at, blocks, contains, code=TAMPERED):
        blocks = blocks if isinstance(blocks, list) else [blocks]
        self.all.append({"desc": desc, "at": at, "contains": contains, "code": code,
                         "entries": self.entries_before(at),
                         "blocks": [packed(one if isinstance(one, bytes) else one.whole())
                                    for one in blocks]})

    def changed(self, at, change):
        block = copy.deepcopy(self.maker.blocks[at])
        change(block)
        return block

    def set(self, desc, at, contains, **values):
        def change(block):
            for name, value in values.items():
                setattr(block, name, value)
        self.add(desc, at, self.changed(at, change), contains)

    def word(self, desc, at, is_alike, block):
        self.words.append({"desc": desc, "at": at, "alike": is_alike,
                           "head": packed(block.head_only())})


def flipped(raw, at=-1):
    out = bytearray(raw)
    out[at] ^= 1
    return bytes(out)


def cut_signature(transaction):
    """The payload, and what follows it, as if that were a transaction of its own."""
    length = next(end for end in range(2, 12) if transaction[end - 1] < 0x80)
    size = sum((byte & 0x7F) << 7 * i for i, byte in enumerate(transaction[1:length]))
    return transaction[:length + size], transaction[length + size:]


def lies_of_blocks(lies):
    """What the orderers' signatures and the hashes give away."""
    good = lies.maker.blocks[3]
    lies.set("a byte of a transaction changed", 3, "not the ones its header names",
             data=[good.data[0], flipped(good.data[1], 40), good.data[2]])
    lies.set("a byte of a transaction changed, and the data hash with it", 3, "not signed",
             data=[flipped(good.data[0], 40), *good.data[1:]],
             data_hash=sha256(flipped(good.data[0], 40), *good.data[1:]))
    lies.set("an entry dropped, and the data hash changed with it", 3, "not signed",
             data=good.data[:2], data_hash=sha256(*good.data[:2]), codes=good.codes[:2])
    lies.set("transactions in another order, and the data hash changed with it", 3, "not signed",
             data=good.data[::-1], data_hash=sha256(*good.data[::-1]))
    invented = lies.before(3).submit(world.Person("eve", lies.maker.network).envelope(
        world.ANCHOR, [named("eve")], T0), world.ANCHOR, T0)
    lies.set("an entry invented, and the data hash changed with it", 3, "not signed",
             data=[*good.data, invented], data_hash=sha256(*good.data, invented),
             codes=good.codes + b"\0")
    lies.set("two transactions shown as one", 3, "no plain envelope",
             data=[good.data[0] + good.data[1], good.data[2]], codes=good.codes[:2])
    lies.set("a transaction cut at another place", 3, "no plain envelope",
             data=[good.data[0][:-3], good.data[0][-3:] + good.data[1], good.data[2]])
    lies.set("a transaction of nothing", 3, "no plain envelope",
             data=[b"", *good.data], codes=good.codes + b"\0")
    lies.set("a signature cut off its transaction", 3, "no plain envelope",
             data=[*cut_signature(good.data[0]), *good.data[1:]], codes=good.codes + b"\0")
    lies.set("one verdict too few", 3, "verdicts", codes=good.codes[:2])
    lies.set("another number", 3, "is missing", number=4)
    lies.set("another previous hash", 3, "does not follow", previous=named("x"))
    lies.set("a data hash of 31 bytes", 3, "another length", data_hash=good.data_hash[:31])
    lies.set("no previous hash", 3, "another length", previous=b"")
    lies.set("the signed value changed", 3, "not over this block", value=flipped(good.value))
    lies.set("no signature", 3, "no signature", signatures=[])
    lies.set("the signature of the block before", 3, "not signed",
             signatures=lies.maker.blocks[2].signatures)
    lies.add("a block skipped", 3, lies.maker.blocks[4], "is missing")
    lies.add("a block twice", 3, lies.maker.blocks[2], "is missing")
    lies.add("nothing but zeros", 3, bytes(40), "no block")
    lies.add("header and metadata only", 3, good.head_only(), "without its transactions")
    other = Maker(config({"Orderer": world.SECOND.msp()}), by(world.SECOND.members["orderer1"]))
    lies.add("another channel's first block", 0, other.blocks[0], "begins with another block")


def lies_of_validity(lies):
    """What only the rules, or another organisation, give away."""
    lies.set("an entry that lost a race shown as valid", 4, "the rules reject it", codes=b"\0\0")
    for at, block in enumerate(lies.maker.blocks):
        lies.word("alike", at, True, block)
    last = len(lies.maker.blocks) - 1
    lies.word("the last entry shown as lost", last, False,
              lies.changed(last, lambda one: setattr(one, "codes", bytes([MVCC]))))
    lies.word("an invalid transaction invalid for another reason", 4, False,
              lies.changed(4, lambda one: setattr(one, "codes", bytes([VALID, POLICY]))))
    lies.word("another state", 4, False,
              lies.changed(4, lambda one: setattr(one, "commit", named("other"))))
    lies.word("no commit hash", 4, False, lies.changed(4, lambda one: setattr(one, "commit", b"")))
    lies.word("another block", 4, False,
              lies.changed(4, lambda one: setattr(one, "data_hash", named("other"))))


def lies_of_entries(lies, sign):
    """Blocks that the orderers did sign and a peer calls valid, which no honest peer would."""
    maker = lies.before(3)
    gid, now = named("gid"), T0 + 2
    ben = world.Person("ben", maker.network)  # as he stands before block 3
    ben.accepted(ben.envelope(world.POINTER, [named("pointer"), 0], T0 + 1)[0])
    body = [gid, 1, named("resp"), bytes(32)]
    request = ben.envelope(world.REQUEST, body, now)

    def lie(desc, contains, envelope=request, expected=TAMPERED, **more):
        transaction = maker.submit(envelope, world.REQUEST, now, **more)
        lies.add(desc, 3, maker.next([transaction], sign=sign), contains, expected)
    lie("the outcome is not the rules'", "recorded as", code=E_EPOCH)
    lie("the inner signature is another's", "edited: entry 3",
        envelope=(request[0], flipped(request[1])))
    lie("the outcome is of another envelope", "another envelope's",
        answer=world.outcome(b"other", world.REQUEST, DONE, now))
    lie("the outcome cannot be read", "breaks its form", answer=b"\xa0")
    lie("the envelope cannot be read", "breaks its form", args=[b"Submit", b"\x82"])
    lie("an argument too many", "number of arguments",
        args=[b"Submit", world.encoded(request), b""])
    lie("no argument", "number of arguments", args=[b"Submit"])
    lie("an error of the contract", "did not accept", status=500)
    lie("another contract's answer", "did not accept", action_contract="other")
    lie("endorsed for another call", "another call", proposal_hash=named("other"))
    lie("an id that is not the creator's", "not made of its creator", tx_id=named("id").hex())
    lie("no time", "not a date", time=None)
    lie("a time after the year 9999", "not a date", time=253402300800)
    lie("of another network", "edited: entry 3",
        envelope=ben.envelope(world.REQUEST, body, now, network=named("elsewhere")))
    lie("made by a newer Keepwell", "newer", expected=UNSUPPORTED,
        envelope=ben.envelope(world.REQUEST, body, now, version=2))
    lie("an entry left out before it", "the rules reject it",
        envelope=ben.envelope(world.REQUEST, body, now, seq=7))
    twice = [maker.submit(request, world.REQUEST, now) for _ in range(2)]
    lies.add("one envelope twice", 3, maker.next(twice, sign=sign), "the rules reject it")
