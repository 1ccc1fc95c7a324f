# SPDX-License-Identifier: Apache-2.0
"""Two wallets on one network in a temporary folder, driven through keepwell-cli alone.

KEEPWELL_CLI names the program. KEEPWELL_LONG=1 asks for the long runs. Everything the program may write is
under World.written(): the homes, the network, the temporary folder, the XDG folders.
"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

CLI = os.path.abspath(os.environ.get("KEEPWELL_CLI", "keepwell-cli"))
SHARED = pathlib.Path(__file__).resolve().parents[2].parent / "shared" / "data"
LONG = os.environ.get("KEEPWELL_LONG") == "1"
PATIENT, CLINICIAN = "Pat Example", "Dr Clara Example"
DONE, INVALID, WRONG_KEY, DENIED, NOT_FOUND, UNAVAILABLE, TAMPERED, UNSUPPORTED = 0, 3, 4, 5, 6, 7, 8, 11


class World:
    """A folder with the homes `patient` and `clinician`; use as a context manager."""

    def __init__(self, base=None):
        self._temporary = tempfile.TemporaryDirectory(prefix="keepwell-", dir=base)
        self.folder = pathlib.Path(self._temporary.name)
        for name in ("inputs", "tmp", "xdg"):
            (self.folder / name).mkdir()
        self.passphrase = self.input("passphrase", "a lantern by the harbour wall\n")
        self.network = self.folder / "network.json"
        self.network.write_text(json.dumps({"ledger": {"kind": "embedded", "path": "network/ledger.db"},
                                            "blocks": {"kind": "folder", "path": "network/blocks"}}))

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self._temporary.cleanup()

    @property
    def ledger(self):
        return self.folder / "network" / "ledger.db"

    def input(self, name, text):
        """A file that we wrote, not the program."""
        path = self.folder / "inputs" / name
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return path

    def home(self, who):
        return self.folder / who

    def command(self, who, *words, passphrase=None):
        return [CLI, "--home", str(self.home(who)), "--json", "--passphrase-file",
                str(passphrase or self.passphrase), *map(str, words)]

    def environment(self):
        xdg = str(self.folder / "xdg")
        return {"PATH": os.environ["PATH"], "HOME": xdg, "XDG_DATA_HOME": xdg, "XDG_CONFIG_HOME": xdg,
                "XDG_CACHE_HOME": xdg, "XDG_STATE_HOME": xdg, "XDG_RUNTIME_DIR": xdg,
                "TMPDIR": str(self.folder / "tmp"), "LC_ALL": "C.UTF-8",
                **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}}

    def start(self, who, *words):
        return subprocess.Popen(self.command(who, *words), cwd=self.folder, env=self.environment(),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, who, *words, passphrase=None, timeout=120):
        """(exit status, JSON value or None, stderr); a crash or silence is an error here."""
        done = subprocess.run(self.command(who, *words, passphrase=passphrase), cwd=self.folder,
                              env=self.environment(), stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=timeout, check=False)
        if not 0 <= done.returncode <= 11:
            raise AssertionError(f"{words} crashed with {done.returncode}: {done.stderr.decode()[-2000:]}")
        try:
            answer = json.loads(done.stdout)
        except ValueError as error:
            raise AssertionError(f"{words} printed no JSON: {done.stdout!r} {done.stderr!r}") from error
        return done.returncode, answer, done.stderr.decode(errors="replace")

    def do(self, who, *words, expect=DONE):
        """The answer of a command that must end as expected."""
        status, answer, errors = self.run(who, *words)
        if status != expect:
            raise AssertionError(f"{who}: {' '.join(map(str, words))} ended with {status}, not {expect}: "
                                 f"{answer} {errors[-1000:]}")
        return answer

    def init(self, who, name, role):
        self.do(who, "init", "--name", name, "--role", role, "--network", self.network,
                "--phrase-file", self.folder / "inputs" / f"{who}.words", "--unlock-cost", "low")

    def pair(self):
        """Both wallets, each the other's checked contact."""
        self.init("patient", PATIENT, "patient")
        self.init("clinician", CLINICIAN, "clinician")
        invite = self.folder / "inputs" / "invite"
        self.do("patient", "contact", "invite", "--out", invite)
        self.do("clinician", "contact", "accept", invite)
        self.do("patient", "sync")
        self.do("patient", "contact", "confirm", CLINICIAN)
        self.do("clinician", "contact", "confirm", PATIENT)

    def share(self, *selection):
        """A share of everything, or of `selection`; the grant's id."""
        answer = self.do("patient", "share", "new", "--to", CLINICIAN, *(selection or ("--all",)),
                         "--purpose", "TREAT", "--reason", "For the visit", "--days", "30")
        return answer["grant"]

    def open(self, grant, out, expect=DONE):
        return self.do("clinician", "inbox", "open", grant, "--reason", "To prepare", "--out",
                       self.folder / "inputs" / out, expect=expect)

    def count(self, who="patient"):
        return self.do(who, "status")["records"]

    def written(self):
        """Every file that the program may have written by itself."""
        for top in ("patient", "clinician", "network", "tmp", "xdg"):
            yield from (file for file in (self.folder / top).rglob("*") if file.is_file())

    def blocks(self):
        return sorted(file for file in (self.folder / "network" / "blocks").rglob("*") if file.is_file())

    def copy(self, name):
        """The whole network and both homes as they are now, to be put back by restore()."""
        kept = self.folder / "inputs" / name
        for part in ("patient", "clinician", "network"):
            shutil.copytree(self.folder / part, kept / part)

    def restore(self, name, *parts):
        for part in parts or ("patient", "clinician", "network"):
            shutil.rmtree(self.folder / part)
            shutil.copytree(self.folder / "inputs" / name / part, self.folder / part)


def observation(number, text):
    """One small Observation that names nobody."""
    return {"resourceType": "Observation", "id": f"o{number}", "status": "final",
            "code": {"text": text}, "effectiveDateTime": f"20{10 + number % 15}-0{1 + number % 9}-11",
            "valueString": f"value {number}"}


def bundle(resources):
    return {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one} for one in resources]}
