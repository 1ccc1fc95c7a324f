# SPDX-License-Identifier: Apache-2.0
"""The contract on a network: packed, installed, approved and committed by the peer program, and its servers."""
import json
import sys

from binaries import PACKAGING, shifted_clock
from services import Broken, Service, eventually, free_port, run


PACKAGER = PACKAGING / "package_contract.py"


class Package:
    """What an organisation installs: where its own contract server is."""

    def __init__(self, file, label, *words):
        self.file = file
        made = run("package_contract.py", [sys.executable, "-B", PACKAGER, "--label", label, *words, file])
        self.id = made.stdout.decode().strip()


class Contract:
    """One organisation's contract server, and the package that tells its peers where it is."""

    def __init__(self, folder, org, network, program, tls=None):
        """`tls`: the Member whose TLS files server and peers show each other; None: no TLS."""
        self.org, self.port, self._tls = org, free_port(), tls
        folder = folder / f"contract.{org.domain}"
        folder.mkdir(exist_ok=True)
        self.package = Package(folder / "contract.tar.gz", f"{network.contract}_1", *self._where())
        known = (["--network", network.shape.network_id] if network.shape.network_id else
                 ["--genesis-block", network.block])
        words = [*known, "--contract", network.contract, "--channel", network.channel, "--msp", org.msp_id,
                 "--package-id", self.package.id, "--address", self.address]
        if tls:
            words += ["--tls-cert", tls.tls_certificate, "--tls-key", tls.tls_key, "--client-ca", org.tls_ca]
        self.service = Service(f"contract.{org.domain}", [program or "false", *words], folder / "log", cwd=folder,
                               **self._clock(network.clock_file))

    @staticmethod
    def _clock(file):
        return {"LD_PRELOAD": str(shifted_clock()), "KEEPWELL_TEST_CLOCK_FILE": str(file)} if file else {}

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def _where(self):
        where = ["--address", self.address]
        if not self._tls:
            return [*where, "--no-tls"]
        return [*where, "--root-cert", self.org.tls_ca, "--client-cert", self._tls.tls_certificate, "--client-key",
                self._tls.tls_key, "--domain", "localhost"]

    def start(self):
        self.service.start().wait_for_port(self.port)


class Definition:
    """What every organisation has to approve alike."""

    def __init__(self, channel, name, version="1", sequence=1):
        self.channel, self.name, self.version, self.sequence = channel, name, version, sequence

    def words(self):
        return ["--channelID", self.channel, "--name", self.name, "--version", self.version,
                "--sequence", str(self.sequence)]


def _once(peer, harmless, *words):
    """The command, again until it works; `harmless` is what a repeated one is refused with."""
    def done():
        ended = peer.command("lifecycle", "chaincode", *words, check=False)
        if ended.returncode and not any(text in ended.stderr for text in harmless):
            raise Broken(f"{words[0]} at {peer.name}: {ended.stderr.decode(errors='replace')[-900:]}")
        return True
    return eventually(f"{words[0]} at {peer.name}", done, seconds=40, pause=0.3)


def install(package, peer):
    _once(peer, [b"already successfully installed"], "install", package.file)


def approve(definition, orderer, peer, package=None):
    """Without a package the organisation agrees, but runs no contract of its own."""
    _once(peer, [b"unchanged content", b"but new definition must be sequence"], "approveformyorg",
          *peer.ordering(orderer), *definition.words(), *(["--package-id", package.id] if package else []))


def commit(definition, orderer, peers):
    """`peers`: one of each organisation."""
    asked = [word for peer in peers for word in ("--peerAddresses", peer.address, "--tlsRootCertFiles",
                                                 peer.org.tls_ca)]
    _once(peers[0], [b"but new definition must be sequence"], "commit", *peers[0].ordering(orderer), *definition.words(),
          *asked)


def deploy(definition, orderer, contracts, peers):
    """`contracts` and `peers` by organisation: installs everywhere, approves for each, commits once."""
    for contract, own in zip(contracts, peers):
        for peer in own:
            install(contract.package, peer)
        approve(definition, orderer, own[0], contract.package)
    commit(definition, orderer, [own[0] for own in peers])
    for own in peers:
        for peer in own:
            wait_committed(definition, peer)


def wait_committed(definition, peer):
    def committed():
        said = peer.command("lifecycle", "chaincode", "querycommitted", "--channelID", definition.channel, "--name",
                            definition.name).stdout.decode()
        return f"Sequence: {definition.sequence}," in said
    return eventually(f"{definition.name} committed at {peer.name}", committed)


def query(definition, peer, function, *arguments, check=True):
    """`peer chaincode query`: what the contract answers at this peer alone."""
    asked = json.dumps({"Args": [function, *arguments]})
    done = peer.command("chaincode", "query", "-C", definition.channel, "-n", definition.name, "-c", asked, check=check)
    if check and done.returncode:
        raise Broken(done.stderr.decode())
    return done
