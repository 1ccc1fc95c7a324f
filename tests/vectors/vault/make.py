# SPDX-License-Identifier: Apache-2.0
"""Writes the expected bytes of docs/spec/vault.md, without any of our code. Needs PyNaCl."""
import hashlib
import hmac
import json
import pathlib
import unicodedata

import nacl.bindings
import nacl.pwhash.argon2id

HERE = pathlib.Path(__file__).resolve().parent
DATA_KEY = bytes(range(100, 132))
SALT, RECOVERY_SALT = bytes(range(16)), bytes(range(16, 32))
PASSES, MEMORY_KIB = 3, 64 * 1024
TYPED = unicodedata.normalize("NFD", "Gr\u00fc\u00dfe aus Z\u00fcrich ")


def expand32(key, info):
    return hmac.new(key, info + b"\x01", hashlib.sha256).digest()


def extract(salt, key):
    return hmac.new(salt, key, hashlib.sha256).digest()


def u32(number):
    return number.to_bytes(4, "big")


def slot(kind, key, salt, nonce, parameters):
    commitment = expand32(key, b"keepwell/1/vault/commit" + u32(kind) + salt)
    wrap_key = expand32(key, b"keepwell/1/vault/wrap" + u32(kind) + salt)
    wrapped = nonce + nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        DATA_KEY, b"keepwell/1/vault/slot" + u32(kind), nonce, wrap_key)
    body = parameters + salt + commitment + wrapped
    return u32(kind) + u32(len(body)) + body


def checked(covered):
    return covered + hashlib.sha256(covered).digest()


def closed(slots):
    mac_key = expand32(DATA_KEY, b"keepwell/1/vault/header")
    return checked(slots + hmac.new(mac_key, slots, hashlib.sha256).digest())


def main():
    passphrase = unicodedata.normalize("NFC", TYPED).encode()
    key = nacl.pwhash.argon2id.kdf(32, passphrase, SALT, PASSES, MEMORY_KIB * 1024)
    prk = extract(b"keepwell/1/seed", bytes(16))
    recovery = expand32(prk, b"keepwell/1/recovery")
    slots = (b"KWVAULT1" + u32(1) + u32(2)
             + slot(1, key, SALT, bytes([7]) * 24, u32(PASSES) + u32(MEMORY_KIB))
             + slot(2, recovery, RECOVERY_SALT, bytes([8]) * 24, b""))
    head = closed(slots)

    def changed(at, new, close=closed):
        return close(slots[:at] + new + slots[at + len(new):])

    def forged(at):
        """One byte of the header changed by somebody who can make the checksum, not the HMAC."""
        covered = bytearray(head[:-32])
        covered[at] ^= 1
        return checked(bytes(covered))

    bad = [
        ("a newer generation", b"KWVAULT2" + head[8:], "unsupported"),
        ("a newer version", changed(8, u32(2)), "unsupported"),
        ("version 0", changed(8, u32(0)), "tampered"),
        ("three slots", changed(12, u32(3)), "unsupported"),
        ("a slot for a device secret", changed(16, u32(3)), "unsupported"),
        ("more passes than allowed", changed(24, u32(11)), "tampered"),
        ("no passes", changed(24, u32(0)), "tampered"),
        ("too much memory", changed(28, u32(1024 * 1024 + 1)), "tampered"),
        ("4 TiB of memory", changed(28, u32(4294967295)), "tampered"),
        ("too little memory", changed(28, u32(64 * 1024 - 1)), "tampered"),
        ("a byte too many", checked(head[:-32] + b"\0"), "unsupported"),
        ("a checksum that does not match", head[:-1] + bytes([head[-1] ^ 1]), "tampered"),
    ]
    forgeries = [
        ("the salt", forged(32), "wrong_key"), ("the commitment", forged(48), "wrong_key"),
        ("the wrapped key's nonce", forged(80), "tampered"),
        ("the wrapped key", forged(110), "tampered"),
        ("the other slot's salt", forged(160), "tampered"),
        ("the other slot's commitment", forged(180), "tampered"),
        ("the other slot's wrapped key", forged(260), "tampered"),
        ("the HMAC", forged(290), "tampered"),
    ]
    assert len(head) == 344
    value = {
        "desc": "a header with passphrase and recovery slot", "head": head.hex(),
        "typed": TYPED, "passphrase_nfc": passphrase.hex(), "passphrase_key": key.hex(),
        "salt": SALT.hex(), "passes": PASSES, "memory_kib": MEMORY_KIB,
        "seed": bytes(16).hex(), "recovery": recovery.hex(), "data_key": DATA_KEY.hex(),
        "database_key": expand32(DATA_KEY, b"keepwell/1/vault/sqlcipher").hex(),
        "bad": [{"desc": d, "head": h.hex(), "expect": e} for d, h, e in bad],
        "forged": [{"desc": d, "head": h.hex(), "expect": e} for d, h, e in forgeries],
    }
    text = json.dumps(value, indent=1, ensure_ascii=True, sort_keys=True) + "\n"
    (HERE / "head.json").write_text(text, encoding="ascii")


main()
