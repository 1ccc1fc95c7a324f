#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the vectors of the sharing formats beside itself, from docs/spec/shared-object.md and
docs/spec/notice.md alone: plain Python, no code of Keepwell. Run: python3 -B make.py"""
import json
from hashlib import sha256
from pathlib import Path

import dcbor
import ed25519
import hpke

hpke.check()
HERE = Path(__file__).parent


def filled(byte):
    return bytes([byte]) * 32


def digest(data):
    return sha256(data).digest()


NETWORK, GRANT, DELIVERY = filled(0x11), filled(0x22), filled(0x23)
AUTHOR_SEED = filled(0x33)
AUTHOR = ed25519.public_key(AUTHOR_SEED)
RECIPIENT = ed25519.public_key(filled(0x44))
SEALING_SECRET = filled(0x55)
SEALING = hpke.public_key(SEALING_SECRET)
TERMS = {1: 3, 2: 1790000000, 3: 1790600000, 4: 5, 5: "Larkmere é"}


def row(offset, length, salt, index, path, anchor, provenance):
    return {1: offset, 2: length, 3: salt, 4: index, 5: b"".join(path), 6: anchor, 7: provenance}


def head(identity, epoch, terms_hash, count, table, bundle):
    attachments = dcbor.encode([])
    return dcbor.encode({1: 1, 2: NETWORK, 3: identity, 4: epoch, 5: AUTHOR, 6: RECIPIENT, 7: terms_hash, 8: count,
                         9: digest(table), 10: len(table), 11: digest(attachments), 12: len(attachments),
                         13: digest(bundle), 14: len(bundle)})


def shared_object(identity, epoch, terms_hash, records):
    """The whole object, and its head and signature."""
    start, between, end = ('{"resourceType":"Bundle","type":"collection","entry":[{"resource":', '},{"resource":', "}]}")
    bundle = (start + between.join(text for text, _ in records) + end).encode()
    table, at = b"", len(start)
    for text, (salt, index, path, anchor, provenance) in records:
        line = dcbor.encode(row(at, len(text.encode()), salt, index, path, anchor, provenance))
        table += len(line).to_bytes(4, "big") + line
        at += len(text.encode()) + len(between)
    signed = head(identity, epoch, terms_hash, len(records), table, bundle)
    signature = ed25519.sign(AUTHOR_SEED, b"keepwell/1/manifest\0" + signed)
    return len(signed).to_bytes(4, "big") + signed + signature + table + dcbor.encode([]) + bundle, signed, signature


def object_vector(desc, identity, epoch, terms_hash, records):
    whole, signed, signature = shared_object(identity, epoch, terms_hash, records)
    return {"desc": desc, "network": NETWORK.hex(), "id": identity.hex(), "epoch": epoch,
            "author_seed": AUTHOR_SEED.hex(), "author": AUTHOR.hex(), "recipient": RECIPIENT.hex(),
            "terms_hash": terms_hash.hex(),
            "records": [{"bytes": text, "salt": salt.hex(), "index": index, "path": [node.hex() for node in path],
                         "anchor": anchor and anchor.hex(), "provenance": provenance}
                        for text, (salt, index, path, anchor, provenance) in records],
            "head": signed.hex(), "signature": signature.hex(), "object": whole.hex()}


def objects():
    records = [('{"resourceType":"Patient","name":[{"family":"Søndergård"}]}', (filled(1), 0, [], None, "")),
               ('{ "resourceType" : "Observation" , "valueQuantity":{"value":5.50} }',
                (filled(2), 3, [filled(3), filled(4)], filled(5), "From Larkmere Hospital")),
               ("{}", (filled(6), 2**40 - 1, [filled(7)] * 48, filled(8), "é" * 256))]
    return [object_vector("a share of three records", GRANT, 7, digest(dcbor.encode(TERMS)), records),
            object_vector("a delivery of one record", DELIVERY, 0, bytes(32), records[1:2])]


def key_parts():
    manifest, release, epoch = filled(0x66), filled(0x77), 2**32 - 1
    label = b"keepwell/1/release" + GRANT + epoch.to_bytes(4, "big")
    mask = hpke.hkdf_expand(release, label, 32)
    part = bytes(a ^ b for a, b in zip(manifest, mask))
    info = b"keepwell/1/sealed-key" + NETWORK + GRANT + epoch.to_bytes(4, "big") + AUTHOR + RECIPIENT
    aad = digest(dcbor.encode(TERMS))
    return {"desc": "the recipient part of a share's key", "network": NETWORK.hex(), "grant": GRANT.hex(), "epoch": epoch,
            "grantor": AUTHOR.hex(), "recipient": RECIPIENT.hex(), "terms": dcbor.encode(TERMS).hex(),
            "sealing_secret": SEALING_SECRET.hex(), "release": release.hex(), "manifest_key": manifest.hex(),
            "recipient_part": hpke.seal(SEALING, info, aad, part, filled(0x78)).hex()}


def notice(desc, kind, identity, epoch, plaintext, fields):
    info = b"keepwell/1/notice" + NETWORK + identity + epoch.to_bytes(4, "big") + AUTHOR + RECIPIENT
    return {"desc": desc, "kind": kind, "id": identity.hex(), "epoch": epoch, "plaintext": plaintext.hex(),
            "sealed": hpke.seal(SEALING, info, bytes([kind]), plaintext, filled(0x79)).hex(), **fields}


def notices():
    blind, part, reference = filled(0x31), filled(0x32) * 2 + bytes(16), b"a reference"
    grant = dcbor.encode({1: 1, 2: "kidney check é", 3: 12, 4: dcbor.encode(TERMS), 5: part, 6: blind, 7: reference})
    delivery = dcbor.encode({1: 1, 2: "your letter", 3: 2, 7: reference})
    bad = {"newer version": {1: 2, 2: "x"}, "reason of 301 bytes": {1: 1, 2: "x" * 301, 3: 1, 4: dcbor.encode(TERMS), 5: part, 6: blind, 7: reference},
           "a field too many": {1: 1, 2: "x", 3: 1, 4: dcbor.encode(TERMS), 5: part, 6: blind, 7: reference, 8: 1},
           "a field too few": {1: 1, 2: "x", 3: 1, 4: dcbor.encode(TERMS), 5: part, 6: blind},
           "terms that are none": {1: 1, 2: "x", 3: 1, 4: b"\xa0", 5: part, 6: blind, 7: reference},
           "a blind of 31 bytes": {1: 1, 2: "x", 3: 1, 4: dcbor.encode(TERMS), 5: part, 6: blind[1:], 7: reference}}
    expect = {"newer version": "unsupported"}
    reason = b"keepwell/1/reason" + NETWORK + GRANT + (3).to_bytes(4, "big") + RECIPIENT
    return {"network": NETWORK.hex(), "author": AUTHOR.hex(), "recipient": RECIPIENT.hex(),
            "sealing_secret": SEALING_SECRET.hex(),
            "good": [notice("a share", 1, GRANT, 3, grant,
                            {"text": "kidney check é", "records": 12, "terms": dcbor.encode(TERMS).hex(),
                             "recipient_part": part.hex(), "blind": blind.hex(), "object": reference.hex()}),
                     notice("a delivery", 2, DELIVERY, 0, delivery,
                            {"text": "your letter", "records": 2, "object": reference.hex()}),
                     notice("a hello", 3, DELIVERY, 0, b"a hello", {"text": "a hello"})],
            "bad": [notice(desc, 1, GRANT, 3, dcbor.encode(fields), {"expect": expect.get(desc, "invalid")})
                    for desc, fields in bad.items()]
            + [notice("not CBOR", 1, GRANT, 3, b"\xff", {"expect": "invalid"}),
               notice("a longer integer than needed", 1, GRANT, 3, b"\xa1\x01\x18\x01", {"expect": "invalid"})],
            "reason": {"grant": GRANT.hex(), "epoch": 3, "requester": RECIPIENT.hex(), "text": "second opinion é",
                       "sealed": hpke.seal(SEALING, reason, b"", "second opinion é".encode(), filled(0x80)).hex()}}


for name, value in (("objects", objects()), ("key_parts", key_parts()), ("notices", notices())):
    (HERE / f"{name}.json").write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n")
