# SPDX-License-Identifier: Apache-2.0
"""Certificates and keys of a network's organisations, made by cryptogen from a description of ours."""
import json

from services import run

LOOPBACK = ["localhost", "127.0.0.1"]
ORDERER_DOMAIN = "orderer.test"
ORDERER_MSP = "OrdererMSP"


class Member:
    """One machine or person: its MSP folder, and its TLS files."""

    def __init__(self, folder, server=True):
        self.msp = folder / "msp"
        self.certificate = next((self.msp / "signcerts").glob("*.pem"))
        self.private_key = next((self.msp / "keystore").iterdir())
        name = "server" if server else "client"
        self.tls_certificate = folder / "tls" / f"{name}.crt"
        self.tls_key = folder / "tls" / f"{name}.key"


class Organisation:
    """A peer organisation or the orderers' one."""

    def __init__(self, folder, domain, msp_id, kind):
        self.folder, self.domain, self.msp_id, self.kind = folder, domain, msp_id, kind
        self.msp = folder / "msp"
        self.tls_ca = next((folder / "tlsca").glob("*.pem"))
        self.ca_certificate = next((folder / "ca").glob("*.pem"))
        self.ca_key = next((folder / "ca").glob("*_sk"))

    def machine(self, name):
        return Member(self.folder / self.kind / f"{name}.{self.domain}")

    def user(self, number):
        return Member(self.folder / "users" / f"User{number}@{self.domain}", server=False)

    @property
    def admin(self):
        return Member(self.folder / "users" / f"Admin@{self.domain}", server=False)


def _peer_organisation(number, peers, users, user_keys):
    return {"Name": f"Org{number}", "Domain": _domain(number), "EnableNodeOUs": True,
            "Template": {"Count": peers, "SANS": LOOPBACK}, "Users": {"Count": users, "PublicKeyAlgorithm": user_keys}}


def _domain(number):
    return f"org{number}.test"


def make(programs, folder, orderers, organisations, peers, users, user_keys="ecdsa"):
    """The orderers' organisation, and the list of peer organisations."""
    orderer_org = {"Name": "Orderer", "Domain": ORDERER_DOMAIN, "EnableNodeOUs": True,
                   "Specs": [{"Hostname": f"orderer{n}", "SANS": LOOPBACK} for n in range(orderers)]}
    out = _generate(programs, folder, "crypto", {
        "OrdererOrgs": [orderer_org],
        "PeerOrgs": [_peer_organisation(n + 1, peers, users, user_keys) for n in range(organisations)]})
    return (Organisation(out / "ordererOrganizations" / ORDERER_DOMAIN, ORDERER_DOMAIN, ORDERER_MSP, "orderers"),
            [_made(out, n) for n in range(1, organisations + 1)])


def make_another(programs, folder, number, peers, users):
    """One more peer organisation, with a CA of its own as the others have."""
    return _made(_generate(programs, folder, f"crypto{number}",
                           {"PeerOrgs": [_peer_organisation(number, peers, users, "ecdsa")]}), number)


def _made(out, number):
    domain = _domain(number)
    return Organisation(out / "peerOrganizations" / domain, domain, f"Org{number}MSP", "peers")


def _generate(programs, folder, name, description):
    config, out = folder / f"{name}.yaml", folder / name
    config.write_text(json.dumps(description))  # JSON is YAML
    run("cryptogen", [programs / "cryptogen", "generate", "--config", config, "--output", out])
    return out
