# SPDX-License-Identifier: Apache-2.0
"""Writes the expected bytes of docs/spec/keys.md and docs/spec/invite.md, without any of our code.

Needs PyNaCl and the English word list of BIP-39 (Debian: python3-nacl, python3-mnemonic):
    python3 make.py english.txt
"""
import base64
import hashlib
import hmac
import json
import pathlib
import sys

import nacl.bindings
import nacl.signing

HERE = pathlib.Path(__file__).resolve().parent
WORDS = pathlib.Path(sys.argv[1]).read_text(encoding="ascii").split()


def extract(salt, key):
    return hmac.new(salt, key, hashlib.sha256).digest()


def expand(key, info, length=32):
    output, block, count = b"", b"", 0
    while len(output) < length:
        count += 1
        block = hmac.new(key, block + info + bytes([count]), hashlib.sha256).digest()
        output += block
    return output[:length]


def u32(number):
    return number.to_bytes(4, "big")


def cbor(value):
    def head(major, number):
        if number < 24:
            return bytes([major << 5 | number])
        for extra, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
            if number < 1 << (8 * size):
                return bytes([major << 5 | extra]) + number.to_bytes(size, "big")
        raise ValueError(number)

    if isinstance(value, int):
        return head(0, value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    return head(5, len(value)) + b"".join(cbor(key) + cbor(value[key]) for key in sorted(value))


def signed(domain, fields, seed):
    payload = cbor(fields)
    signature = nacl.signing.SigningKey(seed).sign(domain.encode() + b"\0" + payload).signature
    return cbor([payload, signature])


def phrase(seed):
    bits = int.from_bytes(seed, "big") << 4 | hashlib.sha256(seed).digest()[0] >> 4
    return " ".join(WORDS[bits >> (11 * (11 - i)) & 2047] for i in range(12))


def sign_public(seed):
    return bytes(nacl.signing.SigningKey(seed).verify_key)


def seal_public(secret):
    return nacl.bindings.crypto_scalarmult_base(secret)


def schedule(seed, network, cases):
    prk = extract(b"keepwell/1/seed", seed)
    result = {"seed": seed.hex(), "phrase": phrase(seed), "network": network.hex(),
              "recovery": expand(prk, b"keepwell/1/recovery").hex(), "hot": []}
    for e in (0, 1, 4294967295):
        hot = expand(prk, b"keepwell/1/hot" + u32(e))
        relations = []
        for i, n in cases:
            rest = network + u32(i) + u32(n)
            relations.append({
                "i": i, "n": n,
                "sign": sign_public(expand(hot, b"keepwell/1/pair/sign" + rest)).hex(),
                "enc": seal_public(expand(hot, b"keepwell/1/pair/enc" + rest)).hex()})
        result["hot"].append({
            "e": e, "key": hot.hex(), "self": sign_public(expand(hot, b"keepwell/1/self/sign")).hex(),
            "backup": expand(hot, b"keepwell/1/backup/enc").hex(), "relations": relations})
    return result


def check_words(one, other):
    digest = hashlib.sha512(min(one, other) + max(one, other)).digest()
    for _ in range(5199):
        digest = hashlib.sha512(digest).digest()
    bits = int.from_bytes(digest, "big") >> (512 - 66)
    return " ".join(WORDS[bits >> (11 * (5 - i)) & 2047] for i in range(6))


def write(name, value):
    text = json.dumps(value, indent=1, ensure_ascii=True, sort_keys=True) + "\n"
    (HERE / name).write_text(text, encoding="ascii")


def main():
    network = bytes(range(32))
    cases = [(0, 0), (1, 0), (1, 7), (4294967295, 4294967295)]
    write("key_schedule.json", {
        "desc": "every key of two wallets",
        "wallets": [schedule(bytes(16), network, cases),
                    schedule(hashlib.sha256(b"a made-up seed").digest()[:16], network, cases)]})

    seed, secret = bytes([1]) * 32, bytes([2]) * 32
    fields = {1: 1, 2: network, 3: "", 4: "Dr. Zoë Müller", 5: 1, 6: sign_public(seed),
              7: seal_public(secret), 8: 1900000000}
    file = signed("keepwell/1/invite", fields, seed)
    link = "keepwell:" + base64.urlsafe_b64encode(file).decode().rstrip("=")
    write("invite.json", {
        "desc": "a clinician's invite on an embedded network", "expect": "ok",
        "signing_seed": seed.hex(), "sealing_secret": secret.hex(), "network": network.hex(),
        "custodian": "", "name": fields[4], "role": "clinician", "expires": fields[8],
        "file": file.hex(), "link": link})
    bad = []
    for desc, change, expect in (
            ("a newer version", {1: 2}, "unsupported"), ("a role that is none", {5: 4}, "invalid"),
            ("a name with a direction mark", {4: "Dr. \u202eanA"}, "invalid"),
            ("a name with a line break", {4: "Dr.\nAna"}, "invalid"),
            ("a name with blanks around it", {4: " Ana "}, "invalid"), ("no name", {4: ""}, "invalid"),
            ("a name that is not in NFC", {4: "Zoe\u0308"}, "invalid"),
            ("another's key", {6: sign_public(bytes([9]) * 32)}, "tampered"),
            ("a field too many", {9: 0}, "invalid"), ("a short key", {7: bytes(31)}, "invalid"),
            ("a year past 9999", {8: 253402300800}, "invalid")):
        bad.append({"desc": desc, "expect": expect,
                    "file": signed("keepwell/1/invite", fields | change, seed).hex()})
    bad.append({"desc": "signed for another use", "expect": "tampered",
                "file": signed("keepwell/1/hello", fields, seed).hex()})
    write("invite_bad.json", {"desc": "one thing wrong in each", "cases": bad})

    hello_seed, hello_secret = bytes([3]) * 32, bytes([4]) * 32
    hello = {1: 1, 2: network, 3: sign_public(seed), 4: "Maria", 5: 0, 6: sign_public(hello_seed),
             7: seal_public(hello_secret)}
    write("hello.json", {
        "desc": "a patient's answer to invite.json", "expect": "ok",
        "signing_seed": hello_seed.hex(), "sealing_secret": hello_secret.hex(),
        "network": network.hex(), "invite": sign_public(seed).hex(), "name": "Maria",
        "role": "patient", "bytes": signed("keepwell/1/hello", hello, hello_seed).hex()})

    sides = [sign_public(bytes([k]) * 32) + seal_public(bytes([k + 1]) * 32) for k in (1, 3, 5)]
    write("check_words.json", {
        "desc": "six words of each pair, in either order",
        "pairs": [{"one": a.hex(), "other": b.hex(), "words": check_words(a, b)}
                  for a, b in ((sides[0], sides[1]), (sides[1], sides[2]), (sides[2], sides[0]))]})


main()
