# SPDX-License-Identifier: Apache-2.0
"""What a Fabric network writes into its blocks, by hand: protobuf wire format, DER headers, MSPs.

Shares no code with Keepwell and uses no protobuf library; field numbers as docs/spec/fabric-mirror.md
lists them. Keys come from their names and ECDSA is deterministic (RFC 6979), so that the same run
writes the same bytes.
"""
import datetime
import hashlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# --- protobuf ------------------------------------------------------------------------------------

def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def msg(*fields):
    """msg((1, b"bytes"), (2, 7), (3, "text")): a field that is None, 0 or empty is left out."""
    out = b""
    for number, value in fields:
        if isinstance(value, int):
            out += varint(number << 3) + varint(value) if value else b""
        elif value:
            raw = value.encode() if isinstance(value, str) else value
            out += varint(number << 3 | 2) + varint(len(raw)) + raw
    return out


def repeated(number, values):
    """Every value is written, an empty one too."""
    return b"".join(varint(number << 3 | 2) + varint(len(value)) + value for value in values)


def mapping(number, entries):
    return repeated(number, [msg((1, key), (2, value)) for key, value in sorted(entries.items())])


# --- certificates --------------------------------------------------------------------------------

BEGIN = datetime.datetime(2024, 1, 1)
END = datetime.datetime(2025, 1, 1)  # over by now, on purpose: old blocks stay signed


class Holder:
    """A key with a certificate: an authority, an orderer, a member."""

    def __init__(self, name, issuer=None, unit=None, serial=None):
        self.name = name
        self.key = ec.derive_private_key(
            int.from_bytes(sha256(name.encode()), "big") % (P256_ORDER - 1) + 1, ec.SECP256R1())
        attributes = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
        if unit:
            attributes.insert(0, x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit))
        self.subject = x509.Name(attributes)
        self.issuer = issuer or self
        self.serial = serial or int.from_bytes(sha256(b"serial", name.encode())[:8], "big")
        builder = (x509.CertificateBuilder().subject_name(self.subject)
                   .issuer_name(self.issuer.subject).public_key(self.key.public_key())
                   .serial_number(self.serial).not_valid_before(BEGIN).not_valid_after(END)
                   .add_extension(x509.BasicConstraints(ca=issuer is None or unit == "ca",
                                                        path_length=None), critical=True))
        self.certificate = builder.sign(self.issuer.key, hashes.SHA256(), ecdsa_deterministic=True)
        self.pem = self.certificate.public_bytes(serialization.Encoding.PEM)

    def sign(self, message):
        signature = self.key.sign(message, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
        from cryptography.hazmat.primitives.asymmetric import utils
        r, s = utils.decode_dss_signature(signature)
        return utils.encode_dss_signature(r, min(s, P256_ORDER - s))


def revocation_list(authority, serials):
    builder = (x509.CertificateRevocationListBuilder().issuer_name(authority.subject)
               .last_update(BEGIN).next_update(END))
    for serial in serials:
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(BEGIN).build())
    return builder.sign(authority.key, hashes.SHA256(), ecdsa_deterministic=True).public_bytes(
        serialization.Encoding.PEM)


def identity(mspid, pem):
    return msg((1, mspid), (2, pem))


# --- configuration -------------------------------------------------------------------------------

def msp(mspid, roots, intermediates=(), revoked=(), node_units=True):
    units = msg((1, 1), (2, msg((2, "client"))), (3, msg((2, "peer"))), (4, msg((2, "admin"))),
                (5, msg((2, "orderer")))) if node_units else b""
    config = (msg((1, mspid)) + repeated(2, [one.pem for one in roots])
              + repeated(3, [one.pem for one in intermediates]) + repeated(5, list(revoked))
              + msg((11, units)))
    return msg((2, config))


def group(groups=None, values=None):
    values = {name: msg((2, value)) for name, value in (values or {}).items()}
    return mapping(2, groups or {}) + mapping(3, values)


def organisation(value):
    return group(values={"MSP": value})


def config_envelope(channel, orderers, members, consensus, consenters=(), sequence=0,
                    hashing="SHA256"):
    """orderers, members: {group name: msp()}; consenters: [(number, mspid, pem)]."""
    values = {"ConsensusType": msg((1, consensus))}
    if consenters:
        values["Orderers"] = repeated(1, [msg((1, number), (2, "localhost"), (3, 7050), (4, mspid),
                                              (5, pem)) for number, mspid, pem in consenters])
    root = group(groups={
        "Orderer": group({name: organisation(value) for name, value in orderers.items()}, values),
        "Application": group({name: organisation(value) for name, value in members.items()})},
        values={"HashingAlgorithm": msg((1, hashing))})
    return msg((1, msg((1, sequence), (2, root))))


# --- transactions --------------------------------------------------------------------------------

CONFIG, ENDORSER_TRANSACTION = 1, 3


def timestamp(seconds):
    return msg((1, seconds), (2, 7))


