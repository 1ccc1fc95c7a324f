# SPDX-License-Identifier: Apache-2.0
"""Changing a running channel as administrators do: fetch the configuration, edit it as JSON, sign the difference."""
import base64
import json
import pathlib
import tempfile

import channel
from services import run


class Configuration:
    """The configuration of a network's channel, and the programs that read and write it."""

    def __init__(self, network):
        self._network, self._peer, self._orderer = network, network.peers[0][0], network.orderers[0]

    def change(self, edit, peers):
        """Calls `edit` with the configuration's groups of organisations; the administrators of `peers` sign it."""
        with tempfile.TemporaryDirectory(prefix="keepwell-config-") as folder:
            folder = pathlib.Path(folder)
            before = self._fetch(folder)
            self._encode(before, "common.Config", folder / "before.pb")
            edit(before["channel_group"]["groups"]["Application"]["groups"])
            self._encode(before, "common.Config", folder / "after.pb")
            self._translate("compute_update", "--channel_id", self._network.channel, "--original", folder / "before.pb",
                            "--updated", folder / "after.pb", "--output", folder / "difference.pb")
            self._submit(self._decode(folder / "difference.pb", "common.ConfigUpdate", folder), peers, folder)

    def _fetch(self, folder):
        block = folder / "config.block"
        self._peer.command("channel", "fetch", "config", block, "-c", self._network.channel,
                           *self._peer.ordering(self._orderer))
        return self._decode(block, "common.Block", folder)["data"]["data"][0]["payload"]["data"]["config"]

    def _submit(self, difference, peers, folder):
        header = {"channel_header": {"channel_id": self._network.channel, "type": 2}}  # CONFIG_UPDATE
        signed = folder / "signed.pb"
        self._encode({"payload": {"header": header, "data": {"config_update": difference}}}, "common.Envelope", signed)
        for peer in peers:
            peer.command("channel", "signconfigtx", "-f", signed)
        peers[0].command("channel", "update", "-f", signed, "-c", self._network.channel,
                         *peers[0].ordering(self._orderer))

    def _translate(self, *words):
        return run("configtxlator", [self._network.programs / "configtxlator", *words])

    def _encode(self, value, kind, file):
        text = file.with_suffix(".json")
        text.write_text(json.dumps(value))
        self._translate("proto_encode", "--type", kind, "--input", text, "--output", file)

    def _decode(self, file, kind, folder):
        text = folder / "decoded.json"
        self._translate("proto_decode", "--type", kind, "--input", file, "--output", text)
        return json.loads(text.read_text())


def add_organisation(network, peer, signers):
    """`peer`'s organisation becomes one of the channel's, with `peer` as its anchor."""
    described = json.loads(channel.description(network.programs, peer.folder, peer.org, peer.port))
    Configuration(network).change(lambda organisations: organisations.update({peer.org.msp_id: described}), signers)


def revoke(network, peer, revocation_list):
    """`revocation_list`: PEM, of the authority of `peer`'s organisation, whose administrator signs alone."""
    def edit(organisations):
        msp = organisations[peer.org.msp_id]["values"]["MSP"]["value"]["config"]
        msp.setdefault("revocation_list", []).append(base64.b64encode(revocation_list).decode())

    Configuration(network).change(edit, [peer])
