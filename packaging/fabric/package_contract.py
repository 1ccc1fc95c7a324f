#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the chaincode package that an organisation installs on its peers, and prints the package's id.

It tells the peers where the organisation's keepwell-contract listens, and holds no program. The same words and
certificates make the same bytes, and so the same id, wherever and whenever it is run.

    package_contract.py --label keepwell_1 --address contract.clinic.example:9999 --root-cert ca.pem keepwell.tar.gz
"""
import argparse
import hashlib
import io
import json
import pathlib
import re
import struct
import sys
import tarfile
import zlib

LABEL = re.compile(r"[A-Za-z0-9]+([.+_-][A-Za-z0-9]+)*")


def tar(files):
    """Sorted names, no times, no owners."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in sorted(files.items()):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(data), 0o644
            archive.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


def gzip(data):
    """RFC 1952 without a name or a time, in stored blocks: no version of a compressor decides the bytes."""
    out = bytearray(b"\x1f\x8b\x08\x00" + bytes(4) + b"\x00\xff")
    for start in range(0, len(data), 0xFFFF):
        block = data[start:start + 0xFFFF]
        last = start + len(block) == len(data)
        out += struct.pack("<BHH", last, len(block), len(block) ^ 0xFFFF) + block
    return bytes(out + struct.pack("<II", zlib.crc32(data), len(data)))


def as_json(value):
    return (json.dumps(value, indent=1, sort_keys=True) + "\n").encode()


def package(label, connection):
    code = gzip(tar({"connection.json": as_json(connection)}))
    return gzip(tar({"metadata.json": as_json({"type": "ccaas", "label": label}), "code.tar.gz": code}))


def package_id(label, data):
    return f"{label}:{hashlib.sha256(data).hexdigest()}"


def pem(name):
    text = pathlib.Path(name).read_text(encoding="ascii")
    if not text.startswith("-----BEGIN "):
        raise ValueError(f"{name} is not PEM")
    return text


def connection_of(arguments):
    connection = {"address": arguments.address, "dial_timeout": arguments.dial_timeout,
                  "tls_required": arguments.root_cert is not None}
    if arguments.root_cert:
        connection["root_cert"] = pem(arguments.root_cert)
    if arguments.client_cert:
        connection |= {"client_auth_required": True, "client_cert": pem(arguments.client_cert),
                       "client_key": pem(arguments.client_key)}
    if arguments.domain:
        connection["domain"] = arguments.domain
    return connection


def read_words():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("output", help="the package to write, a .tar.gz")
    parser.add_argument("--label", required=True, help="name and version of the package, as keepwell_1")
    parser.add_argument("--address", required=True, help="host:port of keepwell-contract, as the peers dial it")
    parser.add_argument("--root-cert", metavar="PEM", help="authority of the server's TLS certificate")
    parser.add_argument("--client-cert", metavar="PEM", help="the peers' certificate, where the server asks for one")
    parser.add_argument("--client-key", metavar="PEM", help="its key; it will stand in the package in clear")
    parser.add_argument("--domain", help="name in the server's certificate, where it is not that of the address")
    parser.add_argument("--dial-timeout", default="10s", help="of a peer (default: %(default)s)")
    parser.add_argument("--no-tls", action="store_true", help="for an address of the peers' own computer only")
    arguments = parser.parse_args()
    if not LABEL.fullmatch(arguments.label):
        parser.error("--label: letters and digits, with single . + _ - between them")
    if bool(arguments.root_cert) == arguments.no_tls:
        parser.error("give --root-cert, or --no-tls")
    if bool(arguments.client_cert) != bool(arguments.client_key) or (arguments.client_cert and arguments.no_tls):
        parser.error("--client-cert and --client-key go together, with TLS")
    if arguments.domain and not arguments.client_cert:
        parser.error("--domain: peers use it only together with --client-cert")
    return arguments


def main():
    arguments = read_words()
    try:
        data = package(arguments.label, connection_of(arguments))
        pathlib.Path(arguments.output).write_bytes(data)
    except (OSError, ValueError) as wrong:
        sys.exit(f"package_contract.py: {wrong}")
    print(package_id(arguments.label, data))


if __name__ == "__main__":
    main()
