#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A whole Fabric network on loopback in a temporary folder: orderers, organisations, peers, contract servers.

By hand: `fabric_network.py up [--orderers raft1|raft3|bft4] [--peers 1] [--mutual-tls] [--kubo] …` brings one up,
prints one JSON description (addresses, certificates, network files for wallets) and keeps it until stdin closes.
"""
import argparse
import contextlib
import dataclasses
import json
import pathlib
import shutil
import sys
import tempfile

import binaries
import channel
import configuration
import identities
import kubo_node
import lifecycle
from authority import Authority
from ordering import Orderer
from peering import Peer
from probe import Probe
from services import Broken, eventually

ORDERERS = {"raft1": ("raft", 1), "raft3": ("raft", 3), "bft4": ("bft", 4)}


@dataclasses.dataclass
class Shape:
    """What a network is made of."""

    orderers: str = "raft1"
    organisations: int = 2
    peers: int = 1  # of each organisation, as are users
    users: int = 4
    user_keys: str = "ecdsa"  # or ed25519
    mutual_tls: bool = False  # between wallets, peers, orderers and contract servers
    batch_timeout: str = "50ms"
    kubo: int = 0  # nodes of one private swarm
    authorities: bool = False  # a fabric-ca each
    time_window: str = "15m"  # how far a transaction's time may be from a peer's
    network_id: str = ""  # what contract servers believe instead of what follows from the channel
    standing_clock: bool = False  # contract servers live at the second that `clock_file` holds


class FabricNetwork:
    """Use as a context manager; everything it started is stopped and removed at the end."""

    channel = "keepwell"
    contract = "keepwell"

    def __init__(self, **shape):
        self.shape = Shape(**shape)
        self.clock_file = None
        self.programs = binaries.fabric()
        self._kept = contextlib.ExitStack()
        self.folder = None
        self.orderers, self.peers, self.contracts, self.nodes, self.authorities = [], [], [], [], []

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="keepwell-network-"))
        self._kept.callback(shutil.rmtree, self.folder, ignore_errors=True)
        try:
            self._make()
            self._start()
            self._join()
            self._deploy()
        except BaseException as broken:
            text = self.logs()
            self._kept.close()
            raise broken if isinstance(broken, KeyboardInterrupt) else Broken(f"{broken}\n{text}") from broken
        return self

    def __exit__(self, *unused):
        self._kept.close()

    def keep(self, service):
        """Stops `service` when the network ends."""
        self._kept.callback(service.stop)
        return service

    def _make(self):
        shape, (kind, count) = self.shape, ORDERERS[self.shape.orderers]
        # One machine more than peers: the contract server's.
        self.orderer_org, self.organisations = identities.make(self.programs, self.folder, count, shape.organisations,
                                                               shape.peers + 1, shape.users, shape.user_keys)
        clients = [org.tls_ca for org in self.organisations] if shape.mutual_tls else []
        self.orderers = [Orderer(self.programs, self.folder, self.orderer_org, n, clients) for n in range(count)]
        self.peers = [self._make_peers(org) for org in self.organisations]
        self.block = channel.genesis(self.programs, self.folder, self.channel, kind, self.orderer_org, self.orderers,
                                     [(own[0].org, own[0].port) for own in self.peers], shape.batch_timeout)
        if shape.standing_clock:
            self.clock_file = self.folder / "clock"
            self.clock_file.write_bytes(bytes(8))
        self.contracts = [self._make_contract(org) for org in self.organisations]
        self.nodes = kubo_node.swarm(binaries.kubo_program(), self.folder, shape.kubo)
        if shape.authorities:
            self.authorities = [Authority(self.programs, self.folder, org) for org in self.organisations]

    def _make_peers(self, org):
        roots = [one.tls_ca for one in self.organisations]
        own = [Peer(self.programs, self.folder, org, n, binaries.PACKAGING / "builder", self.shape, roots)
               for n in range(self.shape.peers)]
        for peer in own:
            peer.bootstrap = own[-1].address if peer is own[0] else own[0].address
            peer.write_settings()
        return own

    def _make_contract(self, org):
        return lifecycle.Contract(self.folder, org, self, binaries.contract_program(),
                                  org.machine(f"peer{self.shape.peers}") if self.shape.mutual_tls else None)

    def everyone(self):
        """Every service of ours, orderers first."""
        return [*(o.service for o in self.orderers), *(p.service for p in self.all_peers()),
                *(c.service for c in self.contracts), *(a.service for a in self.authorities),
                *(n.service for n in self.nodes)]

    def all_peers(self):
        return [peer for own in self.peers for peer in own]

    def leader(self):
        """The orderer that leads now; its log is the one that says so last."""
        leading = [(orderer.led(), orderer) for orderer in self.orderers if orderer.service.running]
        return max(leading, key=lambda row: row[0])[1]

    def _start(self):
        for one in [*self.orderers, *self.all_peers(), *self.authorities, *self.nodes]:
            self.keep(one.service)
            one.start()
        kubo_node.wait_connected(self.nodes)

    def _join(self):
        for orderer in self.orderers:
            orderer.join(self.channel, self.block)
        for peer in self.all_peers():
            eventually(f"{peer.name} joins", lambda: peer.join(self.block) or True)
        eventually("the orderers lead", lambda: self.orderers[0].status(self.channel).get("status") == "active")

    def _deploy(self):
        self.definition = lifecycle.Definition(self.channel, self.contract)
        if binaries.contract_program():
            for contract in self.contracts:
                self.keep(contract.service)
                contract.start()
        lifecycle.deploy(self.definition, self.orderers[0], self.contracts, self.peers)
        if binaries.contract_program() and binaries.probe_program():
            self.warm_up()

    def add_organisation(self):
        """One more organisation of the running channel, as docs/operate-fabric.md says; its number here."""
        shape, number = self.shape, len(self.organisations)
        org = identities.make_another(self.programs, self.folder, number + 1, shape.peers + 1, shape.users)
        there = [own[0] for own in self.peers]
        self.organisations.append(org)
        self.peers.append(self._make_peers(org))
        self.contracts.append(self._make_contract(org))
        configuration.add_organisation(self, self.peers[number][0], there)
        for one in [*self.peers[number], self.contracts[number]]:
            self.keep(one.service)
            one.start()
        for peer in self.peers[number]:
            eventually(f"{peer.name} joins", lambda: peer.join(self.block) or True)
            lifecycle.install(self.contracts[number].package, peer)
        first = self.peers[number][0]
        eventually("it has caught up", lambda: first.height(self.channel) == there[0].height(self.channel))
        lifecycle.approve(self.definition, self.orderers[0], first, self.contracts[number].package)
        self.warm_up()
        return number

    def warm_up(self):
        """Returns once each gateway finds each organisation: for some seconds after a start they do not."""
        file = self.network_file(self.folder / "warm-up.json", 0)
        with contextlib.closing(Probe(binaries.probe_program(), file, self.organisations[0].msp_id)) as probe:
            for at in range(len(self.all_peers())):
                for org in self.organisations:
                    eventually(f"gateway {at} finds {org.msp_id}", lambda: probe.finds(at, org.msp_id))

    def logs(self, lines=25):
        """The end of every log, for whoever has to find out what went wrong."""
        return "\n".join(service.tail(lines) for service in self.everyone())

    def network_file(self, file, org, user=1, gateways="both", blocks=None, through=None):
        """Writes a wallet's network file: `org` (0, 1) names its own organisation, which comes first.

        `gateways`: "both" organisations' or its "own" only; `through` maps a peer's port to a proxy's.
        """
        order = [org] + [n for n in range(len(self.peers)) if n != org and gateways == "both"]
        places = [{"endpoint": f"127.0.0.1:{(through or {}).get(peer.port, peer.port)}",
                   "tls_ca": str(peer.org.tls_ca), "msp_id": peer.org.msp_id}
                  for n in order for peer in self.peers[n]]
        member = self.organisations[org].user(user)
        ledger = {"kind": "fabric", "gateways": places, "channel": self.channel, "contract": self.contract,
                  "certificate": str(member.certificate), "private_key": str(member.private_key)}
        if self.shape.mutual_tls:
            ledger |= {"tls_certificate": str(member.tls_certificate), "tls_private_key": str(member.tls_key)}
        file.write_text(json.dumps({"ledger": ledger, "blocks": blocks or self.blocks(file, org)}, indent=1))
        return file

    def blocks(self, file, org):
        """Organisation `org`'s Kubo node; one folder beside the files where there are no nodes."""
        if self.nodes:
            return {"kind": "ipfs", "api": self.nodes[org % len(self.nodes)].api, "gateways": []}
        return {"kind": "folder", "path": str(file.parent / "blocks")}

    def describe(self):
        """What another program needs to use this network, as JSON."""
        files = self.folder / "wallets"
        files.mkdir(exist_ok=True)
        return {"folder": str(self.folder), "channel": self.channel, "contract": self.contract,
                "genesis": str(self.block), "orderer_tls_ca": str(self.orderer_org.tls_ca),
                "orderers": [o.address for o in self.orderers],
                "kubo": [{"api": node.api, "gateway": node.gateway} for node in self.nodes],
                "organisations": [self._describe(n, files) for n in range(len(self.organisations))]}

    def _describe(self, number, files):
        org, own = self.organisations[number], self.peers[number]
        users = [{"certificate": str(user.certificate), "private_key": str(user.private_key),
                  "network_file": str(self.network_file(files / f"org{number + 1}-user{n}.json", number, n))}
                 for n in range(1, self.shape.users + 1) for user in [org.user(n)]]
        new = {f"member{n}": f"secret-{n}" for n in range(1, self.shape.users + 1)}
        return {"msp_id": org.msp_id, "tls_ca": str(org.tls_ca), "ca": str(org.ca_certificate),
                "authority": self.authorities[number].describe(new) if self.authorities else None,
                "peers": [{"name": p.name, "endpoint": p.address, "log": str(p.service.log),
                           "config": str(p.folder)} for p in own],
                "contract": {"address": self.contracts[number].address,
                             "package_id": self.contracts[number].package.id,
                             "log": str(self.contracts[number].service.log)},
                "admin_msp": str(org.admin.msp), "users": users}


def up(arguments):
    asked = vars(arguments)
    shape = {field.name: asked[field.name] for field in dataclasses.fields(Shape) if field.name in asked}
    with FabricNetwork(**shape) as network:
        print(json.dumps(network.describe(), indent=1), flush=True)
        sys.stdin.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["up"])
    parser.add_argument("--orderers", choices=ORDERERS, default="raft1")
    parser.add_argument("--organisations", type=int, default=2)
    parser.add_argument("--peers", type=int, default=1, help="of each organisation")
    parser.add_argument("--users", type=int, default=4, help="of each organisation")
    parser.add_argument("--mutual-tls", action="store_true")
    parser.add_argument("--batch-timeout", default="50ms")
    parser.add_argument("--kubo", type=int, default=0, metavar="NODES", help="in one private swarm")
    parser.add_argument("--authorities", action="store_true", help="a fabric-ca for each organisation")
    arguments = parser.parse_args()
    if binaries.fabric() is None:
        sys.exit("no Fabric binaries: name their folder in KEEPWELL_FABRIC_BIN")
    try:
        up(arguments)
    except (Broken, KeyboardInterrupt) as broken:
        sys.exit(f"The network did not come up: {broken}")


if __name__ == "__main__":
    main()
