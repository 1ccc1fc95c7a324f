# SPDX-License-Identifier: Apache-2.0
"""IPFS nodes of one private swarm: real Kubo on loopback, that knows no network but its own."""
import json
import secrets
import urllib.error
import urllib.parse
import urllib.request

from services import Service, eventually, free_port, run


class KuboNode:
    """One node. `key` is the swarm's; nodes of another key, and the public network, cannot talk to it."""

    def __init__(self, program, folder, key):
        self.program, self.folder = program, folder
        self.api_port, self.gateway_port, self.swarm_port = free_port(), free_port(), free_port()
        self.environment = {"IPFS_PATH": str(folder / "repo"), "LIBP2P_FORCE_PNET": "1", "IPFS_TELEMETRY": "off"}
        folder.mkdir()
        run("ipfs init", [program, "init", "--empty-repo"], **self.environment)
        (folder / "repo" / "swarm.key").write_text(key)
        self.id = json.loads((folder / "repo" / "config").read_text())["Identity"]["PeerID"]
        self.service = Service(folder.name, [program, "daemon", "--migrate=false"], folder / "log", **self.environment)

    @property
    def api(self):
        return f"http://127.0.0.1:{self.api_port}"

    @property
    def gateway(self):
        """A trustless gateway: what it shows has to be hashed by whoever asks."""
        return f"http://127.0.0.1:{self.gateway_port}"

    def configure(self, others):
        """Peers with `others` and nobody else; nothing is announced or looked up anywhere."""
        file = self.folder / "repo" / "config"
        settings = json.loads(file.read_text())
        settings |= {
            "Addresses": {"API": f"/ip4/127.0.0.1/tcp/{self.api_port}", "Swarm": [self.swarm_address()],
                          "Gateway": f"/ip4/127.0.0.1/tcp/{self.gateway_port}", "Announce": [], "NoAnnounce": []},
            "Bootstrap": [], "AutoConf": {"Enabled": False}, "AutoTLS": {"Enabled": False}, "DNS": {"Resolvers": {}},
            "Discovery": {"MDNS": {"Enabled": False}}, "Routing": {"Type": "none", "DelegatedRouters": []},
            "Ipns": {**settings.get("Ipns", {}), "DelegatedPublishers": []},
            "Peering": {"Peers": [{"ID": one.id, "Addrs": [one.swarm_address()]} for one in others]},
            "Swarm": {"DisableNatPortMap": True, "RelayClient": {"Enabled": False}, "RelayService": {"Enabled": False},
                      "Transports": {"Network": {"QUIC": False, "WebTransport": False, "Websocket": False,
                                                 "WebRTCDirect": False, "Relay": False}}},
            "Gateway": {"NoFetch": True, "NoDNSLink": True, "DeserializedResponses": False}}
        file.write_text(json.dumps(settings, indent=1))

    def swarm_address(self):
        return f"/ip4/127.0.0.1/tcp/{self.swarm_port}"

    def start(self):
        self.service.start().wait_for_port(self.api_port)
        eventually(f"{self.service.name} answers", lambda: self.ask("id"))

    def ask(self, command, **arguments):
        """Kubo's RPC: the answer as bytes; None for an error of the node's."""
        query = urllib.parse.urlencode(arguments)
        request = urllib.request.Request(f"{self.api}/api/v0/{command}?{query}", b"", method="POST")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.read()
        except urllib.error.URLError:
            return None

    def peers(self):
        said = self.ask("swarm/peers")
        return len(json.loads(said).get("Peers") or []) if said else 0

    def blocks(self):
        """Ids of all blocks that it has itself."""
        said = self.ask("refs/local") or b""
        return [json.loads(line)["Ref"] for line in said.splitlines() if line]

    def pins(self, kind="recursive"):
        """Ids of what it keeps: "recursive" for what was pinned, "all" for what that links to as well."""
        return list(json.loads(self.ask("pin/ls", type=kind) or b"{}").get("Keys") or {})

    def collect_garbage(self):
        self.ask("repo/gc")

    def forget_everything(self):
        """Unpins and removes every block, as a node whose disk was lost."""
        for cid in self.pins():
            self.ask("pin/rm", arg=cid)
        self.collect_garbage()


def swarm(program, folder, count):
    """Nodes of one new private swarm, not started."""
    key = f"/key/swarm/psk/1.0.0/\n/base16/\n{secrets.token_hex(32)}\n"
    nodes = [KuboNode(program, folder / f"kubo{number}", key) for number in range(count)]
    for node in nodes:
        node.configure([other for other in nodes if other is not node])
    return nodes


def wait_connected(nodes):
    for node in nodes:
        eventually(f"{node.service.name} sees the others", lambda: node.peers() >= len(nodes) - 1)
