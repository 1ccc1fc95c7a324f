#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The whole story between two homes on one network file: share, open, refuse, stop, deliver, prove."""
import datetime
import hashlib
import json
import secrets
import shutil
import time

import harness
from harness import Answer, CliTest, Wallet, bundle, observation, patient, run

SECRET = "Zyzzogeton's disease"  # stands in one record, and nowhere readable outside the two wallets


def in_seconds(count):
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=count)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ"), moment


RECORDS = bundle(
    patient(), observation("Potassium", 4.4, "2026-11-12"), observation("Sodium", 141, "2026-11-12"),
    observation("Blood pressure", 132, "2026-10-01", category="vital-signs"),
    {"resourceType": "Condition", "code": {"text": SECRET}, "subject": {"reference": "Patient/eleanor-marsh"},
     "onsetDateTime": "2019-05"})


class SharingTest(CliTest):
    """On an embedded network; tests/network tells the same story on Fabric and IPFS."""

    ASSURANCE = "agreement"
    template = None  # a folder with both wallets, paired; each test gets a copy

    def setUp(self):
        super().setUp()
        self.move_in()
        self.source = self.folder / "records.json"
        self.eleanor = Wallet(self, self.folder, "Eleanor Marsh")
        self.doctor = Wallet(self, self.folder, "Dr Amara Okafor")

    def move_in(self):
        cls = type(self)
        if cls.template is None:
            cls.template = self.folder.with_name(self.folder.name + "-template")
            self.addClassCleanup(shutil.rmtree, cls.template, ignore_errors=True)
            cls.template.mkdir()
            self.make(cls.template)
        harness.move_in(cls.template, self.folder)

    def network_of(self, name):
        """The network file of a new wallet."""
        return self.network_file()

    def wallet(self, name, role):
        return Wallet(self, self.folder, name, role, self.network_of(name))

    def lose_blocks(self):
        for file in self.blocks():
            file.unlink()

    def change_blocks(self):
        for file in self.blocks():
            data = bytearray(file.read_bytes())
            data[len(data) // 2] ^= 1
            file.chmod(0o600)
            file.write_bytes(data)

    def blocks(self):
        return [file for file in (self.folder / "net" / "blocks").rglob("*") if file.is_file()]

    def make(self, folder):
        here, self.folder = self.folder, folder
        eleanor = self.wallet("Eleanor Marsh", "patient")
        doctor = self.wallet("Dr Amara Okafor", "clinician")
        self.assertEqual(eleanor.ok("import", self.write("records.json", RECORDS), "--person", "me")["added"], 5)
        self.pair(eleanor, doctor)
        self.folder = here

    def share(self, *how, records=None, days=("--days", "30")):
        made = self.eleanor.ok("share", "new", "--to", self.doctor.name, "--purpose", "TREAT", "--reason",
                               "Diabetes review", *days, *how)
        self.assertKeys(made, "grant records until assurance state")
        self.assertRegex(made["grant"], r"^[0-9a-f]{64}$")
        self.assertEqual((made["assurance"], made["state"]), (self.ASSURANCE, "active"))
        if records is not None:
            self.assertEqual(made["records"], records)
        return made["grant"]

    def open(self, grant, name="opened"):
        out = self.folder / name
        return out, self.doctor.ask("inbox", "open", grant, "--reason", "Preparing the visit", "--out", out)

    def timeline(self, *how):
        rows = self.eleanor.ok("activity", *how)
        for row in rows:
            self.assertKeys(row, "time kind who what reason grant proof tx")
        self.assertEqual(rows, sorted(rows, key=lambda row: row["time"], reverse=True))
        return rows

    def assertRefused(self, grant, wallet=None):
        """Opening ends with 5, writes nothing, changes no count, and is proven in the activity."""
        wallet = wallet or self.doctor
        out = self.folder / "refused"
        before = len([row for row in self.timeline("--kind", "refused") if row["grant"] == grant])
        opens = self.state(grant)["opens"]
        wallet.refused("denied", "inbox", "open", grant, "--reason", "Trying", "--out", out)
        self.assertFalse(out.exists())
        refusals = [row for row in self.timeline("--kind", "refused") if row["grant"] == grant]
        self.assertEqual(len(refusals), before + 1, refusals)
        self.assertEqual(refusals[0]["proof"], "proven")
        self.assertRegex(refusals[0]["tx"], r"^[0-9a-f]{64}$")
        self.assertEqual(self.state(grant)["opens"], opens)

    def state(self, grant):
        row = self.one(self.eleanor.ok("share", "show", grant))
        self.assertKeys(row, "grant to state records until opens assurance")
        return row

    def files_outside(self):
        """Every file that is not in a home."""
        return [file for file in (self.folder / "net").rglob("*") if file.is_file()]

    # ── the story ─────────────────────────────────────────────────────────────────────────────────

    def test_share_open_activity_and_proof(self):
        grant = self.share("--kind", "result", "--kind", "condition", records=3)
        row = self.one(self.doctor.ok("inbox"))
        self.assertKeys(row, "grant from reason records until state")
        self.assertEqual((row["grant"], row["from"], row["reason"], row["records"], row["state"]),
                         (grant, "Eleanor Marsh", "Diabetes review", 3, "active"))
        self.assertEqual(self.doctor.records(), [])
        self.assertEqual(self.timeline("--kind", "opened"), [])

        out, answer = self.open(grant[:8])
        self.assertEqual(answer.status, 0, answer)
        self.assertKeys(answer.json, "grant records author anchored out")
        self.assertEqual((answer.json["grant"], answer.json["records"], answer.json["author"], answer.json["anchored"]),
                         (grant, 3, "Eleanor Marsh", 3))
        shown = json.loads((out / "bundle.json").read_text())
        self.assertEqual(shown["resourceType"], "Bundle")
        self.assertEqual(len(shown["entry"]), 3)
        source = json.loads(self.source.read_text())
        sent = [entry["resource"] for entry in source["entry"]]
        for entry in shown["entry"]:
            self.assertIn(entry["resource"], sent)
        self.assertEqual(self.doctor.records(), [], "the clinician's wallet keeps nothing it opened")

        opened = self.one(self.timeline("--kind", "opened"))
        self.assertEqual((opened["who"], opened["grant"], opened["proof"], opened["reason"]),
                         ("Dr Amara Okafor", grant, "proven", "Preparing the visit"))
        self.assertEqual(self.state(grant)["opens"], 1)
        self.assertEqual({row["kind"] for row in self.timeline()} & {"shared", "opened", "imported"},
                         {"shared", "opened", "imported"})

        self.check_proof(out)

    def check_proof(self, out):
        alone = Answer(run("--json", "proof", "verify", out))
        self.assertEqual(alone.status, 0, alone)
        self.assertKeys(alone.json, "records proven author problems")
        self.assertEqual((alone.json["records"], alone.json["problems"]), (3, []))
        self.assertTrue(alone.json["to_compare"])
        self.compare_proof(out)
        changed = (out / "bundle.json").read_bytes().replace(b"4.4", b"4.5")
        (out / "bundle.json").write_bytes(changed)
        wrong = Answer(run("--json", "proof", "verify", out))
        self.assertEqual((wrong.status, wrong.code), (8, "tampered"))
        self.assertTrue(wrong.json["problems"])

    def compare_proof(self, out):
        whole = Answer(run("--json", "proof", "verify", out, "--ledger", self.folder / "net" / "ledger.db"))
        self.assertEqual((whole.status, whole.json["records"], whole.json["proven"]), (0, 3, 3), whole)

    def test_what_came_just_now_is_found(self):
        grant = self.share("--all")
        self.assertEqual(self.doctor.ok("inbox", "open", grant[:8], "--reason", "r")["grant"], grant)
        sent = lambda name: self.doctor.ok("deliver", "--to", "Eleanor Marsh",
                                           self.write("new.json", observation(name, 1, "2026-11-20")))["delivery"]
        self.assertEqual(self.eleanor.ok("delivery", "accept", sent("Calcium"))["added"], 1)
        self.assertEqual(self.eleanor.ok("delivery", "accept", sent("Iron")[:8])["added"], 1)
        self.assertEqual(self.eleanor.ok("delivery", "refuse", sent("Zinc")), {})

    def test_nothing_readable_leaves_before_opening_or_after(self):
        grant = self.share("--all", records=5)
        self.open(grant)
        names = [SECRET, "Eleanor", "Okafor", "Potassium", "Diabetes review", "Preparing the visit", "records.json"]
        hashes = [hashlib.sha256(name.encode()).digest() for name in names]
        for file in self.files_outside() + [file for wallet in (self.eleanor, self.doctor)
                                            for file in wallet.home.rglob("*") if file.is_file()]:
            data = file.read_bytes()
            for name, digest in zip(names, hashes):
                self.assertNotIn(name.encode(), data, file)
                self.assertNotIn(digest, data, file)
                self.assertNotIn(digest.hex().encode(), data, file)

    def test_after_a_stop_nothing_opens(self):
        grant = self.share("--all")
        self.assertEqual(self.open(grant)[1].status, 0)
        row = self.one(self.eleanor.ok("share", "revoke", grant[:10]))
        self.assertEqual((row["grant"], row["state"]), (grant, "revoked"))
        self.assertRefused(grant)
        self.assertEqual(self.one(self.timeline("--kind", "revoked"))["proof"], "proven")
        self.assertEqual(self.state(grant)["state"], "revoked")
        self.eleanor.refused("denied", "share", "revoke", grant)

    def test_after_its_last_opening_nothing_opens(self):
        grant = self.share("--all", "--max-opens", "2")
        self.assertEqual(self.open(grant, "first")[1].status, 0)
        self.assertEqual(self.open(grant, "second")[1].status, 0)
        self.assertRefused(grant)
        self.assertEqual(self.state(grant)["state"], "used up")

    def test_after_its_end_nothing_opens(self):
        began = time.monotonic()
        self.eleanor.ok("status")
        text, moment = in_seconds(8 + 10 * (time.monotonic() - began))  # a busy machine needs longer to make the share
        grant = self.share("--all", days=("--until", text))
        self.assertEqual(self.state(grant)["until"], text)
        self.doctor.ok("inbox")
        # Nothing but time can end a share by itself, so this test has to let it pass.
        time.sleep(max(0.0, (moment - datetime.datetime.now(datetime.timezone.utc)).total_seconds()) + 1.1)
        self.assertRefused(grant)
        self.assertEqual(self.state(grant)["state"], "expired")

    def test_another_key_opens_nothing(self):
        grant = self.share("--all")
        other = self.wallet("Coastline Imaging", "organisation")
        self.assertRefused(grant, other)
        self.assertEqual(other.ok("inbox"), [])
        row = self.timeline("--kind", "refused")[0]
        self.assertEqual(row["reason"], "")

    def test_a_grant_nobody_made_is_not_found(self):
        self.doctor.refused("not_found", "inbox", "open", secrets.token_hex(32), "--reason", "Trying")
        self.doctor.refused("not_found", "inbox", "open", "0123456789", "--reason", "Trying")
        self.doctor.refused("usage", "inbox", "open", "0123", "--reason", "Trying")

    def test_an_opening_needs_a_new_folder(self):
        grant = self.share("--all")
        (self.folder / "there").mkdir()
        self.doctor.refused("conflict", "inbox", "open", grant, "--reason", "r", "--out", self.folder / "there")
        self.assertEqual(self.state(grant)["opens"], 0)

    def test_blocks_that_are_gone_end_with_7_and_the_opening_is_said(self):
        grant = self.share("--all")
        self.lose_blocks()
        answer = self.doctor.refused("unavailable", "inbox", "open", grant, "--reason", "r", "--out", self.folder / "o")
        self.assertFalse((self.folder / "o").exists())
        self.assertIn("log", answer.json["error"]["detail"].lower())
        self.assertEqual(len(self.timeline("--kind", "opened")), 1)

    def test_a_changed_block_ends_with_8(self):
        grant = self.share("--all")
        self.change_blocks()
        self.doctor.refused("tampered", "inbox", "open", grant, "--reason", "r", "--out", self.folder / "o")
        self.assertFalse((self.folder / "o").exists())

    # ── shares ────────────────────────────────────────────────────────────────────────────────────

    def test_what_can_be_chosen(self):
        self.share("--kind", "result,vital", records=3)
        self.share("--since", "2026-11-01", records=2)
        rows = self.eleanor.records("--kind", "condition")
        self.share("--record", rows[0]["id"], records=1)
        how = ["--to", "Dr Amara Okafor", "--purpose", "TREAT", "--reason", "r", "--days", "3"]
        self.eleanor.refused("not_found", "share", "new", *how, "--kind", "imaging")
        self.eleanor.refused("not_found", "share", "new", *how, "--record", "999999")
        self.assertEqual(len(self.eleanor.ok("share", "list")), 3)

    def test_what_is_extra_private_is_named_and_can_stay_out(self):
        labelled = observation("Chlamydia", 0, "2026-11-20")
        labelled["meta"] = {"security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "STD"}]}
        self.eleanor.ok("import", self.write("more.json", bundle(patient(), labelled)), "--person", "me")
        how = ["share", "new", "--to", "Dr Amara Okafor", "--purpose", "TREAT", "--reason", "r", "--days", "3"]
        whole = self.eleanor.ask(*how, "--kind", "result")
        self.assertEqual(whole.json["records"], 3)
        self.assertIn("1 of the records", whole.stderr)
        without = self.eleanor.ask(*how, "--kind", "result", "--without-private")
        self.assertEqual(without.json["records"], 2)
        self.assertEqual(without.stderr, "")

    def test_a_record_is_marked_as_extra_private_by_hand(self):
        grant = self.share("--kind", "result", records=2)
        rows = self.eleanor.records("--kind", "result")
        marked = self.eleanor.ask("private", rows[0]["id"])
        self.assertEqual((marked.status, marked.json), (0, {}), marked)
        self.assertIn("until the share is updated or stopped", marked.stderr)
        self.assertIn(f"* {rows[0]['title']}", self.eleanor.plain("records").stdout.decode())
        self.share("--kind", "result", "--without-private", records=1)
        row = self.one(self.eleanor.ok("share", "update", grant))
        self.assertEqual(row["records"], 2)  # it was shared at its word, marked or not
        self.eleanor.refused("not_found", "private", rows[1]["id"], "999999")
        self.share("--kind", "result", "--without-private", records=1)  # of two ids neither was marked
        self.eleanor.ok("private", "--off", rows[0]["id"])
        self.share("--kind", "result", "--without-private", records=2)

    def test_until_a_day_means_its_end(self):
        day = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=3)).strftime("%Y-%m-%d")
        grant = self.share("--all", days=("--until", day))
        self.assertEqual(self.state(grant)["until"], f"{day}T23:59:59Z")

    def test_update_gives_what_is_new(self):
        grant = self.share("--kind", "result", records=2)
        more = self.write("more.json", bundle(patient(), observation("Calcium", 2.3, "2026-11-20")))
        self.eleanor.ok("import", more, "--person", "me")
        row = self.one(self.eleanor.ok("share", "update", grant))
        self.assertEqual((row["records"], row["state"]), (3, "active"))
        _, answer = self.open(grant)
        self.assertEqual((answer.status, answer.json.get("records")), (0, 3), answer)

    def test_a_live_share_grows_at_sync(self):
        grant = self.share("--kind", "result", "--live", records=2)
        more = self.write("more.json", bundle(patient(), observation("Calcium", 2.3, "2026-11-20")))
        self.eleanor.ok("import", more, "--person", "me")
        self.eleanor.ok("sync")
        self.assertEqual(self.state(grant)["records"], 3)
        _, answer = self.open(grant)
        self.assertEqual((answer.status, answer.json.get("records")), (0, 3), answer)

    def test_sharing_with_an_unchecked_contact_needs_a_yes(self):
        other = self.wallet("Larkmere Pharmacy", "organisation")
        self.pair(self.eleanor, other, check=False)
        how = ["share", "new", "--to", "Larkmere Pharmacy", "--all", "--purpose", "TREAT", "--reason", "r", "--days", "3"]
        self.eleanor.refused("denied", *how)
        self.assertEqual(self.eleanor.ok(*how, "--allow-unchecked")["records"], 5)

    # ── contacts ──────────────────────────────────────────────────────────────────────────────────

    def test_contacts(self):
        row = self.one(self.eleanor.ok("contact", "list"))
        self.assertKeys(row, "id name role checked words")
        self.assertEqual((row["name"], row["role"], row["checked"], len(row["words"].split())),
                         ("Dr Amara Okafor", "clinician", True, 6))
        theirs = self.one(self.doctor.ok("contact", "list"))
        self.assertEqual((theirs["name"], theirs["role"], theirs["words"]), ("Eleanor Marsh", "patient", row["words"]))
        self.assertEqual(self.eleanor.ok("contact", "rename", f"#{row['id']}", "My doctor"), {})
        self.assertEqual(self.one(self.eleanor.ok("contact", "list"))["name"], "My doctor")
        self.eleanor.refused("not_found", "contact", "confirm", "Dr Amara Okafor")
        self.assertEqual(self.eleanor.ok("contact", "block", "My doctor"), {})
        how = ["share", "new", "--to", "My doctor", "--all", "--purpose", "TREAT", "--reason", "r", "--days", "3"]
        self.eleanor.refused("denied", *how)
        self.assertEqual(self.eleanor.ok("contact", "unblock", "My doctor"), {})
        grant = self.eleanor.ok(*how)["grant"]
        self.eleanor.ok("share", "revoke", grant)
        self.assertEqual(self.eleanor.ok("contact", "remove", "My doctor"), {})
        self.assertEqual(self.eleanor.ok("contact", "list"), [])

    def test_two_of_one_name_are_listed(self):
        other = self.wallet("Larkmere Pharmacy", "organisation")
        self.pair(self.eleanor, other)
        self.eleanor.ok("contact", "rename", "Larkmere Pharmacy", "Dr Amara Okafor")
        answer = self.eleanor.refused("conflict", "contact", "confirm", "Dr Amara Okafor")
        self.assertEqual(answer.json["error"]["detail"].count("#"), 2)

    def test_an_invite_is_for_one_network_and_one_use(self):
        invite = self.folder / "i"
        self.eleanor.ok("contact", "invite", "--out", invite)
        self.eleanor.refused("conflict", "contact", "invite", "--out", invite)
        self.eleanor.refused("denied", "contact", "accept", invite)
        far = self.folder / "far"
        far.mkdir()
        stranger = Wallet(self, far, "A Stranger", "clinician")
        stranger.refused("denied", "contact", "accept", invite)
        broken = bytearray(invite.read_bytes())
        broken[len(broken) // 2] ^= 1
        self.assertIn(self.doctor.ask("contact", "accept", self.write("broken", bytes(broken))).status, (3, 8))

    # ── deliveries ────────────────────────────────────────────────────────────────────────────────

    def test_a_delivery_about_the_patient_is_filed_by_sync(self):
        new = self.write("new.json", bundle(patient(), observation("Calcium", 2.3, "2026-11-20")))
        made = self.doctor.ok("deliver", "--to", "Eleanor Marsh", new, "--note", "Your blood test")
        self.assertRegex(made["delivery"], r"^[0-9a-f]{64}$")
        report = self.eleanor.ok("sync")
        self.assertKeys(report, "sent received filed state")
        self.assertEqual(report["filed"], 1)
        row = self.one(self.eleanor.ok("delivery", "list"))
        self.assertKeys(row, "delivery from note records state")
        self.assertEqual((row["delivery"], row["from"], row["note"], row["state"]),
                         (made["delivery"], "Dr Amara Okafor", "Your blood test", "filed"))
        self.assertIn("Calcium", [row["title"].split()[0] for row in self.eleanor.records("--kind", "result")])
        self.assertEqual(self.one(self.timeline("--kind", "filed"))["proof"], "proven")
        self.doctor.ok("sync")
        self.assertEqual(self.one(self.doctor.ok("delivery", "list"))["state"], "filed")

    def test_a_delivery_about_somebody_else_waits(self):
        new = self.write("new.json", bundle(patient("Pettersen", "Jonas", "1969-07-03"),
                                            observation("Calcium", 2.3, "2026-11-20", "Patient/jonas-pettersen")))
        made = self.doctor.ok("deliver", "--to", "Eleanor Marsh", new)
        self.assertEqual(self.eleanor.ok("sync")["filed"], 0)
        row = self.one(self.eleanor.ok("delivery", "list"))
        self.assertEqual(row["state"], "waiting")
        self.assertEqual(len(self.eleanor.records()), 5)
        self.eleanor.ok("delivery", "refuse", made["delivery"][:8])
        self.assertEqual(self.one(self.eleanor.ok("delivery", "list"))["state"], "refused")
        self.assertEqual(len(self.eleanor.records()), 5)

    def test_folders_can_be_delivered_but_not_what_is_no_record(self):
        parcel = self.folder / "parcel"
        parcel.mkdir()
        for name in ("a", "b"):
            (parcel / f"{name}.json").write_text(json.dumps(bundle(patient(), observation(f"Calcium {name}", 2, "2026-11-20"))))
        made = self.doctor.ok("deliver", "--to", "Eleanor Marsh", parcel)
        self.assertEqual(self.eleanor.ok("sync")["filed"], 1)
        self.assertEqual(len(self.eleanor.records()), 7)
        row = self.one(self.doctor.ok("delivery", "list"))
        self.assertEqual((row["delivery"], row["from"], row["to"]), (made["delivery"], "Dr Amara Okafor", "Eleanor Marsh"))
        for name, text, code in (("no.json", "{", "invalid"), ("no.pdf", "%PDF-1.7 ...", "unsupported")):
            self.doctor.refused(code, "deliver", "--to", "Eleanor Marsh", self.write(name, text))
        self.doctor.refused("not_found", "deliver", "--to", "Eleanor Marsh", self.folder / "none.json")
        self.doctor.refused("not_found", "deliver", "--to", "Nobody", parcel)
        self.assertEqual(len(self.doctor.ok("delivery", "list")), 1)

    def test_a_waiting_delivery_can_be_accepted(self):
        nobody = self.write("nobody.json", {"resourceType": "Observation", "status": "final", "code": {"text": "Calcium"},
                                            "valueString": "fine"})
        made = self.doctor.ok("deliver", "--to", "Eleanor Marsh", nobody)
        self.assertEqual(self.eleanor.ok("sync")["filed"], 0)
        self.assertEqual(self.eleanor.ok("delivery", "accept", made["delivery"])["added"], 1)
        self.assertEqual(self.one(self.eleanor.ok("delivery", "list"))["state"], "filed")
        self.assertEqual(len(self.eleanor.records()), 6)

    # ── activity ──────────────────────────────────────────────────────────────────────────────────

    def test_activity_filters_and_exports(self):
        grant = self.share("--all")
        self.open(grant)
        rows = self.timeline()
        self.assertEqual([row for row in rows if row["kind"] in ("opened", "shared")],
                         self.timeline("--kind", "opened,shared"))
        self.assertEqual(self.timeline("--since", "2999-01-01"), [])
        theirs = self.timeline("--who", "Dr Amara Okafor")
        self.assertTrue(theirs and all(row["who"] == "Dr Amara Okafor" for row in theirs))
        number = self.one(self.eleanor.ok("contact", "list"))["id"]
        self.assertEqual(self.timeline("--who", f"#{number}"), theirs)
        self.eleanor.refused("not_found", "activity", "--who", "#99")
        for form in ("balp", "csv", "json"):
            file = self.folder / f"activity.{form}"
            self.eleanor.ok("activity", "--export", form, "--out", file)
            self.assertEqual(file.stat().st_mode & 0o077, 0)
            self.eleanor.refused("conflict", "activity", "--export", form, "--out", file)
        balp = json.loads((self.folder / "activity.balp").read_text())
        self.assertEqual({entry["resource"]["resourceType"] for entry in balp["entry"]}, {"AuditEvent"})
        self.assertEqual(len(json.loads((self.folder / "activity.json").read_text())), len(rows))
        self.assertEqual(len((self.folder / "activity.csv").read_text().splitlines()), len(rows) + 1)

    def test_verify_counts_what_holds(self):
        self.share("--all")
        report = self.eleanor.ok("verify")
        self.assertKeys(report, "records anchored entries proven problems")
        self.assertEqual((report["records"], report["anchored"], report["problems"]), (5, 5, []))
        self.assertEqual(report["entries"], report["proven"])


if __name__ == "__main__":
    harness.main()
