#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the vectors of docs/spec/object.md beside this file, from the specification alone.

Needs the Python package `cryptography`; the tests only read what it wrote. Byte i of a plaintext is
(7 * i + i // 251) mod 256. Blocks are given for small objects, their CIDs for all.
"""
import base64
import hashlib
import hmac
import json
import pathlib

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK = 16 * 1024
SEGMENT_CHUNKS = 63
TYPES = {1: "manifest", 2: "attachment", 3: "backup", 4: "message"}
LENGTHS = [0, 1, 4096, 4097, 16383, 16384, 20000, 63 * CHUNK - 1, 63 * CHUNK, 63 * CHUNK + 1, 3000000]


def plaintext(length):
    return bytes((7 * i + i // 251) & 0xFF for i in range(length))


def padme(length):
    if length <= 4096:
        return 4096
    exponent = length.bit_length() - 1
    size = exponent.bit_length()
    mask = (1 << (exponent - size)) - 1
    return (length + mask) & ~mask


def hkdf_expand_sha512(prk, info, size):
    out, block, counter = b"", b"", 1
    while len(out) < size:
        block = hmac.new(prk, block + info + bytes([counter]), hashlib.sha512).digest()
        out += block
        counter += 1
    return out[:size]


def seal(key, salt, context, message):
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\x00" + salt + context
    derived = hkdf_expand_sha512(key, info, 32 + 12 + 32)
    aead, base_nonce, commitment = AESGCM(derived[:32]), int.from_bytes(derived[32:44], "big"), derived[44:]
    chunks = []
    for index in range(len(message) // CHUNK + 1):
        nonce = (base_nonce ^ index).to_bytes(12, "big")
        chunks.append(aead.encrypt(nonce, message[index * CHUNK:(index + 1) * CHUNK], None))
    return salt + commitment, chunks


def cid_bytes(block):
    return bytes([0x01, 0x55, 0x12, 0x20]) + hashlib.sha256(block).digest()


def cid_text(block):
    return "b" + base64.b32encode(cid_bytes(block)).decode().lower().rstrip("=")


def cbor_head(major, value):
    for info, width in ((None, 0), (24, 1), (25, 2), (26, 4), (27, 8)):
        if info is None and value < 24:
            return bytes([major << 5 | value])
        if info is not None and value < 1 << (8 * width):
            return bytes([major << 5 | info]) + value.to_bytes(width, "big")
    raise ValueError(value)


def reference(kind, key, length, blocks):
    out = cbor_head(5, 5)
    out += cbor_head(0, 1) + cbor_head(0, 1)
    out += cbor_head(0, 2) + cbor_head(0, kind)
    out += cbor_head(0, 3) + (b"\xf6" if key is None else cbor_head(2, 32) + key)
    out += cbor_head(0, 4) + cbor_head(0, length)
    out += cbor_head(0, 5) + cbor_head(4, len(blocks))
    for block in blocks:
        out += cbor_head(2, 36) + cid_bytes(block)
    return out


def vector(kind, length):
    seed = hashlib.sha512(b"keepwell object vector %d %d" % (kind, length)).digest()
    key, salt = seed[:32], seed[32:56]
    message = plaintext(length)
    padded = message + bytes(padme(length) - length)
    header, chunks = seal(key, salt, b"keepwell/1/obj" + bytes([kind]), padded)
    blocks = [b"".join(chunks[i:i + SEGMENT_CHUNKS]) for i in range(0, len(chunks), SEGMENT_CHUNKS)]
    blocks[0] = header + blocks[0]
    small = len(blocks) == 1 and len(blocks[0]) < 8192
    return {
        "desc": f"{TYPES[kind]} of {length} bytes, {len(blocks)} segment(s)",
        "expect": "ok", "type": kind, "length": length, "padded": len(padded),
        "key": key.hex(), "salt": salt.hex(), "sha256": hashlib.sha256(message).hexdigest(),
        "cids": [cid_text(block) for block in blocks], "sizes": [len(block) for block in blocks],
        "ref": reference(kind, key, length, blocks).hex(),
        "ref_without_key": reference(kind, None, length, blocks).hex(),
        "blocks": [block.hex() for block in blocks] if small else None,
    }


def main():
    folder = pathlib.Path(__file__).resolve().parent
    for number, length in enumerate(LENGTHS):
        kind = number % 4 + 1
        path = folder / f"{TYPES[kind]}-{length}.json"
        path.write_text(json.dumps(vector(kind, length), indent=1) + "\n")


if __name__ == "__main__":
    main()
