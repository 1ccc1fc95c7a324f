#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Importing, listing, showing and exporting records."""
import json
import os
import pathlib
import signal
import subprocess
import time

import harness
from harness import STATUS, CliTest, Wallet, bundle, observation, patient


def entries(file):
    """How many records the arithmetic of import counts in a file of FHIR JSON or NDJSON."""
    text = file.read_text()
    if file.suffix == ".ndjson":
        return sum(1 for line in text.splitlines() if line.strip())
    value = json.loads(text)
    return len(value.get("entry", [])) if value.get("resourceType") == "Bundle" else 1


class RecordsTest(CliTest):
    def setUp(self):
        super().setUp()
        self.wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")

    def add(self, value, *how):
        return self.wallet.ok("import", self.write("in.json", value), *how)

    def test_the_three_counts_sum_to_the_file(self):
        value = bundle(patient(), observation("Potassium", 4.4, "2026-11-12"), observation("Sodium", 141, "2026-11-12"))
        value["entry"] += [{"fullUrl": "urn:x"}, {"resource": {"id": "no type"}}, value["entry"][1],
                           {"resource": {"resourceType": "Bundle", "type": "collection", "entry": []}}]
        report = self.add(value)
        self.assertKeys(report, "added duplicates rejected files")
        self.assertEqual((report["added"], report["duplicates"], len(report["rejected"])), (4, 1, 2))
        self.assertEqual([row["place"] for row in report["rejected"]], ["entry[3]", "entry[4]"])
        for row in report["rejected"]:
            self.assertKeys(row, "path place code detail")
            self.assertEqual(row["code"], "invalid")
        file = self.one(report["files"])
        self.assertKeys(file, "path format added duplicates rejected")
        self.assertEqual(file["added"] + file["duplicates"] + file["rejected"], 7)
        again = self.add(value)
        self.assertEqual((again["added"], again["duplicates"], len(again["rejected"])), (0, 5, 2))

    def test_ndjson_is_counted_by_lines(self):
        lines = [json.dumps(patient()), "", json.dumps(observation("Potassium", 4.4, "2026-11-12")), "{broken"]
        report = self.wallet.ok("import", self.write("in.ndjson", "\n".join(lines) + "\n"))
        self.assertEqual((report["added"], len(report["rejected"])), (2, 1))
        self.assertEqual(report["rejected"][0]["place"], "line 4")

    def test_a_dry_run_changes_nothing(self):
        report = self.add(bundle(patient(), observation("Potassium", 4.4, "2026-11-12")), "--dry-run")
        self.assertEqual(report["added"], 2)
        self.assertEqual(self.wallet.records(), [])

    def test_no_lines_are_no_entries(self):
        for name, text in (("none.ndjson", b""), ("blank.ndjson", b"\n \r\n"), ("none.jsonl", b"")):
            report = self.wallet.ok("import", self.write(name, text))
            self.assertEqual((report["added"], report["duplicates"], report["rejected"]), (0, 0, []), name)
            self.assertEqual(self.one(report["files"])["format"], "FHIR NDJSON")
        self.wallet.refused("invalid", "import", self.write("none.json", b""))

    def test_a_file_may_be_called_as_one_likes(self):
        for name in ("[a]", "[a,b]", "{}", "-a.json", "a b é.json", "'a'"):
            folder = self.folder / "names"
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(json.dumps(observation(name, 1, "2026-01-01")))
            report = self.wallet.ok("import", "--", name, cwd=folder)
            self.assertEqual(report["added"], 1, name)

    def test_an_empty_bundle_is_done(self):
        report = self.add({"resourceType": "Bundle", "type": "collection"})
        self.assertEqual((report["added"], report["duplicates"], report["rejected"]), (0, 0, []))

    def test_the_first_rejection_gives_the_status_beside_the_report(self):
        for name, text, code in (("broken.json", "{", "invalid"), ("notes.docx", "PK\x03\x04 not ours", "unsupported"),
                                 ("x.xml", "<Patient xmlns=\"http://hl7.org/fhir\"/>", "unsupported")):
            answer = self.wallet.ask("import", self.write(name, text))
            self.assertEqual((answer.status, answer.code), (STATUS[code], code), answer)
            self.assertKeys(answer.json, "added duplicates rejected files error")
            self.assertEqual(answer.json["rejected"][0]["code"], code)
        self.assertEqual(self.wallet.records(), [])
        missing = self.wallet.ask("import", self.folder / "not-there.json")
        self.assertEqual((missing.status, missing.code), (6, "not_found"))

    def test_whose_records_they_are(self):
        jonas = bundle(patient("Pettersen", "Jonas", "1969-07-03"),
                       observation("Sodium", 140, "2026-01-01", "Patient/jonas-pettersen"))
        answer = self.wallet.ask("import", self.write("jonas.json", jonas))
        self.assertEqual((answer.status, answer.code), (5, "denied"))
        self.assertIn("Pettersen", answer.json["rejected"][0]["detail"])
        shown = self.wallet.plain("import", self.folder / "jonas.json").stdout.decode()
        self.assertEqual(shown.count("Pettersen"), 1, shown)
        self.assertIn("entry[0] and 1 more: ", shown)
        self.assertIn("--person", shown)
        self.assertEqual(self.wallet.ok("import", self.folder / "jonas.json", "--person", "new")["added"], 2)
        people = self.wallet.ok("person", "list")
        for row in people:
            self.assertKeys(row, "name born records")
        self.assertEqual([(row["name"], row["records"]) for row in people], [("Eleanor Marsh", 0), ("Jonas Pettersen", 2)])
        self.assertEqual(self.one(self.wallet.records("--person", "Jonas Pettersen", "--kind", "result"))["person"],
                         "Jonas Pettersen")
        self.assertEqual(self.add(bundle(patient("MARSH", "Eléanor"), observation("Potassium", 4, "2026-01-02")))["added"], 2)
        added = self.one(self.wallet.ok("person", "add", "Walter Brandt", "--born", "1941-01-09"))
        self.assertEqual((added["name"], added["born"], added["records"]), ("Walter Brandt", "1941-01-09", 0))
        self.wallet.refused("not_found", "records", "--person", "Nobody")

    def test_lists_filter_and_sort(self):
        self.add(bundle(patient(), observation("Potassium", 4.4, "2026-11-12"), observation("Sodium", 141, "2024-02-29"),
                        {"resourceType": "Condition", "code": {"text": "Worn right knee"}, "onsetDateTime": "2019-05"},
                        {"resourceType": "AllergyIntolerance", "code": {"text": "Pénicilline"},
                         "patient": {"reference": "Patient/eleanor-marsh"}}))
        rows = self.wallet.records()
        self.assertEqual(len(rows), 5)
        for row in rows:
            self.assertKeys(row, "id kind title date source person verified")
            self.assertIsInstance(row["id"], str)
            self.assertEqual((row["person"], row["verified"]), ("Eleanor Marsh", True))
        dates = [row["date"] for row in rows if row["date"]]
        self.assertEqual(dates, sorted(dates, reverse=True))
        titles = lambda *how: [row["title"].split()[0] for row in self.wallet.records(*how)]
        self.assertEqual(titles("--kind", "result"), ["Potassium", "Sodium"])
        self.assertEqual(titles("--kind", "result,condition", "--until", "2024-02-29"), ["Sodium", "Worn"])
        self.assertEqual(titles("--since", "2019-05-31", "--until", "2019-12-31"), ["Worn"])
        self.assertEqual(titles("--since", "2019-06-01", "--until", "2019-12-31"), [])
        self.assertEqual(titles("--since", "2026-11-12"), ["Potassium"])
        self.assertEqual(titles("--search", "potas"), ["Potassium"])
        self.assertEqual(titles("--search", "penici"), ["Pénicilline"])
        self.assertEqual(len(self.wallet.ok("records", "--limit", "2")), 2)
        self.assertEqual(len(self.wallet.records("--person", "me")), 5)
        # A time without a zone is this computer's.
        self.add(observation("Iron", 1, "2026-11-20T10:00:00Z"))
        here = harness.environment(TZ="JST-9")  # needs no list of time zones
        for hour, found in (("18:59", 1), ("19:01", 0)):
            self.assertEqual(len(self.wallet.ok("records", "--since", f"2026-11-20T{hour}", env=here)), found)
            self.assertEqual(len(self.wallet.ok("records", "--since", "2026-11-20", "--until", f"2026-11-20T{hour}",
                                                env=here)), 1 - found)

    def test_a_record_can_be_forgotten(self):
        self.add(bundle(observation("Potassium", 4.4, "2026-11-12"), observation("Sodium", 141, "2026-11-11")))
        row = self.wallet.records()[0]
        self.assertEqual(self.wallet.ok("forget", row["id"]), {})
        self.wallet.refused("not_found", "record", row["id"])
        self.wallet.refused("not_found", "forget", row["id"])
        self.assertEqual(len(self.wallet.records()), 1)
        self.assertEqual(self.wallet.ok("verify")["problems"], [])

    def test_the_exact_bytes_come_back(self):
        text = '{ "resourceType" : "Observation",\n\t"status":"final", "code":{"text":"Potassium \\u00b5"},\r\n "valueQuantity":{"value":5.50} }'
        source = '{"resourceType":"Bundle","type":"collection","entry":[ {"resource":' + text + '} ]}'
        self.add(source)
        row = self.one(self.wallet.records())
        self.assertEqual(self.wallet.plain("record", row["id"], "--format", "fhir").stdout, text.encode())
        self.assertEqual(self.wallet.plain("record", row["id"], "--format", "original").stdout, source.encode())
        self.assertEqual(self.wallet.ok("record", row["id"]), json.loads(text))
        out = self.folder / "slice.json"
        self.wallet.ok("record", row["id"], "--format", "fhir", "--out", out)
        self.assertEqual(out.read_bytes(), text.encode())
        self.wallet.refused("conflict", "record", row["id"], "--format", "fhir", "--out", out)
        self.assertIn("5.50", self.wallet.plain("record", row["id"]).stdout.decode())
        for nothing in ("99999", "x", "-1", "0"):
            self.wallet.refused("not_found", "record", nothing)

    def test_text_for_people_hides_no_controls(self):
        self.add(bundle(patient(), observation("Evil \u202egnp\u202c \u001b[31mred\u001b[0m\u0007", 4, "2026-01-01")))
        for how in (["records"], ["summary"], ["record", self.wallet.records("--kind", "result")[0]["id"]]):
            shown = self.wallet.plain(*how).stdout.decode()
            self.assertIn("Evil", shown)
            for mark in "\u202e\u202c\u001b\u0007":
                self.assertNotIn(mark, shown, how)

    def test_summary_has_its_five_parts(self):
        self.add(bundle(patient(), observation("Potassium", 4.4, "2026-11-12"),
                        {"resourceType": "AllergyIntolerance", "code": {"text": "Penicillin"},
                         "patient": {"reference": "Patient/eleanor-marsh"}}))
        value = self.wallet.ok("summary")
        self.assertKeys(value, "allergies medications conditions immunizations results")
        self.assertEqual(value["allergies"][0]["title"], "Penicillin")
        self.assertEqual(value["medications"], [])
        self.assertIn("Penicillin", self.wallet.plain("summary").stdout.decode())

    def test_export_writes_every_record(self):
        self.add(bundle(patient(), observation("Potassium", 4.4, "2026-11-12"),
                        {"resourceType": "Binary", "contentType": "text/plain", "data": "SGVsbG8="}))
        out = self.folder / "out"
        report = self.wallet.ok("export", "--out", out)
        self.assertEqual(report["records"], 3)
        files = [file for file in out.rglob("*") if file.is_file()]
        self.assertEqual(report["files"], len(files))
        self.assertIn(b"Hello", [file.read_bytes() for file in files])
        self.wallet.refused("conflict", "export", "--out", out)
        (self.folder / "ready").mkdir()
        self.assertEqual(self.wallet.ok("export", "--out", self.folder / "ready"), report)