def envelope(kind, channel, data, creator, signer, seconds, extension=b"", nonce=b"n" * 24,
             tx_id=None):
    tx_id = sha256(nonce, creator).hex() if tx_id is None else tx_id
    channel_header = msg((1, kind), (3, timestamp(seconds) if seconds is not None else None),
                         (4, channel), (5, tx_id), (7, extension))
    signature_header = msg((1, creator), (2, nonce))
    payload = msg((1, msg((1, channel_header), (2, signature_header))), (2, data))
    return msg((1, payload), (2, signer.sign(payload) if signer else None))


# A field that nobody knows: groups, nested deeper than protobuf for C++ reads, and not than Go's.
DEEP = varint(15 << 3 | 3) * 200 + varint(15 << 3 | 4) * 200
# Where a member may put what it likes and still be endorsed, and valid.
PLACES = ("envelope", "payload", "header", "channel header", "outer signature header", "extension",
          "contract id", "proposal", "invocation", "spec", "transaction", "action", "endorsed",
          "endorsement")


def call(channel, contract, args, answer, user, seconds, nonce, status=200,
         action_contract=None, tx_id=None, proposal_hash=None, endorsers=(), rwset=b"rwset", odd=(),
         split=False):
    """A transaction that calls a chaincode, endorsed; the keyword arguments are for lies. `odd`: the
    messages that hold a field nobody knows; `split`: the header in two parts, which merge."""
    def more(place):
        assert place in PLACES
        return DEEP if place in odd else b""
    creator = identity(user.mspid, user.pem)
    extension = msg((2, msg((2, contract)) + more("contract id"))) + more("extension")
    spec = msg((1, 1), (2, msg((2, contract))), (3, repeated(1, args))) + more("spec")
    invocation = msg((1, spec)) + more("invocation")
    proposal = msg((1, invocation)) + more("proposal")
    tx_id = sha256(nonce, creator).hex() if tx_id is None else tx_id
    channel_header = msg((1, ENDORSER_TRANSACTION),
                         (3, timestamp(seconds) if seconds is not None else None), (4, channel),
                         (5, tx_id), (7, extension)) + more("channel header")
    signature_header = msg((1, creator), (2, nonce))
    action = msg((1, rwset), (3, msg((1, status), (3, answer))),
                 (4, msg((2, action_contract or contract), (3, "1"))))
    response = msg((1, proposal_hash or sha256(channel_header, signature_header, proposal)),
                   (2, action))
    endorsements = repeated(2, [msg((1, identity(one.mspid, one.pem)),
                                    (2, one.sign(response + identity(one.mspid, one.pem))))
                                for one in endorsers])
    endorsed = (msg((1, proposal), (2, msg((1, response)) + endorsements + more("endorsement")))
                + more("endorsed"))
    transaction = (repeated(1, [msg((1, signature_header), (2, endorsed)) + more("action")])
                   + more("transaction"))
    headers = [msg((1, channel_header)),
               msg((2, signature_header + more("outer signature header"))) + more("header")]
    payload = (repeated(1, headers if split else [b"".join(headers)]) + msg((2, transaction))
               + more("payload"))
    return msg((1, payload), (2, user.sign(payload))) + more("envelope")


# --- blocks --------------------------------------------------------------------------------------

def der(tag, content):
    assert len(content) < 128
    return bytes([tag, len(content)]) + content


def header_der(number, previous, data_hash):
    raw = number.to_bytes(9, "big").lstrip(b"\0") or b"\0"
    raw = b"\0" + raw if raw[0] & 0x80 else raw
    return der(0x30, der(2, raw) + der(4, previous) + der(4, data_hash))


def raft_signature(orderer, value, header, mspid=None):
    signature_header = msg((1, identity(mspid or orderer.mspid, orderer.pem)), (2, b"o" * 24))
    return msg((1, signature_header), (2, orderer.sign(value + signature_header + header)))


def bft_signature(number, orderer, value, header):
    identifier = msg((1, number), (2, b"o" * 24))
    return msg((2, orderer.sign(value + identifier + header)), (3, identifier))


class Block:
    def __init__(self, number, previous, data, codes, last_config, commit):
        self.number, self.previous, self.data = number, previous, list(data)
        self.data_hash = sha256(*self.data)
        self.codes = bytes(codes)
        self.commit = commit
        self.value = msg((1, msg((1, last_config)) or b""), (2, b"consenter"))
        self.signatures = []

    def header(self):
        return header_der(self.number, self.previous, self.data_hash)

    def hash(self):
        return sha256(self.header())

    def metadata(self):
        signed = (msg((1, self.value)) + repeated(2, self.signatures)) if self.signatures else b""
        commit = msg((1, self.commit)) if self.commit else b""
        return repeated(1, [signed, b"", self.codes, b"", commit])

    def head_only(self):
        return msg((1, msg((1, self.number), (2, self.previous), (3, self.data_hash))),
                   (3, self.metadata()))

    def whole(self):
        return msg((1, msg((1, self.number), (2, self.previous), (3, self.data_hash))),
                   (2, repeated(1, self.data)), (3, self.metadata()))
