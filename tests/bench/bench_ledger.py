# SPDX-License-Identifier: Apache-2.0
"""Replaying a ledger of 100,000 entries beside a bare libsodium loop, and one durable submit beside a
raw write and fdatasync with one signature made and one verified."""
import subprocess

from measuring import Line

ENTRIES = 100_000


def measure(build, folder, wanted):
    done = subprocess.run([build / "tests/bench/bench_ledger", folder, str(ENTRIES)], check=True,
                          capture_output=True, text=True)
    spent = {}
    for line in done.stdout.splitlines():
        name, wall, cpu = line.split()
        spent[name] = (float(wall), float(cpu))
    for name, what in (("replay", "verify and replay 100,000 entries, wall"),
                       ("bare_verify", "bare libsodium verify loop, wall"),
                       ("replay_pinned", "replay of what this wallet has seen, wall")):
        yield Line(what, spent[name][0], "s", note=f"cpu {spent[name][1]:.2f} s")
    # "At least 0.7 times the speed" is at most 1 / 0.7 of the time.
    yield Line("time ratio", spent["replay"][0] / spent["bare_verify"][0], "x", 1 / 0.7)
    for name, what in (("submit", "one durable submit, wall"),
                       ("raw_write", "write + fdatasync + sign + verify, wall")):
        yield Line(what, spent[name][0] * 1000, "ms", note=f"cpu {spent[name][1] * 1000:.3f} ms")
    yield Line("ratio", spent["submit"][0] / spent["raw_write"][0], "x", 1.5)
