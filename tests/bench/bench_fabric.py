# SPDX-License-Identifier: Apache-2.0
"""Our client of the Gateway beside the official one for Node, on one real network: submits a second with 1, 16 and
64 in flight, CPU a submit, and how long one Evaluate takes. Needs Fabric's programs (KEEPWELL_FABRIC_BIN), node and
npm; npm brings the official client into the bench's own folder."""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

from measuring import Line

HERE = pathlib.Path(__file__).resolve().parent
NETWORK = HERE.parent / "network"
PACKAGES = ("@hyperledger/fabric-gateway@1", "@grpc/grpc-js@1")
COUNTS = {1: 60, 16: 480, 64: 960}  # of submits, by how many are in flight
GOALS = {1: 1.0, 16: 1.3, 64: 1.3}  # times as many a second
EVALUATIONS = 400


def measure(build, folder, wanted):
    sys.path.insert(0, str(NETWORK))
    os.environ.setdefault("KEEPWELL_CONTRACT", str(build / "app/contract/keepwell-contract"))
    import binaries
    from fabric_network import FabricNetwork
    reason = binaries.missing() or ("" if shutil.which("npm") else "no npm")
    if reason:
        print(f"skipped: {reason.removeprefix('skipped: ')}")
        return
    node = place_node(folder)
    ours = [build / "tests/bench/bench_fabric"]
    # An orderer that waits longer for company makes both clients wait alike, and hides which is quicker.
    with FabricNetwork(batch_timeout="10ms") as network:
        file = network.network_file(folder / "network.json", 0)
        identity = network_id(network)
        yield from compare(ours, node, file, identity, min(wanted.runs, 3))


def place_node(folder):
    """The official client and our driver of it, in a folder of their own."""
    place = folder / "node"
    place.mkdir()
    (place / "package.json").write_text("{}")
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", *PACKAGES], cwd=place, check=True)
    shutil.copy(HERE / "fabric_client.mjs", place)
    return ["node", place / "fabric_client.mjs"]


def network_id(network):
    from lifecycle import query
    from services import eventually
    said = eventually("the contract answers", lambda: [
        query(network.definition, peer, "Info").stdout for peer in network.all_peers()])[0]
    return said[said.index(b"\x02\x58\x20") + 3:][:32].hex()  # dCBOR 2: 32 bytes


def told(program, *words, text=None):
    done = subprocess.run([str(word) for word in [*program, *words]], input=text, capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise SystemExit(f"{program}: {done.stderr}")
    return [float(number) for number in done.stdout.split()]


def warm_up(attempt, most=60):
    """Until the peers know each other: the official client does not wait for that."""
    for _ in range(most):
        try:
            return attempt()
        except SystemExit as broken:
            last = broken
            time.sleep(0.5)
    raise last


def compare(ours, node, file, identity, runs):
    def make(count):
        return subprocess.run([*ours, "make", identity, str(count)], capture_output=True, text=True, check=True).stdout

    warm_up(lambda: told(node, "submit", file, 1, text=make(1)))
    for program in (ours, node):  # so that nobody pays for what is cold
        told(program, "submit", file, 4, text=make(20))
    spent = {1: 0.0, 2: 0.0}
    submitted = 0
    for in_flight, count in COUNTS.items():
        rates = {1: [], 2: []}
        for _ in range(runs):
            for number, program in ((1, ours), (2, node)):
                wall, cpu, committed = told(program, "submit", file, in_flight, text=make(count))
                if committed != count:
                    raise SystemExit(f"{program}: {committed} of {count} were committed")
                rates[number].append(count / wall)
                spent[number] += cpu
            submitted += count
        mine, other = (statistics.median(rates[n]) for n in (1, 2))
        yield Line(f"submits a second, {in_flight} in flight", mine, "/s", note=f"official {other:.1f} /s")
        # "At least 1.3 times as many" is at most 1 / 1.3 of the time.
        yield Line("  time ratio", other / mine, "x", 1 / GOALS[in_flight])
    yield Line("client CPU a submit", spent[1] / submitted * 1000, "ms",
               note=f"official {spent[2] / submitted * 1000:.2f} ms")
    yield Line("  ratio", spent[1] / spent[2], "x", 0.4)
    asked = {number: [told(program, "evaluate", file, EVALUATIONS) for _ in range(runs)]
             for number, program in ((1, ours), (2, node))}
    halves = {number: statistics.median(half for half, _, _ in rows) for number, rows in asked.items()}
    own = {number: statistics.median(cpu / EVALUATIONS for _, cpu, _ in rows) for number, rows in asked.items()}
    yield Line("Evaluate, p50", halves[1] * 1000, "ms", note=f"official {halves[2] * 1000:.2f} ms")
    yield Line("  ratio", halves[1] / halves[2], "x", 0.4)
    # Both wait alike for the peer and the contract: what a client itself has in hand is its own time.
    yield Line("  of it the client's own CPU", own[1] * 1000, "ms", note=f"official {own[2] * 1000:.2f} ms")
    yield Line("  a client that costs nothing", (halves[1] - own[1]) / halves[2], "x")
