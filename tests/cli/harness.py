# SPDX-License-Identifier: Apache-2.0
"""Runs keepwell-cli as its users do: one process a command, wallets in a temporary folder.

The program is the first argument of each test file, the folder of shared test data the second; a test
that needs data which is not there is skipped by name.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None
DATA = None
PASSPHRASE = "a quiet walk by the river"

STATUS = {"failed": 1, "usage": 2, "invalid": 3, "wrong_key": 4, "denied": 5, "not_found": 6, "unavailable": 7,
          "tampered": 8, "cancelled": 9, "conflict": 10, "unsupported": 11}


def main():
    """unittest.main() behind the two arguments of ours."""
    global PROGRAM, DATA
    PROGRAM = sys.argv.pop(1)
    DATA = pathlib.Path(sys.argv.pop(1))
    sys.modules["harness"].PROGRAM, sys.modules["harness"].DATA = PROGRAM, DATA
    unittest.main(module=sys.modules["__main__"], verbosity=2)


def environment(**changed):
    """Nothing of the user's own wallet, and one time zone for every machine."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("KEEPWELL_", "XDG_", "LC_", "LANG"))}
    return {**kept, "TZ": "UTC", **changed}


def run(*arguments, stdin=subprocess.DEVNULL, env=None, cwd=None, timeout=120):
    """The finished process; its output stays bytes."""
    return subprocess.run([PROGRAM, *map(str, arguments)], stdin=stdin, capture_output=True, timeout=timeout,
                          env=env or environment(), cwd=cwd, check=False)


class Answer:
    """What a command said with --json."""

    def __init__(self, process):
        self.status = process.returncode
        self.stdout = process.stdout
        self.stderr = process.stderr.decode()
        try:
            self.json = json.loads(process.stdout)  # exactly one value
        except ValueError:
            raise AssertionError(f"no JSON value: status {self.status}, {self.stdout[:500]!r}, "
                                 f"stderr {self.stderr[:500]!r}") from None

    @property
    def code(self):
        return self.json["error"]["code"]

    def __repr__(self):
        return f"status {self.status}, {self.stdout.decode()!r}, stderr {self.stderr!r}"


class Wallet:
    """Somebody's home and passphrase."""

    def __init__(self, test, folder, name, role=None, network=None):
        """Makes the wallet; without a role it is there already."""
        self.test = test
        self.folder = pathlib.Path(folder)
        self.name = name
        self.home = self.folder / name.replace(" ", "-").lower()
        self.passphrase = self.folder / f"{self.home.name}.passphrase"
        self.phrase = self.folder / f"{self.home.name}.phrase"
        if role is None:
            return
        self.passphrase.write_text(PASSPHRASE + "\n")
        self.passphrase.chmod(0o600)
        options = ["--network", network] if network else []
        self.made = self.ok("init", "--name", name, "--role", role, *options, "--phrase-file", self.phrase,
                            "--unlock-cost", "low")

    def plain(self, *arguments, **how):
        return run("--home", self.home, "--passphrase-file", self.passphrase, *arguments, **how)

    def ask(self, *arguments, **how):
        return Answer(self.plain("--json", *arguments, **how))

    def ok(self, *arguments, **how):
        """The JSON of a command that has to succeed."""
        answer = self.ask(*arguments, **how)
        self.test.assertEqual(answer.status, 0, f"{arguments}: {answer}")
        return answer.json

    def refused(self, code, *arguments, **how):
        """The answer of a command that has to end with `code`, in status and JSON alike."""
        answer = self.ask(*arguments, **how)
        self.test.assertEqual((answer.status, answer.code), (STATUS[code], code), f"{arguments}: {answer}")
        self.test.assertTrue(answer.json["error"]["detail"], arguments)
        return answer

    def records(self, *arguments):
        return self.ok("records", "--limit", "0", *arguments)


class CliTest(unittest.TestCase):
    """A temporary folder for each test, and the words to check answers with."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="keepwell-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def network_file(self):
        """A network file with relative paths; the network is made by the first wallet."""
        file = self.folder / "network.json"
        file.write_text(json.dumps({"ledger": {"kind": "embedded", "path": "net/ledger.db"},
                                    "blocks": {"kind": "folder", "path": "net/blocks"}}))
        return file

    def write(self, name, value):
        """A JSON file, or the text or bytes as they are."""
        file = self.folder / name
        if isinstance(value, bytes):
            file.write_bytes(value)
        else:
            file.write_text(value if isinstance(value, str) else json.dumps(value))
        return file

    def pair(self, first, second, check=True):
        """`first` invites, `second` accepts, both compare the words."""
        invite = self.folder / f"{first.home.name}-{second.home.name}.invite"
        first.ok("contact", "invite", "--out", invite)
        accepted = second.ok("contact", "accept", invite)
        first.ok("sync")
        mine = self.one(row for row in first.ok("contact", "list") if row["name"] == second.name)
        self.assertEqual(mine["words"], accepted["words"])
        if check:
            first.ok("contact", "confirm", second.name)
            second.ok("contact", "confirm", first.name)
        return mine

    def one(self, rows):
        """The only row."""
        rows = list(rows)
        self.assertEqual(len(rows), 1, rows)
        return rows[0]

    def assertKeys(self, value, keys):
        self.assertLessEqual(set(keys.split()), set(value), value)

    def shared_data(self, *parts):
        place = DATA.joinpath(*parts)
        if not place.exists():
            self.skipTest("no shared data")
        return place


def move_in(template, folder):
    """A copy of a folder with homes and their network, made once, for one test alone."""
    shutil.copytree(template, folder, dirs_exist_ok=True)
    for file in folder.glob("*/network.json"):
        file.write_text(file.read_text().replace(str(template), str(folder)))


def patient(family="Marsh", given="Eleanor", born="1952-03-12"):
    return {"resourceType": "Patient", "id": f"{given}-{family}".lower(),
            "name": [{"family": family, "given": [given]}], "birthDate": born}


def observation(text, value, date, subject="Patient/eleanor-marsh", category="laboratory"):
    return {"resourceType": "Observation", "status": "final", "code": {"text": text},
            "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category",
                                      "code": category}]}],
            "subject": {"reference": subject}, "effectiveDateTime": date,
            "valueQuantity": {"value": value, "unit": "mmol/L"}}


def bundle(*resources):
    return {"resourceType": "Bundle", "type": "collection",
            "entry": [{"fullUrl": f"http://example.org/fhir/{r['resourceType']}/{r.get('id', i)}", "resource": r}
                      for i, r in enumerate(resources)]}
