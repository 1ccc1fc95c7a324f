# SPDX-License-Identifier: Apache-2.0
"""An attachment into an IPFS node of its own and out of it, beside `ipfs add` and `ipfs cat` of the same bytes.

In: sealed into blocks that wait in the home, brought to disk there, and sent, as the wallet does.
The peers do not encrypt. KEEPWELL_KUBO or PATH names Kubo's `ipfs`.
"""
import os
import pathlib
import subprocess
import sys

from measuring import Line, median, run

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "network"))
import binaries  # noqa: E402
import kubo_node  # noqa: E402


def node_cpu(node):
    """Seconds of processor that the node has used, all in all."""
    fields = pathlib.Path(f"/proc/{node.service.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def write_input(path, mebibytes):
    """No two blocks alike, and none like an earlier one: a node writes a block that it has for nothing."""
    with open(path, "wb") as file:
        for _ in range(mebibytes):
            file.write(os.urandom(1 << 20))


def measure(build, folder, wanted):
    kubo = binaries.kubo_program()
    if kubo is None:
        print("skipped: no Kubo binary")
        return
    program = build / "tests/bench/bench_ipfs"
    source, reference, opened = folder / "input", folder / "reference", folder / "opened"
    node = kubo_node.swarm(kubo, folder, 1)[0]
    os.environ["IPFS_PATH"] = str(node.folder / "repo")
    node.start()
    try:
        ours_in, ours_out, peer_in, peer_out, cpu = [], [], [], [], []
        for _ in range(wanted.runs):
            write_input(source, wanted.size)
            before = node_cpu(node)
            ours_in.append(run(program, "--api", node.api, "put", source, reference))
            middle = node_cpu(node)
            # The command line writes the CID, which the peer needs to read it again.
            peer_in.append(run("sh", "-c", '"$0" add --raw-leaves --chunker=size-1048576 -Q "$1" > "$2"', kubo,
                               source, folder / "cid"))
            cpu.append((middle - before, node_cpu(node) - middle))
            cid = (folder / "cid").read_text().strip()
            ours_out.append(run(program, "--api", node.api, "get", reference, opened))
            subprocess.run(["cmp", source, opened], check=True)
            peer_out.append(run("sh", "-c", '"$0" cat "$1" > "$2"', kubo, cid, folder / "catted"))
            # The repository stays small.
            subprocess.run([program, "--api", node.api, "remove", reference], check=True)
            subprocess.run([kubo, "pin", "rm", cid], check=True, capture_output=True)
            node.collect_garbage()
        yield from lines(wanted, ours_in, peer_in, "into IPFS", "ipfs add")
        yield Line("processor of the node, ours", sum(ours for ours, _ in cpu) / len(cpu), "s")
        yield Line("processor of the node, ipfs add", sum(peer for _, peer in cpu) / len(cpu), "s")
        yield from lines(wanted, ours_out, peer_out, "out of IPFS", "ipfs cat")
    finally:
        node.service.stop()


def lines(wanted, ours, peer, what, command):
    ours, peer = median(ours), median(peer)
    yield Line(f"{wanted.size} MiB {what}, wall", ours.wall, "s", note=f"cpu {ours.cpu:.2f} s")
    yield Line(f"{command}, wall", peer.wall, "s", note=f"cpu {peer.cpu:.2f} s")
    yield Line("ratio", ours.wall / peer.wall, "x", 1.3)
    yield Line(f"peak memory {what}", ours.rss, "MiB", 96)
