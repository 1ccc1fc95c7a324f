# SPDX-License-Identifier: Apache-2.0
"""Where the programs of a network are: KEEPWELL_FABRIC_BIN, KEEPWELL_KUBO, KEEPWELL_CONTRACT, KEEPWELL_CLI, or PATH."""
import os
import pathlib
import shutil

FABRIC = ("peer", "orderer", "configtxgen", "cryptogen", "osnadmin")
PACKAGING = pathlib.Path(__file__).resolve().parents[2] / "packaging" / "fabric"


def fabric():
    """The folder with Fabric's programs, or None where one of them is missing."""
    named = os.environ.get("KEEPWELL_FABRIC_BIN")
    if named:
        folder = pathlib.Path(named).resolve()
        return folder if all((folder / name).is_file() for name in FABRIC) else None
    places = {pathlib.Path(found).parent for found in map(shutil.which, FABRIC) if found}
    return places.pop() if len(places) == 1 and all(map(shutil.which, FABRIC)) else None


def program(variable, name):
    """The program that `variable` or PATH names, or None."""
    found = shutil.which(os.environ.get(variable) or name)
    return pathlib.Path(found).resolve() if found else None


def kubo_program():
    return program("KEEPWELL_KUBO", "ipfs")


def contract_program():
    return program("KEEPWELL_CONTRACT", "keepwell-contract")


def cli_program():
    return program("KEEPWELL_CLI", "keepwell-cli")


def probe_program():
    """The tests' own client, built beside them."""
    return program("KEEPWELL_PROBE", "network_probe")


def equivalence_program():
    return program("KEEPWELL_EQUIVALENCE", "network_equivalence")


def ledger_program():
    return program("KEEPWELL_LEDGER", "network_ledger")


def living_wallet():
    return program("KEEPWELL_LIVING_WALLET", "living_wallet")


def shifted_clock():
    """The library that moves a program's clock (clock/shifted_clock.c), or None."""
    named = os.environ.get("KEEPWELL_TEST_CLOCK")
    return pathlib.Path(named) if named and pathlib.Path(named).is_file() else None


def missing(*, contract=True, blocks=False, ca=False, cli=False, probe=False, equivalence=False,
            config=False):
    """Why a test cannot run here, in the words that it is skipped with; None if it can."""
    reasons = [(fabric() is None, "no Fabric binaries"), (blocks and kubo_program() is None, "no Kubo binary"),
               (ca and fabric() and not (fabric() / "fabric-ca-server").is_file(), "no fabric-ca-server"),
               (config and fabric() and not (fabric() / "configtxlator").is_file(), "no configtxlator"),
               (contract and contract_program() is None, "keepwell-contract is not built"),
               (probe and probe_program() is None, "network_probe is not built"),
               (equivalence and equivalence_program() is None, "network_equivalence is not built"),
               (cli and cli_program() is None, "keepwell-cli is not built")]
    return next((f"skipped: {reason}" for lacks, reason in reasons if lacks), None)
