#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Nothing readable leaves: 200 planted strings and their plain hashes, searched in every byte written.

The strings are names, diagnoses, codes, file names and reasons. After import, share, open, deliver, a
crash and the last process, they may stand in no file of vault, ledger, blocks and temporary folder; and
what a revoked share's key part was is gone from the ledger's files.
"""
import base64
import hashlib
import random
import subprocess
import time

import harness
from harness import CliTest, Wallet, bundle, environment, observation, patient

CONSONANTS, VOWELS = "bcdfghjklmnpqrstvwz", "aeiou"


def words(count):
    """Made-up words of 12 letters that stand nowhere by chance."""
    source = random.Random(11)
    return ["".join(source.choice(CONSONANTS) + source.choice(VOWELS) for _ in range(6)).capitalize()
            for _ in range(count)]


class LeakTest(CliTest):
    def setUp(self):
        super().setUp()
        self.network = self.network_file()
        self.planted = words(200)
        self.rest = iter(self.planted)
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()
        self.names = [next(self.rest) for _ in range(4)]
        self.env = environment(TMPDIR=str(self.temporary), XDG_CACHE_HOME=str(self.temporary),
                               XDG_CONFIG_HOME=str(self.temporary), XDG_DATA_HOME=str(self.temporary),
                               HOME=str(self.temporary))

    def record(self):
        name, value, code, place = (next(self.rest) for _ in range(4))
        row = observation(name, 4.4, "2026-01-01")
        row["note"] = [{"text": value}]
        row["identifier"] = [{"system": "http://example.org", "value": code}]
        row["performer"] = [{"display": place}]
        return row

    def readable(self):
        """(file, string) for each planted string, plain or hashed, in a file the program wrote."""
        needles = {}
        for word in self.planted:
            plain = word.encode()
            for needle in (plain, plain.lower(), plain.upper(), plain.decode().encode("utf-16-le"),
                           base64.b64encode(plain), hashlib.sha256(plain).digest(), hashlib.sha256(plain).hexdigest().encode(),
                           hashlib.sha1(plain).digest(), hashlib.md5(plain).digest()):
                needles[needle] = word
        found = []
        places = [self.folder / "net", self.temporary, self.eleanor.home, self.doctor.home]
        for file in (file for place in places for file in place.rglob("*") if file.is_file()):
            data = file.read_bytes()
            found += [(file.name, word) for needle, word in needles.items() if needle in data]
            found += [(file.name, word) for word in self.planted if word.lower() in file.name.lower()]
        return found

    def crash(self, wallet, *arguments):
        process = subprocess.Popen([harness.PROGRAM, "--home", str(wallet.home), "--passphrase-file",
                                    str(wallet.passphrase), *map(str, arguments)], env=self.env,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.3)  # any moment will do: what is asserted holds at all of them
        process.kill()
        process.wait()

    def test_planted_strings_are_nowhere(self):
        # The homes' folders are named by the harness, so the people are renamed to planted names.
        self.eleanor = Wallet(self, self.folder, "Patient", "patient", self.network)
        self.doctor = Wallet(self, self.folder, "Doctor", "clinician", self.network)
        self.pair(self.eleanor, self.doctor)
        self.eleanor.ok("contact", "rename", "Doctor", self.names[0], env=self.env)
        self.doctor.ok("contact", "rename", "Patient", self.names[1], env=self.env)
        self.eleanor.ok("person", "add", self.names[2], env=self.env)

        person = patient(next(self.rest), next(self.rest))
        letter = {"resourceType": "DocumentReference", "status": "current", "content": [{"attachment": {
            "contentType": "text/plain", "title": next(self.rest),
            "data": base64.b64encode((next(self.rest) + "\n" * 9000).encode()).decode()}}]}
        source = self.write(f"{next(self.rest)}.json", bundle(person, letter, *(self.record() for _ in range(20))))
        self.eleanor.ok("import", source, "--person", "me", env=self.env)
        made = self.eleanor.ok("share", "new", "--to", self.names[0], "--all", "--purpose", "TREAT", "--reason",
                               next(self.rest), "--days", "3", env=self.env)
        self.doctor.ok("inbox", "open", made["grant"], "--reason", next(self.rest), env=self.env)
        parcel = self.write(f"{next(self.rest)}.json", bundle(*(self.record() for _ in range(10))))
        self.doctor.ok("deliver", "--to", self.names[1], parcel, "--note", next(self.rest), env=self.env)
        self.eleanor.ok("sync", env=self.env)
        self.eleanor.ok("records", "--search", self.planted[30], env=self.env)
        more = self.write(f"{next(self.rest)}.json", bundle(*(self.record() for _ in range(10))))
        self.crash(self.eleanor, "import", more, "--person", "me")
        self.assertEqual(self.readable(), [])
        (self.temporary / "planted").write_bytes(b"..." + self.planted[0].upper().encode())
        self.assertEqual(self.readable(), [("planted", self.planted[0])], "this search can find")
        (self.temporary / "planted").unlink()
        self.eleanor.ok("share", "revoke", made["grant"], env=self.env)
        self.doctor.refused("denied", "inbox", "open", made["grant"], "--reason", next(self.rest), env=self.env)
        self.eleanor.ok("activity", env=self.env)
        self.assertEqual(self.readable(), [])
        self.assertEqual(list(self.temporary.rglob("*")), [], "nothing is left in a temporary folder")


if __name__ == "__main__":
    harness.main()
