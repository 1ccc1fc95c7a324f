#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The network behind the wallet: offline acts, a changed ledger, another place, restoring."""
import shutil
import sqlite3

import harness
from harness import Answer, CliTest, Wallet, bundle, observation, patient, run


class NetworkTest(CliTest):
    def setUp(self):
        super().setUp()
        self.network = self.network_file()
        self.ledger = self.folder / "net" / "ledger.db"
        self.eleanor = Wallet(self, self.folder, "Eleanor Marsh", "patient", self.network)

    def fill(self):
        file = self.write("records.json", bundle(patient(), observation("Potassium", 4.4, "2026-11-12")))
        return self.eleanor.ok("import", file, "--person", "me")

    def doctor(self):
        wallet = Wallet(self, self.folder, "Dr Amara Okafor", "clinician", self.network)
        self.pair(self.eleanor, wallet)
        return wallet

    def test_status_says_how_everything_is(self):
        status = self.eleanor.ok("status")
        self.assertKeys(status, "role name records contacts outbox ledger blocks")
        self.assertEqual((status["role"], status["name"], status["records"], status["contacts"], status["outbox"]),
                         ("patient", "Eleanor Marsh", 0, 0, 0))
        self.assertEqual(status["ledger"]["kind"], "embedded")
        self.assertEqual(status["ledger"]["state"], "connected")
        self.assertEqual((status["blocks"]["kind"], status["blocks"]["state"]), ("folder", "connected"))

    def test_network_show_is_the_file_with_kept_paths(self):
        shown = self.eleanor.ok("network", "show")
        self.assertEqual(shown["ledger"], {"kind": "embedded", "path": str(self.ledger)})
        self.assertEqual(shown["blocks"], {"kind": "folder", "path": str(self.folder / "net" / "blocks")})

    def test_acts_wait_while_offline_and_are_sent_once(self):
        doctor = self.doctor()
        report = self.eleanor.ok("--offline", "import", self.write("records.json", bundle(
            patient(), observation("Potassium", 4.4, "2026-11-12"))), "--person", "me")
        self.assertEqual((report["added"], report["state"]), (2, "queued"))
        made = self.eleanor.ok("--offline", "share", "new", "--to", doctor.name, "--all", "--purpose", "TREAT",
                               "--reason", "r", "--days", "3")
        self.assertEqual(made["state"], "queued")
        row = self.one(self.eleanor.ok("--offline", "share", "list"))
        self.assertEqual(row["state"], "queued")
        self.assertRegex(row["as_of"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertGreaterEqual(self.eleanor.ok("--offline", "status")["outbox"], 2)
        self.assertEqual(doctor.ok("inbox"), [])
        report = self.eleanor.ok("sync")
        self.assertGreaterEqual(report["sent"], 2)
        self.assertEqual(self.eleanor.ok("status")["outbox"], 0)
        row = self.one(self.eleanor.ok("share", "list"))
        self.assertEqual(row["state"], "active")
        self.assertNotIn("as_of", row)
        self.assertEqual(doctor.ok("inbox", "open", made["grant"], "--reason", "r")["records"], 2)

    def test_an_opening_is_never_queued(self):
        doctor = self.doctor()
        self.fill()
        made = self.eleanor.ok("share", "new", "--to", doctor.name, "--all", "--purpose", "TREAT", "--reason", "r",
                               "--days", "3")
        doctor.ok("inbox")
        doctor.refused("unavailable", "--offline", "inbox", "open", made["grant"], "--reason", "r", "--out",
                       self.folder / "o")
        self.assertFalse((self.folder / "o").exists())
        self.assertEqual(self.one(self.eleanor.ok("share", "list"))["opens"], 0)

    def test_a_network_out_of_reach_leaves_an_older_state(self):
        self.fill()
        self.ledger.parent.rename(self.folder / "away")
        answer = self.eleanor.ask("status")
        self.assertEqual(answer.status, 0, answer)
        self.assertIn("as_of", answer.json)
        self.assertEqual(answer.json["ledger"]["state"], "unavailable")
        self.assertIn("warning", answer.stderr)
        self.assertEqual(len(self.eleanor.records()), 2)
        (self.folder / "away").rename(self.ledger.parent)
        self.assertNotIn("as_of", self.eleanor.ok("status"))

    def test_the_network_can_move(self):
        self.fill()
        shutil.move(self.folder / "net", self.folder / "moved")
        file = self.write("moved.json", {"ledger": {"kind": "embedded", "path": "moved/ledger.db"},
                                         "blocks": {"kind": "folder", "path": "moved/blocks"}})
        self.assertEqual(self.eleanor.ok("network", "set", file), {})
        self.assertEqual(self.eleanor.ok("status")["ledger"]["state"], "connected")
        self.assertEqual(self.eleanor.ok("verify")["problems"], [])

    def test_the_home_can_move(self):
        self.fill()
        self.eleanor.home = self.eleanor.home.rename(self.folder / "elsewhere")
        self.assertEqual(len(self.eleanor.records()), 2)
        self.assertEqual(self.eleanor.ok("verify")["problems"], [])

    def connection(self, port):
        """Of an organisation that nobody can reach: nothing listens there."""
        pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
        return self.write("connection.json", {
            "name": "Larkmere Health Network",
            "ledger": {"kind": "fabric", "channel": "care", "contract": "keepwell",
                       "gateways": [{"endpoint": f"127.0.0.1:{port}", "tls_ca": pem, "msp_id": "Org1MSP"}],
                       "enrolment": {"url": f"https://127.0.0.1:{port}", "tls_ca": pem}},
            "blocks": {"kind": "folder", "path": "blocks"}})

    def test_joining_says_what_it_ends_and_asks(self):
        doctor = self.doctor()
        self.fill()
        self.eleanor.ok("share", "new", "--to", doctor.name, "--all", "--purpose", "TREAT", "--reason", "r", "--days", "3")
        code = self.write("code", "kw-7f3a:a secret never told\n")
        said = self.eleanor.refused("usage", "network", "join", self.connection(9), "--code-file", code)
        detail = said.json["error"]["detail"]
        for words in ("Larkmere Health Network", "2 records", "1 share of yours", "1 contact", "--yes"):
            self.assertIn(words, detail)
        self.assertNotIn("never told", detail)

    def test_a_joining_that_fails_changes_nothing(self):
        self.fill()
        before = self.eleanor.ok("network", "show")
        code = self.write("code", "kw-7f3a:a secret never told\n")
        said = self.eleanor.refused("unavailable", "network", "join", self.connection(9), "--code-file", code)
        self.assertNotIn("never told", str(said.json))
        self.assertEqual(self.eleanor.ok("network", "show"), before)
        self.assertEqual(self.eleanor.ok("verify")["problems"], [])
        self.eleanor.refused("invalid", "network", "join", self.network, "--code-file", code)

    def test_another_network_is_refused(self):
        far = self.folder / "far"
        far.mkdir()
        Wallet(self, far, "A Stranger", "patient")
        file = self.write("other.json", {"ledger": {"kind": "embedded", "path": "far/network/ledger.db"},
                                         "blocks": {"kind": "folder", "path": "far/network/blocks"}})
        self.eleanor.refused("denied", "network", "set", file)
        self.assertEqual(self.eleanor.ok("status")["ledger"]["state"], "connected")

    # ── the ledger file ───────────────────────────────────────────────────────────────────────────

    def test_ledger_verify_needs_no_wallet(self):
        self.fill()
        answer = Answer(run("--json", "ledger", "verify", self.ledger))
        self.assertEqual(answer.status, 0, answer)
        self.assertKeys(answer.json, "entries root problems")
        self.assertGreaterEqual(answer.json["entries"], 3)
        self.assertRegex(answer.json["root"], r"^[0-9a-f]{64}$")
        self.assertEqual(Answer(run("--json", "ledger", "verify", self.folder / "none")).status, 6)
        self.assertEqual(Answer(run("--json", "ledger", "verify", self.write("x", "no ledger"))).status, 3)

    def test_a_rolled_back_ledger_is_named(self):
        shutil.copytree(self.folder / "net", self.folder / "old")
        self.fill()
        self.eleanor.ok("sync")
        shutil.rmtree(self.folder / "net")
        (self.folder / "old").rename(self.folder / "net")
        for command in (["sync"], ["status"], ["activity"], ["verify"]):
            answer = self.eleanor.ask(*command)
            self.assertEqual((answer.status, answer.code), (8, "tampered"), f"{command}: {answer}")

    def test_what_stands_where_the_ledger_was_is_no_old_state(self):
        for content in (b"", b"no ledger", bytes(10_000)):
            self.ledger.write_bytes(content)
            for command in (["sync"], ["status"], ["activity"], ["verify"]):
                answer = self.eleanor.ask(*command)
                self.assertEqual((answer.status, answer.code), (8, "tampered"), f"{command}: {answer}")

    def test_a_changed_entry_is_named(self):
        self.fill()
        database = sqlite3.connect(self.ledger)
        table = self.one(name for (name,) in database.execute("select name from sqlite_schema where type = 'table'")
                         if "entr" in name)
        columns = [row[1] for row in database.execute(f"pragma table_info({table})")]
        column = next(name for name in columns if "payload" in name or "envelope" in name or "leaf" in name)
        key, value = database.execute(f"select rowid, {column} from {table} order by rowid desc").fetchone()
        changed = bytearray(value)
        changed[len(changed) // 2] ^= 1
        database.execute(f"update {table} set {column} = ? where rowid = ?", (bytes(changed), key))
        database.commit()
        database.close()
        answer = Answer(run("--json", "ledger", "verify", self.ledger))
        self.assertEqual((answer.status, answer.code), (8, "tampered"), answer)
        self.assertTrue(answer.json["problems"])
        self.eleanor.refused("tampered", "sync")

    # ── restoring ─────────────────────────────────────────────────────────────────────────────────

    def restore(self, home, phrase):
        return Answer(run("--json", "--home", home, "--passphrase-file", self.eleanor.passphrase, "restore",
                          "--phrase-file", phrase, "--name", "Eleanor Marsh", "--role", "patient", "--network",
                          self.network, "--unlock-cost", "low"))

    def test_restore_finds_shares_and_contacts(self):
        doctor = self.doctor()
        self.fill()
        made = self.eleanor.ok("share", "new", "--to", doctor.name, "--all", "--purpose", "TREAT", "--reason", "r",
                               "--days", "3")
        answer = self.restore(self.folder / "again", self.eleanor.phrase)
        self.assertEqual(answer.status, 0, answer)
        self.assertEqual((answer.json["shares"], answer.json["contacts"], answer.json["records"]), (1, 1, 0))
        self.eleanor.home = self.folder / "again"
        row = self.one(self.eleanor.ok("share", "list"))
        self.assertEqual(row["grant"], made["grant"])
        self.eleanor.ok("share", "revoke", made["grant"])
        doctor.refused("denied", "inbox", "open", made["grant"], "--reason", "r")

    def test_words_nobody_used_create_nothing(self):
        words = self.write("words", "abandon " * 11 + "about\n")
        answer = self.restore(self.folder / "again", words)
        self.assertEqual((answer.status, answer.code), (4, "wrong_key"))
        self.assertFalse((self.folder / "again").exists())
        for text, status in (("abandon " * 12, 4), ("abandon " * 11, 3), ("nonsense " * 12, 3)):
            self.assertEqual(self.restore(self.folder / "again", self.write("words", text)).status, status, text)
            self.assertFalse((self.folder / "again").exists())

    # ── the vault's header ────────────────────────────────────────────────────────────────────────

    def test_a_damaged_header_never_opens_an_empty_wallet(self):
        self.fill()
        head = self.eleanor.home / "vault.head"
        whole = head.read_bytes()
        for place in (0, 8, 20, len(whole) // 2, len(whole) - 1):
            changed = bytearray(whole)
            changed[place] ^= 0x40
            head.write_bytes(changed)
            self.assertIn(self.eleanor.ask("status").status, (4, 8, 11), place)
        for length in (0, 7, len(whole) - 1):
            head.write_bytes(whole[:length])
            self.assertIn(self.eleanor.ask("status").status, (4, 8, 11), length)
        head.write_bytes(whole)
        self.assertEqual(len(self.eleanor.records()), 2)


if __name__ == "__main__":
    harness.main()
