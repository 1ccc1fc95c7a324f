# SPDX-License-Identifier: Apache-2.0
"""How soon an opening is in the patient's Activity: from its commit at the patient's own peer, on a real network, to the
line that the wallet shows without being asked. Needs Fabric's programs (KEEPWELL_FABRIC_BIN)."""
import os
import pathlib
import statistics
import subprocess
import sys

from measuring import Line

NETWORK = pathlib.Path(__file__).resolve().parent.parent / "network"
OPENINGS = 20
GOAL = 300  # ms


def measure(build, folder, wanted):
    sys.path.insert(0, str(NETWORK))
    os.environ.setdefault("KEEPWELL_CONTRACT", str(build / "app/contract/keepwell-contract"))
    import binaries
    from fabric_network import FabricNetwork
    if reason := binaries.missing():
        print(f"skipped: {reason.removeprefix('skipped: ')}")
        return
    with FabricNetwork() as network:
        files = [network.network_file(folder / f"org{org}.json", org) for org in (0, 1)]
        done = subprocess.run([str(word) for word in (build / "tests/bench/bench_news", *files, folder, OPENINGS)],
                              capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"bench_news: {done.stderr}")
    took = sorted(float(line) for line in done.stdout.split())
    yield Line("commit to the line in Activity, p50", statistics.median(took), "ms", GOAL)
    yield Line("  the slowest of 20", took[-1], "ms", GOAL)