class StopTest(CliTest):
    def test_ctrl_c_keeps_the_files_that_are_done(self):
        wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")
        folder = self.folder / "many"
        folder.mkdir()
        each = 20
        for number in range(400):
            (folder / f"{number:03}.json").write_text(json.dumps(bundle(
                *(observation(f"Test {number}-{i}", i, "2026-01-01") for i in range(each)))))
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        process = subprocess.Popen([harness.PROGRAM, "--home", str(wallet.home), "--passphrase-file", str(pipe), "--json",
                                    "import", str(folder)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=harness.environment())
        with open(pipe, "w", encoding="utf8") as writer:  # it asks, and so takes signals: from here on any moment will do
            writer.write(harness.PASSPHRASE + "\n")
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=600)
        value = json.loads(out)
        if process.returncode == 0:
            self.skipTest("the import was done before it could be stopped")
        self.assertEqual((process.returncode, value["error"]["code"]), (9, "cancelled"))
        self.assertEqual(len(wallet.records()), value.get("added", 0))
        self.assertEqual(value.get("added", 0) % each, 0)
        rest = wallet.ok("import", folder)
        self.assertEqual((rest["added"] + rest["duplicates"], rest["duplicates"]), (400 * each, value.get("added", 0)))
        self.assertEqual(wallet.ok("verify")["anchored"], 400 * each)


