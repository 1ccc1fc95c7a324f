#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tells Keepwell's story with two wallets on one computer, through keepwell-cli.

Usage: story.py KEEPWELL-CLI FOLDER. FOLDER must not be there; it gets the wallets. Ends with 0 when every
step came out as told, and with 1, naming the step, when one did not.
"""
import json
import os
import pathlib
import shlex
import subprocess
import sys

import records

PATIENT, CLINICIAN = "Nora Lindqvist", "Dr Samuel Adeyemi"


class Story:
    """Two homes on one network, and commands that are shown as they are run."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        folder.mkdir(parents=True)
        self.write("passphrase", "a lighthouse keeps its lamp\n")
        self.write("network.json", json.dumps({"ledger": {"kind": "embedded", "path": "network/ledger.db"},
                                               "blocks": {"kind": "folder", "path": "network/blocks"}}))
        self.write("from-the-practice.json", json.dumps(records.bundle(), indent=1))

    def write(self, name, text):
        with open(os.open(self.folder / name, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
            file.write(text)

    def tell(self, sentence):
        print(f"\n\033[1m{sentence}\033[0m" if sys.stdout.isatty() else f"\n{sentence}", flush=True)

    def run(self, who, *words, expect=0, shown=True):
        """Runs a command as `who`, shows it and its output, and demands its exit status."""
        line = f"keepwell-cli --home {who} {shlex.join(words)}"
        if shown:
            print(f"  $ {line}", flush=True)
        done = subprocess.run([self.program, "--home", who, "--passphrase-file", "passphrase", *words],
                              cwd=self.folder, capture_output=True, text=True, check=False)
        if shown:
            for text in (done.stdout + done.stderr).splitlines():
                print(f"    {text}")
            if expect:
                print(f"    (exit {done.returncode})")
        if done.returncode != expect:
            sys.exit(f"\nThe story broke: this ended with {done.returncode}, not {expect}:\n  {line}\n"
                     f"{done.stdout}{done.stderr}")
        return done.stdout

    def ask(self, who, *words):
        """The JSON answer of a command that is not part of the telling."""
        return json.loads(self.run(who, "--json", *words, shown=False))


def pair(story):
    story.run("patient", "contact", "invite", "--out", "invite", shown=False)
    story.run("clinician", "contact", "accept", "invite", shown=False)
    story.run("patient", "sync", shown=False)
    words = {story.ask(who, "contact", "list")[0]["words"] for who in ("patient", "clinician")}
    if len(words) != 1:
        sys.exit("The story broke: the two wallets show different check words")
    print(f"  Both read out: {words.pop()}")
    story.run("patient", "contact", "confirm", CLINICIAN)
    story.run("clinician", "contact", "confirm", PATIENT)


def tell(story):
    network = ("--network", "network.json", "--unlock-cost", "low")
    story.tell("1. Nora makes a wallet, and so does her doctor.")
    story.run("patient", "init", "--name", PATIENT, "--role", "patient", "--phrase-file", "patient.words", *network)
    story.run("clinician", "init", "--name", CLINICIAN, "--role", "clinician", "--phrase-file", "clinician.words",
              *network)
    story.tell("2. They exchange an invite and compare six words on the phone.")
    pair(story)
    story.tell("3. Nora brings in what her practice gave her, and reads it.")
    story.run("patient", "import", "from-the-practice.json")
    story.run("patient", "records")
    story.tell("4. She shares her results and vital signs for thirty days.")
    story.run("patient", "share", "new", "--to", CLINICIAN, "--kind", "result,vital", "--purpose", "TREAT",
              "--reason", "Before my appointment", "--days", "30")
    grant = story.ask("patient", "share", "list")[0]["grant"]
    story.tell("5. The doctor sees that something waits, opens it, and by that is in the log.")
    story.run("clinician", "inbox")
    story.run("clinician", "inbox", "open", grant[:12], "--reason", "Preparing the visit", "--out", "opened")
    story.tell("6. Nora sees who opened what and when, proven.")
    story.run("patient", "activity")
    story.tell("7. She stops the share. The next attempt is refused, and she sees that too.")
    story.run("patient", "share", "revoke", grant[:12])
    story.run("clinician", "inbox", "open", grant[:12], "--reason", "Once more", "--out", "again", expect=5)
    if (story.folder / "again").exists():
        sys.exit("The story broke: a refused opening wrote something")
    story.run("patient", "activity")
    story.tell("8. Anybody can check it: the wallet, what was opened, the ledger by itself.")
    story.run("patient", "verify")
    story.run("clinician", "proof", "verify", "opened", "--ledger", "network/ledger.db")
    story.run("clinician", "ledger", "verify", "network/ledger.db")


if __name__ == "__main__":
    told = Story(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]))
    tell(told)
    print(f"\nThat is Keepwell. Both wallets are in {told.folder}; their passphrase is in the file passphrase there.")
