#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""verify_proof.py DIR: checks bundle.json and proof.json of an opened share (docs/spec/proof.md), by
the page alone. Prints what is wrong; exit status 0 when nothing is. Nothing of Keepwell is used."""
import json
import sys
from hashlib import sha256
from pathlib import Path

import dcbor
import ed25519

START, BETWEEN, END = (b'{"resourceType":"Bundle","type":"collection","entry":[{"resource":',
                       b'},{"resource":', b"}]}")


def digest(*parts):
    return sha256(b"".join(parts)).digest()


def path_of(text):
    raw = bytes.fromhex(text)
    return [raw[at:at + 32] for at in range(0, len(raw), 32)]


def root_of(leaf, index, size, path):
    """RFC 9162 section 2.1.3.2; None when the path has not the right length."""
    last, node = size - 1, leaf
    if index > last:
        return None
    for sibling in path:
        if last == 0:
            return None
        if index & 1 or index == last:
            node = digest(b"\1", sibling, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = digest(b"\1", node, sibling)
        index, last = index >> 1, last >> 1
    return node if last == 0 else None


def entry_body(network, entry, kind, name):
    """The payload of an entry that is signed, of this kind, done, and stands under its root."""
    payload, signature = bytes.fromhex(entry["payload"]), bytes.fromhex(entry["signature"])
    fields = dcbor.decode(payload)
    leaf = digest(b"\0", dcbor.encode([1, entry["index"], entry["t"], entry["outcome"], payload, signature]))
    demand(fields[1] == 1 and fields[2] == network and fields[3] == kind, f"{name}: another entry")
    demand(ed25519.verify(fields[4], b"keepwell/1/tx\0" + network + payload, signature), f"{name}: signature")
    demand(entry["outcome"] == 0, f"{name}: refused")
    demand(root_of(leaf, entry["index"], entry["size"], path_of(entry["path"])) == bytes.fromhex(entry["root"]),
           f"{name}: not under its root")
    return fields


def check_share(proof, network, head, head_bytes):
    """Grant, update and request belong to the head; returns nothing, notes what does not hold."""
    gid, epoch, author, recipient = head[3], head[4], head[5], head[6]
    demand(ed25519.verify(author, b"keepwell/1/manifest\0" + head_bytes, bytes.fromhex(proof["signature"])),
           "head: signature")
    demand(head[1] == 1 and head[2] == network, "head: another network or version")
    grant = entry_body(network, proof["grant"], 1, "grant")
    body = grant[9]
    # The body of a grant: gid, grantee, three commitments, then the terms.
    terms = dcbor.encode({key - 5: body[key] for key in range(6, 11)})
    demand((body[1], body[2], grant[4]) == (gid, recipient, author), "grant: other parties")
    demand(digest(terms) == head[7], "grant: other terms")
    manifest, before = body[3], proof["grant"]
    if epoch > 1:
        update, before = entry_body(network, proof["update"], 2, "update"), proof["update"]
        demand((update[9][1], update[9][2], update[4]) == (gid, epoch, author), "update: another share")
        manifest = update[9][3]
    demand(manifest == digest(b"keepwell/1/manifest\0", network, gid, epoch.to_bytes(4, "big"),
                              bytes.fromhex(proof["blind"]), digest(head_bytes)), "the log names other records")
    request = entry_body(network, proof["request"], 4, "request")
    demand((request[9][1], request[9][2], request[4]) == (gid, epoch, recipient), "request: another share")
    demand(proof["request"]["index"] > before["index"] and proof["request"]["t"] < body[8], "request: too early or late")


def check_records(proof, network, head, bundle):
    anchors = {}
    for anchor in proof["anchors"]:
        anchors[sha256(bytes.fromhex(anchor["payload"])).hexdigest()] = entry_body(network, anchor, 7, "anchor")[9][1]
    table, table_length, at, proven = sha256(), 0, 0, 0
    for number, record in enumerate(proof["records"]):
        frame = BETWEEN if number else START
        demand(bundle[at:at + len(frame)] == frame, f"record {number}: its frame")
        at += len(frame)
        demand(record["offset"] == at, f"record {number}: its place")
        piece = bundle[at:at + record["length"]]
        at += record["length"]
        demand(sha256(piece).hexdigest() == record["sha256"], f"record {number}: its hash")
        anchor = record["anchor"]
        row = dcbor.encode({1: record["offset"], 2: record["length"], 3: bytes.fromhex(record["salt"]),
                            4: record["index"], 5: bytes.fromhex(record["path"]),
                            6: anchor and bytes.fromhex(anchor), 7: record["provenance"]})
        table.update(len(row).to_bytes(4, "big") + row)
        table_length += 4 + len(row)
        if anchor:
            leaf = digest(b"\0keepwell/1/rec", bytes.fromhex(record["salt"]), sha256(piece).digest())
            root = root_of(leaf, record["index"], 1 << record["depth"], path_of(record["path"]))
            demand(anchor in anchors and anchors[anchor] == root, f"record {number}: its anchor")
            proven += 1
    demand(bundle[at:] == END, "the bundle's end")
    demand((head[8], head[10], head[9]) == (len(proof["records"]), table_length, table.digest()), "the list of records")
    demand((head[14], head[13]) == (len(bundle), digest(bundle)), "the bundle")
    return proven


PROBLEMS = []


def demand(holds, otherwise):
    if not holds:
        PROBLEMS.append(otherwise)


def main(folder):
    proof, bundle = json.loads((folder / "proof.json").read_bytes()), (folder / "bundle.json").read_bytes()
    head_bytes, network = bytes.fromhex(proof["head"]), bytes.fromhex(proof["network"])
    head = dcbor.decode(head_bytes)
    demand(proof["version"] == 1, "version")
    check_share(proof, network, head, head_bytes)
    proven = check_records(proof, network, head, bundle)
    print(json.dumps({"records": head[8], "proven": proven, "author": head[5].hex(), "problems": PROBLEMS}))
    return 1 if PROBLEMS else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
