# SPDX-License-Identifier: Apache-2.0
"""CPU of keepwell-contract for a transaction, beside the official Node chaincode (fabric-shim, from npm) on the same peer.

Ours takes an Anchor: a signature is checked, a key is read, three keys are written. Node's puts one key of the same size.
Both are evaluated, so that nothing but peer and contract take part.
"""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import time

from measuring import Line

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent / "network"))

WARM, MEASURED, AT_ONCE = 1000, 6000, 8


def cpu(process):
    """Seconds of user and system time of a running process, its children left out."""
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rss(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def node_shim(folder):
    """fabric-shim and our script in one folder."""
    given = os.environ.get("KEEPWELL_FABRIC_SHIM")
    if given is None:
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "fabric-shim@2.5"],
                       check=True, stdout=subprocess.DEVNULL)
    else:
        (folder / "node_modules").symlink_to(pathlib.Path(given) / "node_modules")
    shutil.copy(HERE / "fabric_put" / "put.js", folder)
    return folder / "put.js"


def calls(probes, count, make):
    """Evaluates `count` invocations, AT_ONCE of them at a time; seconds."""
    made = [make(number) for number in range(count)]
    started = time.perf_counter()

    def run(part):
        probe = probes[part]
        for arguments in made[part::len(probes)]:
            probe.ask(do="evaluate", at=0, function="Submit", arguments=arguments, organisations=[probe.custodian])
    with concurrent.futures.ThreadPoolExecutor(len(probes)) as pool:
        list(pool.map(run, range(len(probes))))
    return time.perf_counter() - started


def cost(service, probes, make):
    """CPU milliseconds a transaction, and transactions a second."""
    calls(probes, WARM, make)
    before = cpu(service.process)
    took = calls(probes, MEASURED, make)
    return (cpu(service.process) - before) / MEASURED * 1000, MEASURED / took


def deploy_node(network, folder):
    """The Node chaincode at the first organisation's server, for both organisations."""
    import lifecycle
    from services import Service, free_port
    port = free_port()
    script = node_shim(folder)
    package = lifecycle.Package(folder / "put.tar.gz", "put_1", "--address", f"127.0.0.1:{port}", "--no-tls")
    service = Service("node", ["node", script, package.id, f"127.0.0.1:{port}"], folder / "node.log", cwd=folder)
    network.keep(service)
    service.start().wait_for_port(port)
    definition = lifecycle.Definition(network.channel, "put")
    for own in network.peers:
        for peer in own:
            lifecycle.install(package, peer)
        lifecycle.approve(definition, network.orderers[0], own[0], package)
    lifecycle.commit(definition, network.orderers[0], [own[0] for own in network.peers])
    for peer in network.all_peers():
        lifecycle.wait_committed(definition, peer)
    return service


def measure(build, folder, wanted):
    import protocol
    from fabric_network import FabricNetwork
    from probe import Probe
    os.environ["KEEPWELL_CONTRACT"] = str(build / "app" / "contract" / "keepwell-contract")
    with FabricNetwork() as network:
        node = deploy_node(network, folder)
        ours = network.contracts[0].service
        msp = network.organisations[0].msp_id
        files = {}
        for contract in (network.contract, "put"):
            file = folder / f"{contract}.json"
            network.network_file(file, 0)
            file.write_text(file.read_text().replace(f'"contract": "{network.contract}"', f'"contract": "{contract}"'))
            files[contract] = [Probe(build / "tests" / "network" / "network_probe", file, msp) for _ in range(AT_ONCE)]
        identity = files[network.contract][0].info()[2]

        def anchor(_):
            envelope, _ = protocol.Signer(identity).envelope(int(time.time()), protocol.ANCHOR, [os.urandom(32)])
            return [envelope.hex()]
        shim_cost, shim_rate = cost(node, files["put"], lambda _: [os.urandom(32).hex(), os.urandom(200).hex()])
        own_cost, own_rate = cost(ours, files[network.contract], anchor)
        peaks = rss(ours.process), rss(node.process)
        for probes in files.values():
            for probe in probes:
                probe.close()
    yield Line("contract server CPU", own_cost, "ms a transaction", note=f"{own_rate:.0f}/s, {peaks[0]:.0f} MiB")
    yield Line("Node fabric-shim CPU", shim_cost, "ms a transaction", note=f"{shim_rate:.0f}/s, {peaks[1]:.0f} MiB")
    yield Line("contract server CPU : Node's", own_cost / shim_cost, "x", goal=0.5)
