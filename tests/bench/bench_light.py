# SPDX-License-Identifier: Apache-2.0
"""The light way on one real network: a wallet that has only its keys finds its 50 entries, each of another key and in a
block of its own, before and after others filled the channel (KEEPWELL_OTHERS entries, 5,000 unless it says otherwise).
Needs Fabric's programs (KEEPWELL_FABRIC_BIN)."""
import os
import pathlib
import statistics
import subprocess
import sys

from measuring import Line

NETWORK = pathlib.Path(__file__).resolve().parent.parent / "network"
OWN = 50
OTHERS = int(os.environ.get("KEEPWELL_OTHERS", "5000"))
SECONDS, MEGABYTES = 2.0, 2.0


def measure(build, folder, wanted):
    sys.path.insert(0, str(NETWORK))
    os.environ.setdefault("KEEPWELL_CONTRACT", str(build / "app/contract/keepwell-contract"))
    import binaries
    from bench_fabric import network_id, warm_up
    from fabric_network import FabricNetwork
    from proxy import Lines
    if reason := binaries.missing():
        print(f"skipped: {reason.removeprefix('skipped: ')}")
        return
    program, maker = build / "tests/bench/bench_light", build / "tests/bench/bench_fabric"

    def make(count):
        return told([maker, "make", identity, count])

    def submit(envelopes, in_flight):
        done = told([maker, "submit", file, in_flight], envelopes).split()
        if int(float(done[2])) != len(envelopes.splitlines()):
            raise SystemExit(f"{done[2]} of {len(envelopes.splitlines())} were committed")

    def catch_up(network_file):
        first, again = told([program, network_file, folder / f"mirror{os.urandom(8).hex()}.db"], own).splitlines()
        wall, _, entries, proven = map(float, first.split())
        if (entries, proven) != (OWN + 1, OWN + 1):
            raise SystemExit(f"{entries} entries were found, {proven} proven")
        return wall, float(again)

    def lines(when):
        times = [catch_up(file) for _ in range(min(wanted.runs, 5))]
        through = Lines()
        ports = {peer.port: through.to(peer.port) for peer in network.all_peers()}
        catch_up(network.network_file(folder / "through.json", 0, through=ports))
        through.close()
        yield Line(f"{OWN} entries caught up with, {when}", statistics.median(one for one, _ in times), "s", SECONDS)
        yield Line("  bytes, both ways, both organisations", through.bytes / 1e6, "MB", MEGABYTES)
        yield Line("  with nothing new", statistics.median(one for _, one in times) * 1000, "ms")

    with FabricNetwork() as network:
        file = network.network_file(folder / "network.json", 0)
        identity = network_id(network)
        warm_up(lambda: submit(make(1), 1))
        own = make(OWN)
        submit(own, 1)
        yield from lines("in a short channel")
        submit(make(OTHERS), 64)
        yield from lines(f"after {OTHERS:,} entries of others")


def told(words, text=None):
    done = subprocess.run([str(word) for word in words], input=text, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{words[0]}: {done.stderr}")
    return done.stdout
