#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""200 strings are planted in records; no byte that the program wrote by itself may hold one of them."""
import base64
import hashlib
import random
import signal
import time
import unittest

from world import CLINICIAN, DENIED, World, bundle

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Planted:
    """Unlikely words, the same at each run, counted as they are used."""

    def __init__(self):
        self._random = random.Random(20260101)
        self.words = []

    def word(self):
        self.words.append("Zq" + "".join(self._random.choice(LETTERS) for _ in range(14)))
        return self.words[-1]

    def encodings(self):
        """Each word in the forms in which it could leak, and its plain hashes."""
        for word in self.words:
            for text in (word, word.lower(), word.upper()):
                yield word, text.encode()
                yield word, text.encode("utf-16-le")
                digest = hashlib.sha256(text.encode())
                yield word, digest.digest()
                yield word, digest.hexdigest().encode()
            yield word, base64.b64encode(word.encode() * 3)[4:24]


def person_records(planted, number):
    """A person's worth of records with a planted word wherever a person would write one."""
    word = planted.word
    subject = {"reference": f"Patient/p{number}", "display": f"{word()} {word()}"}
    yield {"resourceType": "Patient", "id": f"p{number}", "birthDate": "1970-01-01",
           "name": [{"family": word(), "given": [word()]}], "address": [{"city": word(), "line": [word()]}],
           "telecom": [{"system": "email", "value": f"{word()}@example.org"}],
           "identifier": [{"system": "http://example.org/ids", "value": word()}]}
    yield {"resourceType": "Condition", "subject": subject, "onsetDateTime": "2020-02-02",
           "code": {"coding": [{"system": "http://example.org/codes", "code": word(), "display": word()}],
                    "text": word()}, "note": [{"text": f"{word()} and {word()}"}]}
    yield {"resourceType": "Observation", "status": "final", "subject": subject, "code": {"text": word()},
           "valueString": word(), "effectiveDateTime": "2021-03-03", "performer": [{"display": word()}]}
    yield {"resourceType": "DocumentReference", "status": "current", "subject": subject,
           "description": word(), "content": [{"attachment": {
               "contentType": "text/plain", "title": f"{word()}.txt",
               "data": base64.b64encode(f"{word()} was here. ".encode() * 40).decode()}}]}
    yield {"resourceType": "MedicationRequest", "status": "active", "intent": "order", "subject": subject,
           "medicationCodeableConcept": {"text": word()}, "reasonCode": [{"text": word()}],
           "dosageInstruction": [{"text": word()}]}


class NothingReadableTest(unittest.TestCase):
    def test_no_planted_word_is_in_any_byte_written(self):
        planted = Planted()
        records = [one for number in range(8) for one in person_records(planted, number)]
        with World() as world:
            world.pair()
            file = world.input(f"{planted.word()}.json", bundle(records))
            more = world.input("more.json", bundle(person_records(planted, 99)))
            world.do("patient", "import", file, "--person", "me")
            self.kill_an_import(world, more)
            reason, opening, note = planted.word(), planted.word(), planted.word()
            self.assertGreaterEqual(len(planted.words), 200)
            grant = world.do("patient", "share", "new", "--to", CLINICIAN, "--all", "--purpose", "TREAT",
                             "--reason", reason, "--days", "9")["grant"]
            opened = world.folder / "inputs" / "opened"
            world.do("clinician", "inbox", "open", grant, "--reason", opening, "--out", opened)
            self.check(planted, world, "after an opening")
            world.do("clinician", "deliver", "--to", "Pat Example", more, "--note", note)
            world.do("patient", "sync")
            world.do("patient", "records", "--search", planted.words[0])
            world.do("patient", "share", "revoke", grant)
            world.do("clinician", "inbox", "open", grant, "--reason", opening, "--out",
                     world.folder / "inputs" / "again", expect=DENIED)
            world.do("patient", "activity")
            self.check(planted, world, "at the end")
            self.look_twice(planted, opened)

    def kill_an_import(self, world, file):
        """A crash leaves what was being written behind: a -wal, temporary files."""
        running = world.start("patient", "import", file, "--person", "me")
        time.sleep(0.35)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        self.check_files(world, [], "never")

    def check(self, planted, world, when):
        self.check_files(world, list(planted.encodings()), when)

    def check_files(self, world, needles, when):
        for file in world.written():
            data = file.read_bytes()
            name = str(file.relative_to(world.folder))
            for word, needle in needles:
                self.assertNotIn(needle, data, f"{word} is readable in {name} {when}")
                self.assertNotIn(word.lower(), name.lower(), f"{word} names a file {when}")

    def look_twice(self, planted, opened):
        """The search itself must be able to find: what was opened on purpose holds the words."""
        data = b"".join(file.read_bytes() for file in opened.rglob("*") if file.is_file())
        found = sum(word.encode() in data for word in planted.words)
        self.assertGreater(found, 100)


if __name__ == "__main__":
    unittest.main(verbosity=2)
