# SPDX-License-Identifier: Apache-2.0
"""Deterministic CBOR (RFC 8949 section 4.2.1), as much of it as Keepwell signs. For tests."""


def head(major, number):
    for extra, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 24:
            return bytes([major << 5 | number])
        if number < 1 << 8 * size:
            return bytes([major << 5 | extra]) + number.to_bytes(size, "big")
    raise ValueError(number)


def encode(value):
    if value is None:
        return b"\xf6"
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, int):
        return head(0, value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(encode, value))
    return head(5, len(value)) + b"".join(encode(key) + encode(value[key]) for key in sorted(value))


def decode(data):
    value, rest = item(data)
    if rest or encode(value) != data:
        raise ValueError("not deterministic CBOR")
    return value


def item(data):
    major, number, at = data[0] >> 5, data[0] & 31, 1
    if major == 7:
        return {20: False, 21: True, 22: None}[number], data[1:]
    if number > 23:
        at += 1 << number - 24
        number = int.from_bytes(data[1:at], "big")
    data = data[at:]
    if major == 0:
        return number, data
    if major in (2, 3):
        if number > len(data):
            raise ValueError("cut short")
        return data[:number] if major == 2 else data[:number].decode(), data[number:]
    items = []
    for _ in range(number * (major - 3)):
        value, data = item(data)
        items.append(value)
    return items if major == 4 else dict(zip(items[::2], items[1::2])), data
