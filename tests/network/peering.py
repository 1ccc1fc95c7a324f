# SPDX-License-Identifier: Apache-2.0
"""A peer: its settings, its life, and the peer program's commands said in its administrator's name."""
import json

from services import LOGS, Service, free_port, run


class Peer:
    def __init__(self, programs, folder, org, number, builder, shape, roots):
        self.programs, self.org, self.mutual_tls = programs, org, shape.mutual_tls
        self._time_window = shape.time_window
        self.told_first = min(1, shape.peers - 1)  # how many of its own must have a private value before it is in
        self.name = f"peer{number}.{org.domain}"
        self.folder = folder / self.name
        self.member = org.machine(f"peer{number}")
        self.port, self.chaincode_port = free_port(), free_port()
        self.data = self.folder / "data"
        self.folder.mkdir()
        self.bootstrap = self.address
        self._builder, self._roots = builder, [str(root) for root in roots]
        self.service = Service(self.name, [programs / "peer", "node", "start"], self.folder / "log",
                               FABRIC_CFG_PATH=str(self.folder), **LOGS)

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def _gossip(self):
        return {"bootstrap": self.bootstrap, "endpoint": self.address, "externalEndpoint": self.address,
                "useLeaderElection": False, "orgLeader": True, "state": {"enabled": False},
                "publishStateInfoInterval": "1s", "requestStateInfoInterval": "1s", "aliveTimeInterval": "1s",
                "reconnectInterval": "2s", "aliveExpirationTimeout": "5s",
                "pvtData": {"pullRetryThreshold": "0s", "skipPullingInvalidTransactionsDuringCommit": True,
                            "transientstoreMaxBlockRetention": 1000, "pushAckTimeout": "3s", "btlPullMargin": 10,
                            "reconcileBatchSize": 10, "reconcileSleepInterval": "10s", "reconciliationEnabled": True,
                            "implicitCollectionDisseminationPolicy": {"requiredPeerCount": self.told_first,
                                                                      "maxPeerCount": 1}}}

    def _peer(self):
        tls = {"enabled": True, "clientAuthRequired": self.mutual_tls,
               "cert": {"file": str(self.member.tls_certificate)}, "key": {"file": str(self.member.tls_key)},
               "rootcert": {"file": str(self.org.tls_ca)}, "clientRootCAs": {"files": self._roots}}
        return {"id": self.name, "networkId": "keepwell-test", "listenAddress": self.address, "address": self.address,
                "chaincodeListenAddress": f"127.0.0.1:{self.chaincode_port}", "fileSystemPath": str(self.data),
                "mspConfigPath": str(self.member.msp), "localMspId": self.org.msp_id, "gossip": self._gossip(),
                "tls": tls, "BCCSP": {"Default": "SW", "SW": {"Hash": "SHA2", "Security": 256}},
                "gateway": {"enabled": True, "endorsementTimeout": "30s", "broadcastTimeout": "30s",
                            "dialTimeout": "5s"},
                "deliveryclient": {"blockGossipEnabled": False, "reConnectBackoffThreshold": "2s", "policy": "cluster"},
                "handlers": {"authFilters": [{"name": "DefaultAuth"}, {"name": "ExpirationCheck"},
                                             {"name": "TimeWindowCheck"}],
                             "decorators": [{"name": "DefaultDecorator"}],
                             "endorsers": {"escc": {"name": "DefaultEndorsement", "library": ""}},
                             "validators": {"vscc": {"name": "DefaultValidation", "library": ""}}},
                "authentication": {"timewindow": self._time_window}, "discovery": {"enabled": True},
                "maxRecvMsgSize": 104857600, "maxSendMsgSize": 104857600}

    def write_settings(self):
        settings = {
            "peer": self._peer(), "vm": {"endpoint": ""},
            "chaincode": {"externalBuilders": [{"name": "ccaas", "path": str(self._builder)}],
                          "installTimeout": "60s", "startuptimeout": "30s", "executetimeout": "30s",
                          "system": {name: "enable" for name in ("_lifecycle", "cscc", "lscc", "qscc")},
                          "runtimeParams": {"useWriteBatch": True, "maxSizeWriteBatch": 1000,
                                            "useGetMultipleKeys": True, "maxSizeGetMultipleKeys": 1000}},
            "ledger": {"state": {"stateDatabase": "goleveldb", "totalQueryLimit": 100000},
                       "history": {"enableHistoryDatabase": True}, "pvtdataStore": {"purgeInterval": 1},
                       "snapshots": {"rootDir": str(self.data / "snapshots")}},
            "operations": {"listenAddress": "127.0.0.1:0"}, "metrics": {"provider": "disabled"}}
        (self.folder / "core.yaml").write_text(json.dumps(settings, indent=1))

    def start(self):
        self.service.start().wait_for_port(self.port)

    def command(self, *words, member=None, check=True, seconds=60):
        """`peer WORDS`, asked of this peer by `member` (its organisation's administrator)."""
        member = member or self.org.admin
        client = {"CORE_PEER_TLS_CLIENTAUTHREQUIRED": "true", "CORE_PEER_TLS_CLIENTCERT_FILE":
                  str(member.tls_certificate), "CORE_PEER_TLS_CLIENTKEY_FILE": str(member.tls_key)}
        return run(f"peer {words[0]} at {self.name}", [self.programs / "peer", *words], check=check, seconds=seconds,
                   FABRIC_CFG_PATH=str(self.folder), FABRIC_LOGGING_SPEC="warn", CORE_PEER_ADDRESS=self.address,
                   CORE_PEER_MSPCONFIGPATH=str(member.msp), CORE_PEER_LOCALMSPID=self.org.msp_id,
                   **(client if self.mutual_tls else {}))

    def ordering(self, orderer):
        """How a command of its administrator's reaches `orderer`."""
        admin = self.org.admin
        shown = ["--clientauth", "--certfile", admin.tls_certificate, "--keyfile", admin.tls_key]
        return ["-o", orderer.address, "--tls", "--cafile", orderer.org.tls_ca, *(shown if self.mutual_tls else [])]

    def join(self, block):
        self.command("channel", "join", "-b", block)

    def height(self, channel):
        said = self.command("channel", "getinfo", "-c", channel).stdout.decode()
        return json.loads(said[said.index("{"):])["height"]
