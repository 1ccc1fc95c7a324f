# SPDX-License-Identifier: Apache-2.0
"""The channel's first block: who takes part, who may do what, who orders and how fast."""
import json

from services import run

FAST_RAFT = {"TickInterval": "100ms", "ElectionTick": 10, "HeartbeatTick": 1, "MaxInflightBlocks": 5,
             "SnapshotIntervalSize": "16 MB"}
FAST_BFT = {"RequestBatchMaxInterval": "50ms", "RequestForwardTimeout": "2s", "RequestComplainTimeout": "4s",
            "RequestAutoRemoveTimeout": "3m0s", "ViewChangeResendInterval": "2s", "ViewChangeTimeout": "10s",
            "LeaderHeartbeatTimeout": "6s", "CollectTimeout": "1s", "IncomingMessageBufferSize": 200,
            "RequestPoolSize": 10000, "LeaderHeartbeatCount": 10}


def _signature(rule):
    return {"Type": "Signature", "Rule": rule}


def _meta(rule):
    return {"Type": "ImplicitMeta", "Rule": rule}


META_POLICIES = {"Readers": _meta("ANY Readers"), "Writers": _meta("ANY Writers"), "Admins": _meta("MAJORITY Admins")}


def _organisation(org, **more):
    m = org.msp_id
    return {"Name": m, "ID": m, "MSPDir": str(org.msp), **more,
            "Policies": {"Readers": _signature(f"OR('{m}.member')"), "Writers": _signature(f"OR('{m}.member')"),
                         "Admins": _signature(f"OR('{m}.admin')"), **more.get("Policies", {})}}


def _peers(org, anchor):
    return _organisation(org, AnchorPeers=[{"Host": "127.0.0.1", "Port": anchor}],
                         Policies={"Endorsement": _signature(f"OR('{org.msp_id}.peer')")})


def _consenter(orderer):
    certificate = str(orderer.member.tls_certificate)
    return {"Host": "127.0.0.1", "Port": orderer.port, "ClientTLSCert": certificate, "ServerTLSCert": certificate}


def _ordering(kind, org, orderers, batch_timeout):
    section = {"BatchTimeout": batch_timeout,
               "BatchSize": {"MaxMessageCount": 50, "AbsoluteMaxBytes": "10 MB", "PreferredMaxBytes": "2 MB"},
               "Organizations": [_organisation(org, OrdererEndpoints=[f"127.0.0.1:{o.port}" for o in orderers])],
               "Policies": {**META_POLICIES, "BlockValidation": _meta("ANY Writers")},
               "Capabilities": {"V2_0": True}}
    if kind == "bft":
        mapping = [{"ID": n + 1, "MSPID": org.msp_id, "Identity": str(o.member.certificate), **_consenter(o)}
                   for n, o in enumerate(orderers)]
        return {"OrdererType": "BFT", "SmartBFT": FAST_BFT, "ConsenterMapping": mapping, **section}
    return {"OrdererType": "etcdraft", **section,
            "EtcdRaft": {"Consenters": [_consenter(o) for o in orderers], "Options": FAST_RAFT}}


def genesis(programs, folder, name, kind, orderer_org, orderers, anchors, batch_timeout):
    """The file with block 0. `anchors` = [(organisation, port of its first peer)]."""
    policies = {**META_POLICIES, "LifecycleEndorsement": _meta("MAJORITY Endorsement"),
                "Endorsement": _meta("MAJORITY Endorsement")}
    profile = {"Policies": META_POLICIES, "Capabilities": {"V3_0": True},
               "Orderer": _ordering(kind, orderer_org, orderers, batch_timeout),
               "Application": {"Organizations": [_peers(org, port) for org, port in anchors], "Policies": policies,
                               "Capabilities": {"V2_5": True}}}
    (folder / "configtx.yaml").write_text(json.dumps({"Profiles": {"Keepwell": profile}}))
    block = folder / f"{name}.block"
    run("configtxgen", [programs / "configtxgen", "-configPath", folder, "-profile", "Keepwell", "-channelID", name,
                        "-outputBlock", block])
    return block


def description(programs, folder, org, anchor):
    """JSON of what a channel's configuration says of an organisation, as its administrator hands it over."""
    (folder / "configtx.yaml").write_text(json.dumps({"Organizations": [_peers(org, anchor)]}))
    return run("configtxgen", [programs / "configtxgen", "-configPath", folder, "-printOrg", org.msp_id]).stdout
