# SPDX-License-Identifier: Apache-2.0
"""CPU of our contract server for a transaction, beside the official Node chaincode (fabric-shim, from npm) on one peer.

Both put one key of 200 bytes; ours is keepwell-contract with put_host.cpp in the place of the rules. Then what an entry
costs with the rules: for an Anchor a signature is checked, a key is read, three keys are written. All calls are
evaluated, so that nothing but peer and contract take part.
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


def deploy(network, folder, name, command):
    """A chaincode `name`, run by `command` PACKAGE-ID ADDRESS for all organisations."""
    import lifecycle
    from services import Service, free_port
    address = f"127.0.0.1:{free_port()}"
    package = lifecycle.Package(folder / f"{name}.tar.gz", f"{name}_1", "--address", address, "--no-tls")
    service = Service(name, [*command, package.id, address], folder / f"{name}.log", cwd=folder)
    network.keep(service)
    service.start().wait_for_port(int(address.split(":")[1]))
    definition = lifecycle.Definition(network.channel, name)
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
        node = deploy(network, folder, "nodeput", ["node", node_shim(folder)])
        own = deploy(network, folder, "ownput", [build / "tests" / "bench" / "put_server"])
        msp = network.organisations[0].msp_id
        probes = {}
        for contract in (network.contract, "nodeput", "ownput"):
            file = folder / f"{contract}.json"
            network.network_file(file, 0)
            file.write_text(file.read_text().replace(f'"contract": "{network.contract}"', f'"contract": "{contract}"'))
            probes[contract] = [Probe(build / "tests" / "network" / "network_probe", file, msp) for _ in range(AT_ONCE)]
        identity = probes[network.contract][0].info()[2]

        def anchor(_):
            envelope, _ = protocol.Signer(identity).envelope(int(time.time()), protocol.ANCHOR, [os.urandom(32)])
            return [envelope.hex()]

        def value(_):
            return [os.urandom(200).hex()]
        node_cost, node_rate = cost(node, probes["nodeput"], value)
        put_cost, put_rate = cost(own, probes["ownput"], value)
        rules = network.contracts[0].service
        rules_cost, rules_rate = cost(rules, probes[network.contract], anchor)
        peaks = {"node": rss(node.process), "own": rss(own.process), "rules": rss(rules.process)}
        for each in probes.values():
            for probe in each:
                probe.close()
    yield Line("Node fabric-shim, a put", node_cost, "ms CPU", note=f"{node_rate:.0f}/s, {peaks['node']:.0f} MiB")
    yield Line("our server, the same put", put_cost, "ms CPU", note=f"{put_rate:.0f}/s, {peaks['own']:.0f} MiB")
    yield Line("keepwell-contract, an Anchor", rules_cost, "ms CPU", note=f"{rules_rate:.0f}/s, {peaks['rules']:.0f} MiB")
    yield Line("the same put : Node's", put_cost / node_cost, "x", goal=0.5)
    yield Line("an Anchor : Node's put", rules_cost / node_cost, "x", note="a signature, a read and three writes more")
