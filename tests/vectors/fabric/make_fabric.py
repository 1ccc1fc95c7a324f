#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes raft.json and smartbft.json: channels as Fabric would write them, and lies about them.

Run it in its own folder. Each lie changes one thing of the good channel; "at" is the block where it
must be noticed; blocks are packed(). "entries": how many entries (with entry 0) must be left before it.
"""
import json
import pathlib

import wire
import world
from channel import ONE, Maker, by, by_consenters, config, finish, packed, story
from lies import (UNSUPPORTED, Lies, lies_of_blocks, lies_of_entries, lies_of_validity)
from odd import odd_ones
from world import CHANNEL, CONTRACT, T0

HERE = pathlib.Path(__file__).parent


def raft():
    orderers = {"Orderer": world.ORDERERS.msp()}
    maker = Maker(config(orderers), by(ONE))
    story(maker)
    # From block 6 on: two organisations of orderers, an intermediate authority, one orderer lost.
    changed = {"Orderer": world.ORDERERS.msp(
        intermediates=[world.ORDERERS.between],
        revoked=[wire.revocation_list(world.ORDERERS.ca, [world.ORDERERS.members["lost"].serial])]),
        "Second": world.SECOND.msp()}
    maker.append_config(config(changed, sequence=1))
    finish(maker, by(world.SECOND.members["orderer1"]))
    lies = Lies(maker)
    lies_of_blocks(lies)
    lies_of_validity(lies)
    lies_of_entries(lies, by(ONE))

    def signed(desc, at, sign, contains):
        part = lies.before(at)
        good = maker.blocks[at]
        lies.add(desc, at, part.next(good.data, good.codes, sign), contains)
    members = world.ORDERERS.members
    signed("signed by a client of the orderers", 3, by(members["client"]), "not an orderer's")
    signed("signed under the authority's own certificate", 3,
           by(world.ORDERERS.ca, "OrdererMSP"), "certificate authority's own")
    signed("signed by somebody with a certificate of the same names", 3, by(world.FORGED),
           "was not issued by it")
    signed("signed by a member of an organisation without orderers", 3,
           by(world.ORG1.members["peer"]), "no organisation of orderers")
    signed("signed by an organisation that orders only later", 3,
           by(world.SECOND.members["orderer1"]), "no organisation of orderers")
    signed("signed by an orderer whose authority is known only later", 3, by(members["between"]),
           "was not issued by it")
    signed("signed by an orderer that was revoked", 6, by(members["lost"]), "was revoked")
    lies.add("a configuration signed only by those it brings in", 5,
             lies.before(5).config(config(changed, sequence=1),
                                   by(world.SECOND.members["orderer1"])),
             "no organisation of orderers")
    lies.add("a configuration of an unknown way of ordering", 5,
             lies.before(5).config(config(orderers, "kafka")), "does not know", UNSUPPORTED)
    lies.add("a configuration with other hashes", 5,
             lies.before(5).config(config(orderers, hashing="SHA3_256")), "another hash",
             UNSUPPORTED)
    lies.add("a configuration without orderers' certificates", 5,
             lies.before(5).config(config({"Orderer": wire.msp("OrdererMSP", [])})), "no root")
    lies.add("a configuration of another channel", 5, lies.before(5).next(
        [wire.envelope(wire.CONFIG, "another", config(orderers), b"", ONE, T0)]), "another channel")
    part = lies.before(6)
    alternative = part.next(maker.blocks[6].data, sign=by(members["between"]))
    return maker, lies, [{"desc": "signed under an intermediate authority", "at": 6, "entries": 6,
                          "block": packed(alternative.whole())}, *odd_ones(lies, by(ONE))]


def smartbft():
    orderers = {"Orderer": world.ORDERERS.msp()}

    def consenters(count):
        return [(i, "OrdererMSP", world.ORDERERS.members[f"orderer{i}"].pem)
                for i in range(1, count + 1)]
    maker = Maker(config(orderers, "BFT", consenters=consenters(4)), by_consenters(1, 2, 4))
    story(maker)
    maker.append_config(config(orderers, "BFT", consenters=consenters(7), sequence=1))
    finish(maker, by_consenters(3, 4, 5, 6, 7))
    lies = Lies(maker)
    lies_of_blocks(lies)
    lies_of_validity(lies)
    lies_of_entries(lies, by_consenters(1, 2, 3))

    def signed(desc, at, sign, contains):
        part = lies.before(at)
        good = maker.blocks[at]
        lies.add(desc, at, part.next(good.data, good.codes, sign), contains)

    def with_others(*others):
        def sign(block):
            by_consenters(1, 2)(block)
            block.signatures += [other(block) for other in others]
        return sign

    def numbered(number, holder):
        return lambda block: wire.bft_signature(number, holder, block.value, block.header())
    signed("two of four", 3, by_consenters(1, 2), "2 of 4")
    signed("one of them twice", 3, by_consenters(1, 2, 2), "2 of 4")
    signed("four of seven after there are seven", 6, by_consenters(1, 2, 3, 4), "4 of 7")
    signed("of a number that no orderer has", 3,
           with_others(numbered(9, world.ORDERERS.members["orderer5"])), "2 of 4")
    signed("under another's number", 3,
           with_others(numbered(3, world.ORDERERS.members["orderer1"])), "2 of 4")
    signed("as raft signs", 3, by(ONE), "0 of 4")
    signed("without a number", 3, with_others(
        lambda block: wire.msg((2, ONE.sign(block.value + block.header())))), "2 of 4")
    forged = [*consenters(3), (4, "OrdererMSP", world.FORGED.pem)]
    part = lies.before(5)
    part.blocks = [*part.blocks, part.config(config(orderers, "BFT", consenters=forged))]
    bad = part.next([part.call([b"x"])], sign=lambda block: (
        by_consenters(1, 2)(block), block.signatures.append(
            wire.bft_signature(4, world.FORGED, block.value, block.header()))))
    lies.add("a consenter that its organisation does not vouch for", 5, [part.blocks[-1], bad],
             "2 of 4")
    lies.all[-1]["at"] = 6
    lies.add("a configuration without consenters", 5,
             lies.before(5).config(config(orderers, "BFT")), "who orders")
    lies.add("two consenters with one number", 5, lies.before(5).config(
        config(orderers, "BFT", consenters=[*consenters(4), (4, "OrdererMSP", ONE.pem)])),
        "one number")
    part = lies.before(6)
    others = [{"desc": f"signed by {len(who)} of 7", "at": 6, "entries": 6,
               "block": packed(part.next(maker.blocks[6].data, sign=by_consenters(*who)).whole())}
              for who in ((1, 2, 3, 4, 5, 6, 7), (7, 1, 3, 2, 6))]
    return maker, lies, others


def write(name, maker, lies, others):
    leaves = [world.leaf(i, t, code, payload, signature)
              for i, (t, code, payload, signature, _) in enumerate(maker.entries)]
    text = {"channel": CHANNEL, "contract": CONTRACT, "genesis": maker.genesis.hex(),
            "network": maker.network.hex(), "root": world.root(leaves).hex(),
            "entries": [{"t": t, "outcome": code, "payload": payload.hex(),
                         "signature": signature.hex(), "channel_tx": tx.hex()}
                        for t, code, payload, signature, tx in maker.entries],
            "blocks": [packed(one.whole()) for one in maker.blocks], "others": others,
            "lies": lies.all, "words": lies.words}
    (HERE / name).write_text(json.dumps(text, indent=1) + "\n")


if __name__ == "__main__":
    write("raft.json", *raft())
    write("smartbft.json", *smartbft())
