# SPDX-License-Identifier: Apache-2.0
"""HPKE of RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, in plain
Python: slow, and only for tests. `python3 hpke.py` checks itself against RFC 9180 appendix A.2.1."""
import hashlib
import hmac
import struct

P = 2**255 - 19


def x25519(scalar, u):
    """RFC 7748 section 5."""
    k = int.from_bytes(scalar, "little") & (2**254 - 8) | 2**254
    x1 = int.from_bytes(u, "little") & (2**255 - 1)
    x2, z2, x3, z3, swapped = 1, 0, x1, 1, 0
    for t in range(254, -1, -1):
        bit = k >> t & 1
        if swapped ^ bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swapped = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a % P, b * b % P, d * a % P, c * b % P
        x3, z3 = (da + cb) ** 2 % P, x1 * (da - cb) ** 2 % P
        x2, z2 = aa * bb % P, (aa - bb) * (aa + 121665 * (aa - bb)) % P
    if swapped:
        x2, z2 = x3, z3
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


def public_key(secret):
    return x25519(secret, (9).to_bytes(32, "little"))


def hkdf_extract(salt, key):
    return hmac.digest(salt, key, "sha256")


def hkdf_expand(key, info, length):
    block, output, number = b"", b"", 0
    while len(output) < length:
        number += 1
        block = hmac.digest(key, block + info + bytes([number]), "sha256")
        output += block
    return output[:length]


def rotate(value, bits):
    return (value << bits | value >> 32 - bits) & 0xFFFFFFFF


def chacha_block(key, counter, nonce):
    """RFC 8439 section 2.3."""
    start = struct.unpack("<16I", b"expand 32-byte k" + key + struct.pack("<I", counter) + nonce)
    s = list(start)
    for _ in range(10):
        for a, b, c, d in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                           (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            for to, by, turned, bits in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                s[to] = (s[to] + s[by]) & 0xFFFFFFFF
                s[turned] = rotate(s[turned] ^ s[to], bits)
    return struct.pack("<16I", *((x + y) & 0xFFFFFFFF for x, y in zip(s, start)))


def aead_seal(key, nonce, aad, plaintext):
    """RFC 8439 section 2.8."""
    stream = b"".join(chacha_block(key, 1 + i, nonce) for i in range((len(plaintext) + 63) // 64))
    text = bytes(a ^ b for a, b in zip(plaintext, stream))
    one_time = chacha_block(key, 0, nonce)
    r = int.from_bytes(one_time[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    data = aad + bytes(-len(aad) % 16) + text + bytes(-len(text) % 16) + struct.pack("<QQ", len(aad), len(text))
    total = 0
    for at in range(0, len(data), 16):
        total = (total + int.from_bytes(data[at:at + 16] + b"\1", "little")) * r % (2**130 - 5)
    tag = (total + int.from_bytes(one_time[16:32], "little")) & (2**128 - 1)
    return text + tag.to_bytes(16, "little")


def labeled_extract(suite, salt, label, key):
    return hkdf_extract(salt, b"HPKE-v1" + suite + label + key)


def labeled_expand(suite, key, label, info, length):
    return hkdf_expand(key, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)


def seal(recipient, info, aad, plaintext, ephemeral):
    """enc || ciphertext || tag; `ephemeral` is the one-time secret key, random in real life."""
    enc = public_key(ephemeral)
    kem = b"KEM" + b"\x00\x20"
    secret = labeled_expand(kem, labeled_extract(kem, b"", b"eae_prk", x25519(ephemeral, recipient)),
                            b"shared_secret", enc + recipient, 32)
    suite = b"HPKE" + b"\x00\x20\x00\x01\x00\x03"
    context = b"\0" + labeled_extract(suite, b"", b"psk_id_hash", b"") + labeled_extract(suite, b"", b"info_hash", info)
    key = labeled_extract(suite, secret, b"secret", b"")
    return enc + aead_seal(labeled_expand(suite, key, b"key", context, 32),
                           labeled_expand(suite, key, b"base_nonce", context, 12), aad, plaintext)


def check():
    sealed = seal(bytes.fromhex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"),
                  bytes.fromhex("4f6465206f6e2061204772656369616e2055726e"), b"Count-0",
                  b"Beauty is truth, truth beauty",
                  bytes.fromhex("f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600"))
    assert sealed.hex() == (
        "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
        "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db"
        "21993c62ce81883d2dd1b51a28"), sealed.hex()


if __name__ == "__main__":
    check()
    print("as RFC 9180 appendix A.2.1 says")
