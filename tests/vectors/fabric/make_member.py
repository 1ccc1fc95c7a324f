# SPDX-License-Identifier: Apache-2.0
"""Writes member.json: certificates, signatures, proposals and prepared transactions of Fabric, without any of our code.

Needs cryptography (Debian: python3-cryptography): python3 make_member.py. Keys and signatures are new each time.
Protocol Buffers are written by hand here, after Fabric's field numbers.
"""
import base64
import datetime
import hashlib
import json
import pathlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa, utils
from cryptography.x509.oid import NameOID

HERE = pathlib.Path(__file__).resolve().parent
ORDER = {"secp256r1": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
         "secp384r1": int("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196A"
                          "CCC52973", 16)}


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out + bytes([number]))


def field(number, value):
    """Bytes, text or a number as a field; nothing for an empty one, as proto3 has it."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value) if value else b""
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value if value else b""


def message(**fields):
    return b"".join(field(int(name[1:]), one) for name, value in fields.items()
                    for one in (value if isinstance(value, list) else [value]))


def name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certify(subject, key, issuer=None, issuer_key=None, authority=False):
    builder = (x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name(issuer or subject))
               .public_key(key.public_key()).serial_number(x509.random_serial_number())
               .not_valid_before(datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc))
               .not_valid_after(datetime.datetime(2124, 1, 1, 12, 34, 56, tzinfo=datetime.timezone.utc))
               .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True))
    return builder.sign(issuer_key or key, hashes.SHA256())


def pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM).decode()


def key64(key, form=serialization.PrivateFormat.PKCS8):
    return base64.b64encode(key.private_bytes(serialization.Encoding.DER, form,
                                              serialization.NoEncryption())).decode()


def ecdsa(key, text, low=True):
    r, s = utils.decode_dss_signature(key.sign(text, ec.ECDSA(hashes.SHA256())))
    order = ORDER[key.curve.name]
    s = min(s, order - s) if low else max(s, order - s)
    return utils.encode_dss_signature(r, s)


def identity(msp, certificate):
    return message(_1=msp, _2=pem(certificate))


class Member:
    def __init__(self, msp, subject, key, authority, authority_key, issuer):
        self.msp, self.key = msp, key
        self.certificate = certify(subject, key, issuer, authority_key)
        self.creator = identity(msp, self.certificate)

    def sign(self, text):
        return self.key.sign(text) if isinstance(self.key, ed25519.Ed25519PrivateKey) else ecdsa(self.key, text)

    def told(self):
        return {"msp": self.msp, "certificate": pem(self.certificate), "key": key64(self.key),
                "creator": self.creator.hex()}


def p256():
    return ec.generate_private_key(ec.SECP256R1())


def signatures(member, ed, p384):
    text = b"what is signed"
    good, high = ecdsa(member.key, text), ecdsa(member.key, text, low=False)
    cases = [("ECDSA, low s", member, good, True), ("ECDSA, high s", member, high, False),
             ("ECDSA, a byte after it", member, good + b"\0", False), ("ECDSA, cut", member, good[:-1], False),
             ("ECDSA, of another key", ed, good, False), ("nothing", member, b"", False),
             ("ECDSA, of another message", member, ecdsa(member.key, b"something else"), False),
             ("Ed25519", ed, ed.key.sign(text), True),
             ("Ed25519, a bit turned", ed, ed.key.sign(text)[:-1] + b"\x7f", False),
             ("P-384, low s", p384, ecdsa(p384.key, text), True),
             ("P-384, high s", p384, ecdsa(p384.key, text, low=False), False)]
    return [{"desc": desc, "certificate": pem(who.certificate), "message": text.hex(), "signature": signature.hex(),
             "verifies": good} for desc, who, signature, good in cases]


def proposal(member, transient):
    call = {"channel": "keepwell", "contract": "kw", "function": "Submit", "arguments": [b"\x01\x02", b"", b"third"],
            "time": 1_790_000_000, "nonce": hashlib.sha256(b"nonce").digest()[:24]}
    tx = hashlib.sha256(call["nonce"] + member.creator).hexdigest()
    contract = message(_2=call["contract"])
    channel_header = message(_1=3, _3=message(_1=call["time"]), _4=call["channel"], _5=tx, _7=message(_2=contract))
    signature_header = message(_1=member.creator, _2=call["nonce"])
    # Arguments may be empty, so they are written without field().
    arguments = b"".join(b"\x0a" + varint(len(one)) + one for one in [call["function"].encode(), *call["arguments"]])
    invocation = message(_1=message(_2=contract, _3=arguments))
    public = message(_1=invocation)
    payload = public + b"".join(field(2, message(_1=key, _2=value)) for key, value in transient.items())
    whole = message(_1=message(_1=channel_header, _2=signature_header), _2=payload)
    told = {**call, "arguments": [one.hex() for one in call["arguments"]], "nonce": call["nonce"].hex(),
            "transient": {key: value.hex() for key, value in transient.items()}, "id": tx, "proposal": whole.hex()}
    return told, channel_header, signature_header, public


class Prepared:
    """A transaction as a gateway hands it over; each tampering changes one thing and signs again what it can."""

    def __init__(self, parts, endorsers, contract="kw"):
        self.channel_header, self.signature_header, self.public = parts
        self.endorsers, self.contract = endorsers, contract
        self.status, self.answer, self.extra = 200, b"the answer", b""
        self.hash = hashlib.sha256(b"".join(parts)).digest()
        self.signed_hash = self.action_header = self.signatures = self.second = None

    def build(self):
        action = message(_1=b"reads and writes", _3=message(_1=self.status, _3=self.answer),
                         _4=message(_2=self.contract))
        response = message(_1=self.hash, _2=action)
        endorsed = [message(_1=one.creator, _2=one.sign(response + one.creator)) for one in self.endorsers]
        if self.signatures:
            endorsed = self.signatures(endorsed, response)
        inner = message(_1=self.public, _2=message(_1=response, _2=endorsed))
        one = message(_1=self.action_header or self.signature_header, _2=inner)
        actions = [one, one] if self.second else [one]
        header = message(_1=self.channel_header, _2=self.signature_header)
        return message(_1=header, _2=message(_1=actions)) + self.extra


def prepared(parts, peer1, peer2, stranger, member):
    cases = []

    def case(desc, expect, **change):
        one = Prepared(parts, change.pop("endorsers", [peer1, peer2]))
        for key, value in change.items():
            setattr(one, key, value)
        cases.append({"desc": desc, "payload": one.build().hex(), "expect": expect})

    channel_header, signature_header, public = parts
    other = public.replace(b"third", b"fourt")
    turned = bytes([parts[0][-1] ^ 1])
    case("as it should be", "")
    case("another channel header", "headers", channel_header=channel_header[:-1] + turned)
    case("another signature header", "headers", signature_header=signature_header[:-1] + b"\xff",
         action_header=signature_header)
    case("another header in the action", "actions", action_header=signature_header[:-1] + b"\xff")
    case("two actions", "actions", second=True)
    case("other arguments", "arguments", public=other)
    case("a transient value taken along", "arguments", public=public + field(2, message(_1="value", _2=b"secret")))
    case("other arguments endorsed", "another call",
         hash=hashlib.sha256(channel_header + signature_header + other).digest())
    case("another contract", "another contract", contract="other")
    case("refused by the contract", "refused", status=400)
    case("endorsed by nobody", "nobody", endorsers=[])
    case("endorsed by one of two", "other organisations", endorsers=[peer1])
    case("endorsed by an organisation that was not asked", "not of Org3MSP", endorsers=[peer1, peer2, stranger])
    case("one endorser twice", "twice", endorsers=[peer1, peer2, peer1])
    case("a bit of an endorsement turned", "not signed",
         signatures=lambda all, _: [all[0], all[1][:-1] + bytes([all[1][-1] ^ 1])])
    case("an endorsement of something else", "not signed",
         signatures=lambda all, _: [all[0], message(_1=peer2.creator, _2=peer2.sign(b"something else"))])
    case("an endorser of another organisation's authority", "not of Org2MSP",
         endorsers=[peer1, stranger_as(stranger, "Org2MSP")])
    case("more than there should be", "unreadable", extra=field(9, b"something"))
    return cases


def stranger_as(stranger, msp):
    other = Member.__new__(Member)
    other.msp, other.key, other.certificate = msp, stranger.key, stranger.certificate
    other.creator = identity(msp, stranger.certificate)
    return other


def main():
    ca1, ca2, ca3 = p256(), p256(), p256()
    root1, root2 = certify("ca.org1", ca1, authority=True), certify("ca.org2", ca2, authority=True)
    between = p256()
    intermediate = certify("between.org2", between, "ca.org2", ca2, authority=True)
    member = Member("Org1MSP", "member", p256(), root1, ca1, "ca.org1")
    ed = Member("Org1MSP", "modern", ed25519.Ed25519PrivateKey.generate(), root1, ca1, "ca.org1")
    p384 = Member("Org1MSP", "p384", ec.generate_private_key(ec.SECP384R1()), root1, ca1, "ca.org1")
    peer1 = Member("Org1MSP", "peer1", p256(), root1, ca1, "ca.org1")
    peer2 = Member("Org2MSP", "peer2", p256(), intermediate, between, "between.org2")
    stranger = Member("Org3MSP", "stranger", p256(), None, ca3, "ca.org3")
    plain, *parts = proposal(member, {})
    secret, *_ = proposal(member, {"value": b"never in a transaction"})
    sec1 = key64(member.key, serialization.PrivateFormat.TraditionalOpenSSL)
    refused = {"P-384": key64(p384.key), "RSA": key64(rsa.generate_private_key(65537, 2048))}
    told = {"note": "made by make_member.py; the keys are of nobody",
            "roots": {"Org1MSP": [pem(root1)], "Org2MSP": [pem(root2)]}, "intermediates": {"Org2MSP": [pem(intermediate)]},
            "members": {"p256": member.told(), "ed25519": ed.told(), "peer1": peer1.told(), "peer2": peer2.told()},
            "sec1": sec1, "unsupported": refused, "ends": "2124-01-01 12:34:56",
            "signatures": signatures(member, ed, p384), "proposals": [plain, secret],
            "prepared": prepared(parts, peer1, peer2, stranger, member)}
    (HERE / "member.json").write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main()
