#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What an administrator or a wallet's owner can have set wrong: certificates, channels, versions, a disk."""
import datetime
import json
import pathlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

import lifecycle
import case
from case import needs
from services import run
from wallets import PairCase


def ended_certificate(org, folder):
    """(certificate, key) of a member of `org`, signed by its CA, that ended two seconds ago."""
    ca = x509.load_pem_x509_certificate(org.ca_certificate.read_bytes())
    signer = serialization.load_pem_private_key(org.ca_key.read_bytes(), None)
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.utcnow()
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "ended"),
                      x509.NameAttribute(x509.NameOID.ORGANIZATIONAL_UNIT_NAME, "client")])
    made = x509.CertificateBuilder(ca.subject, name, key.public_key(), x509.random_serial_number(),
                                   now - datetime.timedelta(minutes=4), now - datetime.timedelta(seconds=2))
    made = made.add_extension(x509.BasicConstraints(False, None), True)
    made = made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(ca.public_key()), False)
    files = folder / "ended.pem", folder / "ended.key"
    files[0].write_bytes(made.sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                           serialization.NoEncryption()))
    return files


@needs(blocks=True, cli=True)
class SettingsTest(PairCase):
    SHAPE = {"kubo": 2}

    def changed(self, **ledger):
        settings = json.loads(self.patient.network_file.read_text())
        settings["ledger"].update({name: str(value) for name, value in ledger.items()})
        file = self.folder / "changed.json"
        file.write_text(json.dumps(settings))
        return file

    def mend(self):
        super().mend()
        self.patient.ask("network", "set", self.patient.network_file)

    def test_an_ended_certificate(self):
        certificate, key = ended_certificate(self.network.organisations[0], self.folder)
        answer = self.patient.ask("network", "set", self.changed(certificate=certificate, private_key=key))
        if answer.status == 0:
            self.share()
            state = self.patient.ok("status")["ledger"]
            self.assertNotEqual(state["state"], "connected", state)
        else:
            self.assertIn(answer.status, (3, 5, 7), answer)
            self.share()
        self.assertOnce()

    def test_another_channel(self):
        answer = self.patient.ask("network", "set", self.changed(channel="elsewhere"))
        self.assertIn(answer.status, (3, 5, 6, 7, 10), answer)
        self.assertTrue(answer.json["error"]["detail"])
        self.share()
        self.assertOnce()

    def test_another_contract(self):
        answer = self.patient.ask("network", "set", self.changed(contract="elsewhere"))
        self.assertIn(answer.status, (3, 5, 6, 7, 10), answer)
        self.share()
        self.assertOnce()

    def test_another_authority(self):
        """A gateway whose certificate somebody else signed is no gateway."""
        settings = json.loads(self.patient.network_file.read_text())
        for gateway in settings["ledger"]["gateways"]:
            gateway["tls_ca"] = str(self.network.orderer_org.tls_ca)
        file = self.folder / "changed.json"
        file.write_text(json.dumps(settings))
        answer = self.patient.ask("network", "set", file)
        if answer.status == 0:
            self.share()
            self.assertGreater(self.patient.ok("status")["outbox"], 0)
        else:
            self.share()
        self.assertOnce()

    def test_an_organisation_without_the_new_version(self):
        """Version 2 is committed while the second organisation has not installed it: acts wait until it has."""
        net = self.network
        net.definition.version, net.definition.sequence = "2", net.definition.sequence + 1
        for contract, own in zip(net.contracts, net.peers):
            other = contract.package if contract is net.contracts[0] else None
            lifecycle.approve(net.definition, net.orderers[0], own[0], other)
        lifecycle.commit(net.definition, net.orderers[0], [own[0] for own in net.peers])
        self.share()
        self.assertGreater(self.patient.ok("status")["outbox"], 0)
        lifecycle.approve(net.definition, net.orderers[0], net.peers[1][0], net.contracts[1].package)
        self.assertOnce()

    def test_a_full_disk_at_the_own_peer(self):
        """Its folder is a small file system of its own, which is full for a while."""
        peer = self.network.peers[0][0]
        kept = self.folder / "kept"
        peer.service.stop()
        run("mv", ["mv", peer.data, kept])
        peer.data.mkdir()
        if run("mount", ["mount", "-t", "tmpfs", "-o", "size=256m", "keepwell-test", peer.data], check=False).returncode:
            peer.data.rmdir()
            run("mv", ["mv", kept, peer.data])
            peer.start()
            self.skipTest("skipped: this user may mount nothing")
        self.addCleanup(run, "umount", ["umount", "-l", peer.data], check=False)
        run("cp", ["cp", "-a", f"{kept}/.", peer.data])
        peer.start()
        self.fill(peer.data)
        self.share()
        (peer.data / "filler").unlink()
        if not peer.service.running:
            peer.start()
        self.assertOnce()
        peer.service.stop()
        run("cp", ["cp", "-a", f"{peer.data}/.", kept])
        run("umount", ["umount", peer.data])
        peer.data.rmdir()
        run("mv", ["mv", kept, peer.data])
        peer.start()

    @staticmethod
    def fill(folder):
        with open(pathlib.Path(folder) / "filler", "wb") as filler:
            try:
                while True:
                    filler.write(bytes(1 << 16))
                    filler.flush()
            except OSError:
                pass


if __name__ == "__main__":
    case.main()