class SharedDataTest(CliTest):
    def setUp(self):
        super().setUp()
        self.shared_data("fhir")
        self.wallet = Wallet(self, self.folder, "Eleanor Marsh", "patient")

    def test_other_peoples_data_adds_up(self):
        for folder in ("ips", "ndjson", "us-core-examples"):
            files = sorted(file for file in self.shared_data("fhir", folder).rglob("*")
                           if file.suffix in (".json", ".ndjson"))
            report = self.wallet.ok("import", *files, "--person", "me")
            by_path = {file["path"]: file for file in report["files"]}
            for file in files:
                row = by_path[str(file)]
                self.assertEqual(row["added"] + row["duplicates"] + row["rejected"], entries(file), file)
            again = self.wallet.ok("import", *files, "--person", "me")
            self.assertEqual(again["added"], 0, folder)
        report = self.wallet.ok("verify")
        self.assertEqual((report["problems"], report["anchored"]), ([], report["records"]))

    def test_the_slices_of_a_bundle_come_back(self):
        file = self.shared_data("fhir", "ips", "IPS_IG-bundle-01.json")
        self.wallet.ok("import", file, "--person", "me")
        text = file.read_bytes()
        rows = self.wallet.records()
        self.assertEqual(len(rows), entries(file))
        for row in rows:
            self.assertIn(self.wallet.plain("record", row["id"], "--format", "fhir").stdout, text)
            self.assertNotRegex(row["title"], r"(?i)unknown")

    def test_what_is_bad_ends_as_its_manifest_says(self):
        folder = self.shared_data("bad", "made-here")
        for row in json.loads((folder / "MANIFEST.json").read_text())["files"]:
            file = folder / row["file"]
            if not row["file"].startswith("json/") or not row["expected"].startswith("rejected with"):
                continue
            answer = self.wallet.ask("import", file, "--person", "me")
            self.assertIn(answer.status, (STATUS["invalid"], STATUS["unsupported"]), f"{file}: {answer}")
            self.assertIn(pathlib.Path(file).name, answer.json["rejected"][0]["path"])
        self.assertEqual(self.wallet.records(), [])


if __name__ == "__main__":
    harness.main()
