# SPDX-License-Identifier: Apache-2.0
"""Good blocks with transactions that any member of a channel can make, and no program does: peers take
them in, or call them invalid, and a wallet must neither stop at them nor miss an entry in them."""
import wire
import world
from channel import POLICY, VALID, packed
from world import T0, named

BAD_PAYLOAD = 2


class Odd:
    """Each is block 3; "entries": how many there must be after it (with entry 0)."""

    def __init__(self, lies, sign):
        self.maker, self.sign, self.all = lies.before(3), sign, []
        self.ben = world.Person("ben", self.maker.network)  # as he stands before block 3
        self.ben.accepted(self.ben.envelope(world.POINTER, [named("pointer"), 0], T0 + 1)[0])
        self.request = self.ben.envelope(
            world.REQUEST, [named("gid"), 1, named("resp"), bytes(32)], T0 + 2)

    def ours(self, **more):
        return self.maker.submit(self.request, world.REQUEST, T0 + 2, **more)

    def others(self, **more):
        return self.maker.submit(self.request, world.REQUEST, T0 + 2, contract="other", **more)

    def add(self, desc, entries, data, codes=None):
        block = self.maker.next(data, codes, self.sign)
        self.all.append({"desc": desc, "at": 3, "entries": entries, "block": packed(block.whole())})


def odd_ones(lies, sign):
    odd = Odd(lies, sign)
    unknown = wire.msg((3, b"more"))
    for place in wire.PLACES:
        odd.add(f"an entry with an unknown field in its {place}", 4, [odd.ours(odd=[place])])
        odd.add(f"another contract's with an unknown field in its {place}", 4,
                [odd.others(odd=[place]), odd.ours()])
        odd.add(f"an invalid one with an unknown field in its {place}", 4,
                [odd.ours(odd=[place]), odd.ours()], [POLICY, VALID])
    odd.add("an envelope with a field of bytes that nobody knows", 4, [odd.ours() + unknown])
    odd.add("the same, of another contract", 3, [odd.others() + unknown])
    # Not an endorser transaction, not of this channel, not to be read at all.
    odd.add("no transaction at all, valid to nobody", 4,
            [wire.msg((1, b"\xff\xff"), (2, b"signature")), odd.ours()], [BAD_PAYLOAD, VALID])
    odd.add("no signature", 4, [wire.msg((1, b"\xff")), odd.ours()], [BAD_PAYLOAD, VALID])
    odd.add("a message of another type", 4,
            [wire.envelope(2, world.CHANNEL, b"\xff", world.identity_of_user(),
                           world.ORG1.members["user"], T0), odd.ours()])
    odd.add("another contract's without an action", 4,
            [wire.envelope(wire.ENDORSER_TRANSACTION, world.CHANNEL, b"\xff",
                           world.identity_of_user(), world.ORG1.members["user"], T0,
                           extension=wire.msg((2, wire.msg((2, "other"))))), odd.ours()])
    odd.add("a header in two parts", 4, [odd.ours(split=True)])
    odd.add("a signature twice", 4, [odd.ours() + wire.msg((2, b"another"))])
    return odd.all
