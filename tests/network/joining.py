# SPDX-License-Identifier: Apache-2.0
"""Wallets that join a network with an organisation's connection file and a code."""
import json
import pathlib
import sys

from case import NetworkCase

sys.path.insert(1, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))


class JoiningCase(NetworkCase):
    """A network with a fabric-ca for each organisation; wallets begin on an embedded one."""

    SHAPE = {"authorities": True}

    def setUp(self):
        super().setUp()
        self.local = self.write("local.json", {"ledger": {"kind": "embedded", "path": "net/ledger.db"},
                                               "blocks": {"kind": "folder", "path": "net/blocks"}})

    def write(self, name, value):
        file = self.folder / name
        file.write_text(value if isinstance(value, str) else json.dumps(value, indent=1))
        return file

    def connection(self, org, **change):
        """What the administrator of organisation `org` hands out: no secrets, certificates as they are."""
        network, authority = self.network, self.network.authorities[org]
        order = [org, 1 - org]
        gateways = [{"endpoint": network.peers[n][0].address, "msp_id": network.organisations[n].msp_id,
                     "tls_ca": network.organisations[n].tls_ca.read_text()} for n in order]
        ledger = {"kind": "fabric", "channel": network.channel, "contract": network.contract, "gateways": gateways,
                  "enrolment": {"url": authority.url, "tls_ca": network.organisations[org].tls_ca.read_text(),
                                "ca_name": f"ca-{network.organisations[org].domain}"}, **change}
        return self.write(f"connection{org}.json", {
            "name": "Larkmere Health Network", "ledger": ledger,
            "blocks": {"kind": "folder", "path": str(self.folder / "blocks")}})

    def code(self, org, name, secret="a secret never told", register=True):
        if register:
            self.network.authorities[org].register(name, secret)
        file = self.write(f"{name}.code", f"{name}:{secret}\n")
        file.chmod(0o600)
        return file

    def pair(self, inviter, invited):
        invite = self.folder / f"{inviter.home.name}.invite"
        invite.unlink(missing_ok=True)
        inviter.ok("contact", "invite", "--out", invite)
        invited.ok("contact", "accept", invite)
        inviter.ok("sync")
        for wallet, other in ((inviter, invited), (invited, inviter)):
            wallet.ok("contact", "confirm", other.name)

    def opens(self, giver, taker, records):
        grant = giver.ok("share", "new", "--to", taker.name, "--all", "--purpose", "TREAT", "--reason", "kidneys",
                         "--days", "3")["grant"]
        self.assertEqual(taker.ok("inbox", "open", grant, "--reason", "r")["records"], records)
        return grant
