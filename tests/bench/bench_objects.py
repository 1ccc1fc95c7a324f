# SPDX-License-Identifier: Apache-2.0
"""Sealing and opening one large object, beside age and openssl doing the same work."""
import os
import subprocess

from measuring import Line, median, run, total


def write_input(path, mebibytes):
    piece = os.urandom(1 << 20)
    with open(path, "wb") as file:
        for _ in range(mebibytes):
            file.write(piece)


def measure(build, folder, wanted):
    program = build / "tests/bench/bench_objects"
    source, reference = folder / "input", folder / "reference"
    opened, identity = folder / "opened", folder / "identity"
    write_input(source, wanted.size)
    subprocess.run(["age-keygen", "-o", identity], check=True, capture_output=True)
    recipient = subprocess.run(["age-keygen", "-y", identity], check=True, capture_output=True,
                               text=True).stdout.strip()

    ours_seal, ours_open, age_seal, age_open = [], [], [], []

    # Each writes new files of its own: to write over old ones is cheaper, and ext4 is slow to make files
    # just after many were deleted. Who goes first changes: the first one fills page cache that was never
    # used, which on a virtual machine costs more than all the cryptography.
    def seal_ours(number):
        ours_seal.append(run(program, "seal", source, folder / f"blocks{number}", reference))

    def seal_age(number):
        sealed = folder / f"sealed{number}.age"
        age_seal.append(total(run("age", "-r", recipient, "-o", sealed, source),
                              run("openssl", "dgst", "-sha256", sealed)))

    def open_ours(number):
        ours_open.append(run(program, "open", folder / f"blocks{number}", reference, opened / f"ours{number}"))

    def open_age(number):
        age_open.append(run("age", "-d", "-i", identity, "-o", opened / f"age{number}",
                            folder / f"sealed{number}.age"))

    opened.mkdir()
    for number in range(wanted.runs):
        turn = 1 if number % 2 == 0 else -1
        for act in (seal_ours, seal_age)[::turn] + (open_ours, open_age)[::turn]:
            act(number)
    ours, peer = median(ours_seal), median(age_seal)
    size = f"{wanted.size} MiB"
    yield Line(f"seal + CID + store {size}, cpu", ours.cpu, "s", note=f"wall {ours.wall:.2f} s")
    yield Line("age -r, then openssl dgst -sha256, cpu", peer.cpu, "s", note=f"wall {peer.wall:.2f} s")
    yield Line("ratio", ours.cpu / peer.cpu, "x", 0.9)
    yield Line("peak memory while sealing", ours.rss, "MiB", 112)
    ours, peer = median(ours_open), median(age_open)
    yield Line(f"open + check {size}, cpu", ours.cpu, "s", note=f"wall {ours.wall:.2f} s")
    yield Line("age -d, cpu", peer.cpu, "s", note=f"wall {peer.wall:.2f} s")
    yield Line("ratio", ours.cpu / peer.cpu, "x", 1.0)
    yield Line("peak memory while opening", ours.rss, "MiB", 112)

    # Flat: one MiB takes what the large one takes, but for buffers that it does not fill.
    write_input(source, 1)
    blocks = folder / "small"
    small = run(program, "seal", source, blocks, reference)
    yield Line("peak memory while sealing 1 MiB", small.rss, "MiB", 112)
    yield Line("peak memory while opening 1 MiB", run(program, "open", blocks, reference, opened / "small").rss,
               "MiB", 112)
