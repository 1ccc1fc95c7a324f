#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the vectors of the contract's formats, from docs/spec/transaction.md alone.

Independent of the C++ code: hashlib, a tiny deterministic CBOR writer and the Ed25519 of RFC 8032
section 6 in plain integers. Run it in its own folder; it overwrites the .json files beside it.
"""
import hashlib
import json
import pathlib

HERE = pathlib.Path(__file__).parent


# --- deterministic CBOR, RFC 8949 section 4.2.1 -------------------------------------------------

def head(major, value):
    if value < 24:
        return bytes([major << 5 | value])
    for info, width in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if value < 1 << (8 * width):
            return bytes([major << 5 | info]) + value.to_bytes(width, "big")
    raise ValueError(value)


def cbor(item):
    if item is True:
        return b"\xf5"
    if item is False:
        return b"\xf4"
    if isinstance(item, int):
        return head(0, item)
    if isinstance(item, bytes):
        return head(2, len(item)) + item
    if isinstance(item, str):
        raw = item.encode("utf-8")
        return head(3, len(raw)) + raw
    if isinstance(item, list):
        return head(4, len(item)) + b"".join(cbor(part) for part in item)
    if isinstance(item, dict):
        return head(5, len(item)) + b"".join(cbor(k) + cbor(item[k]) for k in sorted(item))
    raise TypeError(item)


def numbered(values):
    return {place + 1: value for place, value in enumerate(values)}


# --- Ed25519, RFC 8032 section 5.1, slowly ------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    x1, y1, x2, y2 = a[0], a[1], b[0], b[1]
    common = D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + common, P - 2, P) % P
    y = (y1 * y2 + x1 * x2) * pow(1 - common, P - 2, P) % P
    return x, y


def times(number, point):
    result = (0, 1)
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def base_point():
    y = 4 * pow(5, P - 2, P) % P
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if x * x % P != x2:
        x = x * pow(2, (P - 1) // 4, P) % P
    return (P - x if x & 1 else x), y


B = base_point()


def encode_point(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def expand(seed):
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little")
    return scalar & ((1 << 254) - 8) | 1 << 254, digest[32:]


def public_key(seed):
    return encode_point(times(expand(seed)[0], B))


def sign(seed, message):
    scalar, prefix = expand(seed)
    key = encode_point(times(scalar, B))
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % L
    big_r = encode_point(times(r, B))
    k = int.from_bytes(hashlib.sha512(big_r + key + message).digest(), "little") % L
    return big_r + ((r + k * scalar) % L).to_bytes(32, "little")


# RFC 8032 section 7.1, TEST 1 to 3.
SEEDS = [bytes.fromhex(text) for text in (
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")]
KEYS = [public_key(seed) for seed in SEEDS]
assert KEYS[0].hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
assert sign(SEEDS[0], b"").hex().startswith("e5564300c360ac729086e2cc806e828a")


# --- the formats --------------------------------------------------------------------------------

def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def named(text):
    return sha256(text.encode())


NETWORK = named("network")
T0 = 1_800_000_000


def payload_bytes(number, body, seed=0, seq=1, prev=NETWORK, not_after=T0 + 1800, seen=(0, bytes(32)),
                  network=NETWORK, version=1, extra=None):
    fields = {1: version, 2: network, 3: number, 4: KEYS[seed], 5: seq, 6: prev, 7: not_after,
              8: list(seen), 9: numbered(body)}
    fields.update(extra or {})
    return cbor(fields)


def tx_signature(seed, payload, network=NETWORK):
    return sign(SEEDS[seed], b"keepwell/1/tx\0" + network + payload)


def commitment(field, ident, epoch, value, network=NETWORK):
    return sha256(b"keepwell/1/" + field.encode() + b"\0" + network + ident
                  + epoch.to_bytes(4, "big") + value)


def plain(item):
    if isinstance(item, bytes):
        return item.hex()
    if isinstance(item, (list, tuple)):
        return [plain(part) for part in item]
    return item


GID, DID = named("gid"), named("did")
BODIES = [
    ("Grant", 1, [GID, KEYS[1], named("manifest"), named("notice"), named("release"), 0, T0,
                  T0 + 86400, 3, "Klinik Süd"]),
    ("UpdateGrant", 2, [GID, 2, named("manifest 2"), named("notice 2"), named("release 2")]),
    ("Revoke", 3, [[GID, named("gid 2")], 1]),
    ("RequestAccess", 4, [GID, 1, named("respond to"), bytes(32)]),
    ("Deliver", 5, [DID, KEYS[2], named("notice"), ""]),
    ("AckDelivery", 6, [DID, 1]),
    ("Anchor", 7, [named("root")]),
    ("SetPointer", 8, [named("commit"), 2**40]),
    ("RevokeKey", 9, []),
]


def transactions():
    previous, rows = NETWORK, []
    for seq, (name, number, body) in enumerate(BODIES, start=1):
        seen = (seq * 100, named(f"root {seq}"))
        payload = payload_bytes(number, body, seq=seq, prev=previous, seen=seen)
        signature = tx_signature(0, payload)
        previous = sha256(payload)
        rows.append({"desc": name, "type": number, "seed": SEEDS[0].hex(), "key": KEYS[0].hex(),
                     "seq": seq, "not_after": T0 + 1800,
                     "seen": plain(seen), "body": plain(body), "payload": payload.hex(),
                     "signature": signature.hex(), "tx_id": previous.hex(),
                     "envelope": cbor([payload, signature]).hex(),
                     "leaf": sha256(b"\0", cbor([1, seq, T0 + seq, 0, payload, signature])).hex(),
                     "index": seq, "t": T0 + seq})
    for row, before in zip(rows, [NETWORK.hex()] + [row["tx_id"] for row in rows]):
        row["prev"] = before
    return {"network": NETWORK.hex(), "transactions": rows}


def invalid():
    """Each breaks one thing; `code` is what a host must answer."""
    anchor = [named("root")]
    good = payload_bytes(7, anchor)
    rows = []

    def case(desc, code, payload, signature=None):
        signature = tx_signature(0, payload) if signature is None else signature
        rows.append({"desc": desc, "code": code, "envelope": cbor([payload, signature]).hex()})

    def raw(desc, code, envelope):
        rows.append({"desc": desc, "code": code, "envelope": envelope.hex()})

    case("good, for comparison", "done", good)
    case("of another network", "E_NET", payload_bytes(7, anchor, network=named("other")))
    case("version 2", "E_ENC", payload_bytes(7, anchor, version=2))
    case("version 0", "E_ENC", payload_bytes(7, anchor, version=0))
    case("type 0", "E_ENC", payload_bytes(0, anchor))
    case("type 10, reserved", "E_ENC", payload_bytes(10, anchor))
    case("a field too many", "E_ENC", payload_bytes(7, anchor, extra={10: 1}))
    case("a body field too many", "E_ENC", payload_bytes(7, anchor + [1]))
    case("a body field too few", "E_ENC", payload_bytes(7, []))
    case("root of 31 bytes", "E_ENC", payload_bytes(7, [bytes(31)]))
    case("seq beyond u32", "E_ENC", payload_bytes(7, anchor, seq=2**32))
    case("not_after in the year 10000", "E_ENC", payload_bytes(7, anchor, not_after=253402300800))
    case("seen of one part", "E_ENC", payload_bytes(7, anchor, seen=(1,)))
    case("purpose 6", "E_ENC", payload_bytes(1, BODIES[0][2][:5] + [6] + BODIES[0][2][6:]))
    case("custodian of 65 bytes", "E_ENC", payload_bytes(1, BODIES[0][2][:9] + ["x" * 65]))
    case("revoke nothing", "E_ENC", payload_bytes(3, [[], 0]))
    case("revoke 65", "E_ENC", payload_bytes(3, [[named(str(i)) for i in range(65)], 0]))
    case("revoke one twice", "E_ENC", payload_bytes(3, [[GID, GID], 0]))
    case("revoke for reason 2", "E_ENC", payload_bytes(3, [[GID], 2]))
    case("acknowledge with decision 2", "E_ENC", payload_bytes(6, [DID, 2]))
    case("trailing byte in the payload", "E_ENC", good + b"\0")
    case("a longer integer than needed", "E_ENC", good.replace(b"\x03\x07\x04", b"\x03\x18\x07\x04"))
    case("signed by another key", "E_SIG", good, tx_signature(1, good))
    case("signed for another network", "E_SIG", good, tx_signature(0, good, named("other")))
    case("signature of another payload", "E_SIG", good,
         tx_signature(0, payload_bytes(7, [named("other root")])))
    case("signed without the domain", "E_SIG", good, sign(SEEDS[0], NETWORK + good))
    case("all-zero signature", "E_SIG", good, bytes(64))
    raw("not CBOR", "E_ENC", b"\xff")
    raw("empty", "E_ENC", b"")
    raw("one part", "E_ENC", cbor([good]))
    raw("three parts", "E_ENC", cbor([good, tx_signature(0, good), 1]))
    raw("signature of 63 bytes", "E_ENC", cbor([good, bytes(63)]))
    raw("trailing byte", "E_ENC", cbor([good, tx_signature(0, good)]) + b"\0")
    return {"network": NETWORK.hex(), "cases": rows}


def commitments():
    r, blind, head_hash = named("r"), named("blind"), named("head")
    notice, reason = b"sealed notice", b"sealed reason"
    terms = [3, T0, T0 + 86400, 0, "Org1MSP"]
    return {"network": NETWORK.hex(), "gid": GID.hex(), "did": DID.hex(), "epoch": 258,
            "r": r.hex(), "blind": blind.hex(), "head_hash": head_hash.hex(),
            "sealed_notice": notice.hex(), "sealed_reason": reason.hex(),
            "release": commitment("release", GID, 258, r).hex(),
            "notice": commitment("notice", GID, 258, notice).hex(),
            "delivery_notice": commitment("notice", DID, 0, notice).hex(),
            "manifest": commitment("manifest", GID, 258, blind + head_hash).hex(),
            "reason": commitment("reason", GID, 258, reason).hex(),
            "terms": plain(terms), "terms_bytes": cbor(numbered(terms)).hex(),
            "terms_hash": sha256(cbor(numbered(terms))).hex()}


def state():
    """The state after a short story, worked out by hand from the rules."""
    owner, grantee = KEYS[0], KEYS[1]
    story, rows = [], {}

    def step(seed, seq, prev, number, body, t, outcome):
        payload = payload_bytes(number, body, seed=seed, seq=seq, prev=prev, not_after=t + 1800)
        story.append({"envelope": cbor([payload, tx_signature(seed, payload)]).hex(), "t": t,
                      "outcome": outcome})
        return sha256(payload)

    release, notice, manifest = named("release"), named("notice"), named("manifest")
    terms = [1, T0, T0 + 86400, 1, ""]
    first = step(0, 1, NETWORK, 1, [GID, grantee, manifest, notice, release] + terms, T0, 0)
    opening = step(1, 1, NETWORK, 4, [GID, 1, named("one-time"), bytes(32)], T0 + 10, 0)
    refused = step(1, 2, opening, 4, [GID, 1, named("one-time 2"), named("why")], T0 + 20, 19)
    anchor = step(0, 2, first, 7, [named("root")], T0 + 15, 0)
    pointer = step(0, 3, anchor, 8, [named("commit"), 0], T0 + 14, 0)
    delivered = step(0, 4, pointer, 5, [DID, grantee, notice, ""], T0 + 30, 0)
    acked = step(1, 3, refused, 6, [DID, 0], T0 + 31, 0)
    ended = step(0, 5, delivered, 3, [[GID], 0], T0 + 5, 0)
    dead = step(1, 4, acked, 9, [], T0 + 40, 0)

    rows["k/" + owner.hex()] = numbered([5, ended, T0 + 30, True])
    rows["k/" + grantee.hex()] = numbered([4, dead, T0 + 40, False])
    rows["g/" + GID.hex()] = numbered([owner, grantee, 1, manifest, notice, release] + terms
                                      + [1, T0 + 10, False, T0 + 30])
    rows["a/" + opening.hex()] = numbered([GID, 1, grantee, named("one-time"), bytes(32), T0 + 10, 0])
    rows["a/" + refused.hex()] = numbered([GID, 1, grantee, named("one-time 2"), named("why"),
                                           T0 + 20, 19])
    rows["r/" + GID.hex() + grantee.hex()] = numbered([1])
    rows["n/" + owner.hex() + "00000002"] = numbered([named("root"), T0 + 15])
    rows["p/" + owner.hex()] = numbered([named("commit"), 0])
    rows["d/" + DID.hex()] = numbered([owner, grantee, notice, T0 + 30, 0, ""])
    hashed = b"".join(
        len(key).to_bytes(4, "big") + key.encode() + len(cbor(rows[key])).to_bytes(4, "big")
        + cbor(rows[key]) for key in sorted(rows))
    return {"network": NETWORK.hex(), "story": story,
            "rows": {key: cbor(value).hex() for key, value in sorted(rows.items())},
            "state_hash": sha256(hashed).hex()}


def query():
    fields = [1, NETWORK, 2, KEYS[0], GID, T0, bytes(range(16))]
    inner = cbor(numbered(fields))
    signature = sign(SEEDS[0], b"keepwell/1/query\0" + inner)
    return {"network": NETWORK.hex(), "seed": SEEDS[0].hex(), "number": 2, "id": GID.hex(),
            "time": T0, "nonce": bytes(range(16)).hex(), "signed": cbor([inner, signature]).hex()}


def chaincode():
    """docs/spec/chaincode.md: what travels between wallet and contract server."""
    rid, genesis, locator = named("rid"), named("genesis"), named("channel tx")
    return {"genesis": genesis.hex(), "contract": "keepwell",
            "network": sha256(b"keepwell/1/network\0", genesis, b"keepwell").hex(),
            "id": GID.hex(), "field": 2, "epoch": 258,
            "slot": cbor(numbered([2, GID, 258])).hex(),
            "rid": rid.hex(), "type": 4, "code": 19, "t": T0,
            "outcome": cbor(numbered([rid, 4, 19, T0])).hex(),
            "event": cbor(numbered([rid, 19])).hex(),
            "msp": "Org1MSP", "host": cbor(numbered([1, NETWORK, "Org1MSP"])).hex(),
            "locator": locator.hex(), "kind": 2,
            "index_key": "i2~" + GID.hex() + "~" + rid.hex() + "~" + locator.hex()}


if __name__ == "__main__":
    for name, make in (("chaincode", chaincode), ("transactions", transactions), ("invalid", invalid),
                       ("commitments", commitments), ("state", state), ("query", query)):
        text = json.dumps(make(), indent=1, ensure_ascii=False)
        (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8")
