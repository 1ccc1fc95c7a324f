# SPDX-License-Identifier: Apache-2.0
"""An orderer: its settings, its life, and joining it to a channel."""
import json

from identities import ORDERER_MSP
from services import LOGS, Service, free_port, run


LEADING = ("Start accepting requests as Raft leader", "Changing to leader role")  # as raft and SmartBFT say it


class Orderer:
    def __init__(self, programs, folder, org, number, clients=()):
        """`clients`: the TLS roots of whom it makes show certificates; none: of nobody."""
        self.programs, self.folder, self.org = programs, folder / f"orderer{number}", org
        self._clients = [str(root) for root in clients]
        self.member = org.machine(f"orderer{number}")
        self.port, self.admin_port = free_port(), free_port()
        self.folder.mkdir()
        self._write_settings()
        self.service = Service(f"orderer{number}", [programs / "orderer"], self.folder / "log",
                               FABRIC_CFG_PATH=str(self.folder), **LOGS)

    @property
    def data(self):
        return self.folder / "data"

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def _write_settings(self):
        certificate, key, ca = str(self.member.tls_certificate), str(self.member.tls_key), str(self.org.tls_ca)
        tls = {"Enabled": True, "Certificate": certificate, "PrivateKey": key}
        settings = {
            "General": {"ListenAddress": "127.0.0.1", "ListenPort": self.port, "BootstrapMethod": "none",
                        "LocalMSPDir": str(self.member.msp), "LocalMSPID": ORDERER_MSP,
                        "TLS": {**tls, "RootCAs": [ca], "ClientAuthRequired": bool(self._clients),
                                "ClientRootCAs": [ca, *self._clients]},
                        "Cluster": {"SendBufferSize": 100, "ClientCertificate": certificate, "ClientPrivateKey": key},
                        "Keepalive": {"ServerMinInterval": "30s"},
                        "BCCSP": {"Default": "SW", "SW": {"Hash": "SHA2", "Security": 256}},
                        "Authentication": {"TimeWindow": "15m"}},
            "FileLedger": {"Location": str(self.data)},
            "Consensus": {"WALDir": str(self.data / "wal"), "SnapDir": str(self.data / "snap")},
            "ChannelParticipation": {"Enabled": True, "MaxRequestBodySize": "1 MB"},
            "Admin": {"ListenAddress": f"127.0.0.1:{self.admin_port}",
                      "TLS": {**tls, "ClientAuthRequired": True, "ClientRootCAs": [ca]}},
            "Operations": {"ListenAddress": "127.0.0.1:0"},
            "Metrics": {"Provider": "disabled"}}
        (self.folder / "orderer.yaml").write_text(json.dumps(settings, indent=1))

    def start(self):
        self.service.start().wait_for_port(self.port)
        self.service.wait_for_port(self.admin_port)

    def _admin(self, *words, check=True):
        admin = self.org.admin
        return run("osnadmin", [self.programs / "osnadmin", "channel", *words, "-o",
                                f"127.0.0.1:{self.admin_port}", "--ca-file", self.org.tls_ca,
                                "--client-cert", admin.tls_certificate, "--client-key", admin.tls_key], check=check)

    def join(self, channel, block):
        self._admin("join", "--channelID", channel, "--config-block", block)

    def status(self, channel):
        """What it says of its channel, such as {"height", "status", "consensusRelation"}."""
        answer = self._admin("list", "--channelID", channel, check=False).stdout
        return json.loads(answer[answer.index(b"{"):]) if b"{" in answer else {}

    def led(self):
        """When it last became the leader, as its log says; empty for never."""
        lines = self.service.log.read_text(errors="replace").splitlines()
        return max((line[:12] for line in lines if any(words in line for words in LEADING)), default="")
