#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes record.json: canonical forms, leaves and batches by docs/spec/record.md, from that page alone.

Usage: make_record_vectors.py > record.json
"""
import hashlib
import json


class Number(str):
    """A number as it was written."""


def pairs(members):
    keys = [key for key, _ in members]
    assert len(keys) == len(set(keys))
    return dict(members)


def read(text):
    return json.loads(text, object_pairs_hook=pairs, parse_int=Number, parse_float=Number)


def quoted(text):
    out = []
    for character in text:
        if character in '"\\':
            out.append("\\" + character)
        elif ord(character) < 0x20:
            out.append(f"\\u00{ord(character):02x}")
        else:
            out.append(character)
    return '"' + "".join(out) + '"'


def dense(text):
    return "".join(c for c in text if c not in " \t\r\n")


def canonical(value, path=()):
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, path + ("[]",)) for item in value) + "]"
    members = []
    for key in sorted(value, key=lambda k: k.encode()):
        inside = value[key]
        if path == ("meta",) and key in ("versionId", "lastUpdated", "source"):
            continue
        if path == () and key == "meta" and isinstance(inside, dict) \
                and not set(inside) - {"versionId", "lastUpdated", "source"}:
            continue
        if path[-1:] == ("text",) and key == "div" and isinstance(inside, str):
            inside = dense(inside)
        members.append(quoted(key) + ":" + canonical(inside, path + (key,)))
    return "{" + ",".join(members) + "}"


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf(salt, record):
    return sha256(b"\x00" + b"keepwell/1/rec" + salt + sha256(record))


def root_and_paths(leaves):
    paths = [[] for _ in leaves]
    level, indexes = list(leaves), list(range(len(leaves)))
    while len(level) > 1:
        for i, index in enumerate(indexes):
            paths[i].append(level[index ^ 1].hex())
        indexes = [index // 2 for index in indexes]
        level = [sha256(b"\x01" + level[i] + level[i + 1]) for i in range(0, len(level), 2)]
    return level[0].hex(), paths


TEXTS = [
    '{"resourceType":"Patient","id":"a"}',
    ' { "id" : "a" , "resourceType" : "Patient" } ',
    '{"resourceType":"Observation","valueQuantity":{"value":5.50,"unit":"mmol/L"}}',
    '{"resourceType":"Observation","valueQuantity":{"value":-1.5E+3}}',
    '{"resourceType":"Basic","s":"\\u00e9\\n\\"\\\\\\/\\u0001\\ud83d\\ude00","\\u0062":[true,false,null]}',
    '{"resourceType":"Basic","meta":{"versionId":"2","lastUpdated":"2020-01-01T00:00:00Z","source":"x"}}',
    '{"resourceType":"Basic","meta":{"versionId":"2","profile":["p"],"tag":[{"source":"stays"}]}}',
    '{"resourceType":"Basic","text":{"status":"generated","div":"<div> a\\n\\tb  </div>"}}',
    '{"resourceType":"Composition","section":[{"text":{"div":"<div>\\r\\n c d</div>"},"div":" stays "}]}',
    '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Basic","meta":{"versionId":"3"}}}]}',
    '{"b":1,"B":2,"\\u00e4":3,"a":4,"aa":5,"":6,"resourceType":"Basic"}',
    '{"resourceType":"Basic","meta":{}}',
]


def main():
    forms = [{"text": text, "canonical": canonical(read(text)),
              "sha256": sha256(canonical(read(text)).encode()).hex()} for text in TEXTS]
    leaves = []
    for number in range(4):
        salt = sha256(b"salt %d" % number)
        record = TEXTS[number].strip().encode()
        leaves.append({"salt": salt.hex(), "record": record.decode(), "leaf": leaf(salt, record).hex()})
    root, paths = root_and_paths([bytes.fromhex(item["leaf"]) for item in leaves])
    print(json.dumps({"desc": "docs/spec/record.md, version 1", "canonical": forms, "leaves": leaves,
                      "root": root, "paths": paths}, indent=1, ensure_ascii=True))


if __name__ == "__main__":
    main()
